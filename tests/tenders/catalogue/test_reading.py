"""A wrong catalogue file is refused with the file, the item and the field."""

from pathlib import Path

import pytest

from tenders.catalogue.loading import ITEMS, read_items
from tenders.catalogue.tables import CatalogueError

GOOD = (ITEMS / "general.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "to", "message"),
    [
        ('"gen-award-price"', '"gen-award-price"\nsurprise = 1', "gen-award-price: unknown field surprise"),
        ('nl = "Prijs", ', "", "gen-award-price: title: needs nl and en"),
        ('["pianoo-methods"]', '["made-up"]', "gen-award-price: source: no citation 'made-up'"),
        ('theme = "value"', 'theme = "green"', "gen-award-price: theme: must be one of climate"),
        ("ambition = 0", "ambition = -1", "gen-award-price: ambition: must be 0"),
        ("review_by = 2027-06-30", 'review_by = "soon"', "gen-award-price: review_by: must be a date"),
        ('kind = "award"', 'kind = "contract"', "gen-award-price: an award item says how"),
        ('share = "0.8"', 'share = "0,8"', "levels: good: share: "),
    ],
)  # fmt: skip
def test_refusal_names_the_place(tmp_path: Path, change: str, to: str, message: str) -> None:
    assert change in GOOD
    (tmp_path / "general.toml").write_text(GOOD.replace(change, to, 1), encoding="utf-8")

    with pytest.raises(CatalogueError) as refusal:
        list(read_items(tmp_path))

    assert str(refusal.value).startswith("general.toml: gen-")
    assert message in str(refusal.value)
