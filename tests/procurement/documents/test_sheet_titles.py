"""Names of sheets made from what people typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procurement.documents.sheet_titles import check_sheet_titles, sheet_title


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Lot 1: laptops / docks", "Lot 1 laptops docks"),
        ("'aanhef'", "aanhef"),
        ("", "-"),
        ("History", "History 2"),
        ("Duurzaamheid van de laptops en docks", "Duurzaamheid van de laptops en"),
    ],
)
def test_a_typed_name_becomes_a_sheet_name(typed, title):
    assert sheet_title(typed) == title


def test_a_name_that_is_taken_gets_a_number():
    assert sheet_title("LOT", taken=["Lot", "lot 2"]) == "LOT 3"


@given(st.lists(st.text(st.characters(exclude_categories=())), max_size=6))
def test_made_names_are_always_accepted(typed):
    titles: list[str] = []
    for text in typed:
        titles.append(sheet_title(text, titles))

    assert check_sheet_titles(titles) is None
