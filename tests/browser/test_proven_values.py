"""Taking over what the evidence proves, in a browser: by keyboard, without a script, readable for all."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from tenders.models import BidValue, Evidence, Lot
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tests import cast
from tests.browser.conftest import Watched
from tests.browser.steps import submit, submit_by_key

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lot(officer: User) -> Lot:
    """D1 rests on the footprint of the product: A entered 280 and proves 275.5, B proves nothing."""
    lot = cast.lot_with_bids()
    lot.criteria.filter(code="D1").update(evidence_kind=Evidence.Kind.PRODUCT_FOOTPRINT)
    bid = lot.bids.get(code="A")
    piece = bid.supplier.evidence.create(
        kind=Evidence.Kind.PRODUCT_FOOTPRINT,
        title="EcoBook 14",
        covers_performance=True,
        value="275.5",
        checked_on=date(2026, 11, 1),
    )
    bid.evidence.add(piece)
    cast.published(lot.tender, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=officer)
    return cast.in_phase(lot, Phase.OPENING)


def scores(lot: Lot) -> str:
    return reverse("tenders:scores", args=[lot.pk])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_with_proof_pass(
    page: Any, live_server: LiveServer, lot: Lot, axe: Callable[[], list[str]], watched: Watched, scheme: str
) -> None:
    explanation = reverse("tenders:explanation", args=[lot.pk, "A"])
    page.emulate_media(color_scheme=scheme)

    found = {}
    for address in (scores(lot), f"{scores(lot)}?criterion=D1", explanation):
        page.goto(live_server.url + address)
        found[address] = (page.get_by_text("wijkt af van het bewijs").count(), axe(), list(watched.console))
    page.goto(live_server.url + scores(lot))
    submit(page, "Neem over")
    found["taken"] = (page.get_by_role("status").count() > 0, axe(), list(watched.console))

    assert found == {address: (1, [], []) for address in found}


def test_taken_over_and_saved_by_keyboard_alone(page: Any, live_server: LiveServer, lot: Lot) -> None:
    page.goto(live_server.url + scores(lot))
    page.get_by_role("textbox", name="CO2-voetafdruk, inschrijving A (Leverancier A)", exact=True).focus()

    page.keyboard.press("Tab")
    submit_by_key(page, "Enter")
    page.get_by_text("Er is nog niets opgeslagen.").wait_for()
    page.locator("[autofocus]:focus").wait_for()
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.type("Nagerekend. ")
    submit_by_key(page, "Control+s")
    page.get_by_text("1 cel opgeslagen.").wait_for()

    assert focused == "Motivering: CO2-voetafdruk, inschrijving A (Leverancier A)"
    assert BidValue.objects.get(bid__code="A", criterion__code="D1").value == "275.5"


def test_the_warning_follows_the_typing(page: Any, live_server: LiveServer, lot: Lot) -> None:
    page.goto(live_server.url + scores(lot))
    field = page.get_by_role("textbox", name="CO2-voetafdruk, inschrijving A (Leverancier A)", exact=True)
    warning = page.get_by_text("wijkt af van het bewijs")

    shown = []
    for typed in ("275,5", "275,50", "276", ""):
        field.fill(typed)
        shown.append((warning.is_visible(), page.get_by_role("button", name="Neem over").is_visible()))

    assert shown == [(False, False), (False, False), (True, True), (False, True)]


def test_without_a_script_enter_saves_and_the_button_takes_over(
    browser: Any, browser_context_args: dict[str, Any], page: Any, live_server: LiveServer, lot: Lot
) -> None:
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(live_server.url + scores(lot))

    plain.get_by_role("textbox", name="CO2-voetafdruk, inschrijving B (Leverancier B)", exact=True).fill(
        "200"
    )
    submit_by_key(plain, "Enter")
    plain.get_by_text("1 cel opgeslagen.").wait_for()
    submit(plain, "Neem over")
    plain.get_by_text("Er is nog niets opgeslagen.").wait_for()
    submit(plain, "Opslaan")
    plain.get_by_text("1 cel opgeslagen.").wait_for()
    context.close()

    stored = BidValue.objects.filter(criterion__code="D1", bid__code__in="AB").order_by("bid__code")
    assert list(stored.values_list("value", flat=True)) == ["275.5", "200"]
