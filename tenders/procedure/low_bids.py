"""Signals that a bid may be abnormally low, each with its working.

The law gives no figure (art. 2.116 Aw 2012): the three thresholds below are ours. A signal rejects nobody;
it tells the buyer where to ask for an explanation. A buyer may ask without a signal too.

The estimate is of the whole contract, and a price may be of one piece. So the estimate is left alone where
even the highest price lies below a tenth of it. The highest, and not the middle one: otherwise bids that
are all too low would hide each other, and one bid could take away the signal of another.
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
OTHER_ORDER = Decimal(10)  # times: an estimate so far above every price is of something else
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
    """By bid, in the order given. `prices`: of the bids that take part, on one price criterion."""
    with exactly():
        comparable = estimate if is_comparable(prices, estimate) else None
        return tuple(signal for code in prices for signal in _of(code, prices, comparable))


def is_comparable(prices: Mapping[str, Decimal], estimate: Decimal | None) -> bool:
    """Is the estimate of the order of the prices? One more bid never makes it less so."""
    if estimate is None or estimate <= ZERO or not prices:
        return False
    with exactly():
        return estimate <= OTHER_ORDER * max(prices.values())


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
