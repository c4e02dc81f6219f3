"""One form field for each sort of question, and the way between its value and what a tender file writes."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from procurement.numbers import NotANumber, parse, plain
from procurement.words import words
from tenders.forms.fields import DutchDecimalField
from tenders.forms.legal.codes import Codes, Named, with_stored
from tenders.forms.legal.layout import Part
from tenders.forms.parameters import NOT_CHOSEN
from tenders.lint.draft.choices import CHOICES
from tenders.lint.questions import Sort
from tenders.scoring.files.fields import text as read_text
from tenders.scoring.problem import Problem

MOST_CHARACTERS, LINE = 20_000, 500
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)  # as a tender file takes them

_YES, _NO, _OPEN = "yes", "no", "open"
_ANSWERS = ((_YES, _("ja")), (_NO, _("nee")), (_OPEN, _("nog niet beantwoord")))


class WordsField(forms.CharField):
    """A text that a tender file can hold, with the same line ends wherever it was typed."""

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n").strip()

    def validate(self, value: Any) -> None:
        super().validate(value)
        problems: list[Problem] = []
        read_text(value, "", problems)
        if problems:
            raise ValidationError(words(problems[0].message))


class DayField(forms.DateField):
    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off"})
        super().__init__(widget=widget, input_formats=["%Y-%m-%d", "%d-%m-%Y"], **options)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None and not FIRST_DAY <= value <= LAST_DAY:
            raise ValidationError(_("Kies een datum van 2000 tot en met 2199."))


def field_for(part: Part, codes: Codes) -> forms.Field:
    """Nothing is required: what is still open, the check tells."""
    options: dict[str, Any] = {"label": words(part.question.text), "required": False}
    return _FIELDS[part.question.sort](part, codes, options)


def shown(part: Part) -> Any:
    """The stored answer as the initial value of its field."""
    match part.question.sort, part.stored:
        case Sort.YES_NO, answer:
            return {True: _YES, False: _NO}.get(answer, _OPEN)
        case Sort.OPTIONAL_TOPIC, stored:
            return stored is not None
        case Sort.NUMBER, str(number):
            return _number(number)
        case Sort.LINES, list(lines):
            return "\n".join(lines)
    return part.stored


def kept(sort: Sort, cleaned: Any) -> Any:
    """A cleaned value as a tender file writes it; None where nothing was answered."""
    if sort is Sort.YES_NO:
        return {_YES: True, _NO: False}.get(cleaned)
    if sort is Sort.LINES:
        return [line for each in (cleaned or "").split("\n") if (line := each.strip())]
    if isinstance(cleaned, Decimal):
        return plain(cleaned)
    return cleaned.isoformat() if isinstance(cleaned, date) else cleaned


def _number(stored: str) -> Decimal | str:
    try:
        return parse(stored)
    except NotANumber:
        return stored


def _yes_no(_part: Part, _codes: Codes, options: Mapping[str, Any]) -> forms.Field:
    return forms.ChoiceField(choices=_ANSWERS, widget=forms.RadioSelect, **options)


def _labels(part: Part) -> Named:
    return tuple((value, words(label)) for value, label in CHOICES[part.question.of].items())


def _choice(part: Part, _codes: Codes, options: Mapping[str, Any]) -> forms.Field:
    return forms.ChoiceField(choices=[NOT_CHOSEN, *_labels(part)], **options)


def _choices(part: Part, _codes: Codes, options: Mapping[str, Any]) -> forms.Field:
    return _ticked(_labels(part), options)


def _ticked(choices: Named, options: Mapping[str, Any]) -> forms.Field:
    widget = forms.CheckboxSelectMultiple
    return forms.MultipleChoiceField(choices=choices, widget=widget, **options)


def _code(part: Part, codes: Codes, options: Mapping[str, Any]) -> forms.Field:
    known = codes.lots if part.question.sort is Sort.LOT else codes.criteria
    return forms.ChoiceField(choices=[NOT_CHOSEN, *with_stored(known, [part.stored or ""])], **options)


def _criteria(part: Part, codes: Codes, options: Mapping[str, Any]) -> forms.Field:
    return _ticked(with_stored(codes.criteria, part.stored or ()), options)


def _decimal(_part: Part, _codes: Codes, options: Mapping[str, Any]) -> forms.Field:
    return DutchDecimalField(max_digits=25, decimal_places=10, **options)


def _day(_part: Part, _codes: Codes, options: Mapping[str, Any]) -> forms.Field:
    return DayField(**options)


def _line(_part: Part, _codes: Codes, options: Mapping[str, Any]) -> forms.Field:
    return WordsField(max_length=LINE, **options)


def _text(_part: Part, _codes: Codes, options: Mapping[str, Any]) -> forms.Field:
    return WordsField(max_length=MOST_CHARACTERS, widget=forms.Textarea(attrs={"rows": 2}), **options)


def _lines(part: Part, codes: Codes, options: Mapping[str, Any]) -> forms.Field:
    return _text(part, codes, {**options, "help_text": _("Eén op elke regel.")})


def _applies(_part: Part, _codes: Codes, options: Mapping[str, Any]) -> forms.Field:
    return forms.BooleanField(**{**options, "label": _("Dit is van toepassing")})


_FIELDS: Mapping[Sort, Callable[[Part, Codes, Mapping[str, Any]], forms.Field]] = {
    Sort.YES_NO: _yes_no,
    Sort.CHOICE: _choice,
    Sort.CHOICES: _choices,
    Sort.NUMBER: _decimal,
    Sort.DAY: _day,
    Sort.LINE: _line,
    Sort.TEXT: _text,
    Sort.LINES: _lines,
    Sort.LOT: _code,
    Sort.CRITERION: _code,
    Sort.CRITERIA: _criteria,
    Sort.OPTIONAL_TOPIC: _applies,
}
