"""What was typed in a clause, with or without tracked changes. Each with its verdict."""

from tests.clauses.returned.contract import W, control, paragraph, paragraphs, replaced, run, xml

AUTHOR = 'w:id="900" w:author="Jansen, jurist" w:date="2026-11-23T10:00:00Z"'
RAPPORT = (
    "Elke waarde heeft een eenheid, een periode, een bron en de vermelding gemeten, berekend of geschat."
)


def nothing(root):
    """Opened and saved."""


def one_word(root):
    replaced(root, "reporting", "een bron", "drie bronnen")


def one_word_in_pieces(root):
    """Word cuts a text into runs wherever somebody stopped typing or the spelling was looked at."""
    one_word(root)
    for text in list(control(root, "reporting").iter(f"{W}t")):
        source = text.getparent()
        for letter in reversed(text.text):
            source.addnext(xml(run(letter).replace("<w:t", "<w:rPr><w:noProof/></w:rPr><w:t")))
        source.getparent().remove(source)


def only_in_pieces(root):
    for text in list(control(root, "penalties").iter(f"{W}t")):
        words = text.text or ""
        text.text = words[: len(words) // 2]
        text.getparent().addnext(xml(run(words[len(words) // 2 :].replace("&", "&amp;"))))


def quotes_and_spaces(root):
    """What typing programs do by themselves."""
    for text in root.iter(f"{W}t"):
        text.text = (text.text or "").replace("'", "’").replace(" van ", "\u00a0van ").replace("-", "\u2011")
        text.text = text.text.replace("opdracht", "op\u00addracht").replace(". ", ".  ")


def tracked_word(root):
    """The word is another one for who accepts the changes; both are still in the file."""
    place = paragraphs(root, "reporting")[2]
    for each in list(place):
        if each.tag == f"{W}r":
            place.remove(each)
    first, last = RAPPORT.split("een bron")
    for each in (
        run(first),
        f"<w:del {AUTHOR}>{run('een bron', 'delText')}</w:del>",
        f"<w:ins {AUTHOR}>{run('drie bronnen')}</w:ins>",
        run(last),
    ):
        place.append(xml(each))


def tracked_and_taken_back(root):
    """Inserted by one, deleted by another: it is in neither text."""
    paragraphs(root, "reporting")[2].append(
        xml(f"<w:ins {AUTHOR}><w:del {AUTHOR}>{run(' Ook dit.', 'delText')}</w:del></w:ins>")
    )


def _marked(place, kind):
    looks = place.find(f"{W}pPr")
    looks.append(xml(f"<w:rPr><w:{kind} {AUTHOR}/></w:rPr>"))


def tracked_removal(root):
    place = paragraphs(root, "reporting")[2]
    _marked(place, "del")
    for each in list(place.iter(f"{W}r")):
        for text in each.iter(f"{W}t"):
            text.tag = f"{W}delText"
        around = xml(f"<w:del {AUTHOR}/>")
        each.getparent().replace(each, around)
        around.append(each)


def tracked_addition(root):
    added = xml(
        f'<w:p><w:pPr><w:pStyle w:val="Provision"/></w:pPr><w:ins {AUTHOR}>{run("Lid erbij.")}</w:ins></w:p>'
    )
    _marked(added, "ins")
    paragraphs(root, "reporting")[2].addnext(added)


def tracked_removal_of_a_clause(root):
    for place in paragraphs(root, "reporting"):
        _marked(place, "del")
        for each in list(place.iter(f"{W}r")):
            for text in each.iter(f"{W}t"):
                text.tag = f"{W}delText"
            around = xml(f"<w:del {AUTHOR}/>")
            each.getparent().replace(each, around)
            around.append(each)


def provision_removed(root):
    place = paragraphs(root, "reporting")[2]
    place.getparent().remove(place)


def provision_added(root):
    paragraphs(root, "reporting")[2].addnext(paragraph("Elke rapportage is ook op papier beschikbaar."))


def point_added(root):
    paragraphs(root, "definitions")[3].addnext(paragraph("Leverancier: wie levert;", "Point"))


def provisions_joined(root):
    """Two provisions made one by taking away the end of the first."""
    first, second = paragraphs(root, "reporting")[2:4]
    for each in list(second):
        if each.tag != f"{W}pPr":
            first.append(each)
    second.getparent().remove(second)


def provision_split(root):
    """One provision cut in two."""
    place = paragraphs(root, "audit-right")[5]
    text = next(place.iter(f"{W}t"))
    first, last = text.text.split(". ")
    text.text = f"{first}."
    place.addnext(paragraph(last))


def provisions_turned(root):
    one, other = paragraphs(root, "audit-right")[3:5]
    other.addnext(one)


def title_changed(root):
    next(paragraphs(root, "reporting")[0].iter(f"{W}t")).text = "Rapportages"


def title_removed(root):
    place = paragraphs(root, "reporting")[0]
    place.getparent().remove(place)


def text_box(root):
    held = f"<w:txbxContent><w:p>{run('Boete vervalt.')}</w:p></w:txbxContent>"
    box = f"<w:p><w:r><w:pict>{held}</w:pict></w:r></w:p>"
    paragraphs(root, "penalties")[1].addnext(xml(box))


def hidden_text(root):
    paragraphs(root, "penalties")[1].append(
        xml('<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> Niet dus.</w:t></w:r>')
    )


def letters_that_look_the_same(root):
    """A Cyrillic а: other letters are other words."""
    replaced(root, "reporting", "een bron", "een br\u043en")


def reference_typed_over(root):
    """A number typed in the place of a reference that counts."""
    for field in control(root, "change-of-law").iter(f"{W}fldSimple"):
        field.getparent().replace(field, xml(run("12")))


def reference_counted_again(root):
    """Word counted the numbers again."""
    for field in root.iter(f"{W}fldSimple"):
        for text in field.iter(f"{W}t"):
            text.text = f"{text.text}9"


SAME: set[str] = set()
REPORT = {"changed:reporting"}

WORDS = {
    nothing: SAME,
    one_word: REPORT,
    one_word_in_pieces: REPORT,
    only_in_pieces: SAME,
    quotes_and_spaces: SAME,
    tracked_word: REPORT,
    tracked_and_taken_back: SAME,
    tracked_removal: REPORT,
    tracked_addition: REPORT,
    tracked_removal_of_a_clause: {"removed:reporting"},
    provision_removed: REPORT,
    provision_added: REPORT,
    point_added: {"changed:definitions"},
    provisions_joined: REPORT,
    provision_split: {"changed:audit-right"},
    provisions_turned: {"changed:audit-right"},
    title_changed: REPORT,
    title_removed: REPORT,
    text_box: {"changed:penalties"},
    hidden_text: {"problem"},
    letters_that_look_the_same: REPORT,
    reference_typed_over: {"changed:change-of-law"},
    reference_counted_again: SAME,
}
