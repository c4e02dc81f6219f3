"""The pages of a nota van inlichtingen in a browser: readable for everyone, written by keyboard alone."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from tenders.models import Clarification, Criterion, Tender
from tenders.procedure.phases import Phase
from tests import cast
from tests.browser.conftest import Watched
from tests.browser.steps import enter_on, submit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def tender(transactional_db: None) -> Tender:
    lot = cast.lot()
    Tender.objects.update(deadline=timezone.now() + timedelta(days=30))
    cast.published(Tender.objects.get(), Phase.CLARIFICATION)
    return lot.tender


def notas(tender: Tender) -> str:
    return reverse("tenders:clarifications", args=[tender.pk])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_pass_in_every_state(
    page: Any,
    live_server: LiveServer,
    tender: Tender,
    officer: User,
    axe: Callable[[], list[str]],
    watched: Watched,
    scheme: str,
) -> None:
    page.emulate_media(color_scheme=scheme)
    found = {}

    def look(name: str, path: str = "") -> None:
        status = page.goto(live_server.url + path).status if path else 200
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        found[name] = (status, axe(), list(watched.console), wide)

    look("no nota", notas(tender))
    submit(page, "Begin een nota")
    look("empty nota")
    look("one is open", notas(tender))
    page.goto(live_server.url + reverse("tenders:clarification", args=[tender.pk, 1]))
    submit(page, "Zet de stukken open om te wijzigen")
    Criterion.objects.filter(code="K").update(description="Wij vragen een plan.")
    look("changed documents", reverse("tenders:clarification", args=[tender.pk, 1]))
    look("criteria while amending", reverse("tenders:criteria", args=[tender.lots.get().pk]))
    page.goto(live_server.url + reverse("tenders:clarification", args=[tender.pk, 1]))
    submit(page, "Maak alle wijzigingen ongedaan")
    page.get_by_label("Vraag", exact=True).first.fill("Mag het ook in grijs?")
    page.get_by_label("Antwoord", exact=True).first.fill("Ja.")
    submit(page, "Nota opslaan")
    submit(page, "Publiceer de nota")
    look("published nota")
    look("documents", reverse("tenders:documents", args=[tender.pk]))

    assert found == {name: (200, [], [], False) for name in found}
    assert (watched.hosts, Clarification.objects.get().is_open) == ({"localhost"}, False)


def test_a_question_is_written_by_keyboard(
    page: Any, live_server: LiveServer, tender: Tender, officer: User
) -> None:
    page.goto(live_server.url + notas(tender))
    enter_on(page, "Begin een nota")
    page.get_by_label("Document en plaats").first.focus()

    for words in ("Bijlage, 2.1", "Mag het grijs zijn?", "Ja."):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    enter_on(page, "Nota opslaan")

    asked = Clarification.objects.get().questions.get()
    assert (asked.place, asked.question, asked.answer) == ("Bijlage, 2.1", "Mag het grijs zijn?", "Ja.")
