"""A bid that falls away or is reinstated after the scores were locked leaves what was locked as it is."""

from datetime import timedelta

import pytest

from procurement.organisations.models import Role
from tenders.dossier.verify import verify_dossier
from tenders.models import Lot
from tenders.procedure.phases import Phase
from tenders.services.dossier import write_dossier
from tenders.services.evaluate import evaluate_lot
from tenders.services.jury_values import jury_values
from tenders.services.locked_scores import settled_digest
from tenders.services.phases import Refused
from tenders.services.signed_records import register_signed_record
from tests import award, cast, meeting
from tests.guards import without_guards
from tests.tenders.services.reinstated import AT, MINUTE, fallen, prices_opened, seconded, signed

pytestmark = pytest.mark.django_db

ONE_EACH = [Lot.Combination.MEAN, Lot.Combination.MEDIAN]
EVERY = [Lot.Combination.CONSENSUS, *ONE_EACH]


def discussed(combination: str) -> Lot:
    lot = meeting.revealed(meeting.published(meeting.judged_lot(combination)))
    if combination == Lot.Combination.CONSENSUS:
        meeting.settle(lot, A=("voldoende", meeting.WHY_A), B=("goed", meeting.WHY_B))
    meeting.minuted(lot)
    return lot


def locked(combination: str) -> Lot:
    """By the step itself, so that the log has each score."""
    lot = discussed(combination)
    award.step(lot, "lock-scores")
    return lot


def reinstated(lot: Lot) -> Lot:
    signed(lot)
    seconded(lot)
    return lot


def ranked(lot: Lot) -> Lot:
    cast.in_phase(lot, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=AT + 2 * MINUTE, actor=cast.person(Role.OFFICER))
    return lot


def written(lot: Lot) -> bytes:
    return write_dossier(tender=lot.tender, at=AT + timedelta(hours=1), actor=cast.person(Role.AUDITOR))


@pytest.mark.parametrize("combination", EVERY)
def test_the_dossier_names_no_other_score(combination: str) -> None:
    lot = ranked(reinstated(fallen(locked(combination))))

    assert verify_dossier(written(lot)).rankings == 1


@pytest.mark.parametrize("combination", EVERY)
def test_a_bid_that_fell_before_the_locking_comes_back_with_the_scores_it_had(combination: str) -> None:
    lot = fallen(discussed(combination))
    award.step(lot, "lock-scores")

    lot = ranked(reinstated(lot))

    assert verify_dossier(written(lot)).rankings == 1


@pytest.mark.parametrize("combination", EVERY)
def test_the_record_can_be_signed_after_a_fall_and_after_its_undoing(combination: str) -> None:
    lot = locked(combination)
    digests = [settled_digest(lot)]
    fallen(lot)
    digests.append(settled_digest(lot))
    officer, day = cast.person(Role.OFFICER), cast.NOW.date()

    register_signed_record(lot=lot, digest="1" * 64, signed_on=day, at=AT, actor=officer)
    digests.append(settled_digest(reinstated(lot)))

    assert len(set(digests)) == 1
    assert verify_dossier(written(ranked(lot))).rankings == 1


@pytest.mark.parametrize("combination", ONE_EACH)
@pytest.mark.parametrize("known", [False, True])
def test_a_bid_that_not_everybody_scored_would_change_the_others(combination: str, known: bool) -> None:
    lot = fallen(discussed(combination))
    with without_guards("tenders_individualscore"):
        lot.assessors.get(letter="C").scores.filter(bid__code="B").delete()
    award.step(lot, "lock-scores")
    before = jury_values(lot)
    if known:
        prices_opened(cast.in_phase(lot, Phase.EVALUATION))

    with pytest.raises(Refused, match="kent de prijzen" if known else "‘Heropen het consensusoverleg’"):
        signed(lot)

    assert jury_values(lot) == before
