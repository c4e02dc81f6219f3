"""Suppliers and the evidence they handed in."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from procurement.words import words
from tenders.admin.base import ScopedAdmin, ScopedInline
from tenders.forms.evidence import RegisterForm
from tenders.models import Evidence, Supplier
from tenders.services.evidence import why_frozen


class EvidenceInline(ScopedInline):
    model = Evidence
    form = RegisterForm
    fields = ("kind", "title", "valid_until", "value")
    show_change_link = True
    can_delete = False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Each on its own page, which knows whether a ranking rests on it."""
        return False


@admin.register(Supplier)
class SupplierAdmin(ScopedAdmin):
    list_display = ("name", "chamber_of_commerce", "organisation")
    list_select_related = ("organisation",)
    search_fields = ("name", "chamber_of_commerce")
    inlines = (EvidenceInline,)
    chosen_once = ("organisation",)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Who a bid is of stands fast once it was opened: letters and records print it."""
        fields = super().get_readonly_fields(request, obj)
        opened = obj is not None and obj.bids.filter(lot__procedure__isnull=False).exists()
        return (*fields, "name", "chamber_of_commerce") if opened else fields


@admin.register(Evidence)
class EvidenceAdmin(ScopedAdmin):
    form = RegisterForm
    list_display = ("title", "kind", "supplier", "valid_until", "covers_performance")
    list_select_related = ("supplier",)
    list_filter = ("kind", "covers_performance", "accredited")
    search_fields = ("title", "number", "supplier__name")
    autocomplete_fields = ("supplier",)
    chosen_once = ("supplier",)

    def frozen_reason(self, row: Any) -> str:
        """What locked scores or a ranking rest on stays as it was."""
        reason = why_frozen(row)
        return words(reason) if reason is not None else ""
