"""Symbols that several award methods share."""

from decimal import Decimal

from procurement.language import Text
from tenders.scoring.award import Standing
from tenders.scoring.method import Symbol
from tenders.scoring.numbers import value_of

_PRICE = Text(nl="de prijs van deze inschrijving", en="the price of this bid")
_QUALITY = Text(nl="de kwaliteitspunten van deze inschrijving", en="the quality points of this bid")


def price_in(standing: Standing) -> Decimal:
    """The price; an award method that asks for it has checked that the lot has exactly one."""
    if standing.price is None:
        raise ValueError("the lot has no single price criterion")
    return standing.price


def price_symbol(standing: Standing) -> Symbol:
    return Symbol("P", _PRICE, price_in(standing))


def quality_symbol(standing: Standing) -> Symbol:
    return Symbol("Q", _QUALITY, value_of(standing.quality))
