"""Figures as the screens show them: every digit that was stored and no empty zeros."""

from decimal import Decimal

from procurement.numbers import dutch, in_both, plain
from procurement.words import words


def figure(value: Decimal | None) -> str:
    """12.5000 becomes "12,5" in Dutch and "12.5" in English; nothing stays empty."""
    return "" if value is None else words(in_both(Decimal(plain(value))))


def typed(value: Decimal) -> str:
    """As it stands in a field: in Dutch notation on an English page too, for so a field is read."""
    return dutch(Decimal(plain(value)))
