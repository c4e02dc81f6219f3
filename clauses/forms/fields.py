"""One form field for each kind of variable; what is typed becomes the written form that is stored."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _

from clauses.assembly.origin import Origin
from clauses.assembly.variables import NUMERIC, Variable, WrongValue, checked
from procurement import numbers
from procurement.words import lazy_words, words


def field_for(variable: Variable, origin: Origin | None = None) -> forms.Field:
    """Not required: a draft may have open blanks. With `origin` the help says where the value comes from."""
    field = _plain_field(variable)
    if origin is not None:
        field.help_text = format_html("{} {}", field.help_text, _origin(origin))
    return field


def _plain_field(variable: Variable) -> forms.Field:
    if variable.kind in NUMERIC:
        return NumberValueField(variable)
    if variable.kind == "date":
        return DateValueField(variable)
    return ChoiceValueField(variable) if variable.kind == "choice" else TextValueField(variable)


def _origin(origin: Origin) -> str:
    return format_html('<span class="origin origin-{}">{}</span>', origin.kind, words(origin.words))


def as_typed(variable: Variable, stored: str) -> str:
    """A stored value as a person would type it: a number in Dutch notation."""
    if variable.kind not in NUMERIC or not stored:
        return stored
    try:
        return numbers.dutch(numbers.parse(stored))
    except numbers.NotANumber:
        return stored


def _described(variable: Variable) -> dict[str, Any]:
    return {"label": lazy_words(variable.label), "help_text": _help(variable), "required": False}


def _help(variable: Variable) -> str:
    """Unit, limits, and why a default was filled in."""
    parts = [_unit(variable), _limits(variable)]
    if variable.default and variable.default_because:
        parts.append(words(variable.default_because))
    return " ".join(part for part in parts if part)


def _unit(variable: Variable) -> str:
    if variable.kind == "money":
        return _("In euro.")
    if variable.kind == "percentage":
        return _("In procent.")
    return _("In %(unit)s.") % {"unit": words(variable.unit)} if variable.unit else ""


def _limits(variable: Variable) -> str:
    lowest, highest = variable.minimum, variable.maximum
    if lowest is not None and highest is not None:
        limits = {"lowest": numbers.dutch(lowest), "highest": numbers.dutch(highest)}
        return _("Van %(lowest)s tot en met %(highest)s.") % limits
    return _("Ten minste %(lowest)s.") % {"lowest": numbers.dutch(lowest)} if lowest else ""


def _checked(variable: Variable, value: str) -> str:
    try:
        return checked(variable, value)
    except WrongValue as error:
        raise ValidationError(words(error.message), code="wrong_value") from error


class TextValueField(forms.CharField):
    def __init__(self, variable: Variable) -> None:
        self.variable = variable
        super().__init__(**_described(variable))

    def clean(self, value: Any) -> str:
        typed = str(super().clean(value))
        return _checked(self.variable, typed) if typed else ""


class NumberValueField(forms.CharField):
    """Dutch notation on the screen, plain notation in the database."""

    def __init__(self, variable: Variable) -> None:
        self.variable = variable
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "number"})
        super().__init__(widget=widget, **_described(variable))

    def clean(self, value: Any) -> str:
        typed = str(super().clean(value))
        if not typed:
            return ""
        try:
            number = numbers.parse_dutch(typed)
        except numbers.NotANumber as error:
            raise ValidationError(words(error.message), code="not_a_number") from error
        return _checked(self.variable, numbers.plain(number))


class DateValueField(forms.DateField):
    def __init__(self, variable: Variable) -> None:
        self.variable = variable
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(widget=widget, input_formats=["%Y-%m-%d", "%d-%m-%Y"], **_described(variable))

    def clean(self, value: Any) -> str:
        day: date | None = super().clean(value)
        return _checked(self.variable, day.isoformat()) if day else ""


class ChoiceValueField(forms.ChoiceField):
    def __init__(self, variable: Variable) -> None:
        options = [(option.code, lazy_words(option.label)) for option in variable.options]
        super().__init__(choices=[("", _("Maak een keuze")), *options], **_described(variable))
