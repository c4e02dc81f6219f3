"""The questions of a contract in a browser: saved as you go, by keyboard, without a script, for everybody."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from clauses.models import ContractDraft
from clauses.services import fill_in, prefill, start_draft
from tests import cast
from tests.browser.conftest import Watched
from tests.clauses.assembly.promising import AWARD, given_values

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NOW = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
PROMISED = "co2-product-footprint--footprint_per_unit"


@pytest.fixture
def draft(officer: User) -> ContractDraft:
    call_command("load_clauses", verbosity=0)
    row = start_draft(
        organisation=cast.organisation(),
        title="Laptops",
        reference="T-1",
        language="nl",
        answers={"subject": ["hardware"], "promises": ["co2-footprint"], "duration": "single"},
        at=NOW,
        actor=officer,
    )
    prefill(draft=row, given=given_values(), award=AWARD, at=NOW, actor=officer)
    return row


def address(draft: ContractDraft, name: str = "clauses:fill_in") -> str:
    return reverse(name, args=[draft.pk])


def stored(draft: ContractDraft, clause: str = "co2-product-footprint") -> dict[str, str]:
    values: dict[str, str] = draft.chosen.get(version__clause__code=clause).values
    return values


def test_what_was_typed_is_saved_on_leaving_the_field_and_shown_in_the_contract(
    page: Any, live_server: LiveServer, draft: ContractDraft, watched: Watched
) -> None:
    page.goto(live_server.url + address(draft))
    before = page.locator("#draft-progress label").inner_text()

    page.locator("#id_definitions--contracting_authority").fill("Gemeente Amaranth")
    page.keyboard.press("Tab")
    page.get_by_text("Alles is opgeslagen.").wait_for()

    assert stored(draft, "definitions")["contracting_authority"] == "Gemeente Amaranth"
    assert page.locator("#draft-preview").get_by_text("Gemeente Amaranth").count() == 1
    assert page.locator("#draft-progress label").inner_text() != before
    assert (watched.console, watched.hosts) == ([], {"localhost"})


def test_a_wrong_value_is_shown_at_its_field_and_the_rest_is_saved(
    page: Any, live_server: LiveServer, draft: ContractDraft
) -> None:
    page.goto(live_server.url + address(draft))

    page.locator(f"#id_{PROMISED}").fill("veel")
    page.keyboard.press("Tab")
    page.get_by_text("Opgeslagen, behalve wat nog niet klopt.").wait_for()

    assert page.locator(f"#div_id_{PROMISED} .invalid-feedback").count() == 1
    assert page.locator(f"#id_{PROMISED}").get_attribute("aria-invalid") == "true"
    assert stored(draft)["footprint_per_unit"] == "214.5"


def test_the_next_open_blank_is_reached_by_keyboard(
    page: Any, live_server: LiveServer, draft: ContractDraft
) -> None:
    page.goto(live_server.url + address(draft))
    page.locator("#id_definitions--contracting_authority").focus()

    page.locator("#next-open").focus()
    page.keyboard.press("Enter")
    first = page.evaluate("document.activeElement.id")
    page.locator("#next-open").focus()
    page.keyboard.press("Enter")

    assert first == "id_definitions--contractor"
    assert page.evaluate("document.activeElement.id") == "id_definitions--tender_reference"


def test_when_somebody_else_saved_both_are_shown_and_nothing_is_lost(
    page: Any, live_server: LiveServer, draft: ContractDraft
) -> None:
    page.goto(live_server.url + address(draft))
    theirs = {"definitions": {"contractor": "De Brem"}}
    fill_in(draft=draft, values=theirs, revision=draft.revision, at=NOW, actor=None)

    page.locator("#id_definitions--contractor").fill("Laagland")
    page.keyboard.press("Tab")
    page.get_by_role("heading", name="Iemand anders heeft dit concept net opgeslagen").wait_for()

    row = page.get_by_role("row").filter(has_text="Naam van de opdrachtnemer")
    assert [cell.inner_text() for cell in row.get_by_role("cell").all()] == ["De Brem", "Laagland"]
    assert page.locator("#id_definitions--contractor").input_value() == "Laagland"
    assert stored(draft, "definitions")["contractor"] == "De Brem"


def test_without_a_script_the_button_saves(
    browser: Any, page: Any, live_server: LiveServer, draft: ContractDraft
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    context.add_cookies(page.context.cookies())
    plain = context.new_page()
    plain.goto(live_server.url + address(draft))

    plain.locator("#id_definitions--contractor").fill("Laagland")
    plain.get_by_role("button", name="Sla op en bekijk").click()
    plain.get_by_text("Opgeslagen.").wait_for()

    assert stored(draft, "definitions")["contractor"] == "Laagland"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_a_contract_pass(
    page: Any,
    live_server: LiveServer,
    draft: ContractDraft,
    axe: Callable[[], list[str]],
    watched: Watched,
    scheme: str,
) -> None:
    page.emulate_media(color_scheme=scheme)

    found = {}
    for name in ("clauses:fill_in", "clauses:agreements"):
        page.goto(live_server.url + address(draft, name))
        found[name] = (axe(), list(watched.console))

    assert found == {name: ([], []) for name in found}
