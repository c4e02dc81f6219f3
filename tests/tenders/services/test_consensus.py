"""The consensus meeting: what is revealed, agreed on, agreed on anew, and locked."""

import json
from datetime import timedelta

import pytest

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.assessment.motivation import MISSING, SAME_AS_OTHER
from tenders.models import ConsensusScore, Lot, PhaseChange, Reveal
from tenders.procedure.phases import Phase
from tenders.services.agreed import (
    CONFLICT_SINCE,
    NOBODY,
    NOBODY_SCORED_ALL,
    NOT_AGREED,
    open_cells,
    unmotivated_cells,
)
from tenders.services.consensus import NOT_REVEALED, Agreement, StaleScores, WrongScores, agree, reveal
from tenders.services.facts import facts_of
from tenders.services.jury_values import jury_values
from tenders.services.locked_scores import settled_digest
from tenders.services.phases import Refused, phase_of
from tenders.services.transitions import take_step
from tests import cast, meeting

pytestmark = pytest.mark.django_db
CONSENSUS, MEAN = Lot.Combination.CONSENSUS, Lot.Combination.MEAN
WHY_A = "Het plan beschrijft elke stap van de levering, maar noemt niemand die op vrijdag helpt."
WHY_B = "De helpdesk antwoordt binnen het uur en de reparatie op locatie is volledig uitgewerkt."
LATER = cast.NOW + timedelta(hours=1)


@pytest.fixture
def officer():
    return cast.person(Role.OFFICER)


def revealed(lot, officer):
    reveal(lot=lot, criterion=meeting.criterion(lot), at=cast.NOW, actor=officer)
    return lot


def settle(lot, officer, *, at=cast.NOW, seen=0, **levels):
    """`levels`: by bid code, the level and the reason."""
    agreements = [
        Agreement(bid=meeting.bid(lot, code), value=value, reason=reason, seen=seen)
        for code, (value, reason) in levels.items()
    ]
    return agree(lot=lot, criterion=meeting.criterion(lot), agreements=agreements, at=at, actor=officer)


def versions(lot, code):
    rows = ConsensusScore.objects.filter(bid=meeting.bid(lot, code)).order_by("number")
    return [(row.number, row.value) for row in rows]


def events(action):
    return [json.loads(event.details) for event in Event.objects.filter(action=action).order_by("sequence")]


def test_what_was_agreed_is_stored_with_who_and_when(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)

    [score] = settle(lot, officer, A=("voldoende", WHY_A))

    assert (score.value, score.reason, score.number) == ("voldoende", WHY_A, 1)
    assert (score.at, score.made_by) == (cast.NOW, officer)


def test_a_change_is_a_next_version_and_the_first_stays(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)
    settle(lot, officer, A=("voldoende", WHY_A))

    settle(lot, officer, seen=1, A=("matig", WHY_A))

    assert versions(lot, "A") == [(1, "voldoende"), (2, "matig")]


def test_the_same_again_adds_no_version(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)
    settle(lot, officer, A=("voldoende", WHY_A))

    assert settle(lot, officer, seen=1, A=("voldoende", WHY_A)) == []


def test_an_old_page_does_not_undo_what_a_colleague_saved(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)
    settle(lot, officer, A=("voldoende", WHY_A))

    with pytest.raises(StaleScores) as refused:
        settle(lot, officer, seen=0, A=("goed", WHY_A), B=("goed", WHY_B))

    [conflict] = refused.value.conflicts
    assert (conflict.mine.value, conflict.stored.value) == ("goed", "voldoende")
    assert versions(lot, "B") == []


def test_nothing_is_agreed_before_the_scores_are_revealed(officer):
    lot = meeting.judged_lot(CONSENSUS)

    with pytest.raises(Refused) as refused:
        settle(lot, officer, A=("goed", WHY_A))

    assert refused.value.reasons == (NOT_REVEALED,)


@pytest.mark.parametrize("phase", [Phase.ASSESSMENT, Phase.PRICE_OPENING, Phase.EVALUATION])
def test_the_meeting_is_only_open_in_its_phase(phase, officer):
    lot = meeting.judged_lot(CONSENSUS, phase)

    with pytest.raises(Refused):
        revealed(lot, officer)

    assert not Reveal.objects.exists()


def test_revealing_twice_changes_nothing(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)

    again = reveal(lot=lot, criterion=meeting.criterion(lot), at=LATER, actor=officer)

    assert again.at == cast.NOW
    assert events("consensus.revealed") == [{"criterion": "K"}]


def test_a_figure_is_not_for_the_panel(officer):
    lot = meeting.judged_lot(CONSENSUS)

    with pytest.raises(Refused):
        reveal(lot=lot, criterion=meeting.criterion(lot, "P"), at=cast.NOW, actor=officer)


def test_a_bare_score_is_refused(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)

    with pytest.raises(WrongScores) as refused:
        settle(lot, officer, A=("goed", ""))

    assert refused.value.faults == {meeting.bid(lot, "A").pk: (MISSING,)}


