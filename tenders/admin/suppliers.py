"""Suppliers and the evidence they handed in."""

from django.contrib import admin

from tenders.admin.base import ScopedAdmin, ScopedInline
from tenders.models import Evidence, Supplier


class EvidenceInline(ScopedInline):
    model = Evidence
    fields = ("kind", "title", "valid_until", "value")
    show_change_link = True


@admin.register(Supplier)
class SupplierAdmin(ScopedAdmin):
    list_display = ("name", "chamber_of_commerce", "organisation")
    list_select_related = ("organisation",)
    search_fields = ("name", "chamber_of_commerce")
    inlines = (EvidenceInline,)


@admin.register(Evidence)
class EvidenceAdmin(ScopedAdmin):
    list_display = ("title", "kind", "supplier", "valid_until", "covers_performance")
    list_select_related = ("supplier",)
    list_filter = ("kind", "covers_performance", "accredited")
    search_fields = ("title", "number", "supplier__name")
    autocomplete_fields = ("supplier",)
