"""The code that the app of somebody shows at some moment."""

from datetime import UTC, datetime

from django.contrib.auth.models import User

from procurement.organisations import second_factor
from procurement.organisations.models import SecondFactor
from procurement.organisations.totp import STEP, code_in, decrypted

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
RFC_SECRET = b"12345678901234567890"  # of the examples of RFC 6238


def code_of(user: User, at: datetime) -> str:
    secret = decrypted(SecondFactor.objects.get(user=user).secret)
    return code_in(secret, int(at.timestamp()) // STEP)


def turned_on(user: User, at: datetime = AT) -> list[str]:
    second_factor.begin(user)
    codes = second_factor.confirm(user=user, code=code_of(user, at), at=at)
    assert codes is not None
    return codes
