"""Files that cannot be a house style: what is told, and where."""

from io import BytesIO
from random import Random

import docx
import pytest
from docx.shared import Cm

from procurement.documents.house_style.reading import read_house_style
from procurement.documents.house_style.value import UnusableHouseStyle
from tests.procurement.documents.house_styles import house_style, repacked

RELATIONS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def problems(content: bytes, name: str = "huisstijl.docx") -> list[tuple[str, str]]:
    with pytest.raises(UnusableHouseStyle) as refused:
        read_house_style(content, name)
    return [(each.place, each.text.nl) for each in refused.value.problems]


def with_relation(part: str, kind: str, target: str, *, outside: bool = True):
    mode = ' TargetMode="External"' if outside else ""
    link = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'.encode()
    return repacked(
        house_style(), {part: lambda old: old.replace(b"</Relationships>", link + b"</Relationships>")}
    )


@pytest.mark.parametrize(
    ("kind", "target"),
    [("attachedTemplate", "https://example.org/x.dotm"), ("image", "https://example.org/x.png")],
)
def test_what_leads_outside_is_refused_with_its_place(kind, target):
    ((place, text),) = problems(with_relation(RELATIONS, kind, target))

    assert place == RELATIONS
    assert text.endswith(f"Plaats: ‘{RELATIONS}’.")


def test_macros_are_refused():
    content = with_relation(RELATIONS, "vbaProject", "vbaProject.bin", outside=False)

    assert len(problems(content)) == 1
    assert len(problems(house_style(), "huisstijl.docm")) == 1


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 stuk", house_style()[:3000]], ids=["empty", "zip", "half"]
)
def test_a_damaged_file_is_refused(content):
    assert len(problems(content)) == 1


@pytest.mark.parametrize("name", ["huisstijl.pdf", "huisstijl", "huisstijl.odt"])
def test_another_kind_of_file_is_refused(name):
    assert problems(house_style(), name) == [(name, "Kies een bestand .docx of .dotx.")]


def test_margins_that_leave_no_room_are_refused():
    def wide_margins(word) -> None:
        word.sections[0].left_margin = word.sections[0].right_margin = Cm(8)

    (found,) = problems(house_style(change=wide_margins))
    assert found == (
        "word/document.xml",
        "De marges laten te weinig ruimte voor tekst. Maak ze smaller.",
    )


@pytest.mark.parametrize("measure", ["veel", "1e400", "1e3", "nan", "\u0662\u0660\u0660"])
def test_a_measure_that_is_no_number_is_refused(measure):
    left = f'w:left="{measure}"'.encode()
    wrong = {"word/document.xml": lambda part: part.replace(b'w:left="1701"', left)}

    assert problems(repacked(house_style(), wrong)) == [
        ("word/document.xml", "Een maat van de pagina is geen getal.")
    ]


def test_a_style_that_the_file_does_not_have_is_told_with_the_header_that_asks_for_it():
    wrong = {"word/footer1.xml": lambda part: part.replace(b'w:val="Footer"', b'w:val="Weg"')}

    assert problems(repacked(house_style(), wrong))[0] == (
        "word/footer1.xml",
        "Hier staat een stijl die het bestand niet heeft: Weg. Kies een andere stijl.",
    )


def test_a_style_based_on_itself_is_refused():
    def circle(word) -> None:
        first, second = word.styles["Body Text"], word.styles["Body Text 2"]
        first.base_style, second.base_style = second, first

    places = problems(house_style(change=circle))
    assert (
        "word/styles.xml",
        "De stijl BodyText is op zichzelf gebaseerd. Kies in Word een andere basis.",
    ) in places


def test_a_chart_in_the_header_is_refused():
    header = {
        "word/header1.xml": lambda part: part.replace(b"r:embed", b"r:id"),
        "word/_rels/header1.xml.rels": lambda part: part.replace(
            b"relationships/image", b"relationships/chart"
        ),
    }

    places = problems(repacked(house_style(), header))
    assert [place for place, _ in places] == ["word/header1.xml"]


def test_pictures_that_are_too_large_together_are_refused():
    large = {"word/media/image1.png": lambda part: part + Random(1).randbytes(2_200_000)}

    ((place, text),) = problems(repacked(house_style(), large))
    assert (place, text[:40]) == ("word/media/image1.png", "De afbeeldingen zijn samen groter dan 2 ")


def test_a_file_without_styles_is_refused():
    bare = repacked(
        house_style(), {RELATIONS: lambda part: part.replace(b"relationships/styles", b"relationships/x")}
    )

    assert problems(bare) == [("word/document.xml", "Het bestand heeft geen stijlen.")]


def test_an_ordinary_document_of_word_is_taken():
    stream = BytesIO()
    docx.Document().save(stream)

    assert read_house_style(stream.getvalue()).media == ()
