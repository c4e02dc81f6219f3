"""Opened bids: the list, their evidence, the requirements they must meet, files and the sealed price."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Evidence, Lot, RequirementOutcome, SealedFile, SealedPrices
from tenders.procedure.phases import Phase
from tenders.services.sealing import NewFile
from tests import cast
from tests.queries import queries
from tests.sealed import CANARY_PRICE, new_bid, open_for_bids, opened, sealed
from tests.tenders.views.bids_pages import of_bid, opened_lot

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    row = cast.lot_with_bids()
    cast.published(row.tender, Phase.OPENING)
    return row


def address(lot: Lot) -> str:
    return reverse("tenders:bids", args=[lot.pk])


def test_the_list_says_what_became_of_each_bid(officer: Client) -> None:
    page = officer.get(address(opened_lot()))

    assert [(line.bid.code, line.bid.supplier.name) for line in page.context["lines"]] == [
        ("A", "Alfa"),
        ("B", "Beta"),
        ("C", "Gamma"),
    ]
    assert [(each.supplier, each.verdict, each.code) for each in page.context["receipts"]] == [
        ("Alfa", "counts", "A"),
        ("Beta", "replaced", ""),
        ("Beta", "counts", "B"),
        ("Gamma", "late", "C"),
        ("", "withdrawn", ""),
    ]


def test_the_list_says_where_the_prices_are_and_not_what_they_are(officer: Client) -> None:
    page = officer.get(address(opened_lot()))

    lines = page.context["lines"]
    assert [(line.price_sealed, line.price_opened) for line in lines[:2]] == [(True, False), (False, False)]
    assert CANARY_PRICE not in page.content.decode()


def test_a_bid_that_came_too_late_says_so(officer: Client) -> None:
    page = officer.get(of_bid(opened_lot(), "C")).content.decode()

    assert "Te laat ontvangen: 30-10-2026 12:00:01,000 uur." in page


def test_a_lot_that_was_ended_before_the_opening_stays_sealed(officer: Client) -> None:
    lot = open_for_bids()
    sealed(lot, new_bid("Alfa"))
    cast.in_phase(lot, Phase.STOPPED)

    page = officer.get(address(lot))

    assert (page.context["lines"], page.context["receipts"]) == ([], [])


def test_no_bid_is_added_after_the_opening(officer: Client, lot: Lot) -> None:
    page = officer.post(address(lot), {"one": "1"})

    assert page.status_code == 409
    assert "Er komt geen inschrijving meer bij." in page.content.decode()


def test_no_price_is_replaced_once_the_prices_are_open(officer: Client) -> None:
    lot = cast.in_phase(opened_lot(), Phase.EVALUATION)
    key, before = lot.criteria.get(code="P").pk, SealedPrices.objects.count()

    page = officer.post(of_bid(lot), {"price": "1", f"price-price-{key}": "1"})

    assert (page.status_code, SealedPrices.objects.count()) == (409, before)


def test_a_file_is_a_download_under_our_own_name(officer: Client) -> None:
    lot = open_for_bids()
    sealed(lot, new_bid(files=(NewFile('r"ap\r\nport.HTML', "K", b"<script>"),)))
    opened(lot)

    answer = officer.get(reverse("tenders:bid_file", args=[lot.pk, "A", SealedFile.objects.get().pk]))

    assert answer.content == b"<script>"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="inschrijving-A-1.html"'
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("code", ["B", "C", "Z"])
def test_a_file_is_found_under_its_own_bid_alone(officer: Client, code: str) -> None:
    lot = opened_lot()
    file = SealedFile.objects.filter(bid__opened__code="A").get()

    assert officer.get(reverse("tenders:bid_file", args=[lot.pk, code, file.pk])).status_code == 404


def test_the_file_of_a_late_bid_is_not_read(officer: Client) -> None:
    lot = opened_lot()
    file = SealedFile.objects.filter(bid__opened__code="C").get()

    assert officer.get(reverse("tenders:bid_file", args=[lot.pk, "C", file.pk])).status_code == 404


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


def test_after_the_opening_phase_no_requirement_is_judged(officer: Client, lot: Lot) -> None:
    cast.in_phase(lot, Phase.ASSESSMENT)
    pk = lot.requirements.get().pk

    page = officer.post(of_bid(lot), {f"outcome-met-{pk}": "no", f"outcome-reason-{pk}": "Een jaar."})

    assert (page.status_code, "Dit kan alleen in: Opening." in page.content.decode()) == (409, True)
    assert RequirementOutcome.objects.get(bid__code="A").met is True


def test_evidence_comes_from_the_register_of_this_supplier_only(officer: Client, lot: Lot) -> None:
    suppliers = [lot.bids.get(code=code).supplier for code in ("A", "B")]
    own, other = [Evidence.objects.create(supplier=each, kind="emas", title="EMAS") for each in suppliers]

    refused = officer.post(of_bid(lot), {"evidence-evidence": [other.pk]})
    officer.post(of_bid(lot), {"evidence-evidence": [own.pk]})

    assert (refused.status_code, list(lot.bids.get(code="A").evidence.all())) == (422, [own])


@pytest.mark.parametrize(
    ("phase", "status", "kept"),
    [(Phase.CONSENSUS, 302, 0), (Phase.PRICE_OPENING, 409, 1), (Phase.AWARD, 409, 1)],
)
def test_evidence_stays_once_the_scores_are_locked(
    officer: Client, lot: Lot, phase: Phase, status: int, kept: int
) -> None:
    bid = lot.bids.get(code="A")
    bid.evidence.add(Evidence.objects.create(supplier=bid.supplier, kind="emas", title="EMAS"))
    cast.in_phase(lot, phase)

    assert (officer.post(of_bid(lot), {}).status_code, bid.evidence.count()) == (status, kept)


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
        (Role.AUDITOR, "Amaranth", 200, 403),
        (Role.JUROR, "Amaranth", 404, 404),
        (Role.OFFICER, "Bellis", 404, 404),
    ],
)
def test_who_may_read_and_check(client: Client, lot: Lot, role: Role, of: str, read: int, write: int) -> None:
    client.force_login(cast.person(role, of))

    assert [client.get(page).status_code for page in (address(lot), of_bid(lot))] == [read, read]
    assert [client.post(page).status_code for page in (address(lot), of_bid(lot))] == [write, write]


def test_a_superuser_judges_nothing(client: Client, lot: Lot) -> None:
    client.force_login(User.objects.create_superuser("site"))

    assert client.post(of_bid(lot)).status_code == 403


@pytest.mark.parametrize("page", ["bids", "bid"])
def test_many_bids_cost_no_more_queries(officer: Client, page: str) -> None:
    few, many = open_for_bids(), cast.lot(cast.tender(reference="T-2"))
    cast.published(many.tender, Phase.SUBMISSION)
    sealed(few)
    for number in range(12):
        sealed(many, new_bid(f"Leverancier {number}"))
    costs = []
    for lot in (few, many):
        opened(lot)
        costs.append(queries(officer, address(lot) if page == "bids" else of_bid(lot)))

    assert costs[0] == costs[1]
