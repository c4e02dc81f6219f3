"""The HTML of a tree: its structure whatever the text, its numbers, and nothing that a page forbids."""

import re

import pytest
from hypothesis import given, settings
from lxml import html

from procurement.documents.compose import (
    annex,
    bullets,
    column,
    content,
    field,
    footnote,
    heading,
    paragraph,
    point,
    provision,
    ref,
    row,
    table,
    title,
)
from procurement.documents.errors import DocumentError
from procurement.documents.model import Clause, Document, TableOfContents
from procurement.documents.numbering import outline
from procurement.documents.writers.html import Landmark, Setting, html_text
from tests.procurement.documents.examples import BLOCKS, CLAUSE, document
from tests.procurement.documents.writers.nasty_texts import TEXTS


def parsed(tree: Document, setting: Setting | None = None):
    return html.fragment_fromstring(html_text(tree, setting))


def hostile(text: str) -> Document:
    return document(
        title(text),
        TableOfContents(text),
        heading(1, text),
        paragraph(text, field(text, text), footnote(text)),
        bullets(text),
        table([column(f"z{text}")], [row(text)], caption=f"x{text}", alt=f"y{text}"),
        Clause(
            code=text,
            version="1",
            title=content(text),
            anchor=f"a{text}",
            body=(provision(text, ref(f"a{text}"), points=[point(text)]),),
        ),
    )


def shape(tree: Document) -> list[tuple[str, tuple[str, ...]]]:
    return [(node.tag, tuple(node.keys())) for node in parsed(tree).iter() if node.tag != "br"]


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_no_text_whatever_changes_the_structure(text):
    assert shape(hostile(text)) == shape(hostile("x"))


def test_ids_are_used_once_and_every_link_leads_to_one():
    root = parsed(document(*BLOCKS))

    ids = [node.get("id") for node in root.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    assert {link.get("href")[1:] for link in root.iter("a")} - set(ids) == set()


def test_nothing_stands_in_it_that_a_strict_page_forbids():
    written = html_text(document(*BLOCKS))

    assert re.findall(r"<(?:script|style|iframe|img|form)|\sstyle=|\son\w+=|https?:", written) == []


def test_every_number_is_the_one_of_the_outline():
    tree = document(*BLOCKS)
    root = parsed(tree)

    shown = {
        node.get("id"): node.findtext("span[@class='doc-number']") or ""
        for node in root.iter("h1", "h2", "h3", "h4", "h5", "h6")
        if node.get("id")
    }
    assert [number.rstrip(".") for number in shown.values()] == [
        entry.number for entry in outline(tree).entries
    ]
    assert [each.text for each in root.xpath(".//section[@class='doc-clause']//span[@class='doc-number']")][
        :6
    ] == [
        "1",
        "1.1",
        "1.2",
        "(a)",
        "(b)",
        "(i)",
    ]


def test_no_level_of_heading_is_left_out():
    root = parsed(document(title("t"), heading(1, "a"), heading(4, "b"), heading(3, "c"), heading(1, "d")))

    assert [node.tag for node in root] == ["h2", "h3", "h4", "h4", "h3"]


def test_the_page_chooses_landmark_level_and_prefix():
    setting = Setting(heading_level=1, landmark=Landmark.MAIN, prefix="old-")
    root = parsed(document(title("t"), heading(1, "a", anchor="b")), setting)

    assert (root.tag, root.get("lang")) == ("main", "nl-NL")
    assert [(node.tag, node.get("id")) for node in root] == [("h1", None), ("h2", "old-b-1")]


@pytest.mark.parametrize("wrong", [{"heading_level": 4}, {"prefix": "1"}, {"prefix": "a b"}, {"prefix": ""}])
def test_a_setting_that_would_not_be_html_is_refused(wrong):
    with pytest.raises(DocumentError):
        Setting(**wrong)


def test_a_footnote_stands_at_the_end_and_leads_back():
    root = parsed(document(paragraph("a", footnote("bron")), paragraph("b", footnote("twee"))))

    notes = root.xpath(".//section[@class='doc-footnotes']//li")
    assert [note.text.strip() for note in notes] == ["bron", "twee"]
    assert [note[0].get("href") for note in notes] == ["#doc-noteref-1", "#doc-noteref-2"]


def test_a_footnote_within_a_footnote_is_refused():
    with pytest.raises(DocumentError, match="a footnote within a footnote"):
        html_text(document(paragraph("a", footnote("b", footnote("c")))))


def test_an_open_field_says_which_variable_it_is():
    (mark,) = parsed(document(paragraph(field("penalty", "bedrag")))).iter("mark")

    assert (mark.text, mark.get("data-field"), mark.get("data-kind")) == ("[bedrag]", "penalty", "text")


def test_a_clause_says_which_text_it_is():
    (section,) = parsed(document(CLAUSE)).iter("section")

    assert section.get("data-clause") == "co2-report@2"


def test_a_reference_to_nothing_is_refused_with_its_place():
    with pytest.raises(DocumentError, match="in 'Zie artikel ': a reference to 'weg'"):
        html_text(document(paragraph("Zie artikel ", ref("weg"))))


def test_annexes_have_letters():
    root = parsed(document(annex("a"), annex("b", level=2), annex("c")))

    assert [node.text_content() for node in root] == ["Bijlage A. a", "A.1 b", "Bijlage B. c"]


def test_a_column_without_a_title_has_no_heading_cell():
    root = parsed(document(table([column(""), column("Naam")], [row("1", "a")], alt="x")))

    assert [(node.tag, node.text) for node in root.iter("th", "td")][:2] == [("td", None), ("th", "Naam")]
