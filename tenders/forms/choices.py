"""What a row is called in a list of choices, where its own name alone would not tell it from another."""

from typing import Any

from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.db.models import QuerySet
from django.forms import ModelChoiceField

from tenders.models import Lot


def choice_label(row: Any) -> str:
    """Many tenders have a "Perceel 1": a lot is named with the reference of its tender."""
    return f"{row.tender.reference} – {row}" if isinstance(row, Lot) else str(row)


class NamedChoiceField(ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return choice_label(obj)


class NamedAutocomplete(AutocompleteJsonView):
    def get_queryset(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = super().get_queryset()
        return rows.select_related("tender") if rows.model is Lot else rows

    def serialize_result(self, obj: Any, to_field_name: str) -> dict[str, str]:
        return {**super().serialize_result(obj, to_field_name), "text": choice_label(obj)}
