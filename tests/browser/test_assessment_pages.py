"""The assessment in a browser: readable for everyone, by keyboard alone, nothing fetched elsewhere."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from procurement.organisations.models import Role
from tenders.models import BidValue, Lot, Tender
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tests import cast
from tests.browser.conftest import Watched
from tests.browser.steps import enter_on, follow, submit, submit_by_key
from tests.guards import without_guards

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CELL_A = "CO2-voetafdruk, inschrijving A (Leverancier A)"
PAGES = (
    "procedure",
    "bids",
    "bid",
    "scores",
    "scores of one criterion",
    "result",
    "explanation",
    "explanation of an excluded bid",
    "scorecard",
    "documents",
    "try_method",
    "try_method with a curve",
    "try_method refused",
)


@pytest.fixture
def lot(officer: User) -> Lot:
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=officer)
    return lot


@pytest.fixture
def opened(officer: User) -> Lot:
    return cast.in_phase(cast.lot_with_bids(), Phase.OPENING)


def address(lot: Lot, name: str) -> str:
    scores, try_method = reverse("tenders:scores", args=[lot.pk]), reverse("tenders:try_method")
    special = {
        "bid": reverse("tenders:bid", args=[lot.pk, "A"]),
        "scores of one criterion": f"{scores}?criterion=D1",
        "explanation": reverse("tenders:explanation", args=[lot.pk, "A"]),
        "explanation of an excluded bid": reverse("tenders:explanation", args=[lot.pk, "C"]),
        "procedure": reverse("tenders:procedure", args=[lot.tender_id]),
        "documents": reverse("tenders:documents", args=[lot.tender_id]),
        "try_method": try_method,
        "try_method with a curve": f"{try_method}?method=piecewise-linear",
        "try_method refused": f"{try_method}?method=two-sided",
    }
    return special[name] if name in special else reverse(f"tenders:{name}", args=[lot.pk])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_passes(
    page: Any, live_server: LiveServer, lot: Lot, axe: Callable[[], list[str]], watched: Watched, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)

    found = {}
    for name in PAGES:
        status = page.goto(live_server.url + address(lot, name)).status
        found[name] = (status, axe(), list(watched.console))

    assert found == {name: (200, [], []) for name in PAGES}
    assert watched.hosts == {"localhost"}


def test_pages_without_data_pass(
    page: Any, live_server: LiveServer, officer: User, axe: Callable[[], list[str]], watched: Watched
) -> None:
    empty = Lot.objects.create(tender=cast.tender(), number=1, title="Docks")

    found = {}
    for name in ("bids", "scores", "result", "scorecard", "documents"):
        status = page.goto(live_server.url + address(empty, name)).status
        found[name] = (status, axe(), list(watched.console))

    assert found == {name: (200, [], []) for name in found}


def test_pages_that_may_only_be_read_pass_in_english(
    page: Any,
    live_server: LiveServer,
    lot: Lot,
    axe: Callable[[], list[str]],
    watched: Watched,
    sign_in: Callable[[User], None],
) -> None:
    sign_in(cast.person(Role.LAWYER))
    page.context.add_cookies([{"name": "django_language", "value": "en", "url": live_server.url}])

    found = {}
    for name in ("bids", "bid", "scores", "scores of one criterion", "result"):
        status = page.goto(live_server.url + address(lot, name)).status
        found[name] = (status, axe(), list(watched.console))

    assert found == {name: (200, [], []) for name in found}
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_rules_of_the_scorecard_are_filled_in_by_keyboard_and_pass(
    page: Any,
    live_server: LiveServer,
    officer: User,
    axe: Callable[[], list[str]],
    watched: Watched,
    scheme: str,
) -> None:
    lot = cast.lot_with_bids()
    Tender.objects.filter(pk=lot.tender_id).update(procedure=Tender.Procedure.RESTRICTED)
    page.emulate_media(color_scheme=scheme)
    page.goto(live_server.url + address(lot, "scorecard"))
    empty = axe()

    enter_on(page, "Neem de voorzet over")
    page.get_by_label("Milieumanagement", exact=False).press("Space")
    page.get_by_label("Aantal gegadigden dat u uitnodigt").fill("4")
    enter_on(page, "Regels opslaan")
    page.get_by_text("Nodig in deze procedure ten minste 5").wait_for()
    refused = axe()
    page.get_by_label("Aantal gegadigden dat u uitnodigt").fill("5")
    enter_on(page, "Regels opslaan")
    page.get_by_text("De regels van de scorekaart zijn opgeslagen.").wait_for()

    assert (empty, refused, axe()) == ([], [], [])
    lot.refresh_from_db()
    assert (len(lot.scorecard_rules), lot.suitability_parts) == (6, ["environmental-management"])
    assert (lot.shortlist_places, watched.hosts) == (5, {"localhost"})


@pytest.mark.parametrize("width", [1280, 400])
def test_long_names_stay_on_the_page(page: Any, live_server: LiveServer, officer: User, width: int) -> None:
    lot = cast.lot_with_bids()
    for bid in lot.bids.select_related("supplier"):
        bid.supplier.name = f"{bid.code} " + "Zeerlangenaam" * 14
        bid.supplier.save()
    Tender.objects.filter(pk=lot.tender_id).update(title="Aanbesteding" * 15)
    lot.criteria.filter(code="P").update(title="Prijs" + "prijs" * 29)
    cast.published(lot.tender, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=officer)
    page.set_viewport_size({"width": width, "height": 900})

    wider = {}
    for name in ("bids", "bid", "scores", "result", "explanation", "scorecard", "documents"):
        page.goto(live_server.url + address(lot, name))
        wider[name] = page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0

    assert wider == dict.fromkeys(wider, False)


def test_the_grid_works_by_keyboard_alone(page: Any, live_server: LiveServer, opened: Lot) -> None:
    page.goto(live_server.url + address(opened, "scores"))
    page.get_by_role("textbox", name=CELL_A, exact=True).focus()

    page.keyboard.press("Control+ArrowRight")
    page.keyboard.type("160,50")
    submit_by_key(page, "Control+s")
    page.get_by_text("1 cel opgeslagen.").wait_for()

    assert BidValue.objects.get(bid__code="B", criterion__code="D1").value == "160.5"


def test_the_echo_and_the_count_follow_the_typing(page: Any, live_server: LiveServer, opened: Lot) -> None:
    page.goto(live_server.url + address(opened, "scores"))
    cell = page.get_by_role("textbox", name=CELL_A, exact=True)

    echoes = []
    for typed in ("99.995", "99,995", "1250,5", "99.99"):
        cell.fill(typed)
        echoes.append(cell.locator("xpath=../span[@data-echo]").inner_text())
    cell.fill("")

    assert echoes == ["99.995,0 kg CO2e", "99,995 kg CO2e", "1.250,5 kg CO2e", ""]
    assert page.locator("[data-filled]").first.inner_text() == "1"


def test_the_grid_works_without_script(
    browser: Any, browser_context_args: dict[str, Any], page: Any, live_server: LiveServer, opened: Lot
) -> None:
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(live_server.url + address(opened, "scores"))

    plain.get_by_role("textbox", name=CELL_A, exact=True).fill("12.5")
    submit(plain, "Opslaan")
    refused = plain.get_by_role("alert").inner_text()
    plain.get_by_role("textbox", name=CELL_A, exact=True).fill("12,5")
    submit(plain, "Opslaan")
    plain.get_by_text("1 cel opgeslagen.").wait_for()
    context.close()

    assert refused.count("CO2-voetafdruk, inschrijving A (Leverancier A)") == 1
    assert BidValue.objects.get(bid__code="A", criterion__code="D1").value == "12.5"


def test_from_scores_to_the_explanation_of_the_winner(page: Any, live_server: LiveServer, lot: Lot) -> None:
    with without_guards("tenders_bidvalue"):
        BidValue.objects.filter(bid__code="B", criterion__code="P").update(value="900")
    page.goto(live_server.url + address(lot, "result"))

    submit(page, "Opnieuw berekenen")
    follow(page, "Hoe B hieraan komt")

    assert page.get_by_role("heading", level=1).inner_text() == "Zo kwam deze score tot stand: B"
    assert page.locator("#total-title + p").inner_text()[:35] == "Plaats 1 van 2 met 80,00 punten."
