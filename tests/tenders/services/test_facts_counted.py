"""Each phase counts what its own guards look at, and nothing of the bids that they do not."""

import pytest

from tenders.models import Bid, Lot, Supplier
from tenders.procedure.facts import Facts
from tenders.procedure.phases import Phase
from tenders.procedure.transitions import transitions_from
from tenders.services.facts import facts_of
from tests import cast

COUNTS = {"admitted", "unjudged", "missing_values", "missing_prices"}


class Watched(Facts):
    """Remembers which facts were looked at."""

    looked_at: set[str] = set()  # noqa: RUF012 -- one for the class: the facts themselves cannot change

    def __getattribute__(self, name: str) -> object:
        Watched.looked_at.add(name)
        return super().__getattribute__(name)


def looked_at_in(phase: Phase) -> set[str]:
    Watched.looked_at = set()
    for number in (0, 1):
        known = Watched(now=cast.NOW, lot=1, phase=phase, **dict.fromkeys(COUNTS, number))
        for transition in transitions_from(phase):
            list(transition.reasons(known))
    return Watched.looked_at & COUNTS


def lot_where_all_is_missing() -> Lot:
    """One bid of which nothing was judged, filled in or sealed."""
    lot = cast.lot()
    supplier = Supplier.objects.create(organisation=lot.tender.organisation, name="Anemoon")
    Bid.objects.create(lot=lot, supplier=supplier, code="A", received_at=cast.DEADLINE)
    return lot


@pytest.mark.django_db
@pytest.mark.parametrize("phase", Phase)
def test_a_phase_counts_what_its_guards_look_at(phase: Phase) -> None:
    lot = cast.in_phase(lot_where_all_is_missing(), phase)

    facts = facts_of(lot, at=cast.NOW, actor=None)

    assert {name for name in COUNTS if getattr(facts, name)} == looked_at_in(phase)
