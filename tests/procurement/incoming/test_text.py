"""The text of a Word file as its reader sees it."""

from procurement.incoming import STANDARD
from procurement.incoming.guard import examine
from procurement.incoming.text.docx import Takers, read_docx
from procurement.incoming.text.values import REFERENCE_BEGINS, REFERENCE_ENDS
from tests.procurement.incoming.packages import WORD, docx, relationships

MARKED = f"{REFERENCE_BEGINS}3{REFERENCE_ENDS}"


def texts(body: str, changes=None) -> list[str]:
    return [each.text for each in _paragraphs(body, changes)]


def _paragraphs(body: str, changes=None):
    found: list = []
    takers = Takers(found.append, lambda _change: None, lambda _comment: None, lambda _name, _value: None)
    read_docx(examine(docx(body, changes), "a.docx"), STANDARD, takers)
    return found


def p(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_signs_that_are_no_letters() -> None:
    inner = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"
    page = '<w:r><w:br w:type="page"/></w:r>'

    assert texts(p(inner + page, '<w:tabs><w:tab w:val="left"/></w:tabs>')) == ["a\tb\nc-d"]


def test_a_reference_is_marked_in_either_kind_of_field() -> None:
    simple = f'<w:fldSimple w:instr=" REF x \\h ">{r("3")}</w:fldSimple>'
    parts = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = "<w:r><w:instrText> REF x \\h </w:instrText></w:r>"
    written = f"{parts.format('begin')}{instruction}{parts.format('separate')}{r('3')}{parts.format('end')}"

    assert texts(p(simple) + p(written)) == [MARKED, MARKED]


def test_a_table_of_contents_and_a_page_number_within_it_are_no_text() -> None:
    parts = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    begin = (
        f"{parts.format('begin')}<w:r><w:instrText> TOC \\h </w:instrText></w:r>{parts.format('separate')}"
    )

    assert texts(p(begin + r("1 Een")) + p(r("2 Twee") + parts.format("end")) + p(r("Tekst"))) == [
        "",
        "",
        "Tekst",
    ]


def test_the_markers_of_a_reference_in_a_text_are_left_out() -> None:
    assert texts(p(r(f"zie {MARKED}"))) == ["zie 3"]


def test_looks_of_before_and_a_second_picture_of_the_same_say_nothing() -> None:
    before = '<w:pStyle w:val="Nu"/><w:pPrChange><w:pPr><w:pStyle w:val="Toen"/></w:pPr></w:pPrChange>'
    fallback = f"<w:r><w:Fallback><w:t>nog eens</w:t></w:Fallback></w:r>{r('tekst')}"

    (found,) = _paragraphs(p(fallback, before))

    assert (found.style, found.text) == ("Nu", "tekst")


def test_footnotes_are_read_without_the_line_above_them() -> None:
    notes = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote w:id="-1">{p("<w:r><w:separator/></w:r>")}</w:footnote>'
        f'<w:footnote w:id="1">{p(r("Bron: de wet."))}</w:footnote></w:footnotes>'
    )
    changes = {
        "word/_rels/document.xml.rels": relationships(("rId1", "footnotes", "footnotes.xml", False)),
        "word/footnotes.xml": notes,
    }

    found = _paragraphs(p(r("Tekst")), changes)

    assert [(each.part, each.text) for each in found] == [("body", "Tekst"), ("footnotes", "Bron: de wet.")]


def test_a_deleted_row_is_gone_and_a_deleted_end_joins() -> None:
    row = "<w:tr><w:trPr><w:del w:id='1' w:author='a'/></w:trPr><w:tc>{}</w:tc></w:tr>"
    table = f"<w:tbl>{row.format(p(r('weg')))}<w:tr><w:tc>{p(r('blijft'))}</w:tc></w:tr></w:tbl>"
    joined = p(r("een "), "<w:rPr><w:del w:id='2' w:author='a'/></w:rPr>") + p(r("twee"))

    assert texts(table + joined) == ["blijft", "een twee"]


def test_a_control_in_a_line_tells_what_stands_in_it() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:tag w:val="field:x"/><w:showingPlcHdr/></w:sdtPr>'
        f"<w:sdtContent>{r('[bedrag]')}</w:sdtContent></w:sdt>"
    )

    (found,) = _paragraphs(p(r("Boete: ") + control))

    assert found.text == "Boete: [bedrag]"
    assert [(each.tag, each.text, each.hint) for each in found.filled] == [("field:x", "[bedrag]", True)]
