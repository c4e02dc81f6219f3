"""Once prices were open, what they rest on stays: only an agreed score can be corrected, by two people."""

from datetime import timedelta

import pytest

from procurement.organisations.models import Role
from tenders.models import Lot, PhaseChange
from tenders.procedure.phases import Phase
from tenders.procedure.transitions import TRANSITIONS
from tenders.services.bids import Entry, record_values
from tenders.services.phases import Refused, reasons_against
from tenders.services.steps import possible_steps
from tests import cast

pytestmark = pytest.mark.django_db


def with_known_prices(phase: Phase) -> Lot:
    lot = cast.in_phase(cast.lot_with_bids(), phase)
    number = lot.phase_changes.count() + 1
    PhaseChange.objects.create(
        lot=lot, number=number, transition="open-prices", source="price_opening", target="evaluation",
        at=cast.NOW - timedelta(hours=1),
    )  # fmt: skip
    return lot


def against(lot: Lot, code: str) -> list[str]:
    officer = cast.person(Role.OFFICER)
    return [each.en for each in reasons_against(lot, TRANSITIONS[code], at=cast.NOW, actor=officer)]


def test_nobody_reopens_the_scores_alone_once_prices_are_known() -> None:
    lot = with_known_prices(Phase.PRICE_OPENING)

    [reason] = against(lot, "reopen-consensus")
    assert reason == (
        "The prices have been opened before. A score is corrected by two people, with ‘Correct a score after "
        "the prices were opened’."
    )


def test_two_people_can_also_before_the_second_opening() -> None:
    lot = with_known_prices(Phase.PRICE_OPENING)

    assert against(lot, "correct-score-after-prices") == []


def test_before_the_first_opening_the_meeting_is_reopened() -> None:
    lot = cast.in_phase(cast.lot_with_bids(), Phase.PRICE_OPENING)

    assert against(lot, "correct-score-after-prices") == [
        "The prices have never been opened. Reopen the consensus meeting."
    ]


def test_an_offered_value_stays_once_prices_are_known() -> None:
    lot = with_known_prices(Phase.CONSENSUS)
    entry = Entry(
        bid=lot.bids.get(code="A"), criterion=lot.criteria.get(code="D1"), value="150", motivation="Anders."
    )

    with pytest.raises(Refused) as refused:
        record_values(lot=lot, entries=[entry], at=cast.NOW, actor=cast.person(Role.OFFICER))

    [reason] = refused.value.reasons
    assert reason.en == (
        "The prices of lot 1 have been opened before. Only an agreed score can still be corrected; the rest "
        "stays as it was."
    )


def test_a_step_that_does_not_belong_to_the_lot_is_not_offered() -> None:
    lot = cast.in_phase(cast.lot_with_bids(), Phase.PRICE_OPENING)

    offered = [
        step.transition.code for step in possible_steps(lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    ]

    assert offered == ["open-prices", "reopen-consensus", "stop"]
