"""The second step of signing in: turned on with a code, asked at every sign-in, no code twice."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from procurement.audit.models import Event
from procurement.organisations import second_factor
from procurement.organisations.models import RecoveryCode, Role, SecondFactor
from procurement.organisations.totp import STEP, address_of, code_in, decrypted, matching_step
from tests import cast

pytestmark = pytest.mark.django_db

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
RFC_SECRET = b"12345678901234567890"
SECURITY, CODE, PAGE = reverse("security"), reverse("sign_in_code"), reverse("tenders:catalogue")


def code_of(user: User, at: datetime) -> str:
    secret = decrypted(SecondFactor.objects.get(user=user).secret)
    return code_in(secret, int(at.timestamp()) // STEP)


def turned_on(user: User, at: datetime = AT) -> list[str]:
    second_factor.begin(user)
    codes = second_factor.confirm(user=user, code=code_of(user, at), at=at)
    assert codes is not None
    return codes


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("second", "code"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_the_codes_are_those_of_rfc_6238(second: int, code: str) -> None:
    assert code_in(RFC_SECRET, second // STEP) == code


def test_a_clock_may_be_half_a_minute_off_and_no_more() -> None:
    steps = {
        off: matching_step(code_in(RFC_SECRET, int(AT.timestamp()) // STEP + off), RFC_SECRET, at=AT, after=0)
        is not None
        for off in (-2, -1, 0, 1, 2)
    }

    assert steps == {-2: False, -1: True, 0: True, 1: True, 2: False}


@pytest.mark.parametrize("code", ["", "abc", "٠٠٠٠٠٠", "12345", "0000000", "é" * 6])
def test_what_is_no_code_is_wrong(code: str) -> None:
    assert matching_step(code, RFC_SECRET, at=AT, after=0) is None


def test_the_secret_is_not_in_the_database() -> None:
    user = cast.person(Role.OFFICER)

    secret = second_factor.begin(user)

    stored = SecondFactor.objects.get().secret
    assert secret.hex() not in stored
    assert decrypted(stored) == secret


def test_an_older_key_of_the_site_still_decrypts(settings) -> None:
    user = cast.person(Role.OFFICER)
    secret = second_factor.begin(user)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "n" * 50

    assert second_factor.begin(user) == secret


def test_no_code_works_twice() -> None:
    user = cast.person(Role.OFFICER)
    turned_on(user, AT - timedelta(minutes=5))
    code = code_of(user, AT)

    answers = [second_factor.accept(user=user, code=code, at=AT) for _ in range(2)]

    assert answers == ["right", "wrong"]


def test_a_recovery_code_works_once_however_it_is_typed() -> None:
    user = cast.person(Role.OFFICER)
    [first, *_others] = turned_on(user)

    typed = first.upper().replace("-", "")
    answers = [second_factor.accept(user=user, code=typed, at=AT) for _ in range(2)]

    assert answers == ["right", "wrong"]
    assert second_factor.codes_left(user) == 9
    assert first not in "".join(RecoveryCode.objects.values_list("digest", flat=True))


def test_after_five_wrong_codes_the_right_one_waits_a_quarter_of_an_hour() -> None:
    user = cast.person(Role.OFFICER)
    turned_on(user, AT - timedelta(hours=1))

    answers = [second_factor.accept(user=user, code="000000", at=AT) for _ in range(5)]
    held = second_factor.accept(user=user, code=code_of(user, AT), at=AT)
    later = AT + timedelta(minutes=15, seconds=1)

    assert answers == ["wrong"] * 5
    assert held == "held off"
    assert second_factor.accept(user=user, code=code_of(user, later), at=later) == "right"


def test_a_wrong_first_code_turns_nothing_on() -> None:
    user = cast.person(Role.OFFICER)
    second_factor.begin(user)

    assert second_factor.confirm(user=user, code="000000", at=AT) is None
    assert second_factor.has_second_factor(user) is False


def test_turning_it_on_and_off_stands_in_the_log_without_a_name() -> None:
    user = cast.person(Role.OFFICER)
    turned_on(user)
    second_factor.turn_off(user=user, at=AT, actor=user)

    assert [(each.action, each.subject) for each in Event.objects.all()] == [
        ("account.second_factor_on", f"account {user.pk}"),
        ("account.second_factor_off", f"account {user.pk}"),
    ]


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
