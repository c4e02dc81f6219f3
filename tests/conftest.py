"""What every test can rely on: programs that are missing skip a test with one line of reason.

With REQUIRE_ALL=1 (as in CI) a missing program fails the test instead.
"""

import importlib.util
import inspect
import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import SimpleTestCase
from hypothesis import settings as hypothesis_settings

from tests.played import allowed

# A busy machine is no fault of the code; everything else stays as it is, in CI too.
hypothesis_settings.register_profile("unhurried", deadline=None)
hypothesis_settings.load_profile("unhurried")

BROWSER_PATHS = ("chromium", "chromium-browser", "google-chrome")


def _browser_missing() -> str:
    if importlib.util.find_spec("playwright") is None:
        return "the Python package playwright is not installed"
    return "" if any(map(shutil.which, BROWSER_PATHS)) else "Chromium is not installed"


def _program_missing(*programs: str) -> str:
    missing = [program for program in programs if shutil.which(program) is None]
    return f"{', '.join(missing)} not installed" if missing else ""


def _postgres_missing() -> str:
    engine = settings.DATABASES["default"]["ENGINE"]
    return "" if engine.endswith("postgresql") else "DATABASE_URL does not name a PostgreSQL database"


WHY_MISSING: dict[str, Callable[[], str]] = {
    "libreoffice": lambda: _program_missing("soffice"),
    "browser": _browser_missing,
    "postgres": _postgres_missing,
    "gettext": lambda: _program_missing("xgettext", "msgfmt"),
}


REPLACING = {"monkeypatch", "settings"}
NEED_A_DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what may not touch a database, which pytest-django sees to: on another one it is the same."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        is_case = issubclass(getattr(item, "cls", None) or object, SimpleTestCase)
        if not (item.get_closest_marker("django_db") or fixtures & NEED_A_DATABASE or is_case):
            item.add_marker("no_database")
    # The long visits go first: at the end one of them would keep a single worker busy for minutes.
    items.sort(key=lambda item: item.get_closest_marker("pages") is None)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before any fixture: those of a missing program would fail first."""
    for marker, why_missing in WHY_MISSING.items():
        reason = why_missing() if item.get_closest_marker(marker) else ""
        if reason and os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail(f"REQUIRE_ALL=1: {reason}")
        if reason:
            pytest.skip(reason)


@pytest.fixture(autouse=True)
def _rows_are_played(request: pytest.FixtureRequest) -> Iterator[None]:
    with allowed(not _replaces_something(request.node)):
        yield


def _replaces_something(test: pytest.Item) -> bool:
    """Does the test, or a fixture of ours, replace code or settings? Plugins do for every test."""
    fixtures = test._fixtureinfo.name2fixturedefs.values()  # type: ignore[attr-defined]
    asking = [test.obj, *(found[-1].func for found in fixtures)]  # type: ignore[attr-defined]
    ours = (each for each in asking if each.__module__.startswith("tests."))
    return any(not REPLACING.isdisjoint(inspect.signature(each).parameters) for each in ours)


@pytest.fixture(autouse=True)
def _append_only_tables_can_be_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test with real transactions Django deletes every row; on SQLite the triggers refuse that."""
    marker = request.node.get_closest_marker("django_db")
    names = {"transactional_db", "live_server"} & set(request.fixturenames)
    transactional = names or (marker and marker.kwargs.get("transaction"))
    if not transactional or connection.vendor != "sqlite":
        yield
        return
    request.getfixturevalue("transactional_db")
    yield
    _empty_without_triggers()


def _empty_without_triggers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()
        for name, _sql in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        call_command("flush", interactive=False, verbosity=0, inhibit_post_migrate=True)
        for _name, sql in triggers:
            cursor.execute(sql)
