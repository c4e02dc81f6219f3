"""The accounts of the site, and of an organisation for the one who manages those.

An organisation administrator makes accounts for the own organisation and changes those that belong to no
other one; never the own account, never the rights that only a role gives.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from procurement.admin_rows import HiddenRows
from procurement.organisations.access import administered_by, only_one
from procurement.organisations.access_resets import Way, record_reset
from procurement.organisations.account_log import record_about
from procurement.organisations.accounts import PasswordForm, PermissionsInWords, RightsAdmin
from procurement.organisations.models import Organisation, Role
from procurement.organisations.roles import give_role
from procurement.organisations.sessions import end_sessions

RESTS = _(
    "Deze collega tekent pas voor een stap van twee personen na 24 uur en met een zelf gekozen wachtwoord. "
    "Samen met u tekenen kan dertig dagen niet. Vertel uw collega dat u de toegang hebt hersteld."
)
PERSONAL = ("username", "first_name", "last_name", "email", "is_active")


class NewAccountForm(AdminUserCreationForm):  # type: ignore[type-arg]
    """With the organisation and the role: an account without them can be seen by nobody but the site."""

    organisation = forms.ModelChoiceField(Organisation.objects.none(), label=_("Organisatie"))
    role = forms.ChoiceField(label=_("Rol"))

    administered: QuerySet[Organisation] = Organisation.objects.none()
    is_compulsory = True

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        organisation, role = self.fields["organisation"], self.fields["role"]
        assert isinstance(organisation, forms.ModelChoiceField)
        assert isinstance(role, forms.ChoiceField)
        organisation.queryset = self.administered
        organisation.initial = only_one(self.administered)
        organisation.required = role.required = self.is_compulsory
        role.choices = [("", "---------"), *Role.choices]


class AccountAdmin(HiddenRows, PermissionsInWords, UserAdmin):  # type: ignore[type-arg]
    change_password_form = PasswordForm
    add_form = NewAccountForm
    add_fieldsets = (*UserAdmin.add_fieldsets, (None, {"fields": ("organisation", "role")}))

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        rows: QuerySet[User] = super().get_queryset(request)
        if request.user.is_superuser:
            return rows
        own = rows.filter(memberships__organisation__in=administered_by(request.user))
        return own.filter(is_superuser=False).distinct()

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        form = super().get_form(request, obj, change=change, **options)
        if obj is not None:
            return form
        told = {
            "administered": administered_by(request.user),
            "is_compulsory": not request.user.is_superuser,
        }
        return type("NewAccountForm", (form,), told)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What gives rights directly is for the one who runs the site."""
        if obj is None or request.user.is_superuser:
            return super().get_fieldsets(request, obj)
        return ((None, {"fields": ("password", *PERSONAL)}),)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        permitted = super().has_change_permission(request, obj)
        return permitted and (obj is None or request.user.is_superuser or _is_own(request, obj))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        organisation = form.cleaned_data.get("organisation")
        if not change and organisation is not None and form.cleaned_data["role"]:
            role = Role(form.cleaned_data["role"])
            give_role(user=form.instance, organisation=organisation, role=role)
        if not change:
            _record_reset(request, form.instance, "new_account")
        elif settings.OIDC_BACKEND and "username" in form.changed_data:
            _record_reset(request, form.instance, "username")  # the provider signs in who has this name

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        """Who sets the password of somebody else is told what that account cannot do for a while."""
        with transaction.atomic():
            before = User.objects.filter(pk=id).values_list("password", flat=True).first()
            response: HttpResponse = super().user_change_password(request, id, form_url)
            account = User.objects.filter(pk=id).first()
            if account is not None and account.password != before and account != request.user:
                _record_reset(request, account, "password")
                messages.info(request, RESTS)
        return response

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        _record(request, obj, "added", message)
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        _record(request, obj, "changed", message)
        if obj != request.user:
            end_sessions(obj)
        return super().log_change(request, obj, message)


def _is_own(request: HttpRequest, user: User) -> bool:
    """Somebody who also works elsewhere is changed by the site: a new password would open that too."""
    elsewhere = user.memberships.exclude(organisation__in=administered_by(request.user))
    return user != request.user and not user.is_superuser and not elsewhere.exists()


def _record_reset(request: HttpRequest, account: User, way: Way) -> None:
    assert request.user.is_authenticated
    record_reset(account=account, way=way, at=timezone.now(), actor=request.user)


def _record(request: HttpRequest, user: User, action: str, message: Any) -> None:
    assert request.user.is_authenticated
    record_about(user, action=action, at=timezone.now(), actor=request.user, details={"changes": message})


def replace_the_admin_of_accounts() -> None:
    """Django registers its own admin for users and groups; ours comes in its place."""
    admin.site.unregister([User, Group])
    admin.site.register(User, AccountAdmin)
    admin.site.register(Group, RightsAdmin)
