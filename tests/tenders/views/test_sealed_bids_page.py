"""Before the opening bids go in and only a receipt comes out, for whoever asks."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from procurement.organisations.models import Role
from tenders.models import BidWithdrawal, Lot, SealedBid, SealedFile, SealedPrices, Tender
from tenders.procedure.phases import Phase
from tests import cast
from tests.queries import queries
from tests.sealed import CANARY, bid_fields, bids_page, new_bid, open_for_bids, opened, sealed

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    return open_for_bids()


def table(*lines: str, how: str = "seal") -> dict[str, str]:
    return {"table": how, "table-table": "\n".join(lines)}


def test_a_bid_goes_in_and_a_receipt_comes_out(officer: Client, lot: Lot) -> None:
    page = officer.post(bids_page(lot), bid_fields(lot), follow=True)

    row = SealedBid.objects.get(lot=lot)
    assert page.content.decode().count(row.receipt) == 1
    assert CANARY not in page.content.decode()
    assert "8.675.309" not in page.content.decode()


def test_the_receipt_is_shown_once(officer: Client, lot: Lot) -> None:
    officer.post(bids_page(lot), bid_fields(lot), follow=True)

    again = officer.get(bids_page(lot)).content.decode()

    assert SealedBid.objects.get(lot=lot).receipt not in again


def test_what_was_sealed_is_what_was_typed(officer: Client, lot: Lot) -> None:
    file = SimpleUploadedFile("../plan\u202efdp.exe", b"inhoud")
    key = lot.criteria.get(code="K").pk
    officer.post(bids_page(lot), bid_fields(lot) | {f"one-files-{key}": [file]})
    opened(lot)
    bid = lot.bids.get()

    page = officer.get(reverse("tenders:bid", args=[lot.pk, "A"]))

    [shown] = page.context["files"]
    assert (bid.supplier.name, bid.supplier.chamber_of_commerce) == (CANARY, "12345678")
    assert bid.received_at.isoformat() == "2026-10-27T09:15:07+00:00"
    assert list(bid.values.values_list("criterion__code", "value")) == [("D1", "280.25")]
    assert (shown.name, shown.size) == ("planfdp.exe", 6)


def test_a_wrong_bid_is_refused_with_what_was_typed(officer: Client, lot: Lot) -> None:
    page = officer.post(bids_page(lot), bid_fields(lot, chamber_of_commerce="1", received_at="gisteren"))

    text = page.content.decode()
    assert (page.status_code, SealedBid.objects.count()) == (422, 0)
    assert ("Een KvK-nummer heeft 8 cijfers." in text, f'value="{CANARY}"' in text) == (True, True)


def test_a_moment_in_the_future_is_refused(officer: Client, lot: Lot) -> None:
    page = officer.post(bids_page(lot), bid_fields(lot, received_at="27-10-2126 10:15"))

    assert (page.status_code, "ligt in de toekomst" in page.content.decode()) == (422, True)


def test_the_form_does_not_tell_that_a_bidder_handed_in_before(officer: Client, lot: Lot) -> None:
    first = officer.post(bids_page(lot), bid_fields(lot))
    second = officer.post(bids_page(lot), bid_fields(lot))

    assert (first.status_code, second.status_code, SealedBid.objects.count()) == (302, 302, 2)


def test_a_table_is_sealed_row_by_row(officer: Client, lot: Lot) -> None:
    lines = table(
        "leverancier; kvk; ontvangen; D1; P; K",
        'Delta B.V.; 12345678; 27-10-2026 10:15; 280,5; 1.000,00; "Een antwoord; met puntkomma"',
        "Echo B.V.; ; 27-10-2026 10:16; 200; 900; Kort",
    )

    listed = officer.post(bids_page(lot), lines)
    page = officer.post(bids_page(lot), lines | listed_as(listed), follow=True)

    receipts = [each.receipt for each in SealedBid.objects.order_by("pk")]
    assert ">Een antwoord; met puntkomma<" in listed.content.decode()
    assert [page.content.decode().count(each) for each in receipts] == [1, 1]
    assert SealedPrices.objects.count() == 2


def listed_as(page: Any) -> dict[str, str]:
    """What the button under the list sends along."""
    return {"table-listed": page.context["table"].listed_as}


def test_a_dry_run_seals_nothing(officer: Client, lot: Lot) -> None:
    lines = table("leverancier\tontvangen", "Delta B.V.\t27-10-2026 10:15", how="dry")

    page = officer.post(bids_page(lot), lines)

    assert (page.status_code, SealedBid.objects.count()) == (200, 0)
    assert "1 regel is goed. Er is nog niets verzegeld." in page.content.decode()


def test_an_uploaded_table_comes_back_to_be_corrected(officer: Client, lot: Lot) -> None:
    file = SimpleUploadedFile("lijst.csv", "leverancier;ontvangen\nCafé B.V.;gisteren\n".encode("cp1252"))

    page = officer.post(bids_page(lot), {"table": "seal", "table-file": file})

    text = page.content.decode()
    assert (page.status_code, SealedBid.objects.count()) == (422, 0)
    assert "Rij 1, Ontvangen op: Schrijf het tijdstip als 20-11-2026 11:30." in text
    assert "Café B.V.\tgisteren\n</textarea>" in text


def test_one_wrong_row_seals_none(officer: Client, lot: Lot) -> None:
    lines = table("leverancier;kvk;ontvangen", "Delta;12345678;27-10-2026 10:15", "Echo;1;27-10-2026 10:16")

    page = officer.post(bids_page(lot), lines)

    assert "Rij 2, KvK-nummer: Een KvK-nummer heeft 8 cijfers." in page.content.decode()
    assert SealedBid.objects.count() == 0


@pytest.mark.parametrize(
    "head",
    ["leverancier;zomaar", "leverancier;leverancier", "leverancier;Q1", "leverancier;supplier", "kvk;coc"],
)
def test_a_column_that_is_not_known_is_named(officer: Client, lot: Lot, head: str) -> None:
    page = officer.post(bids_page(lot), table(head, "Delta;x"))

    assert (page.status_code, "Deze kolommen kloppen niet" in page.content.decode()) == (422, True)


def test_a_price_follows_by_receipt_until_the_deadline(officer: Client) -> None:
    lot = cast.lot()
    Tender.objects.update(deadline=timezone.now() + timedelta(days=1))
    cast.published(Tender.objects.get(), Phase.SUBMISSION)
    row = sealed(lot, new_bid(prices={}))
    price = {
        "prices": "1",
        "prices-receipt": row.receipt.lower(),
        f"prices-price-{lot.criteria.get(code='P').pk}": "8.675.309,17",
    }

    page = officer.post(bids_page(lot), price, follow=True)

    assert (SealedPrices.objects.filter(bid=row).count(), "8.675" in page.content.decode()) == (1, False)


def test_after_the_deadline_no_price_follows_by_receipt(officer: Client, lot: Lot) -> None:
    row = sealed(lot)
    key = lot.criteria.get(code="P").pk
    price = {"prices": "1", "prices-receipt": row.receipt, f"prices-price-{key}": "1"}

    page = officer.post(bids_page(lot), price)

    assert (page.status_code, row.prices.count()) == (422, 1)
    assert "Een prijs aanvullen of vervangen kon tot" in page.content.decode()


def test_a_receipt_that_is_not_there_says_so(officer: Client, lot: Lot) -> None:
    elsewhere = sealed(open_for_bids_elsewhere())

    page = officer.post(
        bids_page(lot), {"withdraw": "1", "withdraw-receipt": elsewhere.receipt, "withdraw-reason": "mistake"}
    )

    assert page.status_code == 422
    assert BidWithdrawal.objects.count() == 0


def open_for_bids_elsewhere() -> Lot:
    lot = cast.lot(cast.tender(reference="T-9"))
    cast.published(lot.tender, Phase.SUBMISSION)
    return lot


def test_a_file_of_more_than_20_mb_is_refused(officer: Client, lot: Lot) -> None:
    file = SimpleUploadedFile("groot.pdf", b"x" * (30 * 1024 * 1024))

    page = officer.post(bids_page(lot), bid_fields(lot) | {"one-files-general": [file]})

    assert (page.status_code, SealedFile.objects.count()) == (422, 0)
    assert "Een bestand is groter dan 20 MB. Lever het in delen aan." in page.content.decode()


@pytest.mark.parametrize(
    ("person", "status"),
    [((Role.LAWYER,), 403), ((Role.AUDITOR,), 403), ((Role.JUROR,), 404), ((Role.OFFICER, "Bellis"), 404)],
)
def test_who_may_seal(client: Client, lot: Lot, person: tuple[Role], status: int) -> None:
    client.force_login(cast.person(*person))

    assert (client.post(bids_page(lot), bid_fields(lot)).status_code, SealedBid.objects.count()) == (
        status,
        0,
    )


def test_a_superuser_seals_nothing(client: Client, lot: Lot) -> None:
    client.force_login(User.objects.create_superuser("site"))

    assert (client.post(bids_page(lot), bid_fields(lot)).status_code, SealedBid.objects.count()) == (403, 0)


def test_before_publication_nothing_is_sealed(officer: Client) -> None:
    draft = cast.lot(cast.tender(reference="T-2"))

    page = officer.post(bids_page(draft), bid_fields(draft))

    assert (page.status_code, SealedBid.objects.count()) == (409, 0)


def test_many_sealed_bids_cost_no_more_queries_and_leave_the_page_as_it_was(
    officer: Client, lot: Lot
) -> None:
    few, before = queries(officer, bids_page(lot)), officer.get(bids_page(lot))
    for number in range(5):
        sealed(lot, new_bid(f"{CANARY} {number}"))

    after = officer.get(bids_page(lot))

    assert queries(officer, bids_page(lot)) == few
    assert len(after.content) == len(before.content)
