"""What was published, calculated, drawn and decided: to be read. The page of the result makes the records."""

from django.contrib import admin

from tenders.admin.base import RecordAdmin
from tenders.models import AwardDecision, Draw, Evaluation, Publication


@admin.register(Publication)
class PublicationAdmin(RecordAdmin):
    list_display = ("tender", "version", "made_at", "made_by", "digest")
    list_select_related = ("tender", "made_by")
    search_fields = ("tender__reference", "tender__title", "digest")


@admin.register(Evaluation)
class EvaluationAdmin(RecordAdmin):
    list_display = ("lot", "tender_reference", "number", "made_at", "made_by", "digest")
    list_select_related = ("lot__tender", "made_by")
    search_fields = ("lot__tender__reference", "lot__title", "digest")


@admin.register(Draw)
class DrawAdmin(RecordAdmin):
    list_display = ("lot", "tender_reference", "held_at", "held_by")
    list_select_related = ("lot__tender",)


@admin.register(AwardDecision)
class AwardDecisionAdmin(RecordAdmin):
    list_display = ("lot", "tender_reference", "winner", "decided_at", "made_by")
    list_select_related = ("lot__tender", "made_by")
    search_fields = ("lot__tender__reference", "lot__title", "winner")
