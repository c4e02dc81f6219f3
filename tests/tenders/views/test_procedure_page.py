"""The page of the procedure: what can follow, why not, who signs, and one change for two clicks."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import FirstSignature, Letter, Lot, PhaseChange, Tender
from tenders.procedure.phases import Phase
from tenders.services.phases import phase_of
from tests import award, cast
from tests.planning import still_to_come
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


def url(tender: Tender) -> str:
    return reverse("tenders:procedure", args=[tender.pk])


def post(client: Client, lot: Lot, code: str, **more: str) -> int:
    return client.post(url(lot.tender), {"lot": lot.pk, "code": code, **more}).status_code


@pytest.mark.parametrize(
    ("role", "of", "read", "write"),
    [
        (Role.OFFICER, "Amaranth", 200, 302),
        (Role.LAWYER, "Amaranth", 200, 403),
        (Role.CONTRACT_MANAGER, "Amaranth", 200, 403),
        (Role.JUROR, "Amaranth", 404, 404),
        (Role.OFFICER, "Bellis", 404, 404),
    ],
)
def test_who_may_read_and_ask_for_the_legal_check(role: Role, of: str, read: int, write: int) -> None:
    lot, client = cast.lot(still_to_come(cast.tender())), client_of(role, of)

    assert (client.get(url(lot.tender)).status_code, post(client, lot, "ask-legal-check")) == (read, write)


def test_who_runs_the_site_takes_no_step() -> None:
    lot, client = cast.lot(), Client()
    client.force_login(User.objects.create_superuser("beheer"))

    assert (post(client, lot, "ask-legal-check"), phase_of(lot)) == (403, Phase.PREPARATION)


def test_a_double_click_makes_one_change() -> None:
    lot, client = cast.lot(still_to_come(cast.tender())), client_of(Role.OFFICER)

    answers = [post(client, lot, "ask-legal-check"), post(client, lot, "ask-legal-check")]

    assert (answers, PhaseChange.objects.count()) == ([302, 409], 1)


def test_a_step_that_cannot_be_made_stands_there_with_every_reason() -> None:
    lot = cast.lot(still_to_come(cast.tender()))
    lot.criteria.filter(code="P").update(weight=10)
    client = client_of(Role.OFFICER)

    page = client.get(url(lot.tender))

    [(step, basis)] = page.context["forward"]
    assert [reason.nl for reason in step.reasons] == ["De toets heeft nog open punten: 2. Los ze eerst op."]
    assert [citation.code for citation in basis] == ["house-procedure"]
    assert page.content.decode().count("De toets heeft nog open punten: 2. Los ze eerst op.") == 1
    assert post(client, lot, "ask-legal-check") == 409


def test_a_way_back_needs_a_reason_and_keeps_it_in_the_history() -> None:
    lot = cast.lot()
    cast.approved(lot.tender)
    client = client_of(Role.LAWYER)

    empty = post(client, lot, "hand-back")
    given = post(client, lot, "hand-back", reason="De weging van de prijs ontbreekt.")

    page = client.get(url(lot.tender))
    assert (empty, given, phase_of(lot)) == (422, 302, Phase.PREPARATION)
    assert [change.reason for change, *_ in page.context["history"]] == [
        "",
        "De weging van de prijs ontbreekt.",
    ]


def test_what_was_typed_stays_when_the_step_is_refused() -> None:
    lot, client = cast.lot(), client_of(Role.LAWYER)

    page = client.post(url(lot.tender), {"lot": lot.pk, "code": "hand-back", "reason": "Te vroeg"})

    assert (page.status_code, page.context["form"].cleaned_data["reason"]) == (409, "Te vroeg")


@pytest.mark.parametrize("wrong", [{"code": "fly"}, {"lot": "x"}, {"lot": ""}])
def test_a_step_that_does_not_exist_is_wrong_input(wrong: dict[str, str]) -> None:
    lot, client = cast.lot(), client_of(Role.OFFICER)

    answer = client.post(url(lot.tender), {"lot": lot.pk, "code": "ask-legal-check", **wrong})

    assert answer.status_code == 422


def test_the_lot_of_another_tender_is_not_there() -> None:
    lot, other = cast.lot(), cast.lot(cast.tender(reference="T-2"))

    answer = client_of(Role.OFFICER).post(url(lot.tender), {"lot": other.pk, "code": "ask-legal-check"})

    assert (answer.status_code, phase_of(other)) == (404, Phase.PREPARATION)


def test_the_first_of_two_waits_for_the_second_on_the_page() -> None:
    lot = cast.lot()
    cast.published(lot.tender, Phase.SUBMISSION)
    officer, lawyer = client_of(Role.OFFICER), client_of(Role.LAWYER)

    first = post(officer, lot, "open-bids")
    page = lawyer.get(url(lot.tender))
    second = post(lawyer, lot, "open-bids")

    [step] = [step for step, _ in page.context["forward"] if step.transition.code == "open-bids"]
    signature = FirstSignature.objects.get()
    assert (first, second, phase_of(lot)) == (302, 302, Phase.OPENING)
    assert (step.first, step.second_until) == (signature, signature.at + timedelta(minutes=10))
    assert step.reasons == ()


def test_who_tries_to_open_a_vault_in_vain_stands_in_the_log() -> None:
    lot = cast.lot()
    cast.published(lot.tender, Phase.PUBLISHED)

    answers = [post(client_of(role), lot, "open-prices") for role in (Role.AUDITOR, Role.OFFICER)]

    events = Event.objects.filter(action="procedure.refused").order_by("sequence")
    assert answers == [403, 409]
    assert [event.actor_id for event in events] == [
        cast.person(role).pk for role in (Role.AUDITOR, Role.OFFICER)
    ]


def test_the_phases_say_who_came_there_and_when() -> None:
    lot = cast.lot()
    cast.published(lot.tender)

    lines = client_of(Role.OFFICER).get(url(lot.tender)).context["phases"]

    assert [line.state for line in lines[:4]] == ["done", "done", "current", "later"]
    assert [line.entered and line.entered.at for line in lines[:4]] == [
        None,
        cast.PUBLISHED_AT,
        cast.PUBLISHED_AT,
        None,
    ]


def test_a_tender_without_lots_says_where_to_start() -> None:
    page = client_of(Role.OFFICER).get(url(cast.tender()))

    assert page.content.decode().count("Deze aanbesteding heeft nog geen perceel.") == 1


@pytest.mark.parametrize("phase", [Phase.LEGAL_CHECK, Phase.PUBLISHED, Phase.SUBMISSION, Phase.OPENING])
def test_more_lots_and_more_history_cost_no_more_queries(phase: Phase) -> None:
    tender = cast.tender()
    lot, client = cast.lot(tender), client_of(Role.OFFICER)
    cast.in_phase(lot, phase)
    few = queries(client, url(tender))
    for number in (2, 3, 4):
        cast.in_phase(cast.lot(tender, number), phase)
    for number in range(1, 8):
        PhaseChange.objects.create(
            lot=lot, number=number, transition="stop", source=phase, target=phase, at=timezone.now(),
            made_by=cast.person(Role.LAWYER),
        )  # fmt: skip

    assert queries(client, url(tender)) == few


def test_the_letters_are_sent_on_their_own_page_only() -> None:
    lot = award.decided(award.in_verification(award.in_evaluation(award.explained_lot())))

    status = post(client_of(Role.OFFICER), lot, "send-letters")

    assert (status, phase_of(lot), Letter.objects.count()) == (409, Phase.AWARD, 0)


def test_a_step_with_a_page_of_its_own_is_a_link_there() -> None:
    lot = award.decided(award.in_verification(award.in_evaluation(award.explained_lot())))

    shown = client_of(Role.OFFICER).get(url(lot.tender)).content.decode()

    letters = reverse("tenders:letters", args=[lot.pk])
    assert f'<a class="btn btn-primary" href="{letters}">' in shown
    assert shown.count('name="code" value="send-letters"') == 0


def test_a_reason_that_every_bidder_reads_says_something() -> None:
    lot, client = cast.lot(), client_of(Role.OFFICER)
    cast.published(lot.tender, Phase.PUBLISHED)

    refused = post(client, lot, "stop", reason="X")
    taken = post(client, lot, "stop", reason="Het budget voor deze laptops is vervallen.")

    assert (refused, taken, phase_of(lot)) == (422, 302, Phase.STOPPED)


def test_a_reason_leads_to_the_screen_that_solves_it_on_the_page_the_stepper_and_the_refusal() -> None:
    lot, client = cast.lot(), client_of(Role.OFFICER)
    cast.published(lot.tender, Phase.CONSENSUS)
    client_address = reverse("tenders:consensus", args=[lot.pk])

    page = client.get(url(lot.tender)).content.decode()
    refused = client.post(url(lot.tender), {"lot": lot.pk, "code": "lock-scores"}).content.decode()
    elsewhere = client.get(reverse("tenders:award", args=[lot.pk])).content.decode()

    link = f'<a href="{client_address}">Naar het consensusoverleg</a>'
    assert (page.count(link), refused.count(link)) == (1, 2)
    assert client_address in elsewhere


@pytest.mark.parametrize(
    ("role", "codes"),
    [
        (Role.AUDITOR, []),
        (Role.CONTRACT_MANAGER, []),
        (Role.LAWYER, ["open-bids"]),
        (Role.PROJECT_LEAD, ["open-bids", "reopen-clarification", "stop"]),
    ],
)
def test_who_cannot_take_a_step_reads_it_without_a_form(role: Role, codes: list[str]) -> None:
    lot = cast.lot()
    cast.published(lot.tender, Phase.SUBMISSION)

    shown = client_of(role).get(url(lot.tender)).content.decode()

    assert re.findall(r'name="code" value="([^"]+)"', shown) == codes
    assert shown.count("doet een van deze rollen") == 3 - len(codes)
