"""Several bids are sealed as the page listed them, and once."""

import json
from hashlib import sha256
from typing import Any

import pytest
from django.test import Client

from procurement.audit.models import Event
from tenders.models import Lot, SealedBid
from tests.sealed import bids_page, open_for_bids, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    return open_for_bids()


def table(*lines: str) -> dict[str, str]:
    return {"table": "seal", "table-table": "\n".join(lines)}


def listed_as(page: Any) -> dict[str, str]:
    """What the button under the list sends along."""
    return {"table-listed": page.context["table"].listed_as}


def test_a_second_click_seals_no_second_set_and_leads_to_the_receipts(officer: Client, lot: Lot) -> None:
    lines = table("leverancier;ontvangen", "Delta B.V.;27-10-2026 10:15")
    lines |= listed_as(officer.post(bids_page(lot), lines))

    pages = [officer.post(bids_page(lot), lines) for _ in range(2)]
    shown = officer.get(bids_page(lot)).content.decode()

    assert [page.status_code for page in pages] == [302, 302]
    assert SealedBid.objects.get().receipt in shown


def test_another_table_than_was_listed_is_listed_first(officer: Client, lot: Lot) -> None:
    head = "leverancier;ontvangen;P"
    listed = officer.post(bids_page(lot), table(head, "Delta B.V.;27-10-2026 10:15;900"))
    other = table(head, "Delta B.V.;27-10-2026 10:15;9000") | listed_as(listed)

    pages = [officer.post(bids_page(lot), other), officer.post(bids_page(lot), other | {"table-listed": ""})]

    assert [(page.status_code, bool(page.context["table"].listed_as)) for page in pages] == [(200, True)] * 2
    assert not SealedBid.objects.exists()


def sealed_list(officer: Client, lot: Lot) -> list[str]:
    """The lines of a list that was listed and sealed."""
    lines = ["leverancier;ontvangen;P"] + [f"{name} B.V.;27-10-2026 10:15;900" for name in ("Delta", "Echo")]
    sent = table(*lines)
    officer.post(bids_page(lot), sent | listed_as(officer.post(bids_page(lot), sent)))
    return lines


def test_one_event_names_the_whole_list_and_each_bid_keeps_its_own(officer: Client, lot: Lot) -> None:
    sealed_list(officer, lot)

    events = Event.objects.filter(action__startswith="bids.").order_by("sequence")
    receipts = list(SealedBid.objects.order_by("pk").values_list("receipt", flat=True))
    [listed] = [json.loads(each.details) for each in events if each.action == "bids.list_sealed"]
    assert (listed["bids"], listed["receipts"]) == (2, receipts)
    assert [each.action for each in events].count("bids.sealed") == 2
    assert lot.bids.count() == 0
    opened(lot)
    assert lot.bids.count() == 2


def test_the_event_of_a_list_says_nothing_by_which_a_price_could_be_guessed(
    officer: Client, lot: Lot
) -> None:
    lines = sealed_list(officer, lot)

    text = Event.objects.get(action="bids.list_sealed").details
    guesses = [end.join(lines) + last for end in ("\n", "\r\n") for last in ("", end)]
    assert [sha256(guess.encode()).hexdigest() in text for guess in guesses] == [False] * 4
    assert [word in text for word in ("Delta", "900")] == [False] * 2


def test_nobody_sees_in_the_log_how_many_stood_in_a_list_before_the_opening(
    officer: Client, lot: Lot
) -> None:
    sealed_list(officer, lot)

    page = officer.get("/logboek/")

    assert "bids.list_sealed" not in [line.event.action for line in page.context["lines"]]


def test_a_list_of_which_one_line_is_wrong_leaves_no_event(officer: Client, lot: Lot) -> None:
    before = Event.objects.count()

    officer.post(
        bids_page(lot), table("leverancier;ontvangen", "Delta B.V.;27-10-2026 10:15", "Echo B.V.;gisteren")
    )

    assert (Event.objects.count(), SealedBid.objects.count()) == (before, 0)
