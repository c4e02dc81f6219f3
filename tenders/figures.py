"""Figures as the screens show them: Dutch notation, every digit that was stored and no empty zeros."""

from decimal import Decimal

from procurement.numbers import dutch, plain


def figure(value: Decimal | None) -> str:
    """12.5000 becomes "12,5"; nothing stays empty."""
    return "" if value is None else dutch(Decimal(plain(value)))
