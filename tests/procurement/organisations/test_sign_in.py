"""Signing in: wrong passwords are counted per account and address; an assessor gets in as well."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from procurement.organisations.models import FailedSignIn, Role
from procurement.organisations.sign_in import (
    MOST_FAILURES,
    MOST_OF_ACCOUNT,
    MOST_OF_ADDRESS,
    WITHIN,
    _counted,
    _remember,
)
from tests import cast

pytestmark = pytest.mark.django_db

PASSWORD = "een-lang-wachtwoord"
HELD_OFF = "Er is te vaak een verkeerd wachtwoord ingevuld. Wacht een kwartier en probeer het opnieuw."
LOGIN = reverse("admin:login")


def officer(role: Role = Role.OFFICER) -> User:
    user = cast.person(role)
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(name: str, password: str, address: str = "192.0.2.1", to: str = "/admin/", **headers: str):
    data = {"username": name, "password": password, "next": to}
    return Client(REMOTE_ADDR=address).post(LOGIN, data, headers=headers)


def wrong_passwords(name: str, count: int) -> None:
    for _ in range(count):
        sign_in(name, "mis")


def test_after_ten_wrong_passwords_the_right_one_waits() -> None:
    name = officer().username
    wrong_passwords(name, MOST_FAILURES)

    response = sign_in(name, PASSWORD)

    assert response.context["form"].non_field_errors() == [HELD_OFF]


def test_after_nine_the_right_one_works_and_the_count_starts_again() -> None:
    name = officer().username
    wrong_passwords(name, MOST_FAILURES - 1)

    assert sign_in(name, PASSWORD).status_code == 302
    wrong_passwords(name, MOST_FAILURES - 1)
    assert sign_in(name, PASSWORD).status_code == 302


def test_capitals_do_not_start_another_count() -> None:
    name = officer().username
    wrong_passwords(name.upper(), MOST_FAILURES)

    assert sign_in(name, PASSWORD).status_code == 200


def test_the_same_account_from_elsewhere_is_not_held_off() -> None:
    name = officer().username
    wrong_passwords(name, MOST_FAILURES)

    assert sign_in(name, PASSWORD, address="192.0.2.2").status_code == 302


def failed(name: str, address: str, times: int) -> None:
    """As if so many wrong passwords had been typed just now."""
    request = HttpRequest()
    request.META["REMOTE_ADDR"] = address
    for _ in range(times):
        _remember(_counted(name, request), timezone.now())


def test_one_account_from_many_addresses_is_held_off() -> None:
    name = officer().username
    for number in range(MOST_OF_ACCOUNT // 5):
        failed(name, f"192.0.2.{number}", 5)

    assert sign_in(name, PASSWORD, address="198.51.100.1").context["form"].non_field_errors() == [HELD_OFF]


def test_many_accounts_from_one_address_are_held_off() -> None:
    name = officer().username
    for number in range(MOST_OF_ADDRESS // 5):
        failed(f"iemand-{number}", "192.0.2.7", 5)

    assert sign_in(name, PASSWORD, address="192.0.2.7").context["form"].non_field_errors() == [HELD_OFF]
    assert sign_in(name, PASSWORD, address="192.0.2.8").status_code == 302


def test_after_a_quarter_of_an_hour_it_works_again() -> None:
    name = officer().username
    wrong_passwords(name, MOST_FAILURES)
    FailedSignIn.objects.update(at=timezone.now() - WITHIN - timedelta(seconds=1))

    assert sign_in(name, PASSWORD).status_code == 302


def test_behind_a_proxy_a_made_up_address_does_not_help(settings) -> None:
    settings.BEHIND_PROXY = True
    name = officer().username
    for number in range(MOST_FAILURES):
        sign_in(name, "mis", **{"X-Forwarded-For": f"203.0.113.{number}, 192.0.2.9"})

    response = sign_in(name, PASSWORD, **{"X-Forwarded-For": "203.0.113.99, 192.0.2.9"})

    assert response.status_code == 200


def test_an_assessor_signs_in_and_lands_on_a_page_for_everybody() -> None:
    response = sign_in(officer(Role.JUROR).username, PASSWORD)

    assert response.headers["Location"] == reverse("tenders:panels")


@pytest.mark.parametrize(
    ("role", "to", "lands"),
    [
        (Role.JUROR, "", "/jury/"),
        (Role.JUROR, "/admin/", "/jury/"),
        (Role.JUROR, "/jury/7/klaar/", "/jury/7/klaar/"),
        (Role.JUROR, "https://example.org/", "/jury/"),
        (Role.OFFICER, "", "/admin/"),
        (Role.OFFICER, "/percelen/1/jury/", "/percelen/1/jury/"),
        (Role.OFFICER, "//example.org/", "/admin/"),
    ],
)
def test_everybody_signs_in_on_one_page_and_lands_where_they_work(role: Role, to: str, lands: str) -> None:
    data = {"username": officer(role).username, "password": PASSWORD, "next": to}

    response = Client().post(reverse("sign_in"), data)

    assert (response.status_code, response.headers["Location"]) == (302, lands)


def test_the_sign_in_page_holds_off_as_well() -> None:
    name = officer().username
    wrong_passwords(name, MOST_FAILURES)

    response = Client(REMOTE_ADDR="192.0.2.1").post(
        reverse("sign_in"), {"username": name, "password": PASSWORD}
    )

    assert response.context["form"].non_field_errors() == [HELD_OFF]


@pytest.mark.parametrize(
    ("role", "door"), [(None, "/inloggen/"), (Role.JUROR, "/jury/"), (Role.LAWYER, "/admin/")]
)
def test_the_front_door_leads_everybody_on(role: Role | None, door: str) -> None:
    client = Client()
    if role:
        client.force_login(cast.person(role))

    assert client.get("/").headers["Location"] == door


def test_who_is_not_signed_in_comes_back_to_the_page_that_was_asked_for() -> None:
    assert Client().get("/jury/").headers["Location"] == "/inloggen/?next=/jury/"


@pytest.mark.parametrize("to", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_signing_in_never_leads_to_another_site(to: str) -> None:
    response = sign_in(officer().username, PASSWORD, to=to)

    assert response.headers["Location"] == "/admin/"


@pytest.mark.parametrize("to", ["https://example.org/", "//example.org/"])
def test_choosing_a_language_never_leads_to_another_site(client: Client, to: str) -> None:
    response = client.post(reverse("set_language"), {"language": "en", "next": to})

    assert response.headers["Location"] == "/"


def test_a_form_without_its_token_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)

    response = client.post(LOGIN, {"username": "x", "password": "y"})

    assert response.status_code == 403


def test_an_assessor_can_sign_out() -> None:
    client = Client()
    client.force_login(officer(Role.JUROR))

    client.post(reverse("sign_out"))

    assert client.get(reverse("tenders:catalogue")).headers["Location"] == "/inloggen/?next=/catalogus/"


def test_an_assessor_changes_the_own_password() -> None:
    user, new = officer(Role.JUROR), "een-ander-lang-wachtwoord"
    client = Client()
    client.force_login(user)
    path = reverse("password")

    wrong = client.post(path, {"old_password": "mis", "new_password1": new, "new_password2": new})
    right = client.post(path, {"old_password": PASSWORD, "new_password1": new, "new_password2": new})

    assert (wrong.status_code, right.headers["Location"]) == (200, "/")
    assert client.get("/").headers["Location"] == "/jury/"  # still signed in
    assert User.objects.get(pk=user.pk).check_password(new)
