"""The second step of signing in: turned on with a code, asked at every sign-in, no code twice."""

from datetime import timedelta

import pytest

from procurement.audit.models import Event
from procurement.organisations import second_factor
from procurement.organisations.models import RecoveryCode, Role, SecondFactor
from procurement.organisations.totp import STEP, code_in, decrypted, matching_step
from tests import cast
from tests.procurement.organisations.codes import AT, RFC_SECRET, code_of, turned_on

pytestmark = pytest.mark.django_db


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
