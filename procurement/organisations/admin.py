"""Organisations and who works for them; the manager of the site keeps these."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from procurement.organisations.access import organisations_of
from procurement.organisations.accounts import replace_the_admin_of_accounts
from procurement.organisations.models import Membership, Organisation

replace_the_admin_of_accounts()


@admin.register(Organisation)
class OrganisationAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("name", "kind")
    search_fields = ("name",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Organisation]:
        return super().get_queryset(request).filter(pk__in=organisations_of(request.user))


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("user", "role", "organisation")
    list_select_related = ("user", "organisation")
    list_filter = ("role",)
    search_fields = ("user__username", "organisation__name")
    autocomplete_fields = ("user", "organisation")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        rows = super().get_queryset(request)
        return rows.filter(organisation__in=organisations_of(request.user))
