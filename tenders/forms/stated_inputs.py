"""A field for each thing that a bid states for the calculation of the lot; cleaned to its canonical text."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from procurement.words import words
from tenders.forms.values import YES_NO_CHOICES, NumberValueField, refuse_direction_controls
from tenders.lifecycle.statement import Asks, InputField, misfit
from tenders.lifecycle.statement.answers import LONGEST_TEXT

NOT_ANSWERED = ("", "–")


def input_fields(inputs: Sequence[InputField], prefix: str) -> dict[str, forms.Field]:
    """By the name of the field; a code holds signs that no name of a field can have, so it has a number."""
    return {name: _field(each) for name, each in named_inputs(inputs, prefix).items()}


def stated_in(given: Mapping[str, Any], inputs: Sequence[InputField], prefix: str) -> dict[str, str]:
    """By the code of the input, what was filled in."""
    named = named_inputs(inputs, prefix)
    return {each.code: given[name] for name, each in named.items() if given.get(name)}


def named_inputs(inputs: Sequence[InputField], prefix: str) -> dict[str, InputField]:
    """By the name of its field."""
    return {f"{prefix}-input-{number}": each for number, each in enumerate(inputs)}


def _field(asked: InputField) -> forms.Field:
    label = f"{words(asked.about)}: {words(asked.label)}"
    options: dict[str, Any] = {"label": label, "required": False, "help_text": _help(asked)}
    if asked.asks is Asks.NUMBER:
        widget = forms.TextInput(
            attrs={"class": "form-control number", "inputmode": "decimal", "autocomplete": "off"}
        )
        return NumberValueField(widget=widget, validators=[_Fits(asked)], **options)
    if asked.asks in (Asks.CHOICE, Asks.YES_NO):
        choices = [(each.code, words(each.label)) for each in asked.options] or _yes_no()
        return forms.ChoiceField(choices=[NOT_ANSWERED, *choices], **options)
    return forms.CharField(
        max_length=LONGEST_TEXT, validators=[refuse_direction_controls, _Fits(asked)], **options
    )


def _yes_no() -> list[tuple[str, str]]:
    return [(code, str(label)) for code, label in YES_NO_CHOICES]


class _Fits:
    """Says what is wrong with an answer, without repeating it."""

    def __init__(self, asked: InputField) -> None:
        self.asked = asked

    def __call__(self, answer: str) -> None:
        wrong = misfit(answer, self.asked)
        if wrong is not None:
            raise ValidationError(words(wrong))


def _help(asked: InputField) -> str:
    parts = [words(asked.unit.label)] if asked.unit is not None and asked.unit.powers else []
    if asked.only_if is not None:
        parts.append(_("alleen als dat bij de andere antwoorden past"))
    if asked.is_optional:
        parts.append(_("mag leeg blijven"))
    return "; ".join(parts)
