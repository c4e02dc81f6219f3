"""The one sign-in page, for assessors as for officers, and the front door that leads everybody on."""

from django.contrib import messages
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.models import AnonymousUser, User
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from procurement.organisations.access_resets import settle
from procurement.organisations.sign_in import SignInForm


class SignIn(LoginView):
    template_name = "sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True
    extra_context = {"title": _("Inloggen")}  # noqa: RUF012 — as Django declares it

    def get_redirect_url(self, request: HttpRequest | None = None) -> str:
        """Back to the page that was asked for, unless it is the admin and this person does not work there."""
        asked = super().get_redirect_url()
        user = self.request.user
        is_closed = asked.startswith(reverse("admin:index")) and not _is_staff(user)
        return "" if is_closed else asked

    def get_default_redirect_url(self) -> str:
        return first_page(self.request.user)


class NewPassword(PasswordChangeView):
    template_name = "password.html"
    success_url = reverse_lazy("home")
    extra_context = {"title": _("Wachtwoord wijzigen")}  # noqa: RUF012 — as Django declares it

    def form_valid(self, form: PasswordChangeForm) -> HttpResponse:
        with transaction.atomic():
            response = super().form_valid(form)
            settle(account=form.user, at=timezone.now())
        messages.success(self.request, _("Uw wachtwoord is gewijzigd."))
        return response


def front_door(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return redirect("sign_in")
    return redirect(first_page(request.user))


def first_page(user: User | AnonymousUser) -> str:
    """Officers and their colleagues begin at the work list, assessors at their panels."""
    return reverse("admin:index" if _is_staff(user) else "tenders:panels")


def _is_staff(user: User | AnonymousUser) -> bool:
    return user.is_authenticated and user.is_staff
