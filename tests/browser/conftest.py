"""Chromium for the browser tests, an officer who is signed in, and what every page must pass.

A page passes when axe finds nothing (WCAG 2.0 to 2.2, A and AA; no two landmarks of one name), the console is
silent, and no request left the machine.
"""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from procurement.organisations.models import Role
from tests import cast
from tests.conftest import BROWSER_PATHS

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright runs an event loop in this thread

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WCAG = {
    "preload": False,
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"landmark-unique": {"enabled": True}},  # a section and its table do not share a name
}
LOUD = ("error", "warning")  # a hint to developers is neither
WINDOW = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    path = next(filter(None, map(shutil.which, BROWSER_PATHS)), None)
    return {**browser_type_launch_args, "executable_path": path, "args": FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    place = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam", "viewport": WINDOW}
    return {**browser_context_args, **place}


@dataclass
class Watched:
    """What a page did besides showing itself."""

    console: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)


@pytest.fixture
def watched(page: Any) -> Watched:
    seen = Watched()
    page.on("console", lambda said: said.type in LOUD and seen.console.append(said.text))
    page.on("pageerror", lambda error: seen.console.append(str(error)))
    page.on("request", lambda request: seen.hosts.add(urlsplit(request.url).hostname or ""))
    return seen


@pytest.fixture
def axe(page: Any) -> Callable[[], list[str]]:
    """Call it on the page as it stands; gives one line for each violation."""
    from axe_playwright_python.sync_playwright import Axe  # installed for the browser tests only

    def violations() -> list[str]:
        found = Axe().run(page, options=WCAG).response["violations"]
        return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]

    return violations


@pytest.fixture
def sign_in(page: Any, live_server: LiveServer) -> Callable[[User], None]:
    """Give the page the session of a user, without passing the sign-in form each time."""

    def signed_in(user: User) -> None:
        client = Client()
        client.force_login(user)
        value = client.cookies["sessionid"].value
        page.context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])

    return signed_in


@pytest.fixture
def officer(sign_in: Callable[[User], None], transactional_db: None) -> User:
    user = cast.person(Role.OFFICER)
    sign_in(user)
    return user
