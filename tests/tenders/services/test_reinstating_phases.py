"""In which phase a wrong rejection can still be undone, and what the refusal says where it cannot."""

import pytest
from django.db import DatabaseError, transaction

from tenders.models import FallenBid, IndividualScore, Reinstatement
from tenders.procedure.phases import Phase
from tenders.services.phases import Refused
from tests import cast, meeting
from tests.guards import without_guards
from tests.tenders.services.reinstated import (
    AT,
    bid_of,
    fallen,
    in_evaluation,
    prices_opened,
    seconded,
    signed,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("phase", "step"),
    [
        (Phase.VERIFICATION, "Terug naar de rangorde"),
        (Phase.AWARD, "Trek de gunningsbeslissing in"),
        (Phase.STANDSTILL, "Trek de gunningsbeslissing in"),
    ],
)
def test_later_the_refusal_names_the_way_back(phase: Phase, step: str) -> None:
    lot = cast.in_phase(fallen(in_evaluation()), phase)

    with pytest.raises(Refused, match=f"Ga eerst terug met ‘{step}’"):
        signed(lot)


@pytest.mark.parametrize("phase", [Phase.VERIFICATION, Phase.STANDSTILL, Phase.CONTRACT, Phase.STOPPED])
def test_the_database_refuses_it_too(phase: Phase) -> None:
    cast.in_phase(fallen(in_evaluation()), phase)

    with pytest.raises(DatabaseError, match="this phase of the procedure"), transaction.atomic():
        Reinstatement.objects.create(fallen=FallenBid.objects.get(), at=AT)


@pytest.mark.parametrize("phase", [Phase.CONTRACT, Phase.STOPPED])
def test_at_the_end_it_is_over(phase: Phase) -> None:
    lot = cast.in_phase(fallen(in_evaluation()), phase)

    with pytest.raises(Refused, match="Dit kan alleen in"):
        signed(lot)


def test_in_the_assessment_who_was_ready_scores_the_bid_as_well() -> None:
    lot = fallen(meeting.judged_lot("consensus", Phase.ASSESSMENT))
    for who in lot.assessors.all():
        who.assignments.create(criterion=meeting.criterion(lot))
        for code in ("A", "B"):
            meeting.conflict(lot, who.letter, code, is_so=False)
    with without_guards("tenders_individualscore"):
        IndividualScore.objects.filter(assessor__letter="A", bid__code="B").delete()
    signed(lot)

    seconded(lot)

    ready = dict(lot.assessors.order_by("letter").values_list("letter", "ready_at"))
    assert [letter for letter, at in ready.items() if at is None] == ["A"]


def test_with_locked_scores_a_bid_that_was_not_judged_goes_back_first() -> None:
    lot = fallen(meeting.judged_lot("consensus", Phase.PRICE_OPENING))

    with pytest.raises(Refused, match="‘Heropen het consensusoverleg’"):
        signed(lot)

    assert Reinstatement.objects.count() == 0


def test_with_the_prices_known_a_bid_that_was_not_judged_stays_out() -> None:
    lot = fallen(meeting.judged_lot("consensus", Phase.EVALUATION))
    prices_opened(lot)

    with pytest.raises(Refused, match="Wie haar nu scoort, kent de prijzen"):
        signed(lot)


def test_with_the_prices_known_a_price_that_is_sealed_needs_the_way_back() -> None:
    lot = prices_opened(fallen(in_evaluation()))
    with without_guards("tenders_bidvalue"):
        bid_of(lot).values.filter(criterion__code="P").delete()

    with pytest.raises(Refused, match="‘Herstel een score na de prijsopening’"):
        signed(lot)


def test_a_bid_whose_requirements_were_not_judged_goes_back_to_the_opening() -> None:
    lot = fallen(meeting.judged_lot("consensus", Phase.ASSESSMENT))
    with without_guards("tenders_requirementoutcome"):
        bid_of(lot).outcomes.all().delete()

    with pytest.raises(Refused, match="ga eerst terug met ‘Herstel de toelating’"):
        signed(lot)
