"""Content controls that were taken away or forged. Each with its verdict."""

from copy import deepcopy

from tests.clauses.returned.contract import W, control


def _without_control(root, code):
    """What “Remove Content Control” does."""
    place = control(root, code)
    for each in reversed(place.find(f"{W}sdtContent")):
        place.addnext(each)
    place.getparent().remove(place)


def control_removed(root):
    _without_control(root, "reporting")


def all_controls_removed(root):
    for each in list(root.iter(f"{W}sdt")):
        for child in reversed(each.find(f"{W}sdtContent")):
            each.addnext(child)
        each.getparent().remove(each)


def all_controls_and_bookmarks_removed(root):
    """Only the titles are left to go by."""
    all_controls_removed(root)
    for mark in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        if not (mark.get(f"{W}name") or "").endswith("change_of_law"):
            mark.getparent().remove(mark)


def control_removed_and_changed(root):
    _without_control(root, "reporting")
    for text in root.iter(f"{W}t"):
        text.text = (text.text or "").replace("een bron", "drie bronnen")


def control_removed_and_title_changed(root):
    """Only the bookmark is left to go by."""
    _without_control(root, "reporting")
    for text in root.iter(f"{W}t"):
        text.text = (text.text or "").replace("Vorm en omvang van de rapportages", "Rapportages")


def control_removed_and_moved(root):
    _without_control(root, "change-of-law")
    first = control(root, "definitions")
    body = root.find(f"{W}body")
    for each in list(body):
        if each.tag == f"{W}p" and "".join(each.itertext(f"{W}t")) == "Nieuwe regels":
            here = body.index(each)
    for each in list(body)[here : here + 6]:
        first.addprevious(each)


def _tag(root, code, text):
    control(root, code).find(f"{W}sdtPr/{W}tag").set(f"{W}val", text)


def forged_version(root):
    _tag(root, "reporting", "clause:reporting@9")


def forged_digest(root):
    _tag(root, "reporting", "clause:reporting@1#000000000000")


def forged_clause(root):
    """A clause under the mark of one that is not in this contract."""
    _tag(root, "reporting", "clause:warranty@1#000000000000")


def forged_mark(root):
    _tag(root, "reporting", "clause:../../etc/passwd")


def clause_of_another(root):
    """A clause that was cut out of another contract and put in."""
    strange = deepcopy(control(root, "reporting"))
    control(root, "reporting").addnext(strange)
    strange.find(f"{W}sdtPr/{W}tag").set(f"{W}val", "clause:fair-work@2#123456789abc")


SAME: set[str] = set()
REPORT = {"changed:reporting"}

MARKS = {
    control_removed: SAME,
    all_controls_removed: SAME,
    all_controls_and_bookmarks_removed: SAME,
    control_removed_and_changed: REPORT,
    control_removed_and_title_changed: {"changed:reporting", "outside"},
    control_removed_and_moved: {"moved:change-of-law"},
    forged_version: {"problem"},
    forged_digest: {"problem"},
    forged_clause: {"removed:reporting", "added:definitions", "problem"},
    forged_mark: {"problem"},
    clause_of_another: {"added:reporting", "problem"},
}
