"""A real site cannot start unsafe, and every page carries the headers that keep the browser at home."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from procurement.settings.base import DEMO_SECRET_KEY
from procurement.settings.databases import sqlite_options
from procurement.settings.secrets import PUBLIC_VAULT_KEY
from tests.content_policy import POLICY
from tests.tree import ROOT

LONG_SECRET = "abcdefghij" * 6
VAULT_KEY = "b25seSB0aGUgc3VpdGUgb2YgdGVzdHMga25vd3MgaXQ="
SAFE = {"SECRET_KEY": LONG_SECRET, "ALLOWED_HOSTS": "tenders.example.org", "VAULT_KEYS": VAULT_KEY}
NOT_OF_A_SITE = {
    "SECRET_KEY",
    "ALLOWED_HOSTS",
    "VAULT_KEYS",
    "VAULT_KEY_FILE",
    "DJANGO_ALLOW_ASYNC_UNSAFE",  # browser tests
}
UNSAFE = {
    "no secret": ({"ALLOWED_HOSTS": "tenders.example.org"}, "SECRET_KEY ontbreekt of is te kort."),
    "the demo secret": ({**SAFE, "SECRET_KEY": DEMO_SECRET_KEY}, "SECRET_KEY ontbreekt of is te kort."),
    "a short secret": ({**SAFE, "SECRET_KEY": LONG_SECRET[:49]}, "SECRET_KEY ontbreekt of is te kort."),
    "no addresses": ({"SECRET_KEY": LONG_SECRET}, "ALLOWED_HOSTS ontbreekt of laat alles toe."),
    "an empty list": ({**SAFE, "ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS ontbreekt of laat alles toe."),
    "no key of the vault": ({**SAFE, "VAULT_KEYS": ""}, "De kluis heeft geen sleutel."),
    "half a key of the vault": ({**SAFE, "VAULT_KEYS": "aGFsZg=="}, "Sleutel 1 van de kluis klopt niet."),
    "the public key of the vault": (
        {**SAFE, "VAULT_KEYS": PUBLIC_VAULT_KEY},
        "VAULT_KEYS bevat een openbare sleutel.",
    ),
    "every address": ({**SAFE, "ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS ontbreekt of laat alles toe."),
}


def manage_in_production(variables: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if name not in NOT_OF_A_SITE}
    environment = {**inherited, "DJANGO_SETTINGS_MODULE": "procurement.settings.production", **variables}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("variables", "sentence"), UNSAFE.values(), ids=UNSAFE.keys())
def test_production_refuses_to_start_with(variables: dict[str, str], sentence: str) -> None:
    started = manage_in_production(variables, "check")

    last_line = started.stderr.strip().splitlines()[-1]
    assert last_line.startswith(f"django.core.exceptions.ImproperlyConfigured: {sentence}")


def test_a_safe_site_passes_the_deployment_check() -> None:
    checked = manage_in_production(SAFE, "check", "--deploy", "--fail-level", "WARNING")

    assert checked.stderr == ""
    assert (checked.returncode, checked.stdout) == (0, "System check identified no issues (0 silenced).\n")


def test_static_files_can_be_collected_for_production(tmp_path: Path, settings: object) -> None:
    settings.STATIC_ROOT = tmp_path  # type: ignore[attr-defined]
    settings.STORAGES = {  # type: ignore[attr-defined]
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }

    call_command("collectstatic", interactive=False, verbosity=0)

    assert (tmp_path / "staticfiles.json").is_file()


DEMO_ANSWERS = """
import django
django.setup()
from django.test import Client
client = Client(headers={"host": "localhost"})
style, missing = client.get("/static/tenderwijzer/base.css"), client.get("/bestaat-niet/")
print(style.status_code, missing.status_code, "Deze pagina bestaat niet" in missing.content.decode())
"""


def test_the_demo_shows_our_own_error_page_and_serves_its_styles() -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "procurement.settings.demo"}
    environment.pop("DEBUG", None)

    answered = subprocess.run(
        [sys.executable, "-c", DEMO_ANSWERS],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )

    assert answered.stdout == "200 404 True\n"


def test_sqlite_is_opened_for_several_writers() -> None:
    assert sqlite_options("django.db.backends.sqlite3")["transaction_mode"] == "IMMEDIATE"
    assert sqlite_options("django.db.backends.postgresql") == {}


def addresses(patterns: list[URLPattern | URLResolver], prefix: str = "/") -> Iterator[str]:
    """Every address of the site that takes no argument."""
    for pattern in patterns:
        route = str(pattern.pattern)
        if "<" in route or "(?P" in route:
            continue
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, prefix + route)
        else:
            yield prefix + route


ADDRESSES = sorted(set(addresses(get_resolver().url_patterns)))


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_keeps_the_browser_at_home(admin_client: Client, address: str) -> None:
    response = admin_client.get(address)

    policy = response.headers["Content-Security-Policy"]
    assert set(policy.split("; ")) == POLICY
    assert response.headers["X-Frame-Options"] == "DENY"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.status_code < 500


@pytest.mark.django_db
def test_an_unknown_page_keeps_the_browser_at_home_as_well(client: Client) -> None:
    response = client.get("/bestaat-niet/")

    assert response.status_code == 404
    assert set(response.headers["Content-Security-Policy"].split("; ")) == POLICY


def test_the_policy_allows_no_other_machine() -> None:
    sources = [
        source for values in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].values() for source in values
    ]

    assert set(sources) == {"'self'", "'none'"}
