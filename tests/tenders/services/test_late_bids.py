"""A bid that came too late takes no part in the ranking and stands in nobody's way, whatever the rule."""

from datetime import timedelta

import pytest

from procurement.organisations.models import Role
from tenders.models import Lot
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tenders.services.evaluations import stored_result
from tenders.services.facts import facts_of
from tests import cast
from tests.sealed import new_bid, opened, sealed

pytestmark = pytest.mark.django_db


def evaluated(falling_away: str) -> Lot:
    lot = cast.lot()
    Lot.objects.filter(pk=lot.pk).update(falling_away=falling_away)
    cast.published(lot.tender, Phase.SUBMISSION)
    sealed(lot, new_bid("Op tijd", price="900"))
    sealed(lot, new_bid("Te laat", price="1", received_at=cast.DEADLINE + timedelta(seconds=1)))
    opened(lot)
    bid = lot.bids.get(code="A")
    bid.outcomes.create(requirement=lot.requirements.get(), met=True)
    bid.values.create(criterion=lot.criteria.get(code="K"), value="goed", motivation="Is goed.")
    cast.in_phase(lot, Phase.PRICE_OPENING)
    assert facts_of(lot, at=cast.NOW, actor=None).missing_prices == 0
    opened(lot, "open-prices", at=cast.NOW + timedelta(hours=1))
    evaluate_lot(lot=lot, at=cast.NOW + timedelta(hours=2), actor=cast.person(Role.OFFICER))
    return lot


@pytest.mark.parametrize("falling_away", Lot.FallingAway.values)
def test_a_late_bid_is_not_ranked(falling_away: str) -> None:
    lot = evaluated(falling_away)

    result = stored_result(lot.evaluations.get())

    assert [each.bid.code for each in result.ranking] == ["A"]
    assert [each.bid.code for each in result.excluded] == ["B"]
