"""Rows of the scoring grid that nobody fills in here: prices, scores of the jury, calculated values."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tenders.forms.values import value_shown
from tenders.models import Bid, Criterion, Lot
from tenders.services.bids import is_by_hand
from tenders.services.jury_values import locked_jury_values
from tenders.services.scores import CellKey


@dataclass(frozen=True, slots=True)
class Reading:
    """Where the values come from, and what can be read of each bid."""

    origin: str
    values: tuple[str, ...]


def readings_of(
    lot: Lot,
    leaves: Sequence[Criterion],
    bids: Sequence[Bid],
    stored: Mapping[CellKey, tuple[str, str]],
    failed: Collection[int],
) -> dict[int, Reading]:
    """By criterion. A price stands in no row before the vault is opened, a score only once it is locked.

    Of the bids that are set aside, `failed`, none is asked.
    """
    jury = locked_jury_values([lot]).get(lot.pk, {})
    values: dict[CellKey, tuple[str, ...]] = {key: (value,) for key, (value, _why) in stored.items()}
    values |= {key: cell.values for key, cell in jury.items()}
    return {leaf.pk: _reading(leaf, bids, values, failed) for leaf in leaves if not is_by_hand(leaf)}


def _reading(
    leaf: Criterion,
    bids: Sequence[Bid],
    values: Mapping[CellKey, tuple[str, ...]],
    failed: Collection[int],
) -> Reading:
    origin, absent = _words(leaf)

    def shown(bid: Bid) -> str:
        given = " / ".join(value_shown(each, leaf) for each in values.get((bid.pk, leaf.pk), ()))
        return given or (_("niet beoordeeld") if bid.pk in failed else absent)

    return Reading(origin=origin, values=tuple(map(shown, bids)))


def _words(leaf: Criterion) -> tuple[str, str]:
    """Where the value comes from, and what it is called as long as there is none."""
    if leaf.kind == Criterion.Kind.PRICE:
        return _("komt uit de prijskluis"), _("nog in de prijskluis")
    if leaf.figure:
        return _("volgt uit de berekening"), _("niet te berekenen: zie de opgave")
    return _("komt van de beoordelaars"), _("nog bij de beoordelaars")
