"""Bids, with the outcome of each knock-out. Values per criterion are filled in on the scoring page."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from tenders.admin.base import ScopedAdmin, ScopedInline
from tenders.models import Bid, BidValue, Evidence, Lot, Requirement, RequirementOutcome
from tenders.services.decided import decision_of, why_decided


class OutcomeInline(ScopedInline):
    model = RequirementOutcome
    fields = ("requirement", "met", "reason")

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **options: Any) -> Any:
        bid = request.resolver_match.kwargs.get("object_id", "")
        if db_field.name == "requirement" and bid.isdecimal():
            options["queryset"] = Requirement.objects.filter(lot__bids=int(bid))
        return super().formfield_for_foreignkey(db_field, request, **options)


class ValueInline(ScopedInline):
    model = BidValue
    fields = ("criterion", "value", "motivation")
    readonly_fields = fields
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("criterion")


class BidRowForm(forms.ModelForm):  # type: ignore[type-arg]
    def clean_lot(self) -> Lot:
        lot: Lot = self.cleaned_data["lot"]
        decided = why_decided(decision_of(lot))
        if decided:
            raise ValidationError(decided)
        return lot


@admin.register(Bid)
class BidAdmin(ScopedAdmin):
    form = BidRowForm
    list_display = ("code", "supplier", "lot", "tender_reference", "received_at")
    list_display_links = ("supplier",)
    list_select_related = ("supplier", "lot__tender")
    list_filter = ("received_at",)
    search_fields = ("code", "supplier__name", "lot__tender__reference")
    autocomplete_fields = ("lot", "supplier")
    inlines = (OutcomeInline, ValueInline)
    chosen_once = ("lot", "supplier", "code")

    def get_inlines(self, request: HttpRequest, obj: Any) -> tuple[type[ScopedInline], ...]:
        """A bid that is not saved yet has no lot, so no requirements either."""
        return () if obj is None else self.inlines

    def frozen_reason(self, row: Bid) -> str:
        return why_decided(decision_of(row.lot))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What a ranking was calculated from stays."""
        used = obj is not None and obj.lot.evaluations.exists()
        return super().has_delete_permission(request, obj) and not used

    def formfield_for_manytomany(self, db_field: Any, request: Any, **options: Any) -> Any:
        """Evidence of the supplier itself, to tick; a bid that is not saved yet has no supplier."""
        bid = request.resolver_match.kwargs.get("object_id", "")
        rows = Evidence.objects.select_related("supplier")
        rows = rows.filter(supplier__bids=int(bid)) if bid.isdecimal() else rows.none()
        options.update(queryset=rows, widget=forms.CheckboxSelectMultiple)
        if not bid:
            options["help_text"] = _("Sla de inschrijving eerst op. Daarna kiest u de bewijsmiddelen.")
        elif not rows:
            options["help_text"] = _("Deze leverancier heeft nog geen bewijsmiddelen. Voeg er een toe.")
        return super().formfield_for_manytomany(db_field, request, **options)
