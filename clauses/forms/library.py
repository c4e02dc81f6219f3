"""What can be asked of the list of clauses."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from clauses.assembly.head import HIGHEST_AMBITION
from clauses.models import rung_choices, theme_choices

ALL = [("", _("Alle"))]


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, required=False, widget=widget, input_formats=["%Y-%m-%d", "%d-%m-%Y"])


class LibraryFilter(forms.Form):
    """Legal time and recorded time are asked apart: what held on a day, as far as was known on another."""

    theme = forms.ChoiceField(label=_("Thema"), required=False)
    rung = forms.ChoiceField(label=_("Trede"), required=False)
    ambition = forms.ChoiceField(
        label=_("Ambitie ten minste"),
        required=False,
        choices=[*ALL, *((str(each), str(each)) for each in range(1, HIGHEST_AMBITION + 1))],
    )
    whose = forms.ChoiceField(
        label=_("Van wie"),
        required=False,
        choices=[*ALL, ("library", _("Bibliotheek")), ("own", _("Eigen organisatie"))],
    )
    review = forms.ChoiceField(
        label=_("Herziening"), required=False, choices=[*ALL, ("overdue", _("Te laat"))]
    )
    day = _day(_("Geldig op"))
    known = _day(_("Zoals bekend op"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, choices in (("theme", theme_choices()), ("rung", rung_choices())):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [*ALL, *choices]

    def on(self, name: str, today: date) -> date:
        """The day that was asked for; today where none was."""
        return self.cleaned_data.get(name) or today
