"""What a phase closes, the database keeps closed, also for who writes to it without the services."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from procurement.organisations.models import Role
from tenders.models import (
    Bid,
    Clarification,
    DataKey,
    Lot,
    PhaseChange,
    Procedure,
    Publication,
    SealedBid,
    SealedPrices,
)
from tenders.procedure.phases import Phase
from tests import cast, clarifying, meeting
from tests.tenders.models.raw_sql import run

pytestmark = pytest.mark.django_db

KIND = "(SELECT id FROM tenders_criterion WHERE kind {} 'price')"
PRICE, VALUE = KIND.format("="), KIND.format("<>")
AFTER_THE_SCORES = {
    "another price": f"UPDATE tenders_bidvalue SET value = '1' WHERE criterion_id IN {PRICE}",
    "a removed price": f"DELETE FROM tenders_bidvalue WHERE criterion_id IN {PRICE}",
    "another value": f"UPDATE tenders_bidvalue SET value = '1' WHERE criterion_id IN {VALUE}",
    "a removed value": f"DELETE FROM tenders_bidvalue WHERE criterion_id IN {VALUE}",
    "another outcome": "UPDATE tenders_requirementoutcome SET met = true",
    "a removed outcome": "DELETE FROM tenders_requirementoutcome",
    "another code": "UPDATE tenders_bid SET code = 'Z' WHERE code = 'A'",
    "an earlier receipt": "UPDATE tenders_bid SET received_at = '2026-10-01 00:00:00+00:00'",
    "another bidder": "UPDATE tenders_bid SET supplier_id = 0 WHERE code = 'A'",
}
OF_THE_PANEL = {
    "scores that are no longer final": "UPDATE tenders_assessor SET ready_at = NULL",
    "another order of the bids": "UPDATE tenders_assessor SET seed = 'x'",
    "another person": "UPDATE tenders_assessor SET user_id = 0",
    "a removed task": "DELETE FROM tenders_assignment",
}
OF_THE_PHASE = {
    "another phase": "UPDATE tenders_procedure SET phase = 'evaluation'",
    "no phase": "DELETE FROM tenders_procedure",
}


def in_phase(phase: Phase) -> Lot:
    return cast.in_phase(cast.lot_with_bids(), phase)


@pytest.mark.parametrize("phase", [Phase.EVALUATION, Phase.VERIFICATION, Phase.STANDSTILL])
@pytest.mark.parametrize("statement", AFTER_THE_SCORES.values(), ids=AFTER_THE_SCORES.keys())
def test_what_a_ranking_rests_on_stays(statement: str, phase: Phase) -> None:
    in_phase(phase)

    with pytest.raises(DatabaseError, match="this phase of the procedure does not allow it"):
        run(statement)


def test_in_the_opening_a_requirement_is_still_judged() -> None:
    in_phase(Phase.OPENING)

    assert run(AFTER_THE_SCORES["another outcome"]) == 3


def test_a_value_that_was_offered_is_corrected_until_the_scores_are_locked() -> None:
    in_phase(Phase.CONSENSUS)

    assert run(AFTER_THE_SCORES["another value"]) == 6


def test_with_the_prices_known_no_value_changes_in_the_meeting() -> None:
    lot = in_phase(Phase.CONSENSUS)
    PhaseChange.objects.create(
        lot=lot, number=1, transition="open-prices", source="price_opening", target="evaluation", at=cast.NOW
    )

    with pytest.raises(DatabaseError, match="this phase of the procedure does not allow it"):
        run(AFTER_THE_SCORES["another value"])


@pytest.mark.parametrize("statement", OF_THE_PANEL.values(), ids=OF_THE_PANEL.keys())
def test_final_scores_and_the_panel_stay(statement: str) -> None:
    lot = meeting.judged_lot("mean", Phase.ASSESSMENT)
    meeting.assessor(lot, "A").assignments.create(criterion=meeting.criterion(lot))
    cast.in_phase(lot, Phase.CONSENSUS)

    with pytest.raises(DatabaseError):
        run(statement)


def test_a_score_is_agreed_in_the_meeting_alone() -> None:
    lot = meeting.judged_lot("consensus", Phase.EVALUATION)
    bid, criterion = meeting.bid(lot, "A"), meeting.criterion(lot)

    with pytest.raises(DatabaseError, match="this phase of the procedure does not allow it"):
        bid.consensus_scores.create(criterion=criterion, number=1, value="goed", at=cast.NOW)


@pytest.mark.parametrize("statement", OF_THE_PHASE.values(), ids=OF_THE_PHASE.keys())
def test_the_phase_is_where_the_last_recorded_step_led(statement: str) -> None:
    cast.approved(cast.lot_with_bids().tender)

    with pytest.raises(DatabaseError, match="a record never changes"):
        run(statement)


def test_no_lot_comes_into_a_phase_without_a_step() -> None:
    lot = cast.lot()

    with pytest.raises(DatabaseError, match="a record never changes"), transaction.atomic():
        Procedure.objects.create(lot=lot, phase=Phase.CONTRACT, since=cast.NOW)


@pytest.mark.parametrize("phase", [Phase.PUBLISHED, Phase.SUBMISSION, Phase.EVALUATION, Phase.STANDSTILL])
def test_documents_open_for_change_in_the_round_of_questions_alone(phase: Phase) -> None:
    lot = cast.lot_with_bids()
    cast.published(lot.tender, phase)

    with pytest.raises(DatabaseError, match="this phase of the procedure does not allow it"):
        Clarification.objects.create(tender=lot.tender, number=1, opened_at=cast.NOW, is_amending=True)


def test_a_later_version_comes_from_the_round_of_questions_alone() -> None:
    lot = cast.lot_with_bids()
    first = cast.published(lot.tender, Phase.EVALUATION)

    with pytest.raises(DatabaseError, match="this phase of the procedure does not allow it"):
        Publication.objects.create(
            tender=lot.tender, version=2, snapshot=first.snapshot, digest=first.digest, made_at=cast.NOW
        )


def test_a_clarification_of_published_documents_is_not_removed() -> None:
    clarifying.amended()

    with pytest.raises(DatabaseError, match="a record never changes"):
        run("DELETE FROM tenders_clarification")


def test_the_deadline_moves_to_that_of_the_clarification_alone() -> None:
    row = clarifying.ready(is_substantial=True, new_deadline=clarifying.LATER)

    with pytest.raises(DatabaseError, match="what was published is frozen"), transaction.atomic():
        type(row.tender).objects.update(deadline=clarifying.LATER + timedelta(days=1))


def sealed(phase: Phase) -> SealedBid:
    lot = cast.lot()
    row = SealedBid.objects.create(lot=lot, receipt="R", sealed_at=cast.NOW, version=1, content=b"x")
    SealedPrices.objects.create(bid=row, sealed_at=cast.NOW, content=b"1")
    DataKey.objects.create(lot=lot, vault="bids", wrapped=b"x", key_id="k")
    cast.in_phase(lot, phase)
    return row


@pytest.mark.parametrize("phase", [Phase.OPENING, Phase.CONSENSUS, Phase.PRICE_OPENING])
def test_a_price_is_not_replaced_after_the_opening(phase: Phase) -> None:
    row = sealed(phase)

    with pytest.raises(DatabaseError, match="this phase of the procedure does not allow it"):
        SealedPrices.objects.create(bid=row, sealed_at=cast.NOW, content=b"2")


def test_before_the_deadline_a_price_is_replaced() -> None:
    row = sealed(Phase.SUBMISSION)

    SealedPrices.objects.create(bid=row, sealed_at=cast.NOW, content=b"2")

    assert row.prices.count() == 2


@pytest.mark.parametrize("phase", [Phase.SUBMISSION, Phase.STANDSTILL])
def test_the_key_of_a_lot_that_goes_on_is_not_destroyed(phase: Phase) -> None:
    sealed(phase)

    with pytest.raises(DatabaseError, match="this phase of the procedure does not allow it"):
        run("DELETE FROM tenders_datakey")


def test_the_key_of_a_lot_that_ended_can_be_destroyed() -> None:
    sealed(Phase.CONTRACT)

    assert run("DELETE FROM tenders_datakey") == 1


def test_no_bid_is_added_after_the_admission() -> None:
    lot, officer = in_phase(Phase.ASSESSMENT), cast.person(Role.OFFICER)
    supplier = lot.tender.organisation.suppliers.create(name=officer.username)

    with pytest.raises(DatabaseError, match="this phase of the procedure does not allow it"):
        Bid.objects.create(lot=lot, supplier=supplier, code="D", received_at=cast.NOW)
