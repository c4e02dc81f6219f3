"""The second step of signing in, by hand in a browser: on, out, in again with a code."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from pytest_django.live_server_helper import LiveServer

from procurement.organisations.models import SecondFactor
from tests.browser.conftest import Watched
from tests.browser.steps import submit
from tests.procurement.organisations.codes import code_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_on_and_in_again(
    page: Any, officer: User, live_server: LiveServer, axe: Callable[[], list[str]], watched: Watched
) -> None:
    page.goto(f"{live_server.url}/beveiliging/")
    submit(page, "Begin")
    page.locator("svg.segno").wait_for()
    faults = axe()
    page.get_by_role("textbox", name="Code").fill(code_of(officer, timezone.now()))
    submit(page, "Zet de tweede stap aan")
    codes = page.locator("section code").all_inner_texts()
    faults += axe()

    officer.set_password("een-lang-wachtwoord")
    officer.save()
    page.goto(f"{live_server.url}/inloggen/")
    page.get_by_label("Gebruikersnaam").fill(officer.username)
    page.get_by_label("Wachtwoord").fill("een-lang-wachtwoord")
    submit(page, "Inloggen")
    faults += axe()
    page.get_by_role("textbox", name="Code").fill(codes[0])
    submit(page, "Verder")

    assert page.url == f"{live_server.url}/admin/"
    assert (faults, watched.console) == ([], [])
    assert SecondFactor.objects.get().recovery_codes.filter(used_at=None).count() == 9
