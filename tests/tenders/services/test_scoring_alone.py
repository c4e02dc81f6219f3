"""Each assessor alone: the declaration is the gate, a score is never overwritten unseen, final is final."""

import json
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.utils import DatabaseError

from procurement.audit.log import first_broken_event
from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Assessor, IndividualScore, Lot
from tenders.procedure.phases import Phase
from tenders.services.jury import conflicts_of, scores_that_count
from tenders.services.panel import withdraw_assessor
from tenders.services.phases import Refused
from tenders.services.scoring_alone import (
    MOST_CHARACTERS,
    Answer,
    StaleScore,
    WrongEntry,
    declare,
    make_ready,
    save_score,
)
from tests import cast, panel

pytestmark = pytest.mark.django_db

LATER = cast.NOW + timedelta(minutes=5)
WHY = panel.WHY.format(code="A")


@pytest.fixture
def lot() -> Lot:
    return panel.lot_in_assessment()


@pytest.fixture
def first(lot: Lot) -> Assessor:
    return panel.assessor(lot)


def save(
    who: Assessor, code: str = "A", level: str = "goed", why: str = WHY, seen: int = 0, criterion: str = "K"
) -> IndividualScore:
    return save_score(
        assessor=who,
        bid=who.lot.bids.get(code=code),
        criterion=who.lot.criteria.get(code=criterion),
        value=level,
        motivation=why,
        seen_version=seen,
        at=LATER,
    )


def test_nothing_is_scored_before_every_bid_is_declared(first: Assessor) -> None:
    bid = first.lot.bids.get(code="A")
    declare(assessor=first, answers={bid.pk: Answer(False)}, at=cast.NOW)

    with pytest.raises(Refused) as refused:
        save(first)

    assert refused.value.reasons[0].en.startswith("Complete your declaration")
    assert IndividualScore.objects.count() == 0


def test_a_score_is_kept_with_a_version(first: Assessor) -> None:
    panel.declares(first)

    versions = [save(first).version, save(first, level="matig", seen=1).version]

    score = IndividualScore.objects.get()
    assert (versions, score.value, score.motivation, score.saved_at) == ([1, 2], "matig", WHY, LATER)


def test_another_window_is_not_overwritten(first: Assessor) -> None:
    panel.declares(first)
    save(first)
    save(first, level="matig", seen=1)

    with pytest.raises(StaleScore) as stale:
        save(first, level="voldoende", seen=1)

    assert (stale.value.stored.value, stale.value.stored.version) == ("matig", 2)
    assert IndividualScore.objects.get().value == "matig"


def test_sending_the_same_once_more_is_no_conflict(first: Assessor) -> None:
    panel.declares(first)

    assert [save(first).version, save(first).version] == [1, 1]


def test_a_half_score_is_kept_while_writing(first: Assessor) -> None:
    panel.declares(first)

    assert (save(first, level="").value, save(first, "B", why="").motivation) == ("", "")


@pytest.mark.parametrize(
    ("code", "criterion"), [("C", "K"), ("A", "D1"), ("A", "P")], ids=["set aside", "quantity", "price"]
)
def test_only_ones_own_criteria_and_admitted_bids(first: Assessor, code: str, criterion: str) -> None:
    panel.declares(first)

    with pytest.raises(Refused):
        save(first, code, criterion=criterion)


@pytest.mark.parametrize(
    ("level", "why"),
    [
        ("uitstekend", WHY),
        ("100", WHY),
        ("goed", "x" * (MOST_CHARACTERS + 1)),
        ("goed", "a\0b"),
        ("goed", "a\u202eb"),
    ],
)
def test_what_cannot_be_stored_is_refused(first: Assessor, level: str, why: str) -> None:
    panel.declares(first)

    with pytest.raises(WrongEntry):
        save(first, level=level, why=why)


@pytest.mark.parametrize("phase", [Phase.OPENING, Phase.CONSENSUS, Phase.PRICE_OPENING, Phase.AWARD])
def test_scoring_belongs_to_one_phase(first: Assessor, phase: Phase) -> None:
    panel.declares(first)
    cast.in_phase(first.lot, phase)

    with pytest.raises(Refused):
        save(first)


def test_who_was_withdrawn_scores_no_more(first: Assessor) -> None:
    panel.declares(first)
    panel.assessor(first.lot, "juror-2")
    stale = Assessor.objects.get(pk=first.pk)
    withdraw_assessor(assessor=first, reason="Ziek", at=cast.NOW, actor=cast.person(Role.OFFICER))

    with pytest.raises(Refused) as refused:
        save(stale)

    assert refused.value.reasons[0].en.startswith("You no longer take part")


def test_final_needs_every_score_with_a_useful_motivation(first: Assessor) -> None:
    panel.declares(first)
    save(first, "A", why="Prima.")

    with pytest.raises(Refused) as refused:
        make_ready(assessor=first, at=LATER)

    said = [reason.nl for reason in refused.value.reasons]
    assert len(said) == 4  # too short and too few words of its own; no level and no motivation
    assert {line.partition(":")[0][:12] for line in said} == {"Inschrijver "}
    assert Assessor.objects.get().ready_at is None


def test_final_scores_stand_in_the_log_as_a_digest_and_never_change(first: Assessor) -> None:
    panel.ready(first, A="goed", B="matig")

    event = json.loads(Event.objects.get(action="jury.ready").details)
    assert (event["assessor"], event["scores"], event["before"], len(event["after"])) == ("A", 2, "open", 64)
    assert "monteur" not in Event.objects.get(action="jury.ready").details
    with pytest.raises(Refused):
        save(first, level="matig", seen=1)
    for change in ({"value": "matig"}, {"motivation": "Anders."}):
        with pytest.raises((IntegrityError, DatabaseError)), transaction.atomic():
            IndividualScore.objects.filter(assessor=first).update(**change)
    assert first_broken_event(cast.organisation()) is None


def test_scores_count_once_they_are_final_and_without_conflict(first: Assessor) -> None:
    second = panel.assessor(first.lot, "juror-2")
    panel.ready(first, A="goed", B="matig")
    panel.scores(panel.declares(second), A="matig", B="goed")
    counted = [len(scores_that_count(first.lot))]
    make_ready(assessor=second, at=LATER)
    counted.append(len(scores_that_count(first.lot)))

    panel.declares(second, "A")

    counted.append(len(scores_that_count(first.lot)))
    assert counted == [2, 4, 3]
    assert conflicts_of(first.lot) == {(second.pk, first.lot.bids.get(code="A").pk)}
    assert IndividualScore.objects.filter(assessor=second).count() == 2  # set apart, not deleted
