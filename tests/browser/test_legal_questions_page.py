"""Answering the legal questions in a browser: by keyboard, with rows, with errors, and in both languages."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django.live_server_helper import LiveServer

from procurement.organisations.models import Role
from tenders.models import LegalAnswers, Requirement, Tender
from tenders.views.legal_questions import ASKED
from tests import cast
from tests.browser.conftest import Watched
from tests.browser.steps import submit, submit_by_key
from tests.browser.walk import tab_to

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def tender(officer: User) -> Tender:
    lot = cast.lot()
    Requirement.objects.create(
        lot=lot,
        position=2,
        kind="suitability",
        code="E2",
        title="Omzet",
        text="Een omzet van 1 miljoen euro.",
    )
    return lot.tender


def address(live_server: LiveServer, tender: Tender, topic: str) -> str:
    return f"{live_server.url}/aanbestedingen/{tender.pk}/juridisch/vragen/{topic}/"


def stored(tender: Tender) -> dict[str, Any]:
    answers: dict[str, Any] = LegalAnswers.objects.get(tender=tender).answers
    return answers


def test_every_topic_is_readable_for_everyone(
    page: Any, live_server: LiveServer, tender: Tender, axe: Callable[[], list[str]], watched: Watched
) -> None:
    found = []
    for topic in ASKED:
        page.goto(address(live_server, tender, topic))
        wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found += [*axe(), *([f"{topic} is wider than the window"] if wider else [])]

    assert (found, watched.console, watched.hosts) == ([], [], {"localhost"})


@pytest.mark.parametrize("width", [1280, 320])
def test_a_row_is_filled_in_by_keyboard_and_kept(
    page: Any,
    live_server: LiveServer,
    tender: Tender,
    axe: Callable[[], list[str]],
    watched: Watched,
    width: int,
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address(live_server, tender, "proof"))
    page.get_by_role("button", name="Voeg een regel toe (Welke keurmerken noemt u?)").focus()
    page.keyboard.press("Enter")
    page.locator("#in-labels-0-name:focus").wait_for()
    page.keyboard.type("EU Ecolabel")
    page.locator("#in-labels-0-required_0").focus()
    page.keyboard.press("Space")
    before = axe()
    page.locator("#in-labels-0-name").focus()
    submit_by_key(page, "Enter")

    assert stored(tender)["proof"] == {"labels": [{"name": "EU Ecolabel", "required": True}]}
    assert (before, axe(), watched.console) == ([], [], [])


def test_a_row_is_taken_away_and_what_was_typed_elsewhere_stays(
    page: Any, live_server: LiveServer, tender: Tender, watched: Watched
) -> None:
    labels = [{"name": "EU Ecolabel"}, {"name": "TCO Certified"}]
    LegalAnswers.objects.update(answers={"proof": {"labels": labels}})
    page.goto(address(live_server, tender, "proof"))
    page.locator("#in-labels-1-demands").fill("Eis 4")
    page.get_by_role("button", name="Verwijder regel 1").click()
    page.locator("#in-labels-0-name").wait_for(state="detached")
    submit(page, "Bewaar", exact=True)

    assert stored(tender)["proof"] == {"labels": [{"name": "TCO Certified", "demands": ["Eis 4"]}]}
    assert watched.console == []


def test_rows_come_and_go_without_a_script(
    browser: Any, live_server: LiveServer, tender: Tender, page: Any
) -> None:
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(page.context.cookies())
    still = plain.new_page()
    still.goto(address(live_server, tender, "proof"))
    submit(still, "Voeg een regel toe (Welke testverslagen vraagt u?)")
    still.locator("#in-test_reports-0-name").fill("EN 50564")
    submit(still, "Bewaar", exact=True)
    plain.close()

    assert stored(tender)["proof"] == {"test_reports": [{"name": "EN 50564"}]}


def test_an_error_leads_to_its_question_and_nothing_is_lost(
    page: Any, live_server: LiveServer, tender: Tender, axe: Callable[[], list[str]]
) -> None:
    page.goto(address(live_server, tender, "documents"))
    page.locator("#in-kept_years").fill("7.5")
    page.locator("#in-guide_reason").fill("Dit blijft staan.")
    submit(page, "Bewaar en ga naar het volgende onderwerp")
    tab_to(page, "Hoeveel jaar na de gunning blijft het dossier bewaard?")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "legal-documents-kept_years"
    assert page.locator("#in-kept_years").input_value() == "7.5"
    assert page.locator("#in-guide_reason").input_value() == "Dit blijft staan."
    assert axe() == []


def test_a_colleague_s_answers_stand_beside_one_s_own(
    page: Any, live_server: LiveServer, tender: Tender, axe: Callable[[], list[str]]
) -> None:
    page.goto(address(live_server, tender, "contract"))
    LegalAnswers.objects.update(answers={"contract": {"merged": True}})
    page.locator("#in-public_value").fill("Scholen krijgen laptops.")
    submit(page, "Bewaar", exact=True)
    said = page.get_by_role("alert").inner_text()
    found = axe()
    submit(page, "Bewaar", exact=True)

    assert ("iemand anders" in said, found) == (True, [])
    assert stored(tender)["contract"]["public_value"] == "Scholen krijgen laptops."


def test_answers_are_readable_for_who_may_not_change_them(
    page: Any,
    live_server: LiveServer,
    tender: Tender,
    sign_in: Callable[[User], None],
    axe: Callable[[], list[str]],
) -> None:
    sign_in(cast.person(Role.AUDITOR))
    found = []
    for topic in ("bidders", "award"):
        page.goto(address(live_server, tender, topic))
        found += axe()

    assert (found, page.get_by_role("button", name="Bewaar").count()) == ([], 0)
