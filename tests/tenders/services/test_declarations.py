"""What an assessor declares: the explanation, what it hides, until when, and what cannot be taken back."""

import json
from contextlib import suppress
from datetime import timedelta

import pytest

from procurement.audit.models import Event
from procurement.organisations.models import Membership, Role
from tenders.models import Assessor, Declaration
from tenders.procedure.phases import Phase
from tenders.services.jury import conflicts_of, scores_that_count
from tenders.services.phases import Refused
from tenders.services.scoring_alone import Answer, WrongEntry, declare, make_ready
from tests import cast, panel

pytestmark = pytest.mark.django_db

LATER = cast.NOW + timedelta(minutes=5)


@pytest.fixture
def first() -> Assessor:
    return panel.assessor(panel.lot_in_assessment())


def test_a_conflict_needs_an_explanation_and_hides_the_bid(first: Assessor) -> None:
    bids = {bid.code: bid.pk for bid in first.lot.bids.exclude(code="C")}
    answers = {bids["A"]: Answer(True, " "), bids["B"]: Answer(False)}
    with pytest.raises(WrongEntry):
        declare(assessor=first, answers=answers, at=cast.NOW)

    declare(assessor=first, answers={**answers, bids["A"]: Answer(True, "Broer")}, at=cast.NOW)

    panel.scores(first, B="goed")
    with pytest.raises(Refused):
        panel.scores(first, A="goed")
    details = [event.details for event in Event.objects.filter(action="jury.declared")]
    assert [json.loads(each) for each in details] == [
        {"assessor": "A", "before": {"A": None, "B": None}, "after": {"A": True, "B": False}}
    ]


def test_neither_the_log_nor_a_declaration_holds_the_account(first: Assessor) -> None:
    panel.declares(first)
    make_ready(assessor=panel.scores(first, A="goed", B="matig"), at=LATER)

    events = Event.objects.filter(action__in=("jury.declared", "jury.ready"))
    assert {event.actor_id for event in events} == {None}
    assert {row.made_by_id for row in Declaration.objects.all()} == {None}


def test_who_gets_another_role_no_longer_assesses(first: Assessor) -> None:
    panel.declares(first)
    assert first.user is not None
    seat = {"user": first.user, "organisation": cast.organisation()}
    Membership.objects.create(**seat, role=Role.AUDITOR)  # `give_role` refuses it

    with pytest.raises(Refused) as refused:
        panel.scores(first, A="goed")

    assert "U hebt nu ook een andere rol" in refused.value.reasons[0].nl


def test_declaring_the_same_again_adds_nothing(first: Assessor) -> None:
    panel.declares(panel.declares(first, "A"), "A")

    assert Declaration.objects.count() == 2


def test_a_mistaken_conflict_is_taken_back_with_a_reason_until_the_scores_are_final(first: Assessor) -> None:
    panel.declares(first, "A")
    bid = first.lot.bids.get(code="A").pk
    with pytest.raises(WrongEntry):
        declare(assessor=first, answers={bid: Answer(False)}, at=LATER)
    declare(assessor=first, answers={bid: Answer(False, "Andere firma met die naam.")}, at=LATER)
    make_ready(assessor=panel.scores(first, A="goed", B="matig"), at=LATER)
    panel.declares(first, "A")

    with pytest.raises(Refused):
        declare(assessor=first, answers={bid: Answer(False, "Toch niet.")}, at=LATER)

    assert conflicts_of(first.lot) == {(first.pk, bid)}


@pytest.mark.parametrize(
    ("phase", "allowed"),
    [
        (Phase.SUBMISSION, False),
        (Phase.OPENING, True),
        (Phase.ASSESSMENT, True),
        (Phase.CONSENSUS, True),
        (Phase.PRICE_OPENING, False),
    ],
)
def test_a_conflict_is_declared_until_the_scores_are_locked(
    first: Assessor, phase: Phase, allowed: bool
) -> None:
    cast.in_phase(first.lot, phase)
    answers = {first.lot.bids.get(code="A").pk: Answer(True, "Broer")}
    with suppress(Refused):
        declare(assessor=first, answers=answers, at=cast.NOW)

    assert Declaration.objects.exists() is allowed


def test_bids_of_elsewhere_are_not_declared_about(first: Assessor) -> None:
    with pytest.raises(WrongEntry):
        declare(assessor=first, answers={first.lot.bids.get(code="C").pk: Answer(False)}, at=cast.NOW)


def test_an_assessor_with_a_conflict_everywhere_can_be_ready(first: Assessor) -> None:
    panel.declares(first, "A", "B")

    make_ready(assessor=first, at=LATER)

    assert scores_that_count(first.lot) == []