def test_one_text_for_two_bids_is_refused_also_when_the_other_was_saved_before(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)
    settle(lot, officer, A=("voldoende", WHY_A))

    with pytest.raises(WrongScores) as refused:
        settle(lot, officer, B=("goed", WHY_A))

    assert refused.value.faults == {meeting.bid(lot, "B").pk: (SAME_AS_OTHER,)}


@pytest.mark.parametrize("level", ["", "uitmuntend"])
def test_only_a_level_of_the_scale_can_be_agreed_on(level, officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)

    with pytest.raises(WrongScores):
        settle(lot, officer, A=(level, WHY_A))

    assert versions(lot, "A") == []


def test_a_bid_that_was_knocked_out_gets_no_score(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)

    with pytest.raises(WrongScores):
        settle(lot, officer, C=("goed", WHY_A))


def test_with_a_mean_the_panel_can_write_together_but_not_pick_a_level(officer):
    lot = revealed(meeting.judged_lot(MEAN), officer)

    settle(lot, officer, A=("", WHY_A))

    value = jury_values(lot)[meeting.bid(lot, "A").pk, meeting.criterion(lot).pk]
    assert (value.values, value.motivation) == (("goed", "voldoende", "matig"), WHY_A)
    with pytest.raises(WrongScores):
        settle(lot, officer, B=("goed", WHY_B))


def test_the_log_knows_what_changed_but_not_what_was_agreed(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)
    settle(lot, officer, A=("voldoende", WHY_A))
    settle(lot, officer, seen=1, A=("matig", WHY_A))

    first, second = (event["scores"][0] for event in events("consensus.agreed"))

    assert (first["before"], second["before"]) == ("", first["after"])
    assert (second["bid"], second["number"]) == ("A", 2)
    assert WHY_A not in json.dumps([first, second])


def test_every_cell_without_an_agreed_score_stands_in_the_way(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)
    settle(lot, officer, A=("voldoende", WHY_A))

    assert [(cell.bid.code, cell.reason) for cell in open_cells(lot)] == [("B", NOT_AGREED)]
    assert facts_of(lot, at=cast.NOW, actor=officer).missing_scores == 1


def test_a_conflict_after_the_score_asks_for_it_anew(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)
    settle(lot, officer, A=("voldoende", WHY_A), B=("goed", WHY_B))
    meeting.conflict(lot, "C", "A", at=LATER)

    assert [(cell.bid.code, cell.reason) for cell in open_cells(lot)] == [("A", CONFLICT_SINCE)]

    settle(lot, officer, at=LATER, seen=1, A=("voldoende", WHY_A))

    assert open_cells(lot) == []
    assert versions(lot, "A") == [(1, "voldoende"), (2, "voldoende")]


def test_a_bid_that_nobody_may_judge_is_named(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)
    for letter in "ABC":
        meeting.conflict(lot, letter, "A")

    assert open_cells(lot)[0].reason == NOBODY
    with pytest.raises(WrongScores) as refused:
        settle(lot, officer, A=("goed", WHY_A))
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
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)
    settle(lot, officer, A=("voldoende", WHY_A), B=("goed", WHY_B))
    first = settled_digest(lot)
    take_step(lot=lot, code="lock-scores", at=LATER, actor=officer)
    take_step(lot=lot, code="reopen-consensus", at=LATER, actor=officer, reason="Verkeerd niveau gekozen.")
    settle(lot, officer, at=LATER, seen=1, A=("matig", WHY_A))

    take_step(lot=lot, code="lock-scores", at=LATER, actor=officer)

    assert events("consensus.locked") == [
        {"before": "", "after": first},
        {"before": first, "after": settled_digest(lot)},
    ]
    assert settled_digest(lot) != first


def test_scores_that_are_not_settled_cannot_be_locked(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)

    with pytest.raises(Refused):
        take_step(lot=lot, code="lock-scores", at=LATER, actor=officer)


def test_when_nobody_may_judge_a_bid_somebody_else_can_be_asked(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)
    for letter in "ABC":
        meeting.conflict(lot, letter, "A")

    take_step(lot=lot, code="resume-assessment", at=LATER, actor=officer, reason="Iedereen kent A.")

    assert phase_of(lot) is Phase.ASSESSMENT


def test_the_assessment_is_not_resumed_while_somebody_judged_every_bid(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)
    meeting.conflict(lot, "C", "A")

    with pytest.raises(Refused):
        take_step(lot=lot, code="resume-assessment", at=LATER, actor=officer, reason="C kent A.")


def test_nobody_is_added_once_the_prices_are_known(officer):
    lot = revealed(meeting.judged_lot(CONSENSUS), officer)
    for letter in "ABC":
        meeting.conflict(lot, letter, "A")
    PhaseChange.objects.create(
        lot=lot, number=1, transition="open-prices", source="price_opening", target="evaluation", at=cast.NOW
    )

    with pytest.raises(Refused):
        take_step(lot=lot, code="resume-assessment", at=LATER, actor=officer, reason="Iedereen kent A.")
