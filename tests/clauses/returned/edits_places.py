"""Clauses that went, moved or came, and text around them. Each with its verdict."""

from copy import deepcopy

from tests.clauses.returned.contract import W, control, paragraph, replaced, run, xml


def clause_removed(root):
    place = control(root, "reporting")
    place.getparent().remove(place)


def clause_emptied(root):
    for text in control(root, "reporting").iter(f"{W}t"):
        text.text = ""


def clause_moved_up(root):
    control(root, "definitions").addprevious(control(root, "change-of-law"))


def clause_moved_and_changed(root):
    clause_moved_up(root)
    replaced(root, "change-of-law", "drie maanden", "zes weken")


def clause_copied(root):
    place = control(root, "reporting")
    place.addnext(deepcopy(place))


def first_clause_moved_to_the_end(root):
    body = root.find(f"{W}body")
    places = [each for each in body if each.tag == f"{W}sdt"]
    for place in places[1:]:
        places[0].addprevious(place)


def text_between(root):
    control(root, "reporting").addnext(paragraph("De partijen overleggen elk kwartaal.", "Normal"))


def text_between_two(root):
    place = control(root, "reporting")
    place.addnext(paragraph("En nog een regel.", "Normal"))
    place.addnext(paragraph("De partijen overleggen elk kwartaal.", "Normal"))


def text_in_front(root):
    root.find(f"{W}body").insert(0, paragraph("Gezien door de directie."))


def front_changed(root):
    for text in root.iter(f"{W}t"):
        if text.text and text.text.startswith("Gemeente Voorbeeld"):
            text.text = "Gemeente Elders · T-2026-014"
            return


def signed(root):
    """A name in the table of signatures."""
    for cell in root.iter(f"{W}tc"):
        if "".join(cell.itertext()).strip() == "Naam":
            cell.getnext().find(f"{W}p").append(xml(run("M. de Vries")))
            return


PLACES = {
    clause_removed: {"removed:reporting"},
    clause_emptied: {"removed:reporting"},
    clause_moved_up: {"moved:change-of-law"},
    clause_moved_and_changed: {"moved:change-of-law", "changed:change-of-law"},
    clause_copied: {"added:reporting", "problem"},
    first_clause_moved_to_the_end: {"moved:definitions"},
    text_between: {"added:reporting"},
    text_between_two: {"added:reporting"},
    text_in_front: {"added:"},
    front_changed: {"outside"},
    signed: {"outside"},
}
