"""Criteria to look up, requirements and reusable scales. Criteria are changed in their own editor."""

from django import forms
from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tenders.admin.base import RecordAdmin, ScopedAdmin, ScopedInline
from tenders.admin.tender import frozen_by_publication
from tenders.figures import figure
from tenders.forms.fields import CitationCodesField
from tenders.models import Criterion, Requirement, Scale, ScaleLevel


@admin.register(Criterion)
class CriterionAdmin(RecordAdmin):
    list_display = ("code", "title", "share_of_lot", "kind", "lot", "tender_reference")
    list_display_links = ("title",)
    list_select_related = ("lot__tender",)
    list_filter = ("kind",)
    search_fields = ("code", "title", "description", "lot__tender__reference")
    fields = (
        "lot",
        "parent",
        "code",
        "title",
        "share_of_lot",
        "kind",
        "description",
        "proof",
        "verification",
        "link",
    )
    readonly_fields = ("share_of_lot",)

    @admin.display(description=_("weging (%)"), ordering="weight")
    def share_of_lot(self, row: Criterion) -> str:
        return figure(row.weight)

    def frozen_reason(self, row: Criterion) -> SafeString:
        return format_html(
            '{} <a href="{}">{}</a>',
            _("U wijzigt criteria in de criteria-editor van het perceel."),
            reverse("tenders:criteria", args=[row.lot_id]),
            _("Open de editor"),
        )


class RequirementForm(forms.ModelForm):  # type: ignore[type-arg]
    basis = CitationCodesField()

    class Meta:
        model = Requirement
        fields = ("lot", "position", "kind", "code", "title", "text", "proof", "basis")


@admin.register(Requirement)
class RequirementAdmin(ScopedAdmin):
    form = RequirementForm
    list_display = ("code", "title", "kind", "lot", "tender_reference")
    list_display_links = ("title",)
    list_select_related = ("lot__tender",)
    list_filter = ("kind",)
    search_fields = ("code", "title", "text")
    autocomplete_fields = ("lot",)
    chosen_once = ("lot",)

    def frozen_reason(self, row: Requirement) -> str:
        return frozen_by_publication(row.lot.tender)


class ScaleLevelInline(ScopedInline):
    model = ScaleLevel
    fields = ("position", "code", "title", "share", "description")


@admin.register(Scale)
class ScaleAdmin(ScopedAdmin):
    list_display = ("title", "organisation")
    list_select_related = ("organisation",)
    search_fields = ("title",)
    inlines = (ScaleLevelInline,)
    chosen_once = ("organisation",)
