"""What the court decided holds the contract, or does not."""

from datetime import timedelta

import pytest

from procurement.organisations.models import Role
from tenders.models import Proceedings
from tenders.procedure.phases import Phase
from tenders.services.phases import Refused
from tests import award, cast
from tests.tenders.services.proceedings import FREE, cleared, concluded, ended, refusals, started

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("ruling", ["granted", "partly"])
def test_a_claim_that_was_granted_holds_the_contract(ruling: str) -> None:
    lot = award.in_standstill()
    ended(started(lot), ruling=ruling, outcome="Verbiedt de gunning.")

    [reason] = refusals(lot, FREE)
    assert reason.startswith("De rechter wees een vordering tegen deze beslissing toe.")


@pytest.mark.parametrize("ruling", ["dismissed", "withdrawn"])
def test_a_claim_that_failed_holds_nothing(ruling: str) -> None:
    lot = award.in_standstill()
    ended(started(lot), ruling=ruling)

    assert concluded(lot) is Phase.CONTRACT


def test_a_lawyer_records_once_why_the_contract_may_be_concluded_all_the_same() -> None:
    lot = award.in_standstill()
    row = started(lot)
    with pytest.raises(Refused):
        cleared(row)  # nothing was granted yet
    ended(row, ruling="partly")

    with pytest.raises(Refused):
        cleared(row, by=Role.OFFICER)
    with pytest.raises(Refused):
        cleared(row, reason=" ")
    cleared(row)
    with pytest.raises(Refused):
        cleared(row)

    assert concluded(lot) is Phase.CONTRACT


def test_a_new_decision_is_not_held_by_the_ruling_on_the_earlier_one() -> None:
    lot = award.in_standstill()
    ended(started(lot), ruling="granted")
    Proceedings.objects.update(ruled_at=cast.NOW - timedelta(days=1))  # before the decision that now stands

    assert concluded(lot) is Phase.CONTRACT


def test_proceedings_end_with_a_known_ruling() -> None:
    row = started(award.in_standstill())

    with pytest.raises(Refused) as refusal:
        ended(row, ruling="gewonnen")

    assert [reason.nl for reason in refusal.value.reasons] == ["Kies wat de rechter besliste."]
