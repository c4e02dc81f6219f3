"""Signing in: for every role, and never by trying passwords without end."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from procurement.organisations.models import FailedSignIn

MOST_FAILURES = 10  # of one account from one address
MOST_OF_ACCOUNT = 50  # from all addresses together
MOST_OF_ADDRESS = 100  # for all accounts together: an office shares one address
WITHIN = timedelta(minutes=15)
HELD_OFF = _("Er is te vaak een verkeerd wachtwoord ingevuld. Wacht een kwartier en probeer het opnieuw.")


class SignInForm(AuthenticationForm):
    """Too many wrong passwords within a quarter of an hour: a quarter of an hour of rest.

    Counted for an account from an address, for the account wherever it comes from, and for the address
    whatever it tries. Signing in well clears the account, never the address.
    """

    def clean(self) -> dict[str, Any]:
        assert self.request is not None
        counted, now = _counted(self.cleaned_data.get("username", ""), self.request), timezone.now()
        if is_held_off(counted, now):
            raise ValidationError(HELD_OFF)
        try:
            cleaned = super().clean()
        except ValidationError:
            _remember(counted, now)
            raise
        FailedSignIn.objects.filter(who__in=counted[:2]).delete()
        return cleaned


def is_held_off(counted: Sequence[str], now: datetime) -> bool:
    """`counted`: the three hashes of this attempt."""
    recent = FailedSignIn.objects.filter(who__in=counted, at__gt=now - WITHIN).values_list("who", flat=True)
    failures = Counter(recent)
    most = (MOST_FAILURES, MOST_OF_ACCOUNT, MOST_OF_ADDRESS)
    return any(failures[who] >= limit for who, limit in zip(counted, most, strict=True))


def _remember(counted: Sequence[str], now: datetime) -> None:
    FailedSignIn.objects.filter(at__lte=now - WITHIN).delete()
    FailedSignIn.objects.bulk_create(FailedSignIn(who=who, at=now) for who in counted)


def _counted(account: str, request: HttpRequest) -> tuple[str, str, str]:
    """Account with address, the account, the address."""
    name, address = account.casefold(), _address(request)
    return _hash(f"{name}\0{address}"), _hash(f"account\0{name}\0"), _hash(f"address\0{address}\0")


def _hash(text: str) -> str:
    """A keyed hash: a list of names and addresses (or of passwords typed in the wrong box) is not kept."""
    return salted_hmac("failed sign-in", text, algorithm="sha256").hexdigest()


def _address(request: HttpRequest) -> str:
    """Of the browser; behind a proxy what that proxy itself added, the last of the list."""
    if settings.BEHIND_PROXY:
        return request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
