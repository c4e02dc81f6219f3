"""The consensus meeting: what is revealed, agreed on, agreed on anew, and locked."""

import json
from datetime import timedelta

import pytest

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.assessment.motivation import MISSING, SAME_AS_OTHER
from tenders.models import ConsensusScore, Lot, Reveal
from tenders.procedure.phases import Phase
from tenders.services.consensus import NOT_REVEALED, StaleScores, WrongScores, reveal
from tenders.services.jury_values import jury_values
from tenders.services.phases import Refused
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


def test_what_was_agreed_is_stored_with_who_and_when(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))

    [score] = meeting.settle(lot, A=("voldoende", meeting.WHY_A))

    assert (score.value, score.reason, score.number) == ("voldoende", meeting.WHY_A, 1)
    assert (score.at, score.made_by) == (cast.NOW, officer)


def test_a_change_is_a_next_version_and_the_first_stays(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))
    meeting.settle(lot, A=("voldoende", meeting.WHY_A))

    meeting.settle(lot, seen=1, A=("matig", meeting.WHY_A))

    assert versions(lot, "A") == [(1, "voldoende"), (2, "matig")]


def test_the_same_again_adds_no_version(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))
    meeting.settle(lot, A=("voldoende", meeting.WHY_A))

    assert meeting.settle(lot, seen=1, A=("voldoende", meeting.WHY_A)) == []


def test_an_old_page_does_not_undo_what_a_colleague_saved(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))
    meeting.settle(lot, A=("voldoende", meeting.WHY_A))

    with pytest.raises(StaleScores) as refused:
        meeting.settle(lot, seen=0, A=("goed", meeting.WHY_A), B=("goed", meeting.WHY_B))

    [conflict] = refused.value.conflicts
    assert (conflict.mine.value, conflict.stored.value) == ("goed", "voldoende")
    assert versions(lot, "B") == []


def test_nothing_is_agreed_before_the_scores_are_revealed(officer):
    lot = meeting.judged_lot(CONSENSUS)

    with pytest.raises(Refused) as refused:
        meeting.settle(lot, A=("goed", meeting.WHY_A))

    assert refused.value.reasons == (NOT_REVEALED,)


@pytest.mark.parametrize("phase", [Phase.ASSESSMENT, Phase.PRICE_OPENING, Phase.EVALUATION])
def test_the_meeting_is_only_open_in_its_phase(phase, officer):
    lot = meeting.judged_lot(CONSENSUS, phase)

    with pytest.raises(Refused):
        meeting.revealed(lot)

    assert not Reveal.objects.exists()


def test_revealing_twice_changes_nothing(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))

    again = reveal(lot=lot, criterion=meeting.criterion(lot), at=LATER, actor=officer)

    assert again.at == cast.NOW
    assert events("consensus.revealed") == [{"criterion": "K", "before": "hidden", "after": "revealed"}]


def test_a_figure_is_not_for_the_panel(officer):
    lot = meeting.judged_lot(CONSENSUS)

    with pytest.raises(Refused):
        reveal(lot=lot, criterion=meeting.criterion(lot, "P"), at=cast.NOW, actor=officer)


def test_a_bare_score_is_refused(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))

    with pytest.raises(WrongScores) as refused:
        meeting.settle(lot, A=("goed", ""))

    assert refused.value.faults == {meeting.bid(lot, "A").pk: (MISSING,)}


def test_one_text_for_two_bids_is_refused_also_when_the_other_was_saved_before(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))
    meeting.settle(lot, A=("voldoende", meeting.WHY_A))

    with pytest.raises(WrongScores) as refused:
        meeting.settle(lot, B=("goed", meeting.WHY_A))

    assert refused.value.faults == {meeting.bid(lot, "B").pk: (SAME_AS_OTHER,)}


@pytest.mark.parametrize("level", ["", "uitmuntend"])
def test_only_a_level_of_the_scale_can_be_agreed_on(level, officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))

    with pytest.raises(WrongScores):
        meeting.settle(lot, A=(level, meeting.WHY_A))

    assert versions(lot, "A") == []


def test_a_bid_that_was_knocked_out_gets_no_score(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))

    with pytest.raises(WrongScores):
        meeting.settle(lot, C=("goed", meeting.WHY_A))


def test_with_a_mean_the_panel_can_write_together_but_not_pick_a_level(officer):
    lot = meeting.revealed(meeting.judged_lot(MEAN))

    meeting.settle(lot, A=("", meeting.WHY_A))

    value = jury_values(lot)[meeting.bid(lot, "A").pk, meeting.criterion(lot).pk]
    assert (value.values, value.motivation) == (("goed", "voldoende", "matig"), meeting.WHY_A)
    with pytest.raises(WrongScores):
        meeting.settle(lot, B=("goed", meeting.WHY_B))


def test_the_log_knows_what_changed_but_not_what_was_agreed(officer):
    lot = meeting.revealed(meeting.judged_lot(CONSENSUS))
    meeting.settle(lot, A=("voldoende", meeting.WHY_A))
    meeting.settle(lot, seen=1, A=("matig", meeting.WHY_A))

    first, second = events("consensus.agreed")

    assert (first["before"], second["before"]) == ({"A": ""}, first["after"])
    assert second["numbers"] == {"A": 2}
    assert second["after"] != first["after"]
    assert meeting.WHY_A not in json.dumps([first, second])
