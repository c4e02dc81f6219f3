"""The pages about the calculation in a browser: readable for everyone, by light and by dark."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from tests import calculated
from tests.browser.conftest import Watched
from tests.calculated import life_cycle

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_clean(
    page: Any,
    live_server: LiveServer,
    officer: User,
    axe: Callable[[], list[str]],
    watched: Watched,
    scheme: str,
) -> None:
    lot = life_cycle()
    page.emulate_media(color_scheme=scheme)
    found = {}

    def look(name: str, path: str, expected: int = 200) -> None:
        watched.console.clear()
        status = page.goto(live_server.url + path).status
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        errors = [line for line in watched.console if str(expected) not in line]
        found[name] = (status == expected, axe(), errors, wide)

    look("side by side", reverse("tenders:life_cycle", args=[lot.pk]))
    look("a purchase", reverse("tenders:life_cycle_sheet", args=[lot.pk, "A"]))
    look("a lease", reverse("tenders:life_cycle_sheet", args=[lot.pk, "B"]))
    look("other values", reverse("tenders:what_if", args=[lot.pk]) + "?grid_factor=1&rate=10")
    look("refused", reverse("tenders:what_if", args=[lot.pk]) + "?horizon=8", 422)
    look("closed", reverse("tenders:calculation", args=[lot.pk]))

    assert found == {name: (True, [], [], False) for name in found}
    assert watched.hosts == {"localhost"}


def test_what_is_filled_in_is_clean(
    page: Any, live_server: LiveServer, officer: User, axe: Callable[[], list[str]]
) -> None:
    lot = calculated.lot()

    page.goto(live_server.url + reverse("tenders:calculation", args=[lot.pk]))
    found = axe()
    page.get_by_label("Looptijd in hele jaren").fill("zes")
    page.get_by_role("button", name="Berekening opslaan").click()
    found += axe()

    assert found == []
    assert page.get_by_text("‘zes’ is geen heel getal.").count() > 0


LETTERS = """[...document.querySelectorAll(".chart")].map(
    each => 12 * each.getBoundingClientRect().width / each.viewBox.baseVal.width)"""


def test_on_a_telephone_a_chart_scrolls_and_its_letters_stay_readable(
    page: Any, live_server: LiveServer, officer: User, axe: Callable[[], list[str]]
) -> None:
    lot = life_cycle()
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(live_server.url + reverse("tenders:life_cycle", args=[lot.pk]))

    letters = page.evaluate(LETTERS)

    assert len(letters) == 4
    assert min(letters) >= 11  # pixels
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert axe() == []
