"""Files in which every word stands, and a style or the numbering takes it away or makes it another."""

import re

import pytest

from tests.clauses.returned.contract import W, compared, edited, issued, paragraphs, text_of, xml

STYLES, NUMBERING = "word/styles.xml", "word/numbering.xml"
NEW = '<w:style w:type="paragraph" w:styleId="Nieuw"><w:name w:val="Nieuw"/>{}</w:style>'


def _style(root, name: str):
    return next(each for each in root if each.get(f"{W}styleId") == name)


def _look(name: str, properties: str):
    """The style gets these properties of a run."""

    def change(root) -> None:
        style = _style(root, name)
        look = style.find(f"{W}rPr")
        if look is None:
            look = xml("<w:rPr/>")
            style.append(look)
        look.extend(xml(f"<w:rPr>{properties}</w:rPr>"))

    return change


def _behind(name: str, fill: str):
    def change(root) -> None:
        look = _style(root, name).find(f"{W}pPr")
        look.append(xml(f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'))

    return change


def _defaults_in_white(root) -> None:
    root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}color").set(f"{W}val", "FFFFFF")


def _rests_on_hidden(root) -> None:
    root.append(xml(NEW.format("<w:rPr><w:vanish/></w:rPr>")))
    _style(root, "Provision").find(f"{W}basedOn").set(f"{W}val", "Nieuw")


UNREADABLE = {
    "white": _look("Provision", '<w:color w:val="FFFFFF"/>'),
    "nearly white": _look("Provision", '<w:color w:val="F8F8F8"/>'),
    "white of the theme": _look("Provision", '<w:color w:val="222222" w:themeColor="background1"/>'),
    "hidden": _look("Provision", "<w:vanish/>"),
    "struck through": _look("Provision", "<w:strike/>"),
    "tiny": _look("Provision", '<w:sz w:val="9"/>'),
    "shaded": _look("Provision", '<w:shd w:val="clear" w:color="auto" w:fill="222222"/>'),
    "shaded as a paragraph": _behind("Provision", "222222"),
    "defaults in white": _defaults_in_white,
    "rests on a hidden one": _rests_on_hidden,
}


@pytest.mark.parametrize("change", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_style_that_takes_words_away_is_told_and_the_words_count_as_gone(change) -> None:
    found = compared(edited(change, part=STYLES))

    assert not found.is_same
    assert any("onleesbaar van kleur" in each.nl for each in found.problems)
    assert any(line.is_removed for clause in found.clauses for line in clause.lines)


@pytest.mark.parametrize(
    "look",
    [
        '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>',
        '<w:color w:val="222222"/><w:highlight w:val="black"/>',
        '<w:color w:val="AABBCC"/><w:shd w:val="solid" w:color="AABBCC" w:fill="auto"/>',
        '<w:sz w:val="8"/>',
        '<w:rStyle w:val="Weg"/>',
    ],
)
def test_a_run_that_nobody_can_read_is_told(look: str) -> None:
    def change(root) -> None:
        words = next(paragraphs(root, "reporting")[1].iter(f"{W}r"))
        words.insert(0, xml(f"<w:rPr>{look}</w:rPr>"))

    def letters(root) -> None:
        root.append(xml('<w:style w:type="character" w:styleId="Weg"><w:rPr><w:vanish/></w:rPr></w:style>'))

    found = compared(edited(change, content=edited(letters, part=STYLES)))

    assert not found.is_same
    assert any("onleesbaar van kleur" in each.nl for each in found.problems)


@pytest.mark.parametrize(
    "look",
    [
        '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:color="auto" w:fill="1F4E5F"/>',
        '<w:color w:val="1F4E5F"/>',
        '<w:sz w:val="16"/>',
        '<w:vanish w:val="0"/>',
        '<w:highlight w:val="yellow"/>',
    ],
)
def test_another_look_that_can_be_read_is_the_same_text(look: str) -> None:
    found = compared(edited(_look("Provision", look), part=STYLES))

    assert found.is_same
    assert found.problems == ()


def test_what_a_style_hides_and_the_run_shows_is_seen() -> None:
    def shown(root) -> None:
        for each in root.iter(f"{W}r"):
            each.insert(0, xml('<w:rPr><w:vanish w:val="0"/></w:rPr>'))

    found = compared(edited(shown, content=edited(_look("Provision", "<w:vanish/>"), part=STYLES)))

    assert found.is_same


def _levels(old: str, new: str):
    def change(root) -> None:
        for each in root.iter(f"{W}lvl"):
            if each.find(f"{W}pStyle") is not None and each.find(f"{W}pStyle").get(f"{W}val") == "Provision":
                found = each.find(f"{W}{old}")
                found.set(f"{W}val", new)

    return change


def _starts_elsewhere(root) -> None:
    """The list itself, and not its plan, says where it starts."""
    for each in root.iter(f"{W}num"):
        start = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
        each.append(xml(start))


def _number_in_white(root) -> None:
    for each in root.iter(f"{W}lvl"):
        each.append(xml('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'))


NUMBERED = {
    "text": (_levels("lvlText", "Facultatief %1.%2"), "‘1.1’ begon, begint nu met ‘Facultatief 1.1’"),
    "start": (_levels("start", "5"), "‘1.1’ begon, begint nu met ‘1.5’"),
    "format": (_levels("numFmt", "lowerLetter"), "‘1.1’ begon, begint nu met ‘1.a’"),
    "none": (_levels("numFmt", "none"), "‘1.1’ begon, begint nu met ‘geen nummer’"),
    "start of the list": (_starts_elsewhere, "‘1.1’ begon, begint nu met ‘1.5’"),
    "white": (_number_in_white, "‘1.1’ begon, begint nu met ‘geen nummer’"),
}


@pytest.mark.parametrize(("change", "told"), NUMBERED.values(), ids=NUMBERED.keys())
def test_another_numbering_is_told_once(change, told: str) -> None:
    found = compared(edited(change, part=NUMBERING))

    assert [told in each.nl for each in found.unsaid].count(True) == 1
    assert len(found.unsaid) <= 3
    assert not found.is_same


def test_a_style_that_takes_the_number_away_is_told() -> None:
    def change(root) -> None:
        _style(root, "Provision").find(f"{W}pPr/{W}numPr/{W}numId").set(f"{W}val", "0")

    found = compared(edited(change, part=STYLES))

    assert ["begint nu met ‘geen nummer’" in each.nl for each in found.unsaid] == [True]


def test_every_line_knows_how_its_list_begins() -> None:
    numbers = {each.style: each.first_number for each in text_of(issued()).paragraphs if each.text}

    assert (numbers["Article"], numbers["Provision"], numbers["Point"]) == ("1", "1.1", "(a)")
    assert numbers["Title"] == ""


@pytest.mark.parametrize("value", ["0x12ab", "\uff11\uff12\uff13\uff14\uff15\uff16", "FFF", "", "GGGGGG"])
def test_a_colour_that_is_none_says_nothing(value: str) -> None:
    found = compared(edited(_look("Provision", f'<w:color w:val="{value}"/>'), part=STYLES))

    assert found.is_same


def test_styles_that_rest_on_each_other_in_a_circle_are_read() -> None:
    def circle(root) -> None:
        _style(root, "Normal").append(xml('<w:basedOn w:val="Provision"/>'))

    assert re.search("Provision", str(text_of(edited(circle, part=STYLES)).paragraphs))


@pytest.mark.parametrize("by_style", [False, True])
def test_a_raised_figure_is_no_figure_of_the_number_before_it(by_style: bool) -> None:
    raised = '<w:rStyle w:val="Hoog"/>' if by_style else '<w:vertAlign w:val="superscript"/>'

    def letters(root) -> None:
        look = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        root.append(xml(f'<w:style w:type="character" w:styleId="Hoog">{look}</w:style>'))

    def typed(root) -> None:
        run = next(paragraphs(root, "reporting")[1].iter(f"{W}r"))
        run.addnext(xml(f"<w:r><w:rPr>{raised}</w:rPr><w:t>6</w:t></w:r>"))

    found = compared(edited(typed, content=edited(letters, part="word/styles.xml")))

    assert "⁶" in str(found.touched)
