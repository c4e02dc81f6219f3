"""What every admin page of ours shares: rows of one's own organisations, Dutch numbers, labelled inlines."""

from decimal import Decimal
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db import models
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet, CharField
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from procurement.admin_rows import HiddenRows, ReadOnlyRows
from procurement.audit.admin_changes import LoggedChanges
from procurement.organisations.access import only_one, organisations_with_role
from procurement.organisations.models import Organisation, Role
from tenders.admin.widgets import NamedAutocompleteSelect, NamedSplitDateTime
from tenders.forms.choices import NamedChoiceField
from tenders.forms.fields import WholeNumberField, dutch_field_for
from tenders.forms.moments import SplitMomentField
from tenders.forms.values import refuse_direction_controls
from tenders.models import (
    AwardDecision,
    Bid,
    Criterion,
    Draw,
    Evaluation,
    Evidence,
    Lot,
    Publication,
    Requirement,
    Scale,
    Supplier,
    Tender,
)
from tenders.views.access import EDITORS, READERS, may_edit

# How each row leads to the organisation that owns it.
PATHS: dict[type[models.Model], str] = {
    Organisation: "pk",
    Tender: "organisation",
    Lot: "tender__organisation",
    Criterion: "lot__tender__organisation",
    Requirement: "lot__tender__organisation",
    Bid: "lot__tender__organisation",
    Evaluation: "lot__tender__organisation",
    Draw: "lot__tender__organisation",
    AwardDecision: "lot__tender__organisation",
    Publication: "tender__organisation",
    Scale: "organisation",
    Supplier: "organisation",
    Evidence: "supplier__organisation",
}


def rows_of(user: User, rows: QuerySet[Any], *roles: Role) -> QuerySet[Any]:
    """Only the rows of organisations in which `user` holds one of `roles`."""
    path = PATHS[rows.model]
    return rows.filter(**{f"{path}__in": organisations_with_role(user, *roles)})


def owner_of(row: models.Model) -> Organisation:
    value: Any = row
    for step in PATHS[type(row)].split("__"):
        value = getattr(value, step)
    return value  # type: ignore[no-any-return]


class ScopedFields:
    """Choices of one's own organisations only, numbers in Dutch notation, texts that read one way."""

    not_negative: tuple[str, ...] = ()

    def formfield_for_dbfield(self, db_field: Any, request: Any, **options: Any) -> Any:
        if isinstance(db_field, models.DecimalField):
            lowest = Decimal(0) if db_field.name in self.not_negative else None
            return dutch_field_for(db_field, min_value=lowest)
        if isinstance(db_field, models.DateTimeField):
            options |= {"widget": NamedSplitDateTime, "form_class": SplitMomentField}
        if isinstance(db_field, models.IntegerField):
            options["form_class"] = WholeNumberField
        field = super().formfield_for_dbfield(db_field, request, **options)  # type: ignore[misc]
        if isinstance(field, CharField):
            field.validators.append(refuse_direction_controls)
        return field

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **options: Any) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            options["widget"] = NamedAutocompleteSelect(db_field, self.admin_site)  # type: ignore[attr-defined]
        options["form_class"] = NamedChoiceField
        return super().formfield_for_foreignkey(  # type: ignore[misc]
            db_field, request, **_scoped(db_field, request, options)
        )

    def formfield_for_manytomany(self, db_field: Any, request: Any, **options: Any) -> Any:
        return super().formfield_for_manytomany(  # type: ignore[misc]
            db_field, request, **_scoped(db_field, request, options)
        )


def _scoped(db_field: Any, request: Any, options: dict[str, Any]) -> dict[str, Any]:
    model = db_field.remote_field.model
    if model not in PATHS:
        return options
    rows = options.get("queryset", model._default_manager.all())
    own = rows_of(request.user, rows, *EDITORS)
    chosen = {"initial": only_one(own)} if model is Organisation else {}
    return {**options, **chosen, "queryset": own}


class ScopedAdmin(ScopedFields, HiddenRows, LoggedChanges, admin.ModelAdmin):  # type: ignore[type-arg]
    """Rows of other organisations do not exist here; a frozen row can be read but not changed.

    `chosen_once` names the fields that say what a row belongs to: a row that exists does not move.
    """

    chosen_once: tuple[str, ...] = ()

    @admin.display(description=gettext_lazy("aanbesteding"), ordering="lot__tender__reference")
    def tender_reference(self, row: Any) -> str:
        """A column for rows of a lot: many tenders have a "Perceel 1"."""
        return str(row.lot.tender.reference)

    def organisation_of(self, row: Any) -> Organisation:
        return owner_of(row)

    def subject_of(self, row: Any) -> str:
        """Begins with the reference of the tender, so that the event is found with that tender."""
        lot = getattr(row, "lot", row)
        if not isinstance(lot, Lot):
            return str(row)
        place = f"{lot.tender.reference} / {lot.number}"
        return place if row is lot else f"{place}: {row}"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        stated = tuple(super().get_readonly_fields(request, obj))
        return stated if obj is None else (*stated, *self.chosen_once)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return rows_of(request.user, super().get_queryset(request), *READERS)  # type: ignore[arg-type]

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        """Back to the page that asked for this row, when it said so."""
        asked = request.GET.get("next", "")
        if url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure()):
            return redirect(asked)
        return super().response_post_save_add(request, obj)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    def frozen_reason(self, row: Any) -> str:
        """Why this row cannot be changed any more; empty when it can."""
        return ""

    def _may_change(self, request: HttpRequest, row: Any) -> bool:
        return row is None or (may_edit(request.user, owner_of(row)) and not self.frozen_reason(row))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and self._may_change(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and self._may_change(request, obj)

    def render_change_form(
        self,
        request: Any,
        context: Any,
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        context["frozen_reason"] = self.frozen_reason(obj) if obj else ""
        return super().render_change_form(
            request, context, add=add, change=change, form_url=form_url, obj=obj
        )


class RecordAdmin(ReadOnlyRows, ScopedAdmin):
    """Something that happened: it can be read, never added, changed or removed here."""


class LabelledFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """Inline rows: in a table of inputs each input needs a name of its own, of its field and its row."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        row = _("nieuwe rij") if index is None else _("rij %(number)s") % {"number": index + 1}
        for field in form.fields.values():
            widget = getattr(field.widget, "widget", field.widget)  # a related field wraps its select
            widget.attrs["aria-label"] = f"{field.label}, {row}"


class ScopedInline(ScopedFields, admin.TabularInline):  # type: ignore[type-arg]
    formset = LabelledFormSet
    extra = 0
