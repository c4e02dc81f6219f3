"""What the page of an assessor says about saving is true: two windows, no connection, a slow answer."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from tenders.models import Assessor, IndividualScore, Lot
from tests import panel

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WHY = "De monteur komt binnen vier uur en neemt een leentoestel mee naar de werkplek."


@pytest.fixture
def first(transactional_db: None, sign_in: Callable[[User], None]) -> Assessor:
    lot = panel.lot_in_assessment()
    who = panel.declares(panel.assessor(lot))
    assert who.user is not None
    sign_in(who.user)
    return who


def says(place: Any, text: str) -> None:
    """Wait until it does."""
    place.filter(has_text=text).wait_for()


def scores_page(lot: Lot) -> str:
    return reverse("tenders:jury_scores", args=[lot.pk, "K"])


def test_two_windows_show_both_texts(page: Any, live_server: LiveServer, first: Assessor) -> None:
    page.goto(live_server.url + scores_page(first.lot))
    other = page.context.new_page()
    other.goto(live_server.url + scores_page(first.lot))
    other.locator("textarea").first.fill("Uit het andere venster.")
    says(other.locator("[data-saved]").first, "Opgeslagen om")

    page.locator("textarea").first.fill("Uit dit venster.")
    conflict = page.locator("[data-conflict]")
    conflict.wait_for()
    shown = conflict.inner_text()
    conflict.get_by_role("button", name="Houd wat hier staat").click()
    says(page.locator("[data-saved]").first, "Opgeslagen om")

    assert "Uit het andere venster." in shown
    assert IndividualScore.objects.get().motivation == "Uit dit venster."


def test_not_everything_is_saved_as_long_as_one_answer_is_held(
    page: Any, live_server: LiveServer, first: Assessor
) -> None:
    page.goto(live_server.url + scores_page(first.lot))
    top, under = page.locator("[data-cell]").all()
    held: list[Any] = []
    page.route(f"**{top.get_attribute('data-address')}", lambda route: held.append(route))
    top.get_by_role("textbox").fill(WHY)
    says(top.locator("[data-saved]"), "Bezig met opslaan")

    under.get_by_role("textbox").fill("Een andere tekst.")
    says(under.locator("[data-saved]"), "Opgeslagen om")

    meanwhile = page.locator("[data-all-saved]").is_visible()
    held[0].continue_()
    says(top.locator("[data-saved]"), "Opgeslagen om")
    page.locator("[data-all-saved]").wait_for()
    assert (meanwhile, len(held)) == (False, 1)


def test_without_a_connection_the_page_says_so_and_keeps_the_text(
    page: Any, live_server: LiveServer, first: Assessor
) -> None:
    page.goto(live_server.url + scores_page(first.lot))
    page.route("**/criteria/K/*/", lambda route: route.abort())

    page.locator("textarea").first.fill(WHY)

    says(page.locator("[data-saved]").first, "Niet opgeslagen.")
    page.unroute("**/criteria/K/*/")
    page.keyboard.press("Control+s")
    says(page.locator("[data-saved]").first, "Opgeslagen om")
    assert IndividualScore.objects.get().motivation == WHY
