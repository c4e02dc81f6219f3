"""Recording by hand where a contract departs from the library."""

from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from clauses.assembly.markdown import Provision, WrongText, provisions
from clauses.assembly.undeclared import undeclared_blanks
from clauses.drafts import clause_from
from clauses.forms.proposal import LONGEST_TEXT, on_line
from clauses.models import ChosenClause, ClauseDeviation

Kind = ClauseDeviation.Kind


class DeviationForm(forms.Form):
    """`chosen`: the clauses of the draft; `added`: those of the draft alone, by code, with their titles."""

    kind = forms.ChoiceField(label=_("Wat wijkt af"), choices=Kind.choices)
    clause = forms.ChoiceField(
        label=_("Clausule"), required=False, help_text=_("Niet nodig bij een toegevoegde clausule.")
    )
    title = forms.CharField(
        label=_("Titel"),
        max_length=200,
        required=False,
        help_text=_("Alleen bij een toegevoegde clausule."),
    )
    text = forms.CharField(
        label=_("De nieuwe tekst"),
        max_length=LONGEST_TEXT,
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("De hele clausule als één genummerde lijst, in de taal van het contract."),
    )
    reason = forms.CharField(
        label=_("Waarom"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Wie goedkeurt, leest dit."),
    )

    def __init__(
        self,
        *args: Any,
        chosen: Sequence[ChosenClause],
        added: Sequence[tuple[str, str]] = (),
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self._models = [clause_from(each.version.source) for each in chosen]
        field = self.fields["clause"]
        assert isinstance(field, forms.ChoiceField)
        models = ((each.version.clause.code, str(each.version)) for each in chosen)
        field.choices = [("", "—"), *models, *added]
        self.helper = FormHelper()
        self.helper.add_input(Submit("record", _("Leg vast")))
        self.helper.attrs = {"novalidate": ""}

    def provisions(self) -> tuple[Provision, ...]:
        """The new text; call it on a valid form."""
        read: tuple[Provision, ...] = self.cleaned_data["provisions"]
        return read

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        kind, text = cleaned.get("kind"), (cleaned.get("text") or "").replace("\r\n", "\n")
        cleaned["provisions"] = ()
        if kind in (Kind.CHANGED, Kind.ADDED):
            self._read(cleaned, text)
        if kind != Kind.ADDED and "clause" in cleaned and not cleaned["clause"]:
            self.add_error("clause", _("Kies de clausule."))
        if kind == Kind.ADDED and not (cleaned.get("title") or "").strip():
            self.add_error("title", _("Geef de toegevoegde clausule een titel."))
        return cleaned

    def _read(self, cleaned: dict[str, Any], text: str) -> None:
        try:
            cleaned["provisions"] = provisions(text)
        except WrongText as error:
            self.add_error("text", on_line(error.line, error.message))
            return
        for line, message in undeclared_blanks(cleaned["provisions"], self._blanks(cleaned)):
            self.add_error("text", on_line(line, message))

    def _blanks(self, cleaned: dict[str, Any]) -> list[str]:
        """Those of the clause whose text is written anew; an added clause has none."""
        if cleaned.get("kind") == Kind.ADDED:
            return []
        model = next((each for each in self._models if each.code == cleaned.get("clause")), None)
        return [variable.name for variable in model.variables] if model else []
