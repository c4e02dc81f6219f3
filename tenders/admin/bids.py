"""Opened bids with the outcome of each knock-out and their values: to be read. Before the opening: none.

What may change, changes on the pages of the bids and of the scores, in the phase that allows it.
"""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from procurement.admin_rows import ReadOnlyRows
from tenders.admin.base import RecordAdmin, ScopedInline
from tenders.models import Bid, BidValue, RequirementOutcome


class OutcomeInline(ReadOnlyRows, ScopedInline):
    model = RequirementOutcome
    fields = ("requirement", "met", "reason")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class ValueInline(ReadOnlyRows, ScopedInline):
    model = BidValue
    fields = ("criterion", "value", "motivation")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("criterion")


@admin.register(Bid)
class BidAdmin(RecordAdmin):
    list_display = ("code", "supplier", "lot", "tender_reference", "received_at")
    list_display_links = ("supplier",)
    list_select_related = ("supplier", "lot__tender")
    list_filter = ("received_at",)
    search_fields = ("code", "supplier__name", "lot__tender__reference")
    inlines = (OutcomeInline, ValueInline)
