"""The second step of signing in: turning it on and off, and accepting a code once."""

from datetime import datetime, timedelta
from typing import Literal

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.utils.crypto import salted_hmac

from procurement.organisations.access_resets import record_reset
from procurement.organisations.account_log import record_about
from procurement.organisations.models import FailedSignIn, RecoveryCode, SecondFactor
from procurement.organisations.totp import (
    RECOVERY_CODES,
    decrypted,
    encrypted,
    matching_step,
    new_recovery_code,
    new_secret,
    recovery_digest,
)

MOST_WRONG_CODES = 5
WITHIN = timedelta(minutes=15)

Answer = Literal["right", "wrong", "held off"]


def has_second_factor(user: User) -> bool:
    return SecondFactor.objects.filter(user=user, confirmed_at__isnull=False).exists()


def is_required(user: User | AnonymousUser) -> bool:
    """The site may ask it of everybody or of who works in the admin."""
    return settings.TOTP_REQUIRED == "all" or (settings.TOTP_REQUIRED == "staff" and user.is_staff)


def begin(user: User) -> bytes:
    """The secret to put in the app; the same one until it is confirmed."""
    factor, _made = SecondFactor.objects.get_or_create(
        user=user, confirmed_at=None, defaults={"secret": encrypted(new_secret())}
    )
    return decrypted(factor.secret)


def waiting_secret(user: User) -> bytes | None:
    """The secret that was begun with and not confirmed yet."""
    factor = SecondFactor.objects.filter(user=user, confirmed_at=None).first()
    return decrypted(factor.secret) if factor else None


@transaction.atomic
def confirm(*, user: User, code: str, at: datetime) -> list[str] | None:
    """Turn it on with a first code; the recovery codes, to be shown once. None for a wrong code."""
    factor = SecondFactor.objects.select_for_update().filter(user=user, confirmed_at=None).first()
    step = matching_step(code, decrypted(factor.secret), at=at, after=0) if factor else None
    if factor is None or step is None:
        return None
    SecondFactor.objects.filter(pk=factor.pk).update(confirmed_at=at, last_step=step)
    record_about(user, action="second_factor_on", at=at, actor=user, details={})
    return _new_codes(factor)


def accept(*, user: User, code: str, at: datetime) -> Answer:
    """Is this the code of now, or a recovery code? Five wrong ones: a quarter of an hour of rest."""
    with transaction.atomic():
        factor = (
            SecondFactor.objects.select_for_update().filter(user=user, confirmed_at__isnull=False).first()
        )
        who = _who(user)
        if FailedSignIn.objects.filter(who=who, at__gt=at - WITHIN).count() >= MOST_WRONG_CODES:
            return "held off"
        if factor is None or not (_is_shown(factor, code, at) or _is_on_paper(factor, code, at)):
            FailedSignIn.objects.create(who=who, at=at)
            return "wrong"
        FailedSignIn.objects.filter(who=who).delete()
    return "right"


@transaction.atomic
def renew_recovery_codes(*, user: User, at: datetime) -> list[str]:
    """New ones; the old ones no longer work."""
    factor = SecondFactor.objects.get(user=user, confirmed_at__isnull=False)
    record_about(user, action="recovery_codes_renewed", at=at, actor=user, details={})
    return _new_codes(factor)


@transaction.atomic
def turn_off(*, user: User, at: datetime, actor: User | None) -> bool:
    """Without an actor it was done on the machine of the site. False when it was not on."""
    gone, _rows = SecondFactor.objects.filter(user=user).delete()
    if gone:
        record_about(user, action="second_factor_off", at=at, actor=actor, details={})
        record_reset(account=user, way="second_factor", at=at, actor=actor)
    return bool(gone)


def codes_left(user: User) -> int:
    return RecoveryCode.objects.filter(factor__user=user, used_at=None).count()


def _is_shown(factor: SecondFactor, code: str, at: datetime) -> bool:
    step = matching_step(code, decrypted(factor.secret), at=at, after=factor.last_step)
    if step is None:
        return False
    SecondFactor.objects.filter(pk=factor.pk).update(last_step=step)
    return True


def _is_on_paper(factor: SecondFactor, code: str, at: datetime) -> bool:
    unused = factor.recovery_codes.filter(digest=recovery_digest(factor.pk, code), used_at=None)
    return unused.update(used_at=at) > 0


def _new_codes(factor: SecondFactor) -> list[str]:
    factor.recovery_codes.all().delete()
    codes = [new_recovery_code() for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(factor=factor, digest=recovery_digest(factor.pk, code)) for code in codes
    )
    return codes


def _who(user: User) -> str:
    """Per account, whatever the address: whoever types codes knows the password already."""
    return salted_hmac("wrong code", str(user.pk), algorithm="sha256").hexdigest()
