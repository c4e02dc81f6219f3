"""Organisations and who works for them; the manager of the site keeps these."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from procurement.admin_rows import HiddenRows
from procurement.audit.admin_changes import LoggedChanges
from procurement.organisations.access import organisations_of
from procurement.organisations.accounts import replace_the_admin_of_accounts
from procurement.organisations.models import Membership, Organisation, Role
from procurement.organisations.roles import give_role, take_role

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
        return super().get_queryset(request).filter(pk__in=organisations_of(request.user))


@admin.register(Membership)
class MembershipAdmin(HiddenRows, LoggedChanges, admin.ModelAdmin):  # type: ignore[type-arg]
    """Another role is another membership: give the new one and remove the old one."""

    list_display = ("user", "role", "organisation")
    list_select_related = ("user", "organisation")
    list_filter = ("role",)
    search_fields = ("user__username", "organisation__name")
    autocomplete_fields = ("user", "organisation")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        rows = super().get_queryset(request)
        return rows.filter(organisation__in=organisations_of(request.user))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Membership, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        give_role(user=obj.user, organisation=obj.organisation, role=Role(obj.role))

    def delete_model(self, request: HttpRequest, obj: Membership) -> None:
        take_role(user=obj.user, organisation=obj.organisation, role=Role(obj.role))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Membership]) -> None:
        for row in queryset:
            self.delete_model(request, row)
