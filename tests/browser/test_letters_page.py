"""The letters in a browser: readable for everyone, prepared and sent by keyboard alone."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from pytest_django.live_server_helper import LiveServer

from tenders.models import Letter, LetterDraft, Lot
from tests.browser.conftest import Watched
from tests.browser.steps import submit, submit_by_key
from tests.tenders.services.decided import REASONS, decided

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lot(transactional_db: None) -> Lot:
    return decided(reasons={**REASONS, "B": ""})


def address(lot: Lot) -> str:
    return reverse("tenders:letters", args=[lot.pk])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_passes_in_every_state(
    page: Any,
    live_server: LiveServer,
    lot: Lot,
    officer: User,
    axe: Callable[[], list[str]],
    watched: Watched,
    scheme: str,
) -> None:
    page.emulate_media(color_scheme=scheme)
    found = {}

    def look(name: str, path: str) -> None:
        status = page.goto(live_server.url + path).status
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[name] = (status, axe(), list(watched.console), wide)

    look("blocked", address(lot))
    other = decided(of="T-2")
    look("to be sent", address(other))
    page.get_by_label("Ik plaats deze brieven vandaag").check()
    page.get_by_label("Ik noem niet wat de winnaar bood").check()
    submit(page, "Leg de brieven vast als verzonden")
    look("sent", address(other))
    look("documents", reverse("tenders:documents", args=[other.tender_id]))

    assert found == {name: (200, [], [], False) for name in found}
    assert (watched.hosts, Letter.objects.count()) == ({"localhost"}, 3)


def test_the_letters_are_prepared_by_keyboard(
    page: Any, live_server: LiveServer, lot: Lot, officer: User
) -> None:
    page.goto(live_server.url + address(lot))

    page.get_by_label("Bevoegde rechter").focus()
    page.keyboard.type("de rechtbank Den Haag")
    submit_by_key(page, "Enter")
    page.get_by_text("Opgeslagen. Lees de brieven na").wait_for()

    assert LetterDraft.objects.get().court == "de rechtbank Den Haag"
