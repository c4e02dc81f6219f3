"""Figures and coded values as people read them."""

from decimal import Decimal

from django import template

from procurement.numbers import in_both
from procurement.words import words
from tenders.figures import figure as shown
from tenders.forms.catalogue import GROUPS, KINDS, THEMES

register = template.Library()

WORDS = {code: word for choices in (KINDS, GROUPS, THEMES) for code, word in choices}


@register.filter
def figure(value: Decimal | None) -> str:
    return shown(value)


@register.filter
def euros(value: Decimal) -> str:
    """In cents, without the sign of the euro: 1.250,50."""
    return words(in_both(value, 2))


@register.filter
def word(code: str) -> str:
    """A kind, product group or theme of the catalogue in words."""
    return str(WORDS.get(str(code), code))
