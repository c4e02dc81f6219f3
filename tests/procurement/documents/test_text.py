"""The one rule for typed text."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procurement.documents.text import attribute, cleaned, escaped, only_words

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("A & B <BV>", "A & B <BV>"),
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("nul\x00bel\x07vt\x0bdel\x7fc1\x85", "nulbelvtdelc1"),
        ("los \ud800 deel", "los  deel"),
        ("\ufffe\uffff", ""),
        ("factuur\u202efdp.exe", "factuurfdp.exe"),
        ("\u2066binnen\u2069\u200e\u200f\u061c", "binnen"),
        ("👩‍👩‍👧 e\u0301 tab\t", "👩‍👩‍👧 e\u0301 tab\t"),
    ],
)
def test_what_cannot_be_carried_is_left_out_and_the_rest_stays(typed, kept):
    assert cleaned(typed) == kept


@given(ANY_TEXT)
def test_escaped_text_reads_back_as_the_cleaned_text(typed):
    read = ElementTree.fromstring(f"<t>{escaped(typed)}</t>").text or ""

    assert read == cleaned(typed)


@given(ANY_TEXT)
def test_an_attribute_reads_back_on_one_line(typed):
    read = ElementTree.fromstring(f'<t a="{attribute(typed)}"/>').get("a")

    assert read == cleaned(typed).replace("\n", " ").replace("\t", " ")


def test_only_words_need_nothing_done_to_them():
    """Every character there is, next to a word: what `only_words` lets through comes out as it went in."""
    let_through = [sign for sign in map(chr, range(0x110000)) if only_words(f"woord{sign}")]

    changed = [sign for sign in let_through if attribute(sign) != sign.replace('"', "&quot;")]
    assert changed == []
    assert {"a", "é", " ", "\u00a0", "\u00ad", '"', "👩"} <= set(let_through)
    assert {"&", "<", ">", "\t", "\n", "\r", "\x85", "\u202e"}.isdisjoint(let_through)
