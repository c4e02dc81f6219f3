"""Nothing of the site is shown to who has given a password and not yet the code."""

from collections.abc import Callable
from typing import Any, Literal
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from procurement.organisations.second_factor import has_second_factor, is_required

State = Literal["asked", "given", "none", "elsewhere"]
SESSION_KEY = "second_factor"
OPEN = frozenset({"sign_in", "sign_in_code", "sign_out", "set_language", "admin:login", "admin:logout"})
ENROLMENT = "security"


class SecondFactorGate:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, arguments: Any, named: Any
    ) -> HttpResponse | None:
        match = request.resolver_match
        if (
            match is None
            or not match.view_name
            or match.view_name in OPEN
            or not request.user.is_authenticated
        ):
            return None
        state = state_of(request)
        if state == "asked":
            asked = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
            return HttpResponseRedirect(f"{reverse('sign_in_code')}?{asked}")
        if state == "none" and is_required(request.user) and match.view_name != ENROLMENT:
            return HttpResponseRedirect(reverse(ENROLMENT))
        return None


def state_of(request: HttpRequest) -> State:
    """Decided when signing in; looked up once for a session of before that."""
    assert request.user.is_authenticated
    if SESSION_KEY not in request.session:
        set_state(request, _state_at_sign_in(request.user, ""))
    return request.session[SESSION_KEY]  # type: ignore[no-any-return]


def set_state(request: HttpRequest, state: State) -> None:
    request.session[SESSION_KEY] = state


def remember_at_sign_in(sender: Any, request: HttpRequest | None, user: User, **signal: Any) -> None:
    if request is not None:
        set_state(request, _state_at_sign_in(user, getattr(user, "backend", "")))


def _state_at_sign_in(user: User, backend: str) -> State:
    """Who comes from an identity provider gave the second factor there."""
    if backend and backend == settings.OIDC_BACKEND:
        return "elsewhere"
    return "asked" if has_second_factor(user) else "none"


def watch_sign_ins() -> None:
    user_logged_in.connect(remember_at_sign_in, dispatch_uid="second factor")
