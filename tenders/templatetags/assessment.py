"""Figures and bilingual texts on the pages of the assessment, in the notation of the reader's language."""

from decimal import Decimal

from django import template

from procurement.language import Text
from procurement.numbers import decimals, in_both, plain
from procurement.words import words as in_words

SHOWN_DIGITS = 6

register = template.Library()


@register.filter
def amount(value: Decimal | None, places: int | None = None) -> str:
    """12.5000 becomes "12,5" in Dutch and "12.5" in English; with `places` it is rounded for showing."""
    if value is None:
        return ""
    kept = value if places is not None else Decimal(plain(value))
    return in_words(in_both(kept, places))


@register.filter
def words(text: Text | str | None) -> str:
    """A text of the pure core in the reader's language."""
    return in_words(text) if isinstance(text, Text) else str(text or "")


@register.filter
def magnitude(value: Decimal) -> Decimal:
    """Without its sign."""
    return abs(value)


@register.filter
def shown(value: Decimal | str) -> str:
    """A number at no more than six decimals; a text as it is. The exact value stands beside it."""
    if isinstance(value, str):
        return value
    places = SHOWN_DIGITS if decimals(value) > SHOWN_DIGITS else None
    return amount(value, places)
