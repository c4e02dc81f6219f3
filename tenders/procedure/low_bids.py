"""Signals that a bid may be abnormally low, each with its working.

The law gives no figure (art. 2.116 Aw 2012): the three thresholds below are ours. A signal rejects nobody;
it tells the buyer where to ask for an explanation. A buyer may ask without a signal too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from procurement.language import Text
from procurement.numbers import in_both
from tenders.scoring.numbers import HUNDRED, ZERO, exactly, quotient

BELOW_MEAN = Decimal(20)  # percent below the mean of the others, with at least two others
BELOW_NEXT = Decimal(30)  # percent below the next price up
BELOW_ESTIMATE = Decimal(30)  # percent below the buyer's own estimate
BASIS = ("aw2012:2.116(1)", "aw2012:2.116(3)", "aw2012:2.116(4)", "aw2012:2.116(5)")


class Kind(StrEnum):
    ZERO = "zero"
    MEAN = "mean"
    NEXT = "next"
    ESTIMATE = "estimate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    bid: str
    kind: Kind
    words: Text  # what was compared, the figures and the threshold


_ZERO = Text(nl="De prijs is {price} euro.", en="The price is {price} euros.")
_MEAN = Text(
    nl="{price} is {gap}% lager dan het gemiddelde van de andere prijzen ({other}). Grens: {limit}%.",
    en="{price} is {gap}% below the mean of the other prices ({other}). Threshold: {limit}%.",
)
_NEXT = Text(
    nl="{price} is {gap}% lager dan de eerstvolgende prijs ({other}). Grens: {limit}%.",
    en="{price} is {gap}% below the next price up ({other}). Threshold: {limit}%.",
)
_ESTIMATE = Text(
    nl="{price} is {gap}% lager dan de raming ({other}). Grens: {limit}%.",
    en="{price} is {gap}% below the estimate ({other}). Threshold: {limit}%.",
)


def signals(prices: Mapping[str, Decimal], estimate: Decimal | None = None) -> tuple[Signal, ...]:
    """By bid, in the order given. `prices`: of the bids that take part, on one price criterion.

    The estimate is used where it is of the order of the prices: a price per piece says nothing about the
    value of a whole contract.
    """
    with exactly():
        comparable = estimate if _is_comparable(prices, estimate) else None
        return tuple(signal for code in prices for signal in _of(code, prices, comparable))


def _is_comparable(prices: Mapping[str, Decimal], estimate: Decimal | None) -> bool:
    if estimate is None or estimate <= ZERO or not prices:
        return False
    ordered = sorted(prices.values())
    median = ordered[len(ordered) // 2]
    return estimate <= 2 * median and median <= 2 * estimate


def _of(code: str, prices: Mapping[str, Decimal], estimate: Decimal | None) -> Iterator[Signal]:
    price = prices[code]
    if price <= ZERO:
        yield Signal(bid=code, kind=Kind.ZERO, words=_ZERO.format(price=in_both(price, 2)))
    others = [other for each, other in prices.items() if each != code]
    if len(others) >= 2:
        mean = quotient(sum(others, ZERO), Decimal(len(others)))
        yield from _below(code, Kind.MEAN, _MEAN, price, mean, BELOW_MEAN)
    higher = min((other for other in others if other > price), default=None)
    if higher is not None:
        yield from _below(code, Kind.NEXT, _NEXT, price, higher, BELOW_NEXT)
    if estimate is not None:
        yield from _below(code, Kind.ESTIMATE, _ESTIMATE, price, estimate, BELOW_ESTIMATE)


def _below(
    code: str, kind: Kind, words: Text, price: Decimal, other: Decimal, limit: Decimal
) -> Iterator[Signal]:
    """Exactly at the threshold counts."""
    if other <= ZERO or (other - price) * HUNDRED < limit * other:
        return
    gap = quotient((other - price) * HUNDRED, other)
    told = words.format(
        price=in_both(price, 2), gap=in_both(gap, 1), other=in_both(other, 2), limit=in_both(limit)
    )
    yield Signal(bid=code, kind=kind, words=told)


# A draft that goes to the bidder: it names no price of another bidder.
QUESTION = Text(
    nl="Uw prijs lijkt laag in verhouding tot wat wij vragen. Wij vragen u op grond van artikel 2.116 van de "
    "Aanbestedingswet 2012 om een toelichting. Ga in op uw kosten, uw werkwijze, gunstige omstandigheden, en "
    "op hoe u voldoet aan milieu-, sociaal en arbeidsrecht. Vermeld ook of u staatssteun krijgt.",
    en="Your price looks low in relation to what we ask. Under article 2.116 of the Dutch Public Procurement "
    "Act 2012 we ask you to explain it. Address your costs, your way of working, favourable circumstances, "
    "and how you comply with environmental, social and labour law. Also say whether you receive state aid.",
)
