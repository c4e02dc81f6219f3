"""The officer's pages in a browser: readable for everyone, nothing blocked, nothing fetched elsewhere."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django.live_server_helper import LiveServer

from procurement.organisations.models import Role
from tenders.models import Criterion, Lot
from tests import cast
from tests.browser.conftest import Watched
from tests.browser.steps import enter_on, submit, submit_by_key

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = (
    "/admin/",
    "/admin/password_change/",
    "/admin/tenders/tender/",
    "/admin/tenders/tender/add/",
    "/admin/tenders/tender/{tender}/change/",
    "/admin/tenders/lot/{lot}/change/",
    "/admin/tenders/requirement/add/",
    "/admin/tenders/scale/add/",
    "/admin/tenders/criterion/{criterion}/change/",
    "/admin/tenders/bid/",
    "/admin/tenders/bid/{bid}/change/",
    "/admin/tenders/supplier/add/",
    "/admin/tenders/evidence/add/",
    "/logboek/",
    "/aanbestedingen/{tender}/dossier/",
    "/beveiliging/",
    "/percelen/{lot}/criteria/",
    "/percelen/{empty}/criteria/",
    "/percelen/{lot}/gunningsregels/",
    "/aanbestedingen/{tender}/toets/",
    "/catalogus/",
    "/recht/",
    "/recht/?since=2026-01-01&until=2027-01-01",
)
FROZEN = ("/percelen/{lot}/criteria/", "/percelen/{lot}/gunningsregels/", "/aanbestedingen/{tender}/toets/")
DARK = (
    "/admin/",
    "/admin/tenders/tender/{tender}/change/",
    "/admin/tenders/bid/",
    *FROZEN,
    "/catalogus/",
    "/recht/",
)


@pytest.fixture
def keys(officer: User) -> dict[str, int]:
    lot = cast.lot_with_bids()
    empty = Lot.objects.create(tender=lot.tender, number=2, title="Docks")
    return {
        "lot": lot.pk,
        "empty": empty.pk,
        "tender": lot.tender.pk,
        "bid": lot.bids.earliest("pk").pk,
        "criterion": lot.criteria.earliest("pk").pk,
    }


def wrong_with(page: Any, url: str, axe: Callable[[], list[str]], watched: Watched) -> list[str]:
    """Everything that is wrong with the page behind `url`."""
    watched.console.clear()
    status = page.goto(url).status
    elsewhere = watched.hosts - {"localhost"}
    return [*([f"status {status}"] if status != 200 else []), *axe(), *watched.console, *elsewhere]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_clean(
    scheme: str, keys: dict[str, int], page: Any, live_server: LiveServer, axe: Any, watched: Watched
) -> None:
    page.emulate_media(color_scheme=scheme)
    paths = PAGES if scheme == "light" else DARK

    found = {path: wrong_with(page, live_server.url + path.format(**keys), axe, watched) for path in paths}

    assert found == {path: [] for path in paths}


def test_signing_in_by_the_dutch_labels(
    page: Any, live_server: LiveServer, axe: Any, watched: Watched
) -> None:
    user = cast.person(Role.OFFICER)
    user.set_password("een lang wachtwoord")
    user.save()

    assert wrong_with(page, live_server.url + "/admin/login/", axe, watched) == []
    page.get_by_label("Gebruikersnaam").fill("officer.amaranth")
    page.get_by_label("Wachtwoord").fill("een lang wachtwoord")
    submit_by_key(page, "Enter")

    assert page.url == f"{live_server.url}/admin/"
    assert page.get_by_role("heading", level=1).inner_text() == "Werklijst"


def test_frozen_pages_are_clean(
    keys: dict[str, int], officer: User, page: Any, live_server: LiveServer, axe: Any, watched: Watched
) -> None:
    Lot.objects.filter(pk=keys["empty"]).delete()
    lot = Lot.objects.get(pk=keys["lot"])
    cast.published(lot.tender)

    paths = [*FROZEN, f"/admin/tenders/lot/{lot.pk}/change/"]
    found = {path: wrong_with(page, live_server.url + path.format(**keys), axe, watched) for path in paths}

    assert found == {path: [] for path in paths}


def test_the_opened_editor_is_clean(
    keys: dict[str, int], page: Any, live_server: LiveServer, axe: Any, watched: Watched
) -> None:
    page.goto(f"{live_server.url}/percelen/{keys['lot']}/criteria/")

    for summary in page.locator(".node-more > summary").all():
        summary.click()

    assert axe() == []
    assert watched.console == []


def test_the_total_follows_what_is_typed(keys: dict[str, int], page: Any, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/percelen/{keys['lot']}/criteria/")
    weight, total = page.get_by_label("Weging (%)").first, page.locator("[data-total]")
    said = {}

    for typed in ("55", "60", "60,0001", "33,3333", "12.5"):
        weight.fill(typed)
        said[typed] = total.inner_text()

    assert said == {
        "55": "95% – nog 5% te verdelen",
        "60": "100% verdeeld",
        "60,0001": "100,0001% – 0,0001% te veel",
        "33,3333": "73,3333% – nog 26,6667% te verdelen",
        "12.5": "Een weging is nog geen getal",
    }


def test_dividing_the_rest_is_exact(keys: dict[str, int], page: Any, live_server: LiveServer) -> None:
    page.goto(f"{live_server.url}/percelen/{keys['lot']}/criteria/")
    weights = page.get_by_label("Weging (%)")

    weights.nth(0).fill("")
    weights.nth(1).fill("")
    weights.nth(2).fill("24,9999")
    page.get_by_role("button", name="Verdeel rest", exact=True).click()

    assert [weights.nth(place).input_value() for place in range(3)] == ["37,5001", "37,5", "24,9999"]
    assert page.locator("[data-total]").inner_text() == "100% verdeeld"


def test_another_kind_brings_its_fields_without_losing_what_was_typed(
    keys: dict[str, int], page: Any, live_server: LiveServer, watched: Watched
) -> None:
    page.goto(f"{live_server.url}/percelen/{keys['lot']}/criteria/")
    page.get_by_label("Titel").first.fill("Prijs van alles")

    page.get_by_label("Soort").first.select_option("label")
    page.locator(".node-more > summary").first.click()
    page.get_by_label("Aanvaarde keurmerken").wait_for()

    assert page.get_by_label("Titel").first.input_value() == "Prijs van alles"
    assert watched.console == []


def test_a_criterion_is_added_and_saved_by_keyboard_only(
    keys: dict[str, int], page: Any, live_server: LiveServer
) -> None:
    page.goto(f"{live_server.url}/percelen/{keys['empty']}/criteria/")

    enter_on(page, "Criterium toevoegen")
    page.get_by_label("Code").focus()
    for text in ("P1", "Prijs", "100"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    submit_by_key(page, "Control+s")
    page.get_by_text("De criteria zijn opgeslagen.").wait_for()

    row = Criterion.objects.get(lot=keys["empty"])
    assert (row.code, row.title, str(row.weight)) == ("P1", "Prijs", "100.0000")


def test_switching_to_english_stays_on_the_page(
    keys: dict[str, int], page: Any, live_server: LiveServer
) -> None:
    page.goto(f"{live_server.url}/catalogus/")

    submit(page, "English")

    assert page.url.endswith("/catalogus/")
    assert page.locator("html").get_attribute("lang") == "en"
