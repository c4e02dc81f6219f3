"""The page about the ladder after the award in a browser: readable for everyone in every state."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from tenders.models import Lot
from tests import cast, laddered
from tests.browser.conftest import Watched

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_the_page_passes_in_every_state(
    page: Any,
    live_server: LiveServer,
    officer: User,
    axe: Callable[[], list[str]],
    watched: Watched,
    scheme: str,
    width: int,
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    lot = laddered.awarded()
    found = {}

    def look(name: str, row: Lot = lot) -> None:
        status = page.goto(live_server.url + reverse("tenders:ladder", args=[row.pk])).status
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[name] = (status, axe(), list(watched.console), wide)

    look("nothing shown")
    laddered.proved(lot, 2)
    look("a lower level")
    laddered.proved(lot, 4)
    look("proven")
    look("no ladder", cast.lot_with_bids(cast.tender(reference="T-2")))

    assert set(map(str, found.values())) == {"(200, [], [], False)"}
