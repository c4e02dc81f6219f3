"""Ending the sessions of somebody whose rights changed."""

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.utils import timezone


def end_sessions(user: User, *, except_for: str | None = None) -> None:
    """Whoever is signed in as `user` signs in again, on every device; `except_for` is a session key.

    A session says in its encrypted part whose it is, so all that are still valid are looked at.
    """
    running = Session.objects.filter(expire_date__gt=timezone.now()).exclude(session_key=except_for)
    own = [each.pk for each in running.iterator() if each.get_decoded().get(SESSION_KEY) == str(user.pk)]
    Session.objects.filter(pk__in=own).delete()
