"""The rows of the scoring grid that nobody fills in here: prices from the vault, scores of the assessors."""

from collections.abc import Mapping, Sequence
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
    lot: Lot, leaves: Sequence[Criterion], bids: Sequence[Bid], stored: Mapping[CellKey, tuple[str, str]]
) -> dict[int, Reading]:
    """By criterion. A price stands in no row before the vault is opened, a score only once it is locked."""
    jury = locked_jury_values([lot]).get(lot.pk, {})
    values: dict[CellKey, tuple[str, ...]] = {key: (value,) for key, (value, _why) in stored.items()}
    values |= {key: cell.values for key, cell in jury.items()}
    return {leaf.pk: _reading(leaf, bids, values) for leaf in leaves if not is_by_hand(leaf)}


def _reading(leaf: Criterion, bids: Sequence[Bid], values: Mapping[CellKey, tuple[str, ...]]) -> Reading:
    from_vault = leaf.kind == Criterion.Kind.PRICE
    sealed = _("nog in de prijskluis") if from_vault else _("nog bij de beoordelaars")
    shown = (values.get((bid.pk, leaf.pk), ()) for bid in bids)
    return Reading(
        origin=_("komt uit de prijskluis") if from_vault else _("komt van de beoordelaars"),
        values=tuple(" / ".join(value_shown(each, leaf) for each in cell) or sealed for cell in shown),
    )
