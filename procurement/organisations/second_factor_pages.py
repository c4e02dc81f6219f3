"""The page to turn the second step on and off, and the page that asks for the code."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from procurement.organisations import second_factor
from procurement.organisations.second_factor_gate import set_state, state_of
from procurement.organisations.sessions import end_sessions
from procurement.organisations.totp import address_of, picture, spelled

WRONG = gettext_lazy("Deze code klopt niet. Wacht op de volgende code in de app en vul die in.")
HELD_OFF = gettext_lazy(
    "Er is te vaak een verkeerde code ingevuld. Wacht een kwartier en probeer het opnieuw."
)
PAGES = ("GET", "HEAD", "POST")


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "none", "class": "form-control"}
        ),
    )

    def clean_code(self) -> str:
        return str(self.cleaned_data["code"]).replace(" ", "")


@never_cache
@login_required
@sensitive_post_parameters("code")
@require_http_methods(PAGES)
def sign_in_code(request: HttpRequest) -> HttpResponse:
    user, target = _user(request), _target(request)
    if state_of(request) != "asked":
        return redirect(target)
    form = CodeForm(request.POST or None)
    if form.is_valid() and _is_accepted(user, form):
        request.session.cycle_key()
        set_state(request, "given")
        return redirect(target)
    context = {"title": _("Code invullen"), "form": form, "next": target}
    return render(request, "sign_in_code.html", context, status=422 if form.errors else 200)


@never_cache
@login_required
@sensitive_post_parameters("code")
@require_http_methods(PAGES)
def security(request: HttpRequest) -> HttpResponse:
    asked = request.POST.get("action", "") if request.method == "POST" else ""
    if asked == "begin" and not second_factor.has_second_factor(_user(request)):
        second_factor.begin(_user(request))
        return redirect("security")
    form = CodeForm(request.POST if asked else None)
    codes = _changed(request, asked, form) if form.is_valid() else None
    return render(
        request, "security.html", _context(_user(request), form, codes), status=422 if form.errors else 200
    )


def _changed(request: HttpRequest, asked: str, form: CodeForm) -> list[str] | None:
    """What was asked for, with a right code; the recovery codes where new ones were made."""
    user, now, code = _user(request), timezone.now(), form.cleaned_data["code"]
    if asked == "confirm":
        codes = second_factor.confirm(user=user, code=code, at=now)
        if codes is None:
            form.add_error("code", WRONG)
            return None
        set_state(request, "given")
        end_sessions(user, except_for=request.session.session_key)
        return codes
    if asked not in ("renew", "off") or not _is_accepted(user, form):
        return None
    if asked == "renew":
        return second_factor.renew_recovery_codes(user=user, at=now)
    if second_factor.is_required(user):
        form.add_error("code", _("Op deze site is de tweede stap verplicht. U kunt hem niet uitzetten."))
        return None
    second_factor.turn_off(user=user, at=now, actor=user)
    set_state(request, "none")
    return None


def _is_accepted(user: User, form: CodeForm) -> bool:
    answer = second_factor.accept(user=user, code=form.cleaned_data["code"], at=timezone.now())
    if answer != "right":
        form.add_error("code", HELD_OFF if answer == "held off" else WRONG)
    return answer == "right"


def _context(user: User, form: CodeForm, codes: list[str] | None) -> dict[str, Any]:
    secret = second_factor.waiting_secret(user)
    shown = {"secret": spelled(secret), "picture": _picture(secret, user)} if secret is not None else {}
    return {
        "title": _("Beveiliging"),
        "form": form,
        "codes": codes,
        "is_on": second_factor.has_second_factor(user),
        "is_required": second_factor.is_required(user),
        "left": second_factor.codes_left(user),
        **shown,
    }


def _picture(secret: bytes, user: User) -> str:
    """Made by us from the secret and a title; the name of the account is inside the pattern alone."""
    svg = picture(address_of(secret, user.get_username()), str(_("QR-code voor uw app")))
    return mark_safe(svg)  # noqa: S308 — no text of a user stands in it as markup


def _user(request: HttpRequest) -> User:
    assert request.user.is_authenticated
    return request.user


def _target(request: HttpRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if safe else "/"
