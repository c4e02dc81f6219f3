"""What of a house style comes back in the documents that are written in it."""

from copy import deepcopy
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from procurement.documents.compose import heading, paragraph
from procurement.documents.house_style.reading import read_house_style
from procurement.documents.house_style.sample import sample
from procurement.documents.model import SectionBreak
from procurement.documents.writers.docx import docx_bytes
from tests.procurement.documents.examples import BLOCKS, document
from tests.procurement.documents.house_styles import (
    as_template,
    house_style,
    numbered_headings,
    picture,
    repacked,
)


@pytest.fixture(scope="module")
def style():
    return read_house_style(house_style(change=numbered_headings()))


def parts(tree, style) -> dict[str, bytes]:
    with ZipFile(BytesIO(docx_bytes(tree, style))) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def style_of(styles: etree._Element, identity: str) -> etree._Element:
    (found,) = styles.xpath("//w:style[@w:styleId=$id]", id=identity, namespaces={"w": styles.nsmap["w"]})
    return found


def test_python_docx_opens_it_with_the_fonts_and_margins_of_the_house(style):
    found = docx.Document(BytesIO(docx_bytes(document(*BLOCKS), style)))

    assert (found.styles["Normal"].font.name, found.styles["Normal"].font.size.pt) == ("Verdana", 9)
    assert str(found.styles["Heading 1"].font.color.rgb) == "6A1B9A"
    assert round(found.sections[0].left_margin.cm, 1) == 3.0


def test_every_style_that_is_used_exists_once(style):
    found = parts(document(*BLOCKS), style)

    styles = etree.fromstring(found["word/styles.xml"])
    ids = [each.get(qn("w:styleId")) for each in styles.iter(qn("w:style"))]
    used = {
        node.get(qn("w:val"))
        for name in ("document", "footnotes", "header1", "footer2")
        for node in etree.fromstring(found[f"word/{name}.xml"]).iter(qn("w:pStyle"), qn("w:rStyle"))
    }
    assert len(ids) == len(set(ids))
    assert used - set(ids) == set()


def test_logo_and_address_stand_on_every_page_above_and_below_our_own_line(style):
    found = parts(document(paragraph("a"), SectionBreak(landscape=True)), style)

    for number in (1, 2):
        header, footer = (
            etree.fromstring(found[f"word/{kind}{number}.xml"]) for kind in ("header", "footer")
        )
        links = etree.fromstring(found[f"word/_rels/header{number}.xml.rels"])
        (asked,) = (node.get(qn("r:embed")) for node in header.iter(qn("a:blip")))
        (target,) = (link.get("Target") for link in links if link.get("Id") == asked)
        assert found[f"word/{target}"] == picture()
        assert [shown(each) for each in header] == ["", "OvereenkomstT-2026-014"]
        assert [shown(each)[:26] for each in footer] == [
            "Gemeente Voorbeeldstad · P",
            "Inkoop · versie 1.2 · 2026",
        ]
    assert b'Extension="png"' in found["[Content_Types].xml"]


def shown(node: etree._Element) -> str:
    return "".join(text.text or "" for text in node.iter(qn("w:t")))


def test_the_right_hand_tab_and_the_tables_fit_the_text_of_the_house(style):
    found = parts(document(*BLOCKS), style)

    styles, body = (etree.fromstring(found[f"word/{name}.xml"]) for name in ("styles", "document"))
    tabs = [tab.get(qn("w:pos")) for tab in style_of(styles, "Header").iter(qn("w:tab"))]
    widths = {node.get(qn("w:w")) for node in body.iter(qn("w:tblW"))}
    assert tabs == [str(11906 - 2 * 1701)]
    assert widths == {str(11906 - 2 * 1701), str(16838 - 2 * 1701)}


def test_a_wide_page_is_the_same_paper_on_its_side(style):
    sections = docx.Document(
        BytesIO(docx_bytes(document(paragraph("a"), SectionBreak(landscape=True)), style))
    ).sections

    sizes = [(round(section.page_width.mm), round(section.page_height.mm)) for section in sections]
    assert sizes == [(210, 297), (297, 210)]


