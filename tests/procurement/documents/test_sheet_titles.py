"""Names of sheets that Excel refuses never go out."""

import pytest

from procurement.documents.errors import DocumentError
from procurement.documents.sheet_titles import check_sheet_titles


@pytest.mark.parametrize(
    "titles",
    [
        [""],
        ["x" * 32],
        ["Lot 1: laptops"],
        ["'aanhef'"],
        ["bel\x07"],
        ["History"],
        ["Kosten", "kosten"],
    ],
)
def test_a_name_that_excel_refuses_is_refused(titles: list[str]) -> None:
    with pytest.raises(DocumentError):
        check_sheet_titles(titles)


def test_other_names_are_accepted() -> None:
    assert check_sheet_titles(["x" * 31, "Wat als 1", "d'r in", "Één (2)"]) is None
