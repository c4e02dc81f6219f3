"""What can be asked of the list of clauses."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from clauses.assembly.head import HIGHEST_AMBITION
from clauses.models import rung_choices, theme_choices

ALL = [("", _("Alle"))]
FIRST, LAST = date(1900, 1, 1), date(2999, 12, 31)


def _day(label: Any) -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(
        label=label,
        required=False,
        widget=widget,
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        validators=[_in_calendar],
    )


def _in_calendar(day: date) -> None:
    if not FIRST <= day <= LAST:
        raise ValidationError(_("Kies een dag tussen 1900 en 2999."))


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
