"""What counts as sustainability, and that its weight is what the annex to the documents prints."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procurement.documents.model import plain
from procurement.numbers import parse_dutch
from tenders.catalogue.loading import catalogue
from tenders.catalogue.model import Theme
from tenders.catalogue.themes import THEMES, is_sustainability, theme_behind, weight_of
from tenders.models import Criterion
from tenders.reports.annex.tree import tree_table
from tenders.reports.wording import Wording
from tests.tenders.lint.drafts import draft
from tests.tenders.reports.random_lots import random_lots

COPIED = "hw-award-energy-etec"


def test_every_theme_of_the_catalogue_can_be_chosen_and_has_words() -> None:
    assert [theme.value for theme in Theme] == list(Criterion.Theme.values)
    assert {theme.value: words.nl for theme, words in THEMES.items()} == {
        theme.value: str(theme.label) for theme in Criterion.Theme
    }


@pytest.mark.parametrize(
    ("chosen", "copied", "theme"),
    [
        ("", "", None),
        ("climate", "", Theme.CLIMATE),
        ("", COPIED, Theme.ENERGY),
        ("value", COPIED, Theme.VALUE),
        ("", "gone-from-the-catalogue", None),
        ("gone", "", None),
    ],
)
def test_what_a_person_chose_goes_before_what_was_copied(
    chosen: str, copied: str, theme: Theme | None
) -> None:
    assert theme_behind(chosen, copied) is theme


def test_price_and_quality_is_no_sustainability() -> None:
    assert {theme for theme in Theme if not is_sustainability(theme)} == {Theme.VALUE}
    assert not is_sustainability(None)


def test_every_item_of_the_catalogue_says_what_it_is_about() -> None:
    assert {theme_behind("", item.code) for item in catalogue()} == set(Theme)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.data())
def test_the_sum_is_what_the_annex_prints(seed: int, data: st.DataObject) -> None:
    """Add up the printed weights of the leaves with a theme: the same percentage, to the last digit."""
    [lot] = random_lots(1, seed)
    themes = {
        leaf.code: theme
        for leaf in lot.leaves()
        if (theme := data.draw(st.sampled_from([None, Theme.CLIMATE, Theme.WATER, Theme.VALUE])))
    }

    printed = {
        plain(row.cells[0]): parse_dutch(plain(row.cells[2]).removesuffix("%"))
        for row in tree_table(lot, Wording("nl")).rows
    }
    counted = [code for code, theme in themes.items() if theme is not Theme.VALUE]
    assert weight_of(lot, themes) == sum((printed[code] for code in counted), Decimal(0))
    of_each = [weight_of(lot, themes, theme) for theme in (Theme.CLIMATE, Theme.WATER, Theme.VALUE)]
    assert sum(of_each, Decimal(0)) == weight_of(lot, themes)
    assert of_each[2] == 0


def test_a_fraction_is_not_rounded() -> None:
    lot = draft().tender.lots[0]
    group = lot.criteria[2]
    thin = replace(group.children[0], weight=Decimal("0.0001"))
    changed = replace(lot, criteria=(replace(group, children=(thin, *group.children[1:])),))

    assert weight_of(changed, {thin.code: Theme.CLIMATE, "D2": Theme.ENERGY}) == Decimal("8.0001")
