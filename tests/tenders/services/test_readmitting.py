"""A bid that was set aside on a requirement: one person corrects it, two once the admission was closed."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from procurement.audit.models import Event
from procurement.organisations.access_resets import record_reset
from procurement.organisations.models import Role
from tenders.models import Bid, Lot, PhaseChange
from tenders.procedure.phases import Phase
from tenders.services.bids import record_outcomes
from tenders.services.falling_away import admitted_bids
from tenders.services.phases import Refused
from tenders.services.readmitting import readmit, sign_readmission
from tenders.services.record_course import course_of
from tests import cast

pytestmark = pytest.mark.django_db

AT = cast.NOW + timedelta(hours=1)
MINUTE = timedelta(minutes=1)
WHY = "De garantie staat in bijlage 4."


@pytest.fixture
def sorting() -> Lot:
    """In the opening for the first time; C does not meet its requirement."""
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.OPENING)
    return lot


@pytest.fixture
def lot(sorting: Lot) -> Lot:
    """The admission was closed and reopened."""
    steps = ("start-assessment", "opening", "assessment"), ("correct-admission", "assessment", "opening")
    for number, (code, source, target) in enumerate(steps, 90):
        PhaseChange.objects.create(
            lot=sorting, number=number, transition=code, source=source, target=target, at=cast.NOW
        )
    return sorting


def bid(lot: Lot) -> Bid:
    return Bid.objects.select_related("lot__tender__organisation").get(lot=lot, code="C")


def judged(lot: Lot, *, met: bool = True, reason: str = WHY) -> None:
    outcomes = [(lot.requirements.get().pk, met, reason)]
    record_outcomes(bid=bid(lot), outcomes=outcomes, at=AT, actor=cast.person(Role.OFFICER))


def signed(lot: Lot, role: Role = Role.LAWYER, reason: str = WHY) -> None:
    sign_readmission(bid=bid(lot), reason=reason, at=AT, actor=cast.person(role))


def seconded(lot: Lot, role: Role = Role.OFFICER, after: timedelta = MINUTE) -> None:
    readmit(bid=bid(lot), at=AT + after, actor=cast.person(role))


def admitted(lot: Lot) -> list[str]:
    return sorted(each.code for each in admitted_bids(lot))


def test_before_the_admission_is_closed_one_person_corrects_it_with_a_reason(sorting: Lot) -> None:
    with pytest.raises(Refused, match="toch aan de eis voldoet"):
        judged(sorting, reason=" ")
    judged(sorting)

    told = json.loads(Event.objects.get(action="bid.requirements_checked").details)
    assert admitted(sorting) == ["A", "B", "C"]
    assert [told["before"][0][1], told["after"][0][1:]] == [False, [True, WHY]]


def test_after_it_one_person_brings_nothing_back(lot: Lot) -> None:
    with pytest.raises(Refused, match="Twee personen halen haar terug"):
        judged(lot)
    with pytest.raises(Refused, match="Iemand anders tekent eerst"):
        seconded(lot)
    signed(lot, Role.OFFICER)
    with pytest.raises(Refused, match="Iemand anders tekent eerst"):
        seconded(lot)

    assert admitted(lot) == ["A", "B"]


def test_two_people_bring_it_back_and_the_record_tells_it(lot: Lot) -> None:
    signed(lot)
    seconded(lot)

    told = json.loads(Event.objects.get(action="bid.readmitted").details)
    people = ("lawyer.amaranth", "officer.amaranth")
    course = [
        (each.title.nl, each.people, each.reason) for each in course_of(lot) if "Oordeel" in each.title.nl
    ]
    reason = lot.bids.get(code="C").outcomes.get().reason
    assert (admitted(lot), reason) == (["A", "B", "C"], WHY)
    assert (told["reason"], told["before"][0][:2], told["after"][0]) == (
        WHY,
        ["E1", False],
        ["E1", True, WHY],
    )
    assert course == [("Oordeel over een eis hersteld, doet weer mee: Leverancier C", people, WHY)]


def test_one_person_may_still_set_a_bid_aside_and_add_to_what_is_met(lot: Lot) -> None:
    judged(lot, met=False, reason="Eén jaar garantie.")

    assert lot.bids.get(code="C").outcomes.get().reason == "Eén jaar garantie."


def test_a_signature_brings_a_bid_back_once(lot: Lot) -> None:
    signed(lot)
    seconded(lot)
    judged(lot, met=False, reason="Toch niet.")

    with pytest.raises(Refused, match="Iemand anders tekent eerst"):
        seconded(lot, after=2 * MINUTE)


def test_the_second_has_ten_minutes_and_is_not_who_opened_the_account(lot: Lot) -> None:
    signed(lot)
    with pytest.raises(Refused, match="binnen tien minuten"):
        seconded(lot, after=10 * MINUTE)
    officer, lawyer = cast.person(Role.OFFICER), cast.person(Role.LAWYER)
    record_reset(account=lawyer, way="second_factor", at=AT - timedelta(days=9), actor=officer)

    with pytest.raises(Refused, match="Samen tekent u dan niet"):
        seconded(lot)


def test_before_the_admission_is_closed_nobody_signs(sorting: Lot) -> None:
    with pytest.raises(Refused, match="nog niet afgesloten"):
        signed(sorting)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.CONTRACT_MANAGER])
def test_others_do_not_sign(lot: Lot, role: Role) -> None:
    with pytest.raises(Refused, match="Alleen een inkoper, jurist of projectleider"):
        signed(lot, role)


def test_on_the_page_the_one_signs_and_the_other_brings_it_back(lot: Lot) -> None:
    page, answers = reverse("tenders:bid", args=[lot.pk, "C"]), []
    sent: list[tuple[User, dict[str, str]]] = [
        (cast.person(Role.LAWYER), {"readmit": "1", "readmit-reason": WHY}),
        (cast.person(Role.PROJECT_LEAD), {"readmit-second": "1"}),
    ]
    for who, data in sent:
        client = Client()
        client.force_login(who)
        answers.append((client.get(page).status_code, client.post(page, data).status_code))

    assert (answers, admitted(lot)) == ([(200, 302), (200, 302)], ["A", "B", "C"])
