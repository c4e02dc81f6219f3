"""The legality check in a browser: readable for everyone, and worked through by keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django.live_server_helper import LiveServer

from procurement.organisations.models import Role
from tenders.models import LegalReason, Lot
from tests import cast
from tests.browser.conftest import Watched
from tests.browser.steps import submit_by_key
from tests.browser.walk import tab_to
from tests.legality_page import NORM_MENDED, WHY, answered, unlawful, url
from tests.scenes import objections

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = (
    "/aanbestedingen/{tender}/juridisch/",
    "/aanbestedingen/{tender}/toets/",
    "/admin/tenders/tender/{tender}/change/",
    "/percelen/{lot}/criteria/",
    "/percelen/{lot}/gunningsregels/",
    "/regels/",
    "/regels/L12/",
)
OPEN_ALL = "document.querySelectorAll('details').forEach(each => { each.open = true; })"


@pytest.mark.parametrize("role", [Role.OFFICER, Role.LAWYER])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_clean(
    role: Role,
    scheme: str,
    sign_in: Callable[[User], None],
    page: Any,
    live_server: LiveServer,
    axe: Any,
    watched: Watched,
) -> None:
    lot = objections()
    sign_in(cast.person(role))
    page.emulate_media(color_scheme=scheme)
    found = {}

    for path in PAGES:
        page.goto(live_server.url + path.format(tender=lot.tender.pk, lot=lot.pk))
        page.evaluate(OPEN_ALL)
        wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[path] = [*axe(), *watched.console, *(["wider than the window"] if wider else [])]

    assert found == {path: [] for path in PAGES}
    assert watched.hosts == {"localhost"}


def test_on_a_telephone_nothing_is_wider_than_the_window(
    sign_in: Callable[[User], None], page: Any, live_server: LiveServer
) -> None:
    lot = unlawful()
    lot.criteria.filter(code="K").update(description=f"Volgens IEC 62623{'x' * 300}. {'y' * 300} IEC 62624.")
    sign_in(cast.person(Role.LAWYER))
    page.set_viewport_size({"width": 320, "height": 640})

    page.goto(live_server.url + url(lot.tender))
    page.evaluate(OPEN_ALL)

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_an_officer_takes_a_sentence_over_by_keyboard(
    officer: User, page: Any, live_server: LiveServer, axe: Any
) -> None:
    lot = unlawful()
    page.goto(live_server.url + url(lot.tender))

    tab_to(page, "Overnemen")
    submit_by_key(page, "Enter")

    assert lot.criteria.get(code="K").description == NORM_MENDED
    assert page.get_by_text(f"Overgenomen. De tekst is nu: {NORM_MENDED}").count() == 1
    assert page.get_by_role("button", name="Overnemen").count() == 0
    assert axe() == []


def test_a_lawyer_gives_a_reason_by_keyboard_after_an_empty_one(
    sign_in: Callable[[User], None], page: Any, live_server: LiveServer, axe: Any
) -> None:
    lot = unlawful()
    sign_in(cast.person(Role.LAWYER))
    page.goto(live_server.url + url(lot.tender))

    page.locator("summary", has_text="Motiveer dit punt").focus()
    page.keyboard.press("Enter")
    tab_to(page, "Leg de motivering vast")
    submit_by_key(page, "Enter")
    empty = (axe(), page.get_by_label("Motivering").get_attribute("aria-invalid"))
    page.get_by_label("Motivering").focus()
    page.keyboard.type(WHY)
    tab_to(page, "Leg de motivering vast")
    submit_by_key(page, "Enter")

    assert empty == ([], "true")
    assert [row.text for row in LegalReason.objects.all()] == [WHY]
    assert page.get_by_text("De motivering is vastgelegd.").count() == 1


def test_a_link_of_the_summary_leads_to_the_finding_and_its_place_to_the_criterion(
    officer: User, page: Any, live_server: LiveServer
) -> None:
    lot: Lot = unlawful()
    answered(lot.tender, "documents", guide_assessed=None)
    page.goto(f"{live_server.url}/percelen/{lot.pk}/gunningsregels/")

    with page.expect_navigation():
        page.get_by_role("link", name="L10").click()
    finding = page.locator("article:target")
    shown = finding.get_by_text("IEC 62623").first.is_visible()
    with page.expect_navigation():
        finding.get_by_role("link", name="Perceel 1 › K Service › Wat wij vragen").click()

    assert shown
    assert page.url.endswith(f"/percelen/{lot.pk}/criteria/#c{lot.criteria.get(code='K').pk}")
