"""Annexes and footnotes in OpenDocument."""

import pytest

from procurement.documents.compose import annex, footnote, paragraph
from procurement.documents.errors import DocumentError
from procurement.documents.writers.odt import odt_bytes
from tests.procurement.documents.examples import BLOCKS, document
from tests.procurement.documents.writers.odt_parts import found, part, shown


def test_annexes_are_one_list_with_letters():
    tree = document(annex("a"), annex("b", level=2), annex("c"))

    content_part, styles = part(tree, "content.xml"), part(tree, "styles.xml")
    lists = found(content_part, "//office:text/text:list")
    assert [found(each, "@text:continue-list") for each in lists] == [[], ["annexes"], ["annexes"]]
    assert [each.text for each in found(content_part, "//text:h")] == [None] * 3
    assert [shown(each) for each in found(content_part, "//text:h")] == ["a", "b", "c"]
    first = found(styles, "//text:list-style[@style:name='Annexes']/*[1]")[0]
    assert found(first, "@style:num-format | @style:num-prefix") == ["A", "Bijlage "]


def test_footnotes_are_numbered_and_stand_where_they_are_asked():
    tree = document(paragraph("a", footnote("Bron")), paragraph("b", footnote("twee")))

    notes = found(part(tree, "content.xml"), "//text:p/text:note")
    assert [shown(found(note, "text:note-citation")[0]) for note in notes] == ["1", "2"]
    assert [shown(found(note, ".//text:p")[0]).strip() for note in notes] == ["Bron", "twee"]


def test_a_footnote_in_a_footnote_is_refused():
    with pytest.raises(DocumentError, match="in 'x': a footnote in a footnote, a header or a footer"):
        odt_bytes(document(paragraph("a", footnote("x", footnote("y")))))


def test_every_style_that_the_text_uses_exists():
    tree = document(*BLOCKS)

    named = {
        name
        for root in (part(tree, "content.xml"), part(tree, "styles.xml"))
        for name in found(root, "//@style:name")
    }
    used = set(found(part(tree, "content.xml"), "//text:p/@text:style-name | //text:h/@text:style-name"))
    assert used - named == set()
