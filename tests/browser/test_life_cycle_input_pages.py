"""In a browser: a table of others is read, shares of the time in a plan, a bid taken in as it was."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from tenders.models import SealedBid
from tests import calculated, cast
from tests.browser.conftest import Watched
from tests.browser.steps import submit
from tests.tenders.lifecycle import build_plan as build

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TABLE = """manufacturer,name,gwp_total,gwp_manufacturing_ratio,yearly_tec
Acme,Book 13,161.25,0.8,22.5
Acme,Book 14,NaN,0.8,22.5
"""
WIDTHS = pytest.mark.parametrize("width", [1280, 360])


def wider(page: Any) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@WIDTHS
def test_a_table_of_products_is_read_under_its_warning(
    page: Any,
    live_server: LiveServer,
    officer: User,
    axe: Callable[[], list[str]],
    watched: Watched,
    width: int,
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(live_server.url + reverse("tenders:product_table", args=[cast.lot().pk]))
    found = [*axe(), wider(page)]

    page.locator("[type=file]").set_input_files(
        {"name": "tabel.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    )
    submit(page, "Lees de tabel")

    found += [*axe(), wider(page)]
    assert (found, watched.console) == ([False, False], [])
    assert page.get_by_role("note").inner_text().count("raden af") == 1
    assert page.get_by_role("rowheader", name="Book 13").is_visible()
    assert page.get_by_text("regel 3, gwp_total:").is_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
def test_shares_of_the_time_are_readable_and_so_is_what_is_wrong_with_them(
    page: Any,
    live_server: LiveServer,
    officer: User,
    axe: Callable[[], list[str]],
    scheme: str,
    width: int,
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    lot = calculated.lot()
    calculated.save(lot, build.plan(time_shares=build.shares(idle="0.35", off="0.65")))
    page.goto(live_server.url + reverse("tenders:calculation", args=[lot.pk]))
    found = [*axe(), wider(page)]

    page.locator('[name="time_shares-0-value"]').fill("75")
    submit(page, "Berekening opslaan")

    assert [*found, *axe(), wider(page)] == [False, False]
    assert page.locator('[name="time_shares-0-value"]').input_value() == "75"
    assert page.get_by_text("De delen van de tijd tellen op tot").first.is_visible()


def test_a_statement_that_is_not_whole_is_sealed_once_the_officer_says_so(
    page: Any, live_server: LiveServer, officer: User, axe: Callable[[], list[str]], watched: Watched
) -> None:
    lot = calculated.open_for_bids()
    page.goto(f"{live_server.url}/percelen/{lot.pk}/inschrijvingen/")
    page.locator("#id_one-supplier").fill("Kanarie B.V.")
    page.locator("#id_one-received_at").fill("27-10-2026 10:15:07")
    submit(page, "Verzegel deze inschrijving")
    refused = (SealedBid.objects.count(), axe())

    page.get_by_label("Zo ontvangen").check()
    submit(page, "Verzegel deze inschrijving")

    assert refused == (0, [])
    assert axe() == []
    assert SealedBid.objects.get(lot=lot).receipt in page.get_by_role("status").inner_text()
    assert [line for line in watched.console if "422" not in line] == []
