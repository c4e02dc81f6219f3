"""For pages of the admin: what is added, changed or deleted there stands in the log of its organisation.

The stock admin keeps a history of its own, without values and without a chain.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from procurement.audit.log import record, state_digest
from procurement.audit.models import Event
from procurement.organisations.models import Organisation

SUBJECT_LENGTH = Event._meta.get_field("subject").max_length


class LoggedChanges:
    """Goes before ModelAdmin."""

    def organisation_of(self, row: Any) -> Organisation:
        """Whose log it is."""
        return row.organisation  # type: ignore[no-any-return]

    def subject_of(self, row: Any) -> str:
        """What the event is about. Never the name of a person: an event is kept for ever."""
        return str(row)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)  # type: ignore[misc]
        rows = {formset.model._meta.model_name: _rows(formset) for formset in formsets}
        touched = {name: found for name, found in rows.items() if found}
        was, became = _values(form)
        if not change or touched or was:
            what = "changed" if change else "added"
            self._record(request, form.instance, what, {"rows": touched}, was, became)

    def log_deletions(self, request: HttpRequest, queryset: Iterable[models.Model]) -> Any:
        """Comes before the deletion itself, in the same transaction."""
        rows = list(queryset)
        for row in rows:
            self._record(request, row, "deleted", {}, _fields_of(row), "")
        return super().log_deletions(request, rows)  # type: ignore[misc]

    def response_action(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse | None:
        with transaction.atomic():
            return super().response_action(request, *args, **options)  # type: ignore[misc,no-any-return]

    def _record(
        self,
        request: HttpRequest,
        row: models.Model,
        what: str,
        details: dict[str, Any],
        before: object,
        after: object,
    ) -> None:
        record(
            organisation=self.organisation_of(row),
            at=timezone.now(),
            actor=request.user,  # type: ignore[arg-type]  # the admin is closed to strangers
            action=f"{row._meta.model_name}.{what}",
            subject=self.subject_of(row)[:SUBJECT_LENGTH],
            details={"row": row.pk, **details},
            before=before,
            after=after,
        )


def _values(form: BaseForm) -> tuple[dict[str, str], dict[str, str]]:
    """The changed fields as they were and as they became."""
    was, became = {}, {}
    for name in form.changed_data:
        was[name] = _shown(form, name, form.get_initial_for_field(form.fields[name], name))
        became[name] = _shown(form, name, form.cleaned_data.get(name))
    return was, became


def _fields_of(row: models.Model) -> str:
    """By SHA-256: of what is gone for ever no copy is kept in the log."""
    return state_digest(
        {field.attname: str(getattr(row, field.attname)) for field in row._meta.concrete_fields}
    )


def _shown(form: BaseForm, name: str, value: Any) -> str:
    if isinstance(value, list | tuple | models.QuerySet):
        return ", ".join(sorted(str(form.fields[name].prepare_value(each)) for each in value))
    return "" if value is None else str(form.fields[name].prepare_value(value))


def _row(form: Any) -> dict[str, Any]:
    was, became = _values(form)
    return {"row": form.instance.pk, "before": was, "after": became}


def _rows(formset: Any) -> list[dict[str, Any]]:
    """The rows under the main one that were added, changed or deleted."""
    gone = set(formset.deleted_forms)
    touched = [form for form in formset.forms if form.has_changed() and form not in gone]
    kept = [_row(form) for form in touched]
    return [*kept, *({"deleted": str(row)} for row in formset.deleted_objects)]
