"""Policy and register in a browser: readable for everyone, and a minimum recorded by keyboard alone."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from procurement.organisations.models import Role
from tenders.models import WeightPolicy
from tests import cast
from tests.browser.conftest import Watched
from tests.browser.steps import submit_by_key
from tests.explained import deviating

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lawyer(sign_in: Callable[[User], None], transactional_db: None) -> User:
    user = cast.person(Role.LAWYER)
    sign_in(user)
    return user


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_clean(
    page: Any,
    live_server: LiveServer,
    lawyer: User,
    axe: Callable[[], list[str]],
    watched: Watched,
    scheme: str,
) -> None:
    deviating()
    page.emulate_media(color_scheme=scheme)
    found = {}

    def look(name: str, path: str, expected: int = 200) -> None:
        watched.console.clear()
        status = page.goto(live_server.url + path).status
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        errors = [line for line in watched.console if str(expected) not in line]
        found[name] = (status == expected, axe(), errors, wide)

    look("policy", reverse("tenders:policy"))
    look("register", reverse("tenders:deviations"))
    look("nothing found", reverse("tenders:deviations") + "?state=taken_back")
    look("no period", reverse("tenders:board_report") + "?start=2026-05-01&end=2026-04-01", 422)

    assert found == {name: (True, [], [], False) for name in found}
    assert watched.hosts == {"localhost"}


def test_a_lawyer_records_a_minimum_by_keyboard(page: Any, live_server: LiveServer, lawyer: User) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    page.goto(live_server.url + reverse("tenders:policy"))
    page.get_by_label("Minimum (%)").fill("27,5")
    page.get_by_label("Geldt vanaf").fill(f"{tomorrow:%Y-%m-%d}")
    page.get_by_label("Datum van het besluit").fill("2026-01-20")
    page.get_by_label("Wie besloot").fill("Het college")
    page.get_by_label("Waar het besluit staat").fill("Besluit 4")

    submit_by_key(page, "Enter")

    assert "Het minimum is vastgelegd." in page.content()
    assert [str(row.least) for row in WeightPolicy.objects.all()] == ["27.5000"]
