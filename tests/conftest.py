"""What every test can rely on: programs that are missing skip a test with one line of reason.

With REQUIRE_ALL=1 (as in CI) a missing program fails the test instead.
"""

import importlib.util
import os
import shutil
from collections.abc import Callable

import pytest
from django.conf import settings

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


@pytest.fixture(autouse=True)
def _needed_programs(request: pytest.FixtureRequest) -> None:
    for marker, why_missing in WHY_MISSING.items():
        if request.node.get_closest_marker(marker) is None:
            continue
        reason = why_missing()
        if reason and os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail(f"REQUIRE_ALL=1: {reason}")
        if reason:
            pytest.skip(reason)
