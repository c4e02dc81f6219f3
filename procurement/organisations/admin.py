"""Organisations and who works for them in which role, for the site and for organisation administrators."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from procurement.admin_rows import HiddenRows
from procurement.audit.admin_changes import LoggedChanges
from procurement.organisations.access import administered_by
from procurement.organisations.colleagues import replace_the_admin_of_accounts
from procurement.organisations.models import Membership, Organisation, Role
from procurement.organisations.obstacles import reasons_against_role
from procurement.organisations.roles import give_role, take_role
from procurement.words import words

replace_the_admin_of_accounts()


@admin.register(Organisation)
class OrganisationAdmin(HiddenRows, LoggedChanges, admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("name", "kind")
    search_fields = ("name",)

    def organisation_of(self, row: Organisation) -> Organisation:
        return row

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Its log stays, so it stays."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Organisation]:
        return super().get_queryset(request).filter(pk__in=administered_by(request.user))


class MembershipForm(forms.ModelForm):  # type: ignore[type-arg]
    """Nobody gives a role to oneself, except who runs the site."""

    giver: User

    def clean_user(self) -> User:
        user: User = self.cleaned_data["user"]
        if user == self.giver and not self.giver.is_superuser:
            raise ValidationError(
                _("U kunt uzelf geen rol geven. Vraag het een andere organisatiebeheerder."),
                code="own_role",
            )
        return user

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        user, organisation, role = (given.get(name) for name in ("user", "organisation", "role"))
        if user and organisation and role:
            for reason in reasons_against_role(user, organisation, Role(role)):
                self.add_error("role", words(reason))
        return given


@admin.register(Membership)
class MembershipAdmin(HiddenRows, LoggedChanges, admin.ModelAdmin):  # type: ignore[type-arg]
    """Another role is another membership: give the new one and remove the old one."""

    form = MembershipForm
    list_display = ("user", "role", "organisation")
    list_select_related = ("user", "organisation")
    list_filter = ("role",)
    search_fields = ("user__username", "organisation__name")
    autocomplete_fields = ("user", "organisation")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        rows = super().get_queryset(request)
        return rows.filter(organisation__in=administered_by(request.user))

    def subject_of(self, row: Membership) -> str:
        """Without a name: who sits on a panel stays unknown in the log."""
        return f"account {row.user_id} – {row.get_role_display()}"

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        form = super().get_form(request, obj, change=change, **options)
        return type("MembershipForm", (form,), {"giver": request.user})

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **options: Any) -> Any:
        if db_field.name == "organisation":
            options["queryset"] = administered_by(request.user)
        elif not request.user.is_superuser:
            own = User.objects.filter(memberships__organisation__in=administered_by(request.user))
            options["queryset"] = own.filter(is_superuser=False).distinct()
        return super().formfield_for_foreignkey(db_field, request, **options)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        own = obj is not None and obj.user == request.user and not request.user.is_superuser
        return super().has_delete_permission(request, obj) and not own

    def save_model(self, request: HttpRequest, obj: Membership, form: Any, change: bool) -> None:
        give_role(user=obj.user, organisation=obj.organisation, role=Role(obj.role))
        obj.pk = Membership.objects.get(user=obj.user, organisation=obj.organisation, role=obj.role).pk

    def delete_model(self, request: HttpRequest, obj: Membership) -> None:
        take_role(user=obj.user, organisation=obj.organisation, role=Role(obj.role))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Membership]) -> None:
        for row in queryset:
            self.delete_model(request, row)
