"""Dropping in a contract that came back, and deciding about each thing that is different in it."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clauses.returning import Change, Findings, Value, provisions_of
from clauses.services.taking_in import NewDeviation
from procurement.file_form import FileForm

RECORD, LEAVE = "record", "leave"
_RECORDED = ("changed", "removed", "added")  # a title alone belongs to the library, and is only told


class ReturnedForm(FileForm):
    """The file; its content is read, and kept nowhere."""

    file = forms.FileField(
        label=gettext_lazy("Word-bestand"),
        help_text=gettext_lazy("Een .docx dat u hier hebt opgehaald, hooguit 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )
    too_large = gettext_lazy("Dit bestand is groter dan 10 MB. Haal afbeeldingen weg.")


class DecisionForm(forms.Form):
    """Per difference what becomes of it. Nothing is decided beforehand: what nobody chooses stays out."""

    def __init__(self, *args: Any, found: Findings, **options: Any) -> None:
        super().__init__(*args, **options)
        self.found = found
        for number, change in self._recordable():
            self.fields[f"change-{number}"] = forms.ChoiceField(
                label=_("Wat doet u met ‘%(name)s’?") % {"name": change.name},
                choices=[(RECORD, _("Leg vast als afwijking")), (LEAVE, _("Laat liggen"))],
                widget=forms.RadioSelect,
                initial=LEAVE,
            )
            self.fields[f"reason-{number}"] = forms.CharField(
                label=_("Reden van de afwijking"),
                max_length=2000,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text=_("Verplicht als u vastlegt. Wie goedkeurt, leest dit."),
            )
        for number, value in self._fillable():
            self.fields[f"value-{number}"] = forms.BooleanField(
                label=_("Neem ‘%(new)s’ over") % {"new": value.new}, required=False
            )

    def _recordable(self) -> Iterator[tuple[int, Change]]:
        changes = enumerate(self.found.changes)
        return ((n, each) for n, each in changes if each.kind in _RECORDED and each.approver)

    def _fillable(self) -> Iterator[tuple[int, Value]]:
        return ((number, each) for number, each in enumerate(self.found.values) if each.value)

    def rows(self) -> list[tuple[Change, Any, Any]]:
        """Every change with its fields; None for what is only told."""
        names = {number for number, _change in self._recordable()}
        return [
            (each, self[f"change-{n}"], self[f"reason-{n}"]) if n in names else (each, None, None)
            for n, each in enumerate(self.found.changes)
        ]

    def value_rows(self) -> list[tuple[Value, Any]]:
        names = {number for number, _value in self._fillable()}
        return [
            (each, self[f"value-{n}"] if n in names else None) for n, each in enumerate(self.found.values)
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for number, _change in self._recordable():
            reason = (cleaned.get(f"reason-{number}") or "").strip()
            if cleaned.get(f"change-{number}") == RECORD and not reason:
                self.add_error(f"reason-{number}", _("Schrijf op waarom het contract afwijkt."))
        if not self.errors and not (self._chosen(cleaned) or any(self._taken(cleaned))):
            raise ValidationError(_("Kies ten minste één verschil om over te nemen of vast te leggen."))
        return cleaned

    def _chosen(self, cleaned: dict[str, Any]) -> list[tuple[int, Change]]:
        return [pair for pair in self._recordable() if cleaned.get(f"change-{pair[0]}") == RECORD]

    def _taken(self, cleaned: dict[str, Any]) -> Iterator[Value]:
        return (value for number, value in self._fillable() if cleaned.get(f"value-{number}"))

    def deviations(self) -> list[NewDeviation]:
        """Call it on a valid form."""
        return [
            NewDeviation(
                code=change.code,
                kind=change.kind,
                reason=self.cleaned_data[f"reason-{number}"],
                provisions=provisions_of(change),
                title=change.name,
            )
            for number, change in self._chosen(self.cleaned_data)
        ]

    def values(self) -> dict[str, dict[str, str]]:
        """Clause code → blank → value, of what is taken over; call it on a valid form."""
        given: dict[str, dict[str, str]] = {}
        for value in self._taken(self.cleaned_data):
            given.setdefault(value.code, {})[value.variable] = value.value
        return given
