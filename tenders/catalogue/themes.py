"""What an award criterion is about, and how much of a lot is about sustainability: all themes but `VALUE`."""

from collections.abc import Mapping
from decimal import Decimal

from procurement.language import Text
from tenders.catalogue.loading import catalogue
from tenders.catalogue.model import Theme
from tenders.scoring.model import Lot
from tenders.scoring.numbers import exactly

Themes = Mapping[str, Theme]
"""By code of a leaf; a leaf without a theme is not there."""

THEMES: Mapping[Theme, Text] = {
    Theme.CLIMATE: Text(nl="klimaat", en="climate"),
    Theme.ENERGY: Text(nl="energie", en="energy"),
    Theme.CIRCULARITY: Text(nl="circulariteit", en="circularity"),
    Theme.MATERIALS: Text(nl="materialen", en="materials"),
    Theme.WATER: Text(nl="water", en="water"),
    Theme.SUPPLY_CHAIN: Text(nl="keten", en="supply chain"),
    Theme.DATA: Text(nl="gegevens", en="data"),
    Theme.REPORTING: Text(nl="rapportage", en="reporting"),
    Theme.VALUE: Text(nl="prijs en kwaliteit", en="price and quality"),
}


def theme_behind(theme: str, catalogue_code: str) -> Theme | None:
    """The theme that a person chose, else that of the catalogue item that the criterion was copied from."""
    if theme in set(Theme):
        return Theme(theme)
    if not catalogue_code or catalogue_code not in catalogue():
        return None
    return catalogue()[catalogue_code].theme


def is_sustainability(theme: Theme | None) -> bool:
    return theme not in (None, Theme.VALUE)


def weight_of(lot: Lot, themes: Themes, wanted: Theme | None = None) -> Decimal:
    """The leaves about sustainability, or about one theme, as a percentage of the lot: exact, not rounded."""
    found = ((leaf, themes.get(leaf.code)) for leaf in lot.leaves())
    counted = (leaf.weight for leaf, theme in found if is_sustainability(theme) and wanted in (None, theme))
    with exactly():
        return sum(counted, Decimal(0))
