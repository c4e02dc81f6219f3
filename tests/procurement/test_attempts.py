"""What somebody tries in vain stands in the log of whom it was about, without what was withheld."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from procurement.audit.attempts import COUNTED_WITHIN, LAST, MOST, REFUSED, SAME_WITHIN, record_attempt
from procurement.audit.log import first_broken_event
from procurement.audit.models import Event
from procurement.organisations.models import Membership, Role
from tenders.models import Lot
from tenders.procedure.phases import Phase
from tests import cast, meeting
from tests.signing_in import signed_in

pytestmark = pytest.mark.django_db

OFFICER, ADMIN = Role.OFFICER, Role.ORGANISATION_ADMIN


@pytest.fixture
def lot() -> Lot:
    """With a panel of A, B and C; published, and its prices are sealed."""
    return meeting.published(meeting.judged_lot(Lot.Combination.CONSENSUS))


def attempts(of: str = "Amaranth") -> list[Event]:
    return list(Event.objects.filter(action=REFUSED, organisation=cast.organisation(of)).order_by("sequence"))


def told(event: Event) -> dict[str, object]:
    found: dict[str, object] = json.loads(event.details)
    return found


def of_lot(name: str, *more: str) -> Callable[[Lot], str]:
    return lambda lot: reverse(f"tenders:{name}", args=[lot.pk, *more])


def of_tender(name: str) -> Callable[[Lot], str]:
    return lambda lot: reverse(f"tenders:{name}", args=[lot.tender_id])


def of_row(page: str) -> Callable[[Lot], str]:
    return lambda lot: reverse(f"admin:tenders_{page}", args=[lot.criteria.get(code="K").pk])


TRIED: dict[str, tuple[tuple[Any, ...], str, Callable[[Lot], str], int, str]] = {
    "another organisation's lot": ((OFFICER, "Bellis"), "get", of_lot("criteria"), 404, "T-1 / 1"),
    "another organisation's tender": ((Role.AUDITOR, "Bellis"), "get", of_tender("procedure"), 404, "T-1"),
    "another organisation's row": ((OFFICER, "Bellis"), "get", of_row("criterion_change"), 404, "T-1 / 1: K"),
    "assessing without a seat": ((Role.JUROR,), "get", of_lot("jury_scores", "K"), 404, "T-1 / 1"),
    "assessing as an officer": ((OFFICER,), "get", of_lot("jury_ready"), 404, "T-1 / 1"),
    "a price before the opening": ((OFFICER,), "get", of_lot("explanation", "A"), 404, "T-1 / 1"),
    "a dossier before the opening": ((OFFICER,), "post", of_tender("dossier"), 409, "T-1"),
    "a dossier without the role": ((Role.CONTRACT_MANAGER,), "get", of_tender("dossier"), 403, "T-1"),
    "frozen criteria": ((OFFICER,), "post", of_lot("criteria"), 403, "T-1 / 1"),
    "a frozen row": ((OFFICER,), "post", of_row("criterion_change"), 403, "T-1 / 1: K"),
    "a reader who saves": ((Role.AUDITOR,), "post", of_lot("scores"), 403, "T-1 / 1"),
}


@pytest.mark.parametrize("case", TRIED)
def test_an_attempt_is_one_event_that_holds_nothing_of_what_was_withheld(lot: Lot, case: str) -> None:
    who, method, address, status, subject = TRIED[case]
    user, path = cast.person(*who), address(lot)

    answer = getattr(signed_in(user), method)(path)

    [event] = attempts()
    assert (answer.status_code, event.actor, event.subject[: len(subject)]) == (status, user, subject)
    assert told(event) == {"address": path, "method": method.upper(), "status": status}
    assert attempts("Bellis") == []
    assert first_broken_event(cast.organisation()) is None


def test_values_after_they_were_locked_are_refused_and_recorded(lot: Lot) -> None:
    cast.in_phase(lot, Phase.EVALUATION)

    answer = signed_in(cast.person(OFFICER)).post(reverse("tenders:scores", args=[lot.pk]))

    assert (answer.status_code, [told(event)["status"] for event in attempts()]) == (409, [409])


@pytest.mark.parametrize("page", ["bids", "scores", "dossier", "jury_samples"])
def test_an_assessor_is_known_by_a_letter_and_by_no_account(lot: Lot, page: str) -> None:
    key = lot.tender_id if page == "dossier" else lot.pk
    signed_in(meeting.member("B")).get(reverse(f"tenders:{page}", args=[key]))

    [event] = attempts()
    assert (event.actor, told(event)["assessor"]) == (None, "B")


def test_the_log_of_another_organisation_remembers_who_asked(lot: Lot) -> None:
    client = signed_in(cast.person(Role.AUDITOR, "Bellis"))

    for query in ({"organisation": lot.tender.organisation_id}, {"tender": lot.tender_id}):
        assert client.get(reverse("tenders:log"), query).status_code == 404

    assert [event.subject for event in attempts()] == ["log"]


def test_a_log_that_one_may_not_read_stands_in_ones_own(lot: Lot) -> None:
    user = cast.person(Role.CONTRACT_MANAGER)

    signed_in(user).get(reverse("tenders:log"))

    assert [(event.actor, event.subject) for event in attempts()] == [(user, f"account {user.pk}")]


@pytest.mark.parametrize("reach", ["own role", "another organisation"])
def test_reaching_for_a_role_is_an_attempt(reach: str) -> None:
    admin, colleague = cast.person(ADMIN), cast.person(Role.LAWYER)
    wanted = {"user": colleague.pk, "organisation": cast.organisation().pk, "role": "officer"}
    wanted |= {"user": admin.pk} if reach == "own role" else {"organisation": cast.organisation("Bellis").pk}

    answer = signed_in(admin).post(reverse("admin:organisations_membership_add"), wanted)

    assert (answer.status_code, len(attempts())) == (200, 1)
    assert not Membership.objects.filter(role="officer").exists()


@pytest.mark.parametrize("page", ["change", "password_change"])
def test_reaching_for_an_account_elsewhere_stands_in_the_log_there(page: str) -> None:
    account = cast.person(OFFICER, "Bellis")

    answer = signed_in(cast.person(ADMIN)).get(reverse(f"admin:auth_user_{page}", args=[account.pk]))

    assert answer.status_code in (403, 404)
    assert [event.subject for event in attempts("Bellis")] == [f"account {account.pk}"]
    assert attempts() == []


def test_giving_roles_without_the_right_is_an_attempt() -> None:
    user = cast.person(OFFICER)

    answer = signed_in(user).post(reverse("admin:organisations_membership_add"), {"user": user.pk})

    assert (answer.status_code, [event.actor for event in attempts()]) == (403, [user])


def test_what_is_no_attempt_is_not_recorded(lot: Lot) -> None:
    client = signed_in(cast.person(OFFICER))
    cast.in_phase(lot, Phase.EVALUATION)

    statuses = [
        client.get(reverse("tenders:criteria", args=[lot.pk])).status_code,
        client.get(reverse("tenders:criteria", args=[lot.pk + 1])).status_code,
        client.get(reverse("tenders:explanation", args=[lot.pk, "Z"])).status_code,
        client.get("/nergens/").status_code,
        Client().get(reverse("tenders:criteria", args=[lot.pk])).status_code,
    ]

    assert (statuses, attempts()) == ([200, 404, 404, 404, 302], [])


def test_a_form_from_another_site_is_no_attempt_of_who_is_signed_in(lot: Lot) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.person(OFFICER))

    answer = client.post(reverse("tenders:criteria", args=[lot.pk]))

    assert (answer.status_code, attempts()) == (403, [])


def tried(number: int, after: timedelta = timedelta(0)) -> Event | None:
    return record_attempt(
        organisation=cast.organisation(),
        at=cast.NOW + after,
        actor=cast.person(OFFICER),
        subject="T-1",
        details={"address": f"/{number}/"},
    )


def test_the_same_attempt_is_recorded_once_in_ten_minutes() -> None:
    first, again = tried(1), tried(1, SAME_WITHIN - timedelta(seconds=1))
    later = tried(1, SAME_WITHIN)

    assert (first is not None, again, later is not None) == (True, None, True)


def test_nobody_floods_the_log() -> None:
    for number in range(MOST + 5):
        tried(number)

    assert [LAST in told(event) for event in attempts()] == [False] * (MOST - 1) + [True]
    assert tried(MOST, COUNTED_WITHIN) is not None


def test_who_floods_the_log_silences_nobody_else() -> None:
    for number in range(MOST + 1):
        tried(number)

    other = record_attempt(
        organisation=cast.organisation(),
        at=cast.NOW,
        actor=cast.person(Role.LAWYER),
        subject="T-1",
        details={},
    )

    assert other is not None


def test_two_assessors_are_counted_apart() -> None:
    def by(letter: str) -> Event | None:
        return record_attempt(
            organisation=cast.organisation(), at=cast.NOW, actor=None, subject="T-1 / 1",
            details={"assessor": letter},
        )  # fmt: skip

    assert [by("A") is None, by("B") is None, by("A") is None] == [False, False, True]
