"""Files whose looks would spoil every contract: what is told, and where."""

import re

import pytest

from procurement.documents.house_style.reading import read_house_style
from procurement.documents.house_style.value import UnusableHouseStyle
from tests.procurement.documents.house_styles import house_style, repacked

SHEET, FOOTER, THEME, BODY = (
    "word/styles.xml",
    "word/footer1.xml",
    "word/theme/theme1.xml",
    "word/document.xml",
)


def problems(part: str, change) -> list[tuple[str, str]]:
    with pytest.raises(UnusableHouseStyle) as refused:
        read_house_style(repacked(house_style(), {part: change}), "huisstijl.docx")
    return [(each.place, each.text.nl) for each in refused.value.problems]


def in_normal(look: bytes):
    pattern = rb'(<w:style [^>]*w:styleId="Normal">.*?<w:rPr>)'
    return lambda part: re.sub(pattern, rb"\1" + look, part, count=1, flags=re.DOTALL)


@pytest.mark.parametrize(
    "look", [b"<w:vanish/>", b"<w:strike/>", b'<w:color w:val="ffffff"/>'], ids=["hidden", "struck", "white"]
)
def test_a_style_that_hides_its_text_is_refused(look):
    ((place, text),) = problems(SHEET, in_normal(look))

    assert (place, text[:44]) == (SHEET, "Tekst in de stijl Normal is niet te lezen: h")


def test_hidden_default_looks_are_refused():
    looks = re.compile(rb"(<w:rPrDefault>\s*<w:rPr>)")

    found = problems(SHEET, lambda part: looks.sub(rb"\1<w:vanish/>", part))

    assert [text[:34] for _, text in found] == ["Tekst in de stijl Standaardopmaak "]


@pytest.mark.parametrize("size", [b"2", b"400"])
def test_text_that_is_tiny_or_huge_is_refused(size):
    found = problems(SHEET, lambda part: part.replace(b'<w:sz w:val="18"/>', b'<w:sz w:val="%s"/>' % size))

    assert any(text.startswith("Tekst in de stijl Normal is niet te lezen") for _, text in found)


@pytest.mark.parametrize("size", [b"boo", b"99999999", b"1e400", "٢٠".encode()])
def test_a_size_that_is_none_is_refused(size):
    found = problems(SHEET, lambda part: part.replace(b'<w:sz w:val="18"/>', b'<w:sz w:val="%s"/>' % size))

    place, text = found[0]
    assert (place, text[:9]) == (SHEET, "De maat ‘")
    assert "bij de stijl Normal" in text


@pytest.mark.parametrize("size", [b"1e400", b"1e5", "٢٠٠٠٠".encode(), b"NaN", b"9" * 20])
def test_paper_with_a_measure_that_is_none_is_refused(size):
    paper = re.compile(rb'(<w:pgSz [^>]*)w:w="\d+"')

    assert problems(BODY, lambda part: paper.sub(rb'\1w:w="' + size + b'"', part)) == [
        (BODY, "Een maat van de pagina is geen getal.")
    ]


def test_two_styles_with_one_name_are_refused():
    def twice(part: bytes) -> bytes:
        found = re.search(rb'<w:style [^>]*w:styleId="Heading1".*?</w:style>', part, re.DOTALL)
        return part.replace(b"</w:styles>", found[0] + b"</w:styles>")

    assert (
        SHEET,
        "De stijl Heading1 staat er 2 keer in. Open het bestand in Word en bewaar het opnieuw.",
    ) in problems(SHEET, twice)


def test_what_is_no_style_is_refused():
    ((place, text),) = problems(
        SHEET, lambda part: part.replace(b"</w:styles>", b'<x xmlns="urn:x">hi</x></w:styles>')
    )

    assert (place, text[:51]) == (SHEET, "Tussen de stijlen staat iets dat daar niet hoort (x")


def test_a_damaged_theme_is_refused():
    assert problems(THEME, lambda _: b"<a/>") == [
        (THEME, "Het thema is beschadigd. Kies in Word een ander thema.")
    ]


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (b'<w:ins w:id="1" w:author="x"><w:r><w:t>nieuw</w:t></w:r></w:ins>', "bijgehouden wijzigingen"),
        (b'<w:del w:id="1" w:author="x"><w:r><w:delText>oud</w:delText></w:r></w:del>', "wijzigingen"),
        (b'<w:r><w:commentReference w:id="5"/></w:r>', "een opmerking of een noot"),
        (b'<w:r><w:footnoteReference w:id="7"/></w:r>', "een opmerking of een noot"),
    ],
)
def test_what_people_remarked_in_a_footer_is_refused(mark, told):
    ((place, text),) = problems(FOOTER, lambda part: part.replace(b"<w:r>", mark + b"<w:r>", 1))

    assert place == FOOTER
    assert told in text
