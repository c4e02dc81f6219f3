"""What was published, calculated and drawn. Records are read here; only a draw is entered, once."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tenders.admin.base import RecordAdmin
from tenders.forms.fields import CodesField
from tenders.models import Draw, Evaluation, Publication
from tenders.services.draw import record_draw


@admin.register(Publication)
class PublicationAdmin(RecordAdmin):
    list_display = ("tender", "version", "made_at", "made_by", "digest")
    list_select_related = ("tender", "made_by")
    search_fields = ("tender__reference", "tender__title", "digest")


@admin.register(Evaluation)
class EvaluationAdmin(RecordAdmin):
    list_display = ("lot", "number", "made_at", "made_by", "digest")
    list_select_related = ("lot", "made_by")
    search_fields = ("lot__tender__reference", "lot__title", "digest")


class DrawForm(forms.ModelForm):  # type: ignore[type-arg]
    order = CodesField(
        label=_("volgorde"),
        help_text=_("De codes van alle inschrijvingen, de eerst getrokkene voorop, met komma’s ertussen."),
    )

    class Meta:
        model = Draw
        fields = ("lot", "order", "held_by")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        lot, order = cleaned.get("lot"), cleaned.get("order", [])
        if lot and sorted(order) != sorted(lot.bids.values_list("code", flat=True)):
            raise ValidationError(_("Noem elke inschrijving van het perceel precies één keer."))
        return cleaned


@admin.register(Draw)
class DrawAdmin(RecordAdmin):
    form = DrawForm
    list_display = ("lot", "held_at", "held_by")
    list_select_related = ("lot",)
    autocomplete_fields = ("lot",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("tenders.change_bid")

    def save_model(self, request: HttpRequest, obj: Draw, form: Any, change: bool) -> None:
        draw = record_draw(
            lot=obj.lot,
            order=obj.order,
            held_by=obj.held_by,
            at=timezone.now(),
            actor=request.user,  # type: ignore[arg-type]
        )
        obj.pk, obj.held_at = draw.pk, draw.held_at
