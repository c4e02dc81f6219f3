"""A bid on an earlier version of the documents takes part only when somebody recorded its confirmation."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Bid, FallenBid, Lot, VersionAnswer
from tenders.procedure.phases import Phase
from tenders.services.award_record import award_record
from tenders.services.clarification_publishing import publish_clarification
from tenders.services.earlier_versions import answer_version
from tenders.services.facts import facts_of
from tenders.services.phases import Refused
from tenders.services.records import OPENING, made_record
from tenders.services.transitions import take_step
from tests import cast, clarifying
from tests.sealed import EARLY, new_bid, opened, sealed
from tests.tenders.reports.making import texts

pytestmark = pytest.mark.django_db

BEFORE = clarifying.AT - timedelta(days=2)  # version 2 is of 5 October
LATER = cast.NOW + timedelta(hours=1)
WHY = "Het bericht in TenderNed van 12 oktober."


@pytest.fixture
def lot() -> Lot:
    """Opened: A bid on version 1, B on version 2, which is of a nota of 5 October."""
    row = clarifying.ready(is_substantial=False)
    lot = row.tender.lots.get()
    publish_clarification(clarification=row, at=clarifying.AT, actor=clarifying.officer())
    cast.in_phase(lot, Phase.SUBMISSION)
    sealed(lot, new_bid("Vroeg", received_at=BEFORE))
    sealed(lot, new_bid("Later", received_at=EARLY))
    opened(lot)
    return lot


def answer(
    lot: Lot, code: str = "A", day: date | None = date(2026, 10, 12), reason: str = WHY
) -> VersionAnswer:
    bid = Bid.objects.select_related("lot__tender__organisation", "sealed").get(lot=lot, code=code)
    return answer_version(
        bid=bid,
        is_confirmed=day is not None,
        confirmed_on=day,
        reason=reason,
        at=LATER,
        actor=cast.person(Role.OFFICER),
    )


def unconfirmed(lot: Lot) -> int:
    return facts_of(lot, at=LATER, actor=None).unconfirmed


def test_each_bid_on_an_earlier_version_is_a_question(lot: Lot) -> None:
    assert unconfirmed(lot) == 1


def test_the_assessment_does_not_start_before_it_is_answered(lot: Lot) -> None:
    with pytest.raises(Refused, match="Inschrijvingen op een eerdere versie van de stukken: 1"):
        take_step(lot=lot, code="start-assessment", at=LATER, actor=cast.person(Role.OFFICER))


def test_a_confirmed_bid_takes_part(lot: Lot) -> None:
    row = answer(lot)

    assert (unconfirmed(lot), FallenBid.objects.count()) == (0, 0)
    assert (row.is_confirmed, row.confirmed_on, row.made_by) == (
        True,
        date(2026, 10, 12),
        cast.person(Role.OFFICER),
    )
    assert Event.objects.filter(action="bid.version_answered").count() == 1


def test_a_bid_that_was_not_confirmed_falls_away_with_the_reason(lot: Lot) -> None:
    answer(lot, day=None, reason="Geen bericht ontvangen.")

    fallen = FallenBid.objects.get()
    assert (fallen.bid.code, fallen.cause, unconfirmed(lot)) == ("A", "invalid", 0)
    assert fallen.reason == (
        "Gedaan op versie 1 van de stukken; versie 2 gold bij de sluiting. De inschrijver heeft de "
        "inschrijving niet op tijd voor die versie bevestigd. Geen bericht ontvangen."
    )


@pytest.mark.parametrize("day", [date(2026, 10, 4), date(2026, 10, 31)])
def test_a_confirmation_lies_between_the_version_and_the_deadline(lot: Lot, day: date) -> None:
    with pytest.raises(Refused, match=r"telt van 5 oktober 2026 \(versie 2\) tot en met 30 oktober 2026"):
        answer(lot, day=day)

    assert [answer(lot, day=date(2026, 10, 5)).is_confirmed, unconfirmed(lot)] == [True, 0]


def test_an_answer_has_a_reason(lot: Lot) -> None:
    with pytest.raises(Refused, match="waaruit blijkt"):
        answer(lot, reason=" ")

    assert VersionAnswer.objects.count() == 0


def test_a_bid_on_the_last_version_is_not_asked_about(lot: Lot) -> None:
    with pytest.raises(Refused, match="Inschrijving B is gedaan op de laatste versie"):
        answer(lot, "B")


def test_an_answer_is_given_once_and_stays(lot: Lot) -> None:
    answer(lot)

    with pytest.raises(Refused, match="al vastgelegd"):
        answer(lot, day=None)
    with pytest.raises(DatabaseError, match="a record never changes"), transaction.atomic():
        VersionAnswer.objects.update(reason="Anders.")
    with pytest.raises(DatabaseError, match="a record never changes"), transaction.atomic():
        VersionAnswer.objects.all()._raw_delete(using="default")  # type: ignore[attr-defined]


@pytest.mark.parametrize("phase", [Phase.ASSESSMENT, Phase.EVALUATION, Phase.STANDSTILL])
def test_after_the_admission_nothing_is_answered(lot: Lot, phase: Phase) -> None:
    cast.in_phase(lot, phase)

    with pytest.raises(Refused, match="Dit kan alleen in"):
        answer(lot)
    with pytest.raises(DatabaseError, match="this phase of the procedure"), transaction.atomic():
        VersionAnswer.objects.create(bid=lot.bids.get(code="A"), is_confirmed=False, at=LATER)


def test_the_record_of_the_opening_and_of_the_award_say_it(lot: Lot) -> None:
    before = texts(made_record(lot, OPENING, "nl"))  # type: ignore[arg-type]
    answer(lot)

    after = texts(made_record(lot, OPENING, "nl"))  # type: ignore[arg-type]
    course = [(each.title.nl, each.reason) for each in award_record(lot).course]

    assert ("nog niet vastgelegd" in before, "versie 1; versie 2 gold" in before) == (True, True)
    assert ("bevestigd op 12 oktober 2026" in after, WHY in after) == (True, True)
    assert ("Inschrijving op een eerdere versie, op tijd bevestigd: Vroeg", WHY) in course


def test_the_list_says_what_is_open_and_the_page_asks_it(client: Client, lot: Lot) -> None:
    client.force_login(cast.person(Role.OFFICER))
    address = reverse("tenders:bid", args=[lot.pk, "A"])

    listed = client.get(reverse("tenders:bids", args=[lot.pk])).content.decode()
    undated = client.post(address, {"version": "1", "version-confirmed": "yes", "version-reason": WHY})
    given = {"version-confirmed": "yes", "version-confirmed_on": "2026-10-12", "version-reason": WHY}
    saved = client.post(address, {"version": "1", **given})
    again = client.get(reverse("tenders:bids", args=[lot.pk])).content.decode()

    words = ("gedaan op versie 1; versie 2 gold bij sluiting", "nog niet beantwoord")
    assert [listed.count(each) for each in words] == [1, 1]
    assert (undated.status_code, saved.status_code, VersionAnswer.objects.count()) == (422, 302, 1)
    assert "gedaan op versie 1, op 12-10-2026 bevestigd voor versie 2" in again


def test_who_registers_no_bids_answers_nothing(client: Client, lot: Lot) -> None:
    client.force_login(cast.person(Role.LAWYER))

    answered = client.post(reverse("tenders:bid", args=[lot.pk, "A"]), {"version": "1"})

    assert answered.status_code == 403
