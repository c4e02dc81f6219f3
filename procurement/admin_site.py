"""The admin site of Tenderwijzer: its front page is the officer's work list."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from procurement.organisations.access_resets import settle
from procurement.organisations.sign_in import SignInForm
from tenders.forms.choices import NamedAutocomplete
from tenders.work_list import work_list

# Beneath the work list, what can be looked up is grouped by task and not by app.
TASKS: tuple[tuple[Promise | str, tuple[str, ...]], ...] = (
    (_("Voorbereiden"), ("Tender", "Lot", "Criterion", "Requirement", "Scale")),
    (_("Beoordelen"), ("Supplier", "Evidence", "Bid", "Draw", "Evaluation", "AwardDecision")),
    (_("Contract"), ("Clause", "ClauseVersion", "ContractDraft")),
    (_("Verantwoorden"), ("Publication",)),
)
OTHER = _("Beheer")


class TenderwijzerAdminSite(AdminSite):
    site_title = _("Tenderwijzer")
    site_header = _("Tenderwijzer")
    index_title = _("Werklijst")
    site_url = None
    enable_nav_sidebar = False
    login_form = SignInForm

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Who is signed in but does not work in the admin goes on to the panels."""
        response = super().login(request, extra_context)
        elsewhere = request.user.is_authenticated and not self.has_permission(request)
        return redirect("tenders:panels") if elsewhere else response

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        found = work_list(request.user, now=timezone.now())
        context = {
            "work": found.work,
            "waiting": found.waiting,
            "mine": found.mine,
            "manages_accounts": found.manages_accounts,
            "tasks": self._tasks(request),
        }
        return super().index(request, {**context, **(extra_context or {})})

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        assert request.user.is_authenticated
        before = request.user.password
        response = super().password_change(request, extra_context)
        if request.user.password != before:
            settle(account=User.objects.get(pk=request.user.pk), at=timezone.now())
        return response

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        answer = NamedAutocomplete.as_view(admin_site=self)(request)
        assert isinstance(answer, HttpResponse)
        return answer

    def _tasks(self, request: HttpRequest) -> list[tuple[Promise | str, list[dict[str, Any]]]]:
        """Every model the user may see, once; what no task names stands under the last heading."""
        models = {
            model["object_name"]: model for app in self.get_app_list(request) for model in app["models"]
        }
        tasks = [(title, [models.pop(name) for name in names if name in models]) for title, names in TASKS]
        return [(title, found) for title, found in [*tasks, (OTHER, list(models.values()))] if found]
