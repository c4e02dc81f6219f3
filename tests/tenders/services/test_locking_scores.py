"""What still stands in the way of locking the scores, and what locking them records."""

import json
from datetime import timedelta

import pytest

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import ConsensusScore, Lot, Minutes, PhaseChange
from tenders.procedure.phases import Phase
from tenders.services.agreed import (
    CONFLICT_SINCE,
    NOBODY,
    NOBODY_SCORED_ALL,
    NOT_AGREED,
    open_cells,
    unmotivated_cells,
)
from tenders.services.consensus import WrongScores
from tenders.services.facts import facts_of
from tenders.services.locked_scores import settled_digest
from tenders.services.phases import Refused, phase_of
from tenders.services.transitions import take_step
from tests import cast, meeting

pytestmark = pytest.mark.django_db
CONSENSUS, MEAN = Lot.Combination.CONSENSUS, Lot.Combination.MEAN
LATER = cast.NOW + timedelta(hours=1)


@pytest.fixture
def officer():
    return cast.person(Role.OFFICER)


def versions(lot, code):
    rows = ConsensusScore.objects.filter(bid=meeting.bid(lot, code)).order_by("number")
    return [(row.number, row.value) for row in rows]


def events(action):
    return [json.loads(event.details) for event in Event.objects.filter(action=action).order_by("sequence")]


def test_every_cell_without_an_agreed_score_stands_in_the_way(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))
    meeting.settle(lot, A=("voldoende", meeting.WHY_A))

    assert [(cell.bid.code, cell.reason) for cell in open_cells(lot)] == [("B", NOT_AGREED)]
    assert facts_of(lot, at=cast.NOW, actor=officer).missing_scores == 1


def test_a_conflict_after_the_score_asks_for_it_anew(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))
    meeting.settle(lot, A=("voldoende", meeting.WHY_A), B=("goed", meeting.WHY_B))
    meeting.conflict(lot, "C", "A", at=LATER)

    assert [(cell.bid.code, cell.reason) for cell in open_cells(lot)] == [("A", CONFLICT_SINCE)]

    meeting.settle(lot, at=LATER, seen=1, A=("voldoende", meeting.WHY_A))

    assert open_cells(lot) == []
    assert versions(lot, "A") == [(1, "voldoende"), (2, "voldoende")]


def test_a_bid_that_nobody_may_judge_is_named(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))
    for letter in "ABC":
        meeting.conflict(lot, letter, "A")

    assert open_cells(lot)[0].reason == NOBODY
    with pytest.raises(WrongScores) as refused:
        meeting.settle(lot, A=("goed", meeting.WHY_A))
    assert refused.value.faults == {meeting.bid(lot, "A").pk: (NOBODY,)}


def test_with_a_mean_every_bid_needs_the_same_assessors(officer):
    lot = meeting.judged_lot(MEAN)
    meeting.conflict(lot, "A", "A")
    meeting.conflict(lot, "B", "A")
    meeting.conflict(lot, "C", "B")

    assert [cell.reason for cell in open_cells(lot)] == [NOBODY_SCORED_ALL, NOBODY_SCORED_ALL]


def test_a_score_without_a_reason_is_counted(officer):
    lot = meeting.judged_lot(CONSENSUS)
    ConsensusScore.objects.create(
        bid=meeting.bid(lot, "A"), criterion=meeting.criterion(lot), number=1, value="goed", at=cast.NOW
    )

    assert unmotivated_cells(lot) == 1
    assert facts_of(lot, at=cast.NOW, actor=officer).unmotivated == 1


def test_locking_logs_the_digest_of_all_that_was_settled_and_reopening_reports_both(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))
    meeting.settle(lot, A=("voldoende", meeting.WHY_A), B=("goed", meeting.WHY_B))
    meeting.minuted(lot)
    first = settled_digest(lot)
    take_step(lot=lot, code="lock-scores", at=LATER, actor=officer)
    take_step(lot=lot, code="reopen-consensus", at=LATER, actor=officer, reason="Verkeerd niveau gekozen.")
    meeting.settle(lot, at=LATER, seen=1, A=("matig", meeting.WHY_A))

    take_step(lot=lot, code="lock-scores", at=LATER, actor=officer)

    assert [(told["before"], told["after"]) for told in events("consensus.locked")] == [
        ("", first),
        (first, settled_digest(lot)),
    ]
    assert settled_digest(lot) != first


def test_scores_that_are_not_settled_cannot_be_locked(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))

    with pytest.raises(Refused):
        take_step(lot=lot, code="lock-scores", at=LATER, actor=officer)


@pytest.mark.parametrize("missing", [{"held_at": None}, {"present": []}, {"text": " "}])
def test_scores_are_not_locked_before_the_minutes_are_complete(officer, missing):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))
    meeting.settle(lot, A=("voldoende", meeting.WHY_A), B=("goed", meeting.WHY_B))
    meeting.minuted(lot)
    Minutes.objects.update(**missing)

    with pytest.raises(Refused, match="verslag"):
        take_step(lot=lot, code="lock-scores", at=LATER, actor=officer)


def test_when_nobody_may_judge_a_bid_somebody_else_can_be_asked(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))
    for letter in "ABC":
        meeting.conflict(lot, letter, "A")

    take_step(lot=lot, code="resume-assessment", at=LATER, actor=officer, reason="Iedereen kent A.")

    assert phase_of(lot) is Phase.ASSESSMENT


def test_the_assessment_is_not_resumed_while_somebody_judged_every_bid(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))
    meeting.conflict(lot, "C", "A")

    with pytest.raises(Refused):
        take_step(lot=lot, code="resume-assessment", at=LATER, actor=officer, reason="C kent A.")


def test_nobody_is_added_once_the_prices_are_known(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))
    for letter in "ABC":
        meeting.conflict(lot, letter, "A")
    PhaseChange.objects.create(
        lot=lot, number=1, transition="open-prices", source="price_opening", target="evaluation", at=cast.NOW
    )

    with pytest.raises(Refused):
        take_step(lot=lot, code="resume-assessment", at=LATER, actor=officer, reason="Iedereen kent A.")
