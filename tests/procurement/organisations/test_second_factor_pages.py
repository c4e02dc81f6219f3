"""The pages of the second step: no page before the code, on to the page that was asked for, on and off."""

import re
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from procurement.organisations import second_factor
from procurement.organisations.models import Role
from procurement.organisations.totp import address_of
from tests import cast
from tests.procurement.organisations.codes import AT, RFC_SECRET, code_of, turned_on
from tests.signing_in import signed_in

pytestmark = pytest.mark.django_db

SECURITY, CODE, PAGE = reverse("security"), reverse("sign_in_code"), reverse("tenders:catalogue")


def test_a_password_alone_opens_no_page() -> None:
    user = cast.person(Role.OFFICER)
    turned_on(user)
    client = signed_in(user)

    asked = client.get(PAGE)

    assert asked.headers["Location"] == f"{CODE}?next=%2Fcatalogus%2F"
    assert {client.get(page).status_code for page in (SECURITY, "/admin/", "/logboek/")} == {302}
    assert client.post(SECURITY, {"action": "off", "code": "x"}).headers["Location"].startswith(CODE)


def test_with_the_code_one_goes_on_to_the_page_that_was_asked_for() -> None:
    user = cast.person(Role.OFFICER)
    turned_on(user, timezone.now() - timedelta(minutes=5))
    client = signed_in(user)
    before = client.session.session_key

    answer = client.post(CODE, {"code": code_of(user, timezone.now()), "next": PAGE})

    assert answer.headers["Location"] == PAGE
    assert client.get(PAGE).status_code == 200
    assert client.session.session_key != before


def test_a_wrong_code_says_what_to_do() -> None:
    user = cast.person(Role.OFFICER)
    turned_on(user)

    answer = signed_in(user).post(CODE, {"code": "000000"})

    assert answer.status_code == 422
    assert "Deze code klopt niet." in answer.content.decode()


@pytest.mark.parametrize("to", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_the_code_never_leads_to_another_site(to: str) -> None:
    user = cast.person(Role.OFFICER)
    turned_on(user, timezone.now() - timedelta(minutes=5))

    answer = signed_in(user).post(CODE, {"code": code_of(user, timezone.now()), "next": to})

    assert answer.headers["Location"] == "/"


def test_an_assessor_has_the_same_second_step() -> None:
    user = cast.person(Role.JUROR)
    turned_on(user)

    assert signed_in(user).get(PAGE).headers["Location"].startswith(CODE)


@pytest.mark.parametrize(
    ("required", "role", "status"),
    [
        ("off", Role.OFFICER, 200),
        ("staff", Role.OFFICER, 302),
        ("staff", Role.JUROR, 200),
        ("all", Role.JUROR, 302),
    ],
)
def test_a_site_may_require_it(settings, required: str, role: Role, status: int) -> None:
    settings.TOTP_REQUIRED = required
    client = signed_in(cast.person(role))

    answer = client.get(PAGE)

    assert answer.status_code == status
    assert status == 200 or answer.headers["Location"] == SECURITY
    assert client.get(SECURITY).status_code == 200


def test_where_it_is_required_it_is_not_turned_off(settings) -> None:
    settings.TOTP_REQUIRED = "all"
    user = cast.person(Role.OFFICER)
    client = signed_in(user)
    turned_on(user, timezone.now() - timedelta(minutes=5))
    client.session.flush()
    client = signed_in(user)
    [code, other, *_rest] = second_factor.renew_recovery_codes(user=user, at=AT)
    client.post(CODE, {"code": code})

    answer = client.post(SECURITY, {"action": "off", "code": other})

    assert answer.status_code == 422
    assert second_factor.has_second_factor(user) is True


def test_turning_it_on_on_the_page_shows_the_codes_once_and_ends_other_sessions() -> None:
    user = cast.person(Role.OFFICER)
    client, elsewhere = signed_in(user), signed_in(user)
    client.post(SECURITY, {"action": "begin"})
    shown = client.get(SECURITY).content.decode()

    answer = client.post(SECURITY, {"action": "confirm", "code": code_of(user, timezone.now())})

    codes = re.findall(r"<code>([a-z2-7]{5}-[a-z2-7]{5})</code>", answer.content.decode())
    assert "<svg" in shown
    assert len(codes) == 10
    assert not any(code in client.get(SECURITY).content.decode() for code in codes)
    assert (client.get(PAGE).status_code, elsewhere.get(PAGE).status_code) == (200, 302)


def test_the_picture_has_nothing_that_the_policy_of_the_site_refuses() -> None:
    user = cast.person(Role.OFFICER)
    client = signed_in(user)
    client.post(SECURITY, {"action": "begin"})

    page = client.get(SECURITY).content.decode()

    assert re.findall(r"<svg[^>]*\bstyle=|<style|<script(?![^>]*\bsrc=)", page) == []
    assert "QR-code voor uw app" in page


def test_the_app_learns_secret_and_account() -> None:
    assert address_of(RFC_SECRET, "a&b") == (
        "otpauth://totp/Tenderwijzer%3Aa%26b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tenderwijzer"
    )


def test_who_lost_everything_is_helped_on_the_machine_of_the_site() -> None:
    user = cast.person(Role.OFFICER)
    client = signed_in(user)
    turned_on(user)

    call_command("reset_second_factor", user.username)

    assert second_factor.has_second_factor(user) is False
    assert client.get(PAGE).status_code == 302
    with pytest.raises(CommandError, match="staat voor"):
        call_command("reset_second_factor", user.username)
    with pytest.raises(CommandError, match="geen account"):
        call_command("reset_second_factor", "niemand")
