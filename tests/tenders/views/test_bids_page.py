"""Registering bids one by one or pasted, their evidence, and the requirements they must meet."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from procurement.organisations.models import Role
from tenders.models import Bid, Evidence, Lot, RequirementOutcome, Supplier
from tests import cast
from tests.queries import queries

pytestmark = pytest.mark.django_db

ONE = {
    "add": "1",
    "one-code": "D",
    "one-supplier": "Nieuwe leverancier",
    "one-chamber_of_commerce": "12345678",
    "one-received_at": "30-10-2026 10:15",
}


@pytest.fixture
def lot() -> Lot:
    row = cast.lot_with_bids()
    cast.published(row.tender)
    return row


@pytest.fixture
def officer(client: Client) -> Client:
    client.force_login(cast.person(Role.OFFICER))
    return client


def address(lot: Lot) -> str:
    return reverse("tenders:bids", args=[lot.pk])


def of_bid(lot: Lot, code: str = "A") -> str:
    return reverse("tenders:bid", args=[lot.pk, code])


def codes(lot: Lot) -> list[str]:
    return sorted(lot.bids.values_list("code", flat=True))


def pasted(*lines: str) -> dict[str, str]:
    return {"paste": "1", "several-rows": "\n".join(lines)}


def test_a_bid_is_registered_with_its_supplier(officer: Client, lot: Lot) -> None:
    response = officer.post(address(lot), ONE)

    bid = Bid.objects.get(lot=lot, code="D")
    assert (response.status_code, bid.supplier.name) == (302, "Nieuwe leverancier")
    assert bid.received_at.isoformat() == "2026-10-30T09:15:00+00:00"


def test_a_known_supplier_is_not_made_twice(officer: Client, lot: Lot) -> None:
    known = Supplier.objects.create(organisation=lot.tender.organisation, name="Nieuwe leverancier")

    officer.post(address(lot), ONE)

    assert Bid.objects.get(lot=lot, code="D").supplier == known


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("one-code", "A", "Staat al bij dit perceel: A. Kies een andere code of leverancier."),
        ("one-supplier", "Leverancier A", "Staat al bij dit perceel: Leverancier A."),
        ("one-chamber_of_commerce", "1234567", "Een KvK-nummer heeft 8 cijfers."),
        ("one-received_at", "gisteren", "Schrijf het tijdstip als 20-11-2026 11:30."),
        ("one-supplier", "A\u202ekwaad", "leesrichting"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(
    officer: Client, lot: Lot, name: str, value: str, message: str
) -> None:
    page = officer.post(address(lot), ONE | {name: value})

    assert (page.status_code, page.content.decode().count(message) > 0) == (422, True)
    assert codes(lot) == ["A", "B", "C"]


def test_several_bids_are_pasted_at_once(officer: Client, lot: Lot) -> None:
    data = pasted("D; Delta B.V.; 12345678; 30-10-2026 10:15", "E\tEcho B.V.\t\t30-10-2026 10:20")

    officer.post(address(lot), data)

    assert codes(lot) == ["A", "B", "C", "D", "E"]


def test_one_wrong_row_names_itself_and_saves_none(officer: Client, lot: Lot) -> None:
    data = pasted("D; Delta B.V.; 12345678; 30-10-2026 10:15", "E; Echo B.V.; 123; 30-10-2026 10:20")

    page = officer.post(address(lot), data)

    assert page.content.decode().count("Rij 2, KvK-nummer: Een KvK-nummer heeft 8 cijfers.") == 1
    assert codes(lot) == ["A", "B", "C"]


def test_a_code_twice_in_one_paste_saves_none(officer: Client, lot: Lot) -> None:
    data = pasted("D; Delta B.V.; ; 30-10-2026 10:15", "D; Echo B.V.; ; 30-10-2026 10:20")

    assert (officer.post(address(lot), data).status_code, codes(lot)) == (422, ["A", "B", "C"])


def test_a_bid_after_the_deadline_is_marked(officer: Client, lot: Lot) -> None:
    lot.bids.filter(code="B").update(received_at=cast.DEADLINE + timedelta(seconds=1))

    lines = officer.get(address(lot)).context["lines"]

    assert [(line.bid.code, line.is_late) for line in lines] == [("A", False), ("B", True), ("C", False)]


def test_before_the_deadline_the_page_says_to_wait(officer: Client, lot: Lot) -> None:
    later = cast.lot(cast.tender(reference="T-2"))
    later.tender.deadline = timezone.now() + timedelta(days=1)
    later.tender.save()

    shown = [officer.get(address(each)).context["is_early"] for each in (lot, later)]

    assert shown == [False, True]


def test_no_bid_is_registered_before_publication(officer: Client) -> None:
    draft = cast.lot(cast.tender(reference="T-2"))

    response = officer.post(address(draft), ONE)

    assert (response.status_code, draft.bids.count()) == (422, 0)
    assert response.context["one"].errors["__all__"] == [
        "Inschrijvingen toevoegen kan pas als de criteria zijn gepubliceerd."
    ]


def test_an_unmet_requirement_needs_a_reason(officer: Client, lot: Lot) -> None:
    requirement = lot.requirements.get()

    page = officer.post(of_bid(lot), {f"outcome-met-{requirement.pk}": "no"})

    assert page.content.decode().count("Schrijf op waarom de inschrijving niet aan E1 voldoet.") > 0
    assert RequirementOutcome.objects.get(bid__code="A").met is True


def test_an_unmet_requirement_is_stored_with_its_reason(officer: Client, lot: Lot) -> None:
    pk = lot.requirements.get().pk

    officer.post(of_bid(lot), {f"outcome-met-{pk}": "no", f"outcome-reason-{pk}": "Een jaar garantie."})

    outcome = RequirementOutcome.objects.get(bid__code="A")
    assert (outcome.met, outcome.reason) == (False, "Een jaar garantie.")


def test_evidence_comes_from_the_register_of_this_supplier_only(officer: Client, lot: Lot) -> None:
    suppliers = [lot.bids.get(code=code).supplier for code in ("A", "B")]
    own, other = [Evidence.objects.create(supplier=each, kind="emas", title="EMAS") for each in suppliers]

    refused = officer.post(of_bid(lot), {"evidence-evidence": [other.pk]})
    officer.post(of_bid(lot), {"evidence-evidence": [own.pk]})

    assert (refused.status_code, list(lot.bids.get(code="A").evidence.all())) == (422, [own])


def test_saving_again_leaves_no_second_event(officer: Client, lot: Lot) -> None:
    data = {f"outcome-met-{lot.requirements.get().pk}": "yes"}
    events = lot.tender.organisation.events
    officer.post(of_bid(lot), data)
    before = events.count()

    officer.post(of_bid(lot), data)

    assert events.count() == before


@pytest.mark.parametrize(
    ("role", "of", "read", "write"),
    [
        (Role.LAWYER, "Amaranth", 200, 403),
        (Role.JUROR, "Amaranth", 404, 404),
        (Role.OFFICER, "Bellis", 404, 404),
    ],
)
def test_who_may_read_and_register(
    client: Client, lot: Lot, role: Role, of: str, read: int, write: int
) -> None:
    client.force_login(cast.person(role, of))

    assert [client.get(page).status_code for page in (address(lot), of_bid(lot))] == [read, read]
    assert [client.post(page, ONE).status_code for page in (address(lot), of_bid(lot))] == [write, write]


def test_many_bids_cost_no_more_queries(officer: Client, lot: Lot) -> None:
    few = queries(officer, address(lot))
    for number in range(12):
        cast.bid(lot, f"Z{number}", "1000", "goed", "200")

    assert queries(officer, address(lot)) == few
