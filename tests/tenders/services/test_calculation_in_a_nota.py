"""A bid that was made before a nota van inlichtingen changed the calculation."""

from dataclasses import replace
from datetime import timedelta

import pytest

from procurement.organisations.models import Role
from tenders.models import Lot
from tenders.procedure.phases import Phase
from tenders.services.amending import start_amending
from tenders.services.calculation import figures_of_bids
from tenders.services.clarification_publishing import approve_changes, publish_clarification
from tenders.services.clarifications import Grounds, start_clarification
from tests import calculated, cast, clarifying, sealed

pytestmark = pytest.mark.django_db


def test_a_bid_on_an_earlier_calculation_keeps_what_still_fits_and_gets_no_half_value() -> None:
    """A lease with six fees; a nota van inlichtingen then makes the horizon seven years."""
    lot, first = calculated.lot(), clarifying.AT - timedelta(days=2)
    cast.published(lot.tender, Phase.CLARIFICATION)
    calculated.hand_in(lot, form="lease", at=first, received_at=first)
    _longer_by_nota(lot)

    calculated.prices_opened(calculated.opened(lot))

    [bid] = lot.bids.all()
    assert bid.life_cycle_answers.filter(code="laptop:supply.fees.6").exists()
    assert sealed.values_of(lot)["A"] == {"D1": "53.99"}
    [found] = figures_of_bids(lot, with_prices=True).values()
    assert [problem.place for problem in found.problems["P"]] == ["laptop:supply.fees.7"]


def _longer_by_nota(lot: Lot) -> None:
    officer, at = clarifying.officer(), clarifying.AT
    nota = start_amending(
        clarification=start_clarification(tender=lot.tender, at=at, actor=officer), at=at, actor=officer
    )
    calculated.save(lot, replace(calculated.PLAN, horizon=7))
    grounds = Grounds(
        reason="De looptijd is zeven jaar.",
        is_substantial=False,
        why_not_substantial=clarifying.WHY_NOT,
    )
    clarifying.write(nota, grounds=grounds)
    nota.refresh_from_db()
    approve_changes(clarification=nota, at=at, actor=cast.person(Role.LAWYER))
    publish_clarification(clarification=nota, at=at, actor=officer)
