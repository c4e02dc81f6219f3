"""Form fields that Django does not have: numbers in Dutch notation and lists of codes."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from procurement.citations import CITATIONS
from procurement.numbers import NotANumber, parse_dutch
from procurement.words import words
from tenders.figures import figure, typed

PLAIN_DIGITS = re.compile(r"[0-9]{1,9}")
MOST_QUOTED = 20  # characters of what was typed, in an error


class DutchDecimalField(forms.Field):
    """A number as Dutch people write it ("12,5", "1.000,00"), refused with a sentence that says what to do.

    The value comes back as an exact Decimal and is shown in Dutch notation again, so that a reader
    sees how the program understood it.
    """

    def __init__(
        self,
        *,
        max_digits: int = 15,
        decimal_places: int = 10,
        min_value: Decimal | None = None,
        max_value: Decimal | None = None,
        **options: Any,
    ) -> None:
        self.max_digits, self.decimal_places = max_digits, decimal_places
        self.min_value, self.max_value = min_value, max_value
        options.setdefault(
            "widget",
            forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "number"}),
        )
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return typed(value) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Decimal | None:
        if isinstance(value, Decimal):
            return value
        if value is None or not str(value).strip():
            return None
        try:
            return parse_dutch(str(value))
        except NotANumber as refusal:
            raise ValidationError(words(refusal.message), code="not_a_number") from refusal

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is not None:
            self._check_digits(value)
            self._check_limits(value)

    def _check_digits(self, value: Decimal) -> None:
        whole, _dot, fraction = format(abs(value), "f").partition(".")
        if len(fraction) > self.decimal_places:
            raise ValidationError(
                _("Gebruik hooguit %(count)s cijfers na de komma."), params={"count": self.decimal_places}
            )
        room = self.max_digits - self.decimal_places
        if len(whole) > room:
            raise ValidationError(
                _("Dit getal is te groot. Gebruik hooguit %(count)s cijfers voor de komma."),
                params={"count": room},
            )

    def _check_limits(self, value: Decimal) -> None:
        if self.min_value is not None and value < self.min_value:
            raise ValidationError(
                _("Vul %(limit)s of meer in."), params={"limit": figure(self.min_value)}, code="too_low"
            )
        if self.max_value is not None and value > self.max_value:
            raise ValidationError(
                _("Vul %(limit)s of minder in."), params={"limit": figure(self.max_value)}, code="too_high"
            )


class WholeNumberField(forms.IntegerField):
    """A whole number in plain digits; Django's own field also takes "1_0" and Arabic digits."""

    def to_python(self, value: Any) -> int | None:
        text = str(value).strip() if value not in self.empty_values else ""
        if text:
            refuse_no_whole_number(text)
        return super().to_python(value)


def refuse_no_whole_number(text: str) -> None:
    if not PLAIN_DIGITS.fullmatch(text):
        quoted = text if len(text) <= MOST_QUOTED else f"{text[:MOST_QUOTED]}…"
        raise ValidationError(
            _("‘%(text)s’ is geen heel getal. Gebruik alleen cijfers."), params={"text": quoted}
        )


def dutch_field_for(field: "models.DecimalField[Any, Any]", **options: Any) -> DutchDecimalField:
    """The form field of a decimal column, with the column's own label, help and limits."""
    return DutchDecimalField(
        min_value=options.get("min_value"),
        label=options.get("label", field.verbose_name),
        help_text=options.get("help_text", field.help_text),
        required=options.get("required", not field.blank),
        max_digits=field.max_digits or 15,
        decimal_places=field.decimal_places or 0,
    )


CODE_SEPARATOR = re.compile(r"[,;\n]")


class CodesField(forms.CharField):
    """A list of codes, typed with commas between them."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:  # type: ignore[override]
        if isinstance(value, list):
            return value
        text = super().to_python(value) or ""
        return [code for part in CODE_SEPARATOR.split(text) if (code := part.strip())]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(initial or []) != self.to_python(data or ""))


def _where_codes_are() -> SafeString:
    how, where = _("Codes van artikelen, met komma’s ertussen."), _("Zoek een code op.")
    return format_html('{} <a href="{}">{}</a>', how, reverse("tenders:sources"), where)


where_codes_are = lazy(_where_codes_are, SafeString)  # fields are made before the addresses are known


class CitationCodesField(CodesField):
    """Codes of articles and guidance; an unknown one is refused by name."""

    def __init__(self, **options: Any) -> None:
        super().__init__(label=_("Grondslag"), required=False, help_text=where_codes_are(), **options)

    def validate(self, value: Any) -> None:
        super().validate(value)
        for code in value:
            if code not in CITATIONS:
                raise ValidationError(
                    _("‘%(code)s’ staat niet in de lijst met bronnen. Kies een code uit de lijst."),
                    params={"code": code},
                )