def test_headings_are_numbered_in_the_look_of_the_house(style):
    numbering = etree.fromstring(parts(document(heading(1, "a")), style)["word/numbering.xml"])

    levels = [
        (each.find(qn("w:pStyle")).get(qn("w:val")), each.find(qn("w:lvlText")).get(qn("w:val")))
        for each in numbering[0].iter(qn("w:lvl"))
    ]
    assert levels == [("Heading1", "%1."), ("Heading2", "%1.%2."), ("Heading3", "%1.%2.%3.")]


@pytest.mark.parametrize("change", [numbered_headings(form="upperRoman"), numbered_headings(end=")"), None])
def test_headings_counted_otherwise_or_not_at_all_are_counted_as_ours(change):
    style = read_house_style(house_style(change=change))

    numbering = etree.fromstring(parts(document(heading(1, "a")), style)["word/numbering.xml"])
    assert [each.get(qn("w:val")) for each in numbering[0].iter(qn("w:lvlText"))] == [
        "%1",
        "%1.%2",
        "%1.%2.%3",
    ]


def test_a_style_based_on_a_heading_takes_no_number_and_no_place_in_the_contents(style):
    styles = etree.fromstring(parts(document(), style)["word/styles.xml"])

    look = style_of(styles, "TOCHeading").find(qn("w:pPr"))
    assert [look.find(qn("w:numPr"))[0].get(qn("w:val")), look.find(qn("w:outlineLvl")).get(qn("w:val"))] == [
        "0",
        "9",
    ]


def test_what_the_file_lacks_is_told_by_name_and_stands_in_the_colour_of_the_house(style):
    styles = etree.fromstring(parts(document(), style)["word/styles.xml"])

    names = [each.name for each in style.stand_ins]
    assert "Artikellid" in names
    assert "Artikel" not in names
    assert style_of(styles, "Lead").find(f".//{qn('w:color')}").get(qn("w:val")) == "6A1B9A"


@pytest.mark.parametrize(("language", "locale"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_language_is_that_of_the_document(style, language, locale):
    styles = etree.fromstring(parts(document(language=language), style)["word/styles.xml"])

    assert [node.get(qn("w:val")) for node in styles.iter(qn("w:lang"))] == [locale]


def test_a_template_gives_the_same_as_a_document():
    content = house_style()

    as_document = read_house_style(content)
    template = read_house_style(as_template(content), "huisstijl.dotx")
    assert docx_bytes(sample(), template) == docx_bytes(sample(), as_document)


def test_the_fonts_are_named_because_the_file_does_not_carry_them(style):
    assert "Verdana" in style.fonts
    assert "Verdana" in style.remarks[0].nl


@pytest.mark.parametrize(
    ("pages", "told"), [("even", "De even bladzijden"), ("first", "De eerste bladzijde")]
)
def test_a_header_that_is_not_taken_over_is_told(pages, told):
    def change(word):
        section = word.sections[0]._sectPr
        ordinary = next(section.iter(qn("w:headerReference")))
        other = deepcopy(ordinary)
        other.set(qn("w:type"), pages)
        ordinary.addnext(other)

    remarks = read_house_style(house_style(change=change)).remarks

    assert [told in each.nl for each in remarks].count(True) == 1


def test_without_a_house_style_nothing_changes(style):
    before = docx_bytes(document(*BLOCKS))
    docx_bytes(document(*BLOCKS), style)

    assert docx_bytes(document(*BLOCKS)) == before


def test_ids_of_another_language_of_word_are_understood_and_a_chance_meeting_of_ids_does_no_harm():
    ids = {b'"Heading1"': b'"Kop1"', b'"Title"': b'"Titel"', b'"BodyText"': b'"Provision"'}

    def dutch(part: bytes) -> bytes:
        for old, new in ids.items():
            part = part.replace(b"w:styleId=" + old, b"w:styleId=" + new).replace(
                b"w:val=" + old, b"w:val=" + new
            )
        return part

    renamed = read_house_style(repacked(house_style(), {"word/styles.xml": dutch}))
    styles = etree.fromstring(parts(document(*BLOCKS), renamed)["word/styles.xml"])

    assert style_of(styles, "Heading1").find(f".//{qn('w:color')}").get(qn("w:val")) == "6A1B9A"
    assert style_of(styles, "OtherProvision").find(qn("w:name")).get(qn("w:val")) == "Body Text"
    assert style_of(styles, "TOCHeading").find(qn("w:basedOn")).get(qn("w:val")) == "Heading1"
    assert style_of(styles, "Provision").find(qn("w:name")).get(qn("w:val")) == "Artikellid"
