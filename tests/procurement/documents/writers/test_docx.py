"""The Word file as a package: what it says about itself, and what the shell promises."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from lxml import etree

from procurement.documents.compose import (
    column,
    content,
    field,
    heading,
    paragraph,
    ref,
    row,
    steps,
    table,
)
from procurement.documents.errors import DocumentError
from procurement.documents.model import Clause, Document, PageBreak, PageNumber, SectionBreak
from procurement.documents.writers.docx import docx_bytes
from tests.procurement.documents.examples import BLOCKS, CLAUSE, PROPERTIES, SCORES, document
from tests.procurement.documents.writers.docx_parts import parts


def opened(tree: Document):
    return docx.Document(BytesIO(docx_bytes(tree)))


def test_the_same_tree_gives_the_same_bytes():
    assert docx_bytes(document(*BLOCKS)) == docx_bytes(document(*BLOCKS))


def test_the_file_says_what_it_is():
    properties = opened(document()).core_properties

    found = (properties.title, properties.author, properties.subject, properties.language)
    assert found == ("Overeenkomst", "Inkoop", "Laptops", "nl-NL")
    assert properties.created == PROPERTIES.created


def test_the_file_says_which_tender_it_was_made_from():
    root = etree.fromstring(parts(document())["docProps/custom.xml"])

    found = {node.get("name"): node[0].text for node in root}
    assert found == {"TenderId": "T-2026-014", "TenderVersion": "1.2", "SnapshotSha256": "ab" * 32}


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_language_of_the_text_is_set(language, locale):
    styles = etree.fromstring(parts(document(language=language))["word/styles.xml"])

    assert styles.find(f".//{qn('w:lang')}").get(qn("w:val")) == locale


def test_every_part_is_well_formed_and_announced():
    found = parts(document(*BLOCKS))

    types = etree.fromstring(found["[Content_Types].xml"])
    announced = {node.get("PartName").lstrip("/") for node in types if node.get("PartName")}
    assert announced == {name for name in found if not name.endswith(".rels")} - {"[Content_Types].xml"}
    assert [etree.fromstring(part) is None for part in found.values()] == [False] * len(found)


def test_every_style_that_is_used_exists():
    found = parts(document(*BLOCKS))

    body, notes, styles = (
        etree.fromstring(found[f"word/{name}.xml"]) for name in ("document", "footnotes", "styles")
    )
    known = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    used = {
        node.get(qn("w:val"))
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for node in (*body.iter(qn(tag)), *notes.iter(qn(tag)))
    }
    assert used - known == set()


def test_pages_are_a4_and_turn_where_the_tree_says_so():
    sections = opened(document(paragraph("a"), SectionBreak(landscape=True), paragraph("b"))).sections

    pages = [(section.orientation, section.page_width.mm, section.page_height.mm) for section in sections]
    assert [(turned, round(width), round(height)) for turned, width, height in pages] == [
        (WD_ORIENT.PORTRAIT, 210, 297),
        (WD_ORIENT.LANDSCAPE, 297, 210),
    ]


def test_header_and_footer_carry_title_tender_and_page():
    section = opened(document()).sections[0]

    assert section.header.paragraphs[0].text == "Overeenkomst\tT-2026-014"
    assert (
        section.footer.paragraphs[0].text
        == "Inkoop · versie 1.2 · 2026-11-21 · kenmerk abababab\tPagina  van "
    )


def test_a_footer_of_ones_own_replaces_the_house_footer():
    tree = Document(
        title="x", language="nl", properties=PROPERTIES, blocks=(), footer=content("blad ", PageNumber())
    )

    assert opened(tree).sections[0].footer.paragraphs[0].text == "blad "


def test_the_heading_row_of_a_table_repeats_and_rows_stay_whole():
    rows = opened(document(SCORES)).tables[0].rows

    marks = [[child.tag for child in row._tr.trPr] for row in rows]
    assert marks == [[qn("w:cantSplit"), qn("w:tblHeader")], [qn("w:cantSplit")], [qn("w:cantSplit")]]


def test_a_page_break_before_a_heading_leaves_no_empty_page_behind_a_full_one():
    tree = replace(document(), blocks=(paragraph("a"), PageBreak(), heading(1, "b"), heading(1, "c")))

    found = opened(tree)

    assert [(p.text, p.paragraph_format.page_break_before) for p in found.paragraphs] == [
        ("a", None),
        ("b", True),
        ("c", None),
    ]


def test_no_space_is_left_below_a_table_where_the_page_ends():
    end = SectionBreak(landscape=True)
    small = table([column("Naam")], [row("a")], alt="Namen")
    found = opened(replace(document(), blocks=(small, PageBreak(), heading(1, "b"), small, end, small)))

    kinds = [child.tag.rpartition("}")[2] for child in found.element.body]
    assert kinds == ["tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]


def test_a_table_of_signatures_stays_on_one_page():
    signatures = table([column("Naam")], [row("a"), row("b")], alt="Ondertekening")
    found = opened(replace(document(), blocks=(replace(signatures, keep_together=True),)))

    rows = [each.cells[0].paragraphs[0].paragraph_format.keep_with_next for each in found.tables[0].rows]
    assert rows == [True, True, None]


def test_a_numbered_list_begins_again():
    numbering = etree.fromstring(parts(document(steps("a"), steps("b")))["word/numbering.xml"])

    lists = [node.get(qn("w:numId")) for node in numbering.iter(qn("w:num"))]
    assert lists == ["1", "2", "3", "5", "10", "11"]


def test_a_clause_carries_its_code_version_and_digest():
    body = etree.fromstring(parts(document(CLAUSE))["word/document.xml"])

    tags = [node.get(qn("w:val")) for node in body.iter(qn("w:tag"))]
    assert tags == ["clause:co2-report@2#cdcdcdcdcdcd", "field:penalty"]


def test_article_levels_are_counted_by_word_itself():
    numbering = etree.fromstring(parts(document())["word/numbering.xml"])

    articles = numbering[1]
    levels = [
        (level.find(qn("w:lvlText")).get(qn("w:val")), level.find(qn("w:pStyle")).get(qn("w:val")))
        for level in articles.iter(qn("w:lvl"))
    ]
    assert levels == [("%1", "Article"), ("%1.%2", "Provision"), ("(%3)", "Point"), ("(%4)", "Subpoint")]


def test_a_reference_to_nothing_is_refused_with_its_place():
    with pytest.raises(DocumentError, match="in 'Zie artikel ': a reference to 'weg'"):
        docx_bytes(document(paragraph("Zie artikel ", ref("weg"))))


def test_a_code_too_long_for_word_is_refused():
    with pytest.raises(DocumentError, match="64 characters"):
        docx_bytes(document(Clause(code="x" * 64, version="1", title=content("t"), body=())))


def test_anchors_that_differ_only_in_signs_get_different_bookmarks():
    tree = document(
        heading(1, "a", anchor="lot 1"), heading(1, "b", anchor="lot-1"), heading(1, "c", anchor="LOT_1")
    )

    body = etree.fromstring(parts(tree)["word/document.xml"])
    names = [node.get(qn("w:name")).lower() for node in body.iter(qn("w:bookmarkStart"))]
    assert len(set(names)) == 3


def test_an_open_field_shows_its_label():
    shown = opened(document(paragraph("Prijs: ", field("price", "bedrag"))))

    words = [node.text for node in shown.element.iter(qn("w:t"))]
    assert words == ["Prijs: ", "[bedrag]"]


def test_a_table_without_caption_keeps_its_description():
    body = etree.fromstring(
        parts(document(table([column("a")], [row("1")], alt="Eén getal")))["word/document.xml"]
    )

    assert body.find(f".//{qn('w:tblDescription')}").get(qn("w:val")) == "Eén getal"
