"""Single sign-on against a provider that really answers; off, nothing of it is even imported."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

import procurement.urls  # noqa: F401 — read before single sign-on is on, as on a site without it
from procurement.audit.models import Event
from procurement.organisations.models import Role
from procurement.organisations.second_factor import begin, confirm
from tests import cast
from tests.procurement.organisations.codes import AT, code_of
from tests.procurement.organisations.provider import KEY_OF_ANOTHER, Provider, running
from tests.tree import ROOT

pytestmark = pytest.mark.django_db


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    with running() as found:
        for name, value in found.settings().items():
            setattr(settings, name, value)
        yield found


def sign_on(provider: Provider, target: str = "") -> tuple[Client, str]:
    """The visitor, and the address where the sign-in ended."""
    client = Client()
    begun = client.get("/oidc/authenticate/", {"next": target} if target else {})
    asked = parse_qs(urlsplit(begun.headers["Location"]).query)
    provider.nonce = asked["nonce"][0]
    ended = client.get("/oidc/callback/", {"code": "code", "state": asked["state"][0]})
    return client, ended.headers["Location"]


def is_in(client: Client) -> bool:
    return client.get(reverse("tenders:catalogue")).status_code == 200


def test_a_known_account_signs_in(provider: Provider) -> None:
    provider.claims = {"sub": cast.person(Role.OFFICER).username}

    client, ended = sign_on(provider, "/catalogus/")

    assert (is_in(client), ended) == (True, "/catalogus/")


def test_the_sign_in_page_has_the_button_and_never_leads_elsewhere(provider: Provider) -> None:
    provider.claims = {"sub": cast.person(Role.OFFICER).username}
    page = Client().get(reverse("sign_in")).content.decode()

    _client, ended = sign_on(provider, "https://example.org/")

    assert 'href="/oidc/authenticate/"' in page
    assert "example.org" not in ended


def test_an_unknown_account_is_not_made(provider: Provider) -> None:
    provider.claims = {"sub": "onbekend", "email": "iemand@example.org"}

    client, ended = sign_on(provider)

    assert (is_in(client), ended, User.objects.count()) == (False, "/inloggen/", 0)


def test_an_unknown_account_is_made_where_the_site_allows_it(provider: Provider, settings: Any) -> None:
    settings.OIDC_CREATE_USER = True
    settings.OIDC_GROUPS = {"inkoop": ["Amaranth", "officer"]}
    cast.organisation()
    provider.claims = {"sub": "nieuw", "groups": ["inkoop"]}

    client, _ended = sign_on(provider)

    made = User.objects.get()
    assert is_in(client) is True
    assert (made.username, made.is_staff, made.has_usable_password()) == ("nieuw", True, False)


def test_a_mail_address_opens_no_account(provider: Provider) -> None:
    User.objects.create_user("inkoper", email="inkoper@example.org")
    provider.claims = {"sub": "iemand", "email": "inkoper@example.org"}

    assert is_in(sign_on(provider)[0]) is False


@pytest.mark.parametrize("create", [False, True])
def test_who_runs_the_site_does_not_come_in_this_way(provider: Provider, settings: Any, create: bool) -> None:
    settings.OIDC_CREATE_USER = create
    User.objects.create_superuser("beheer")
    provider.claims = {"sub": "beheer"}

    assert is_in(sign_on(provider)[0]) is False


def test_a_closed_account_is_out_at_once(provider: Provider) -> None:
    user = cast.person(Role.OFFICER)
    provider.claims = {"sub": user.username}
    client, _ended = sign_on(provider)

    User.objects.filter(pk=user.pk).update(is_active=False)

    assert is_in(client) is False
    assert is_in(sign_on(provider)[0]) is False


@pytest.mark.parametrize(
    "token", [{"aud": "another"}, {"aud": None}, {"nonce": "other"}, {"exp": 1}, {"sub": "other"}]
)
def test_a_token_that_is_not_for_this_sign_in_is_refused(provider: Provider, token: dict[str, Any]) -> None:
    provider.claims = {"sub": cast.person(Role.OFFICER).username}
    provider.token = token

    assert is_in(sign_on(provider)[0]) is False


def test_a_token_signed_by_another_is_refused(provider: Provider) -> None:
    provider.claims = {"sub": cast.person(Role.OFFICER).username}
    provider.key = KEY_OF_ANOTHER

    assert is_in(sign_on(provider)[0]) is False


def test_without_an_answer_of_the_provider_the_page_says_what_to_do(
    provider: Provider, settings: Any
) -> None:
    settings.OIDC_OP_TOKEN_ENDPOINT = "http://127.0.0.1:9/token"  # nobody listens there

    client, ended = sign_on(provider)

    assert ended == "/inloggen/"
    assert "Inloggen met uw organisatie is niet gelukt." in client.get(ended).content.decode()


@pytest.mark.parametrize("name", [None, 1, ["a"], "", "x" * 151])
def test_a_name_that_is_none_is_refused(provider: Provider, settings: Any, name: object) -> None:
    settings.OIDC_CREATE_USER = True
    settings.OIDC_USERNAME_CLAIM = "login"
    provider.claims = {"sub": "1", "login": name}

    assert is_in(sign_on(provider)[0]) is False
    assert User.objects.count() == 0


def test_roles_follow_the_groups_and_stand_in_the_log(provider: Provider, settings: Any) -> None:
    settings.OIDC_GROUPS = {"inkoop": ["Amaranth", "officer"], "recht": ["Amaranth", "lawyer"]}
    user = cast.person(Role.LAWYER)
    cast.person(Role.AUDITOR)
    provider.claims = {"sub": user.username, "groups": ["inkoop", "andere"]}

    client, _ended = sign_on(provider)

    assert [each.role for each in user.memberships.all()] == [Role.OFFICER]
    assert is_in(client) is True
    assert [event.action for event in Event.objects.all()] == ["account.role_taken", "account.role_given"]


@pytest.mark.parametrize("groups", [None, "inkoop", {"inkoop": 1}])
def test_groups_in_another_form_give_nothing(provider: Provider, settings: Any, groups: object) -> None:
    settings.OIDC_GROUPS = {"inkoop": ["Amaranth", "officer"]}
    user = cast.person(Role.LAWYER)
    provider.claims = {"sub": user.username, "groups": groups}

    sign_on(provider)

    assert [each.role for each in user.memberships.all()] == [Role.LAWYER]


def test_the_second_step_was_at_the_provider(provider: Provider, settings: Any) -> None:
    settings.TOTP_REQUIRED = "all"
    user = cast.person(Role.OFFICER)
    begin(user)
    confirm(user=user, code=code_of(user, AT), at=AT)
    provider.claims = {"sub": user.username}

    assert is_in(sign_on(provider)[0]) is True


def test_off_nothing_of_it_is_imported() -> None:
    program = "import sys, django; django.setup(); import procurement.urls as u; print('jwt' in sys.modules)"
    environment = {"DJANGO_SETTINGS_MODULE": "procurement.settings.test", "PATH": ""}

    told = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )

    assert told.stdout == "False\n"
    assert "oidc" not in Client().get(reverse("sign_in")).content.decode()
