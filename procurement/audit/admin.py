"""The log, to be read and never changed."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from procurement.admin_rows import HiddenRows, ReadOnlyRows
from procurement.audit.models import Event
from procurement.organisations.access import organisations_with_role
from procurement.organisations.models import Role

READERS = (
    Role.OFFICER,
    Role.LAWYER,
    Role.CONTRACT_MANAGER,
)  # an assessor never reads prices or others’ scores


@admin.register(Event)
class EventAdmin(ReadOnlyRows, HiddenRows, admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("sequence", "at", "action", "subject", "actor", "organisation")
    list_select_related = ("actor", "organisation")
    list_filter = ("action", "at")
    search_fields = ("subject", "details")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        readable = organisations_with_role(request.user, *READERS)
        return super().get_queryset(request).filter(organisation__in=readable)
