"""Taking bids in and looking at them once they are open, in a browser."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django.live_server_helper import LiveServer

from procurement.organisations.models import Role
from tenders.models import Lot, PhaseChange, SealedBid
from tenders.procedure.phases import Phase
from tests import cast
from tests.browser.conftest import Watched
from tests.browser.steps import submit, submit_by_key
from tests.sealed import new_bid, open_for_bids, opened, sealed

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lot(officer: User) -> Lot:
    return open_for_bids()


def address(live_server: LiveServer, lot: Lot, rest: str = "") -> str:
    return f"{live_server.url}/percelen/{lot.pk}/inschrijvingen/{rest}"


def test_a_bid_is_sealed_by_keyboard_and_the_receipt_is_on_the_page(
    page: Any, live_server: LiveServer, lot: Lot, axe: Callable[[], list[str]], watched: Watched
) -> None:
    page.goto(address(live_server, lot))
    before = axe()
    page.locator("#id_one-supplier").focus()
    for text in ("Kanarie B.V.", "12345678", "27-10-2026 10:15:07"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.get_by_label("D1 CO2-voetafdruk").fill("280,25")
    page.get_by_label("P Prijs").first.fill("900")
    submit_by_key(page, "Enter")

    receipt = SealedBid.objects.get(lot=lot).receipt
    assert page.get_by_role("status").inner_text().count(receipt) == 1
    assert (before, axe(), watched.console) == ([], [], [])


def test_what_is_wrong_is_readable_for_everyone(
    page: Any, live_server: LiveServer, lot: Lot, axe: Callable[[], list[str]]
) -> None:
    page.goto(address(live_server, lot))
    page.locator("#id_one-supplier").fill("Kanarie B.V.")
    page.locator("#id_one-received_at").fill("gisteren")

    submit(page, "Verzegel deze inschrijving")

    assert page.get_by_role("alert").inner_text().count("Schrijf het tijdstip") == 1
    assert axe() == []


def test_a_table_is_checked_before_it_is_sealed(
    page: Any, live_server: LiveServer, lot: Lot, axe: Callable[[], list[str]]
) -> None:
    page.goto(address(live_server, lot))
    page.locator("#id_table-table").fill("leverancier;ontvangen\nEcho B.V.;27-10-2026 10:15")

    submit(page, "Controleer de regels")

    assert page.get_by_text("1 regel is goed. Er is nog niets verzegeld.").is_visible()
    assert (axe(), SealedBid.objects.count()) == ([], 0)


@pytest.mark.parametrize("rest", ["", "A/", "B/"])
def test_opened_bids_are_readable_for_everyone(
    page: Any, live_server: LiveServer, lot: Lot, axe: Callable[[], list[str]], watched: Watched, rest: str
) -> None:
    sealed(lot, new_bid("Op tijd"))
    sealed(lot, new_bid("Te laat", received_at=cast.DEADLINE + timedelta(seconds=1)))
    opened(lot)

    status = page.goto(address(live_server, lot, rest)).status

    assert (status, axe(), watched.console) == (200, [], [])


def test_two_people_bring_a_bid_back_on_its_page(
    page: Any, live_server: LiveServer, sign_in: Callable[[User], None], axe: Callable[[], list[str]]
) -> None:
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.OPENING)
    steps = ("start-assessment", "opening", "assessment"), ("correct-admission", "assessment", "opening")
    for number, (code, source, target) in enumerate(steps, 90):
        PhaseChange.objects.create(
            lot=lot, number=number, transition=code, source=source, target=target, at=cast.NOW
        )
    found, bid = [], address(live_server, lot, "C/")
    sign_in(cast.person(Role.LAWYER))
    page.goto(bid)
    found += axe()
    page.get_by_label("Waarom de inschrijving toch aan de eisen voldoet").fill("Zie bijlage 4.")
    submit(page, "Teken als eerste")
    sign_in(cast.person(Role.OFFICER))
    page.goto(bid)
    found += axe()

    submit(page, "Teken als tweede en herstel")

    assert (lot.bids.get(code="C").outcomes.get().met, found) == (True, [])
