"""Tenders and their lots."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tenders.admin.base import LabelledFormSet, ScopedAdmin, ScopedInline
from tenders.forms.tender import LotForm, TenderForm
from tenders.models import Lot, Tender
from tenders.services.frozen import is_frozen, is_published
from tenders.stages import progress_of_one

PLANNING = ("deadline", "urgency", "contract_start", "contract_end")
PUBLISHED_FIELDS = ("organisation", "reference", "title", "subject", "nature", "procedure", *PLANNING)
LOT_FIELDS = ("number", "title", "description", "cpv", "estimated_value")


def frozen_by_publication(tender: Tender) -> str:
    if not is_frozen(tender):
        return ""
    return _("Deze aanbesteding is gepubliceerd. De criteria en de regels zijn bevroren.")


class LotFormSet(LabelledFormSet):
    """The first row of a new tender is lot 1; it counts as empty until something else is typed."""

    def __init__(self, *args: Any, **options: Any) -> None:
        if options["instance"].pk is None:
            options["initial"] = [{"number": 1}]
        super().__init__(*args, **options)


class LotInline(ScopedInline):
    model = Lot
    form = LotForm
    formset = LotFormSet
    fields = LOT_FIELDS
    not_negative = ("estimated_value",)
    show_change_link = True

    def get_extra(self, request: HttpRequest, obj: Any = None, **options: Any) -> int:
        """A new tender starts with a row for its first lot."""
        return 1 if obj is None else 0

    def _open(self, tender: Any) -> bool:
        return tender is None or not is_published(tender)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_add_permission(request, obj) and self._open(obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and self._open(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and self._open(obj)


@admin.register(Tender)
class TenderAdmin(ScopedAdmin):
    form = TenderForm
    list_display = ("reference", "title", "organisation", "procedure", "deadline")
    list_select_related = ("organisation",)
    list_filter = ("procedure", "nature")
    search_fields = ("reference", "title", "subject")
    inlines = (LotInline,)
    chosen_once = ("organisation",)
    fieldsets = (
        (None, {"fields": ("organisation", "reference", "title", "subject", "nature", "procedure")}),
        (gettext_lazy("Planning"), {"fields": (*PLANNING, "award_planned")}),
        (gettext_lazy("Bewaren"), {"fields": ("keep_until",)}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        stated = super().get_readonly_fields(request, obj)
        return PUBLISHED_FIELDS if obj is not None and is_published(obj) else stated

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        frozen = obj is not None and is_published(obj)
        return super().has_delete_permission(request, obj) and not frozen

    def render_change_form(self, request: Any, context: Any, *args: Any, **options: Any) -> HttpResponse:
        row = options.get("obj")
        if row is not None:
            context["stepper"] = progress_of_one(row, now=timezone.now())
            context["note"] = frozen_by_publication(row)
            context["legality_of"] = row
        return super().render_change_form(request, context, *args, **options)


@admin.register(Lot)
class LotAdmin(ScopedAdmin):
    form = LotForm
    not_negative = ("estimated_value",)
    list_display = ("number", "title", "tender")
    list_display_links = ("title",)
    list_select_related = ("tender",)
    search_fields = ("title", "tender__reference", "tender__title")
    autocomplete_fields = ("tender",)
    chosen_once = ("tender",)
    fields = ("tender", *LOT_FIELDS)

    def frozen_reason(self, row: Lot) -> str:
        return frozen_by_publication(row.tender)

    def render_change_form(self, request: Any, context: Any, *args: Any, **options: Any) -> HttpResponse:
        row = options.get("obj")
        if row is not None:
            context["stepper"] = progress_of_one(row.tender, now=timezone.now())
        return super().render_change_form(request, context, *args, **options)
