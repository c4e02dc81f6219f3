"""Names of files that others chose: nothing hidden, no path, never empty."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procurement.file_names import LONGEST, clean_name


@pytest.mark.parametrize(
    ("given_name", "cleaned"),
    [
        ("plan van aanpak.pdf", "plan van aanpak.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\offerte.docx", "offerte.docx"),
        ("exe\u202efdp.scr", "exefdp.scr"),
        ("a\r\nb\0.txt", "ab.txt"),
        ("cafe\u0301.txt", "café.txt"),
        ('<x>:"|?*.pdf', "_x______.pdf"),
        ("  .hidden. ", "hidden"),
        ("", "bestand"),
        ("....", "bestand"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("x" * 300, "x" * 120),
    ],
)
def test_a_name_is_cleaned(given_name: str, cleaned: str) -> None:
    assert clean_name(given_name) == cleaned


@given(st.text(max_size=400))
def test_a_cleaned_name_is_always_usable(name: str) -> None:
    cleaned = clean_name(name)

    assert 0 < len(cleaned) <= LONGEST
    assert {unicodedata.category(each) for each in cleaned} & {"Cc", "Cf", "Cs", "Zl", "Zp"} == set()
    assert not set(cleaned) & set('/\\<>:"|?*')
    assert clean_name(cleaned) == cleaned
