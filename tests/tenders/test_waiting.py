"""What waits for one person: by role, of the own organisation, at the same cost for one and for many."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from procurement.organisations.access_resets import record_reset
from procurement.organisations.models import Role
from tenders.models import Assessor, FirstSignature, Inquiry, Lot, Verification
from tenders.procedure.phases import Phase
from tenders.services.legal_check import approve
from tenders.services.transitions import take_step
from tenders.waiting import Waiting, roles_of, waiting_for
from tenders.work_list import work_list
from tests import cast, panel
from tests.queries import queries

pytestmark = pytest.mark.django_db

NOW = timezone.now()


def waits(role: Role, of: str = "Amaranth") -> list[Waiting]:
    user = cast.person(role, of)
    return waiting_for(user, roles_of(user), now=timezone.now())


def mine(role: Role) -> list[str]:
    found = work_list(cast.person(role), now=timezone.now())
    return [item.tender.reference for item in found.work if item.is_mine]


def signed(reference: str = "T-1") -> Lot:
    lot = cast.lot_with_bids(cast.tender(reference=reference))
    cast.published(lot.tender, Phase.PRICE_OPENING)
    take_step(lot=lot, code="open-prices", at=timezone.now(), actor=cast.person(Role.OFFICER))
    return lot


@pytest.mark.parametrize(
    ("role", "of", "count"),
    [
        (Role.LAWYER, "Amaranth", 1),
        (Role.PROJECT_LEAD, "Amaranth", 1),
        (Role.OFFICER, "Amaranth", 0),  # who signed first
        (Role.AUDITOR, "Amaranth", 0),
        (Role.LAWYER, "Bellis", 0),
    ],
)
def test_a_first_signature_waits_for_somebody_else(role: Role, of: str, count: int) -> None:
    lot = signed()

    found = waits(role, of)

    assert [item.label for item in found] == ["Teken als tweede: Open de prijzen"] * count
    assert all(item.url.endswith(f"/procedure/?lot={lot.pk}") for item in found)


def test_a_signature_that_lapsed_or_was_used_waits_for_nobody() -> None:
    lot = signed()
    later = timezone.now() + timedelta(minutes=11)
    lawyer = cast.person(Role.LAWYER)
    lapsed = waiting_for(lawyer, roles_of(lawyer), now=later)
    take_step(
        lot=lot, code="reopen-consensus", at=timezone.now(), actor=cast.person(Role.OFFICER), reason="Fout."
    )

    assert (lapsed, waits(Role.LAWYER)) == ([], [])


def test_a_draft_waits_for_the_lawyer_until_it_is_approved() -> None:
    lot = cast.lot()
    take_step(lot=lot, code="ask-legal-check", at=cast.PUBLISHED_AT, actor=cast.person(Role.OFFICER))
    before = [item.label for item in waits(Role.LAWYER)], mine(Role.OFFICER)
    approve(tender=lot.tender, at=cast.PUBLISHED_AT, actor=cast.person(Role.LAWYER))

    assert before == (["Toets het concept"], [])
    assert (waits(Role.LAWYER), mine(Role.OFFICER)) == ([], ["T-1"])


def test_an_answer_about_a_low_price_that_is_due_waits_for_the_officer() -> None:
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.EVALUATION)
    for code, day in (("A", timezone.localdate()), ("B", timezone.localdate() + timedelta(days=1))):
        Inquiry.objects.create(bid=lot.bids.get(code=code), question="Hoe?", asked_at=cast.NOW, answer_by=day)

    assert [item.label for item in waits(Role.OFFICER)] == ["Beoordeel een lage prijs"]
    assert waits(Role.LAWYER) == []


@pytest.mark.parametrize(
    ("days", "phase", "shown"),
    [
        (29, Phase.STANDSTILL, True),
        (31, Phase.STANDSTILL, False),
        (-3, Phase.STANDSTILL, True),
        (3, Phase.CONTRACT, True),
        (-3, Phase.CONTRACT, False),
        (3, Phase.STOPPED, False),
    ],
)
def test_proof_that_ends_soon_waits_for_officer_and_contract_manager(
    days: int, phase: Phase, shown: bool
) -> None:
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.VERIFICATION)
    end = timezone.localdate() + timedelta(days=days)
    verified(lot, end)
    cast.in_phase(lot, phase)

    found = [[item.label for item in waits(role)] for role in (Role.OFFICER, Role.CONTRACT_MANAGER)]

    assert found == [["Bewijs verloopt"] * shown] * 2


def verified(lot: Lot, end: date) -> None:
    Verification.objects.create(
        bid=lot.bids.get(code="A"), item="iso", is_right=True, valid_until=end, at=cast.NOW
    )


def test_who_was_let_in_by_an_administrator_is_told() -> None:
    lawyer = cast.person(Role.LAWYER)
    lawyer.set_password("een-heel-lang-wachtwoord")
    lawyer.save()
    admin = cast.person(Role.ORGANISATION_ADMIN)
    record_reset(account=lawyer, way="password", at=timezone.now(), actor=admin)

    [told] = waits(Role.LAWYER)

    assert (told.label, told.url) == ("Uw toegang is hersteld", reverse("password"))


@pytest.mark.parametrize(
    ("phase", "expected"),
    [
        (Phase.PREPARATION, [Role.OFFICER]),
        (Phase.PRICE_OPENING, [Role.OFFICER, Role.LAWYER, Role.PROJECT_LEAD]),
        (Phase.EVALUATION, [Role.OFFICER, Role.PROJECT_LEAD]),
        (Phase.STOPPED, []),
    ],
)
def test_the_next_step_waits_for_the_roles_that_may_take_it(phase: Phase, expected: list[Role]) -> None:
    lot = cast.lot_with_bids()
    if phase is not Phase.PREPARATION:
        cast.published(lot.tender, phase)

    assert [role for role in Role if role != Role.JUROR and mine(role)] == expected


def test_while_assessors_score_nothing_waits_for_the_officer() -> None:
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.ASSESSMENT)
    Assessor.objects.create(lot=lot, user=panel.juror("juror-1"), letter="A", seed="1")
    before = mine(Role.OFFICER)
    Assessor.objects.update(ready_at=cast.NOW)

    assert (before, mine(Role.OFFICER)) == ([], ["T-1"])


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (Role.AUDITOR, "Er wacht nu niets op u."),
        (Role.LAWYER, "Er wacht nu niets op u."),
        (Role.ORGANISATION_ADMIN, "U beheert de accounts en de rollen van uw organisatie."),
    ],
)
def test_when_nothing_waits_the_page_says_so(client: Client, role: Role, told: str) -> None:
    cast.lot()
    client.force_login(cast.person(role))

    assert told in client.get(reverse("admin:index")).content.decode()


def test_many_things_cost_as_many_queries_as_one(client: Client) -> None:
    client.force_login(cast.person(Role.LAWYER))
    _waiting("T-1")
    few = queries(client, reverse("admin:index"))
    for number in range(2, 5):
        _waiting(f"T-{number}")

    many = queries(client, reverse("admin:index"))

    assert (many, len(waits(Role.LAWYER))) == (few, 8)


def _waiting(reference: str) -> None:
    """One second signature and one draft for the lawyer."""
    signed(reference)
    lot = cast.lot(cast.tender(reference=f"{reference}-a"))
    take_step(lot=lot, code="ask-legal-check", at=cast.PUBLISHED_AT, actor=cast.person(Role.OFFICER))


@pytest.mark.parametrize(
    ("code", "label", "page"),
    [
        ("late-price ABCD-EFGH", "Leg een late prijs in de kluis", "tenders:bids"),
        ("late-bid ABCD-EFGH", "Registreer de inschrijving die een eerdere vervangt", "tenders:bids"),
        ("reinstate 7", "Teken als tweede: herstel een afwijzing", "tenders:fallen"),
    ],
)
def test_a_first_signature_on_one_bid_leads_to_where_the_second_follows(
    code: str, label: str, page: str
) -> None:
    lot = cast.lot()
    FirstSignature.objects.create(
        lot=lot, transition=code, at=timezone.now(), made_by=cast.person(Role.OFFICER), reason="Daarom."
    )

    found = waits(Role.LAWYER)

    assert [(item.label, item.url) for item in found] == [(label, reverse(page, args=[lot.pk]))]
