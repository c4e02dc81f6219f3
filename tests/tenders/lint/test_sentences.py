"""Cutting texts into sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenders.lint.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een. Twee! Drie?", ["Een.", "Twee!", "Drie?"]),
        ("Conform art. 2.76 lid 2 Aw. Klaar.", ["Conform art. 2.76 lid 2 Aw.", "Klaar."]),
        ("Bijv. IEC 62623 o.g. wordt aanvaard.", ["Bijv. IEC 62623 o.g. wordt aanvaard."]),
        ("Versie 3.1 van 2.5 kg.", ["Versie 3.1 van 2.5 kg."]),
        ("- eerste\n- tweede", ["- eerste", "- tweede"]),
        ("Goed; ook dit.", ["Goed;", "ook dit."]),
        ("  \n ", []),
        ("Geen punt aan het eind", ["Geen punt aan het eind"]),
    ],
)
def test_a_text_is_cut_where_a_reader_would(text: str, expected: list[str]) -> None:
    assert [each.text for each in sentences(text)] == expected


@given(st.text(max_size=200))
def test_nothing_but_white_space_is_lost_and_each_offset_is_right(text: str) -> None:
    found = list(sentences(text))

    assert "".join("".join(each.text.split()) for each in found) == "".join(text.split())
    assert [text[each.start : each.start + len(each.text)] for each in found] == [each.text for each in found]
