"""Signing in: for every role, and never by trying passwords without end."""

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

MOST_FAILURES = 10
WITHIN = timedelta(minutes=15)
HELD_OFF = _("Er is te vaak een verkeerd wachtwoord ingevuld. Wacht een kwartier en probeer het opnieuw.")


class SignInForm(AuthenticationForm):
    """Ten wrong passwords for one account from one address: a quarter of an hour of rest."""

    def clean(self) -> dict[str, Any]:
        assert self.request is not None
        who, now = _who(self.cleaned_data.get("username", ""), self.request), timezone.now()
        if is_held_off(who, now):
            raise ValidationError(HELD_OFF)
        try:
            cleaned = super().clean()
        except ValidationError:
            _remember(who, now)
            raise
        FailedSignIn.objects.filter(who=who).delete()
        return cleaned


def is_held_off(who: str, now: datetime) -> bool:
    return FailedSignIn.objects.filter(who=who, at__gt=now - WITHIN).count() >= MOST_FAILURES


def _remember(who: str, now: datetime) -> None:
    FailedSignIn.objects.filter(at__lte=now - WITHIN).delete()
    FailedSignIn.objects.create(who=who, at=now)


def _who(account: str, request: HttpRequest) -> str:
    """A keyed hash: a list of names and addresses (or of passwords typed in the wrong box) is not kept."""
    text = f"{account.casefold()}\0{_address(request)}"
    return salted_hmac("failed sign-in", text, algorithm="sha256").hexdigest()


def _address(request: HttpRequest) -> str:
    """Of the browser; behind a proxy what that proxy itself added, the last of the list."""
    if settings.BEHIND_PROXY:
        return request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
