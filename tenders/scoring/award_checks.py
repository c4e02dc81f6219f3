"""What several award methods ask of a lot."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.scoring.model import Kind, Lot
from tenders.scoring.numbers import HUNDRED, ZERO
from tenders.scoring.problem import Problem
from tenders.scoring.tree import placed, prices_of

_ONE_PRICE = Text(
    nl="Deze gunningsmethode vraagt precies één prijscriterium; er zijn er {count}.",
    en="This award method needs exactly one price criterion; there are {count}.",
)
_NO_QUALITY = Text(
    nl="Deze gunningsmethode vraagt minstens één criterium naast de prijs.",
    en="This award method needs at least one criterion besides price.",
)
_PRICE_ONLY = Text(
    nl="Bij deze gunningsmethode telt alleen de prijs. Haal dit criterium weg of kies een andere methode.",
    en="Under this award method only the price counts. Remove this criterion or choose another method.",
)
_PRICE_WEIGHT = Text(
    nl="Bij deze gunningsmethode moet de prijs meer dan 0% wegen: de formule deelt door dat gewicht.",
    en="Under this award method the price must weigh more than 0%: the formula divides by that weight.",
)


def one_price(lot: Lot) -> Iterator[Problem]:
    count = len(prices_of(lot))
    if count != 1:
        yield Problem("criteria", _ONE_PRICE.format(count=str(count)))


def some_quality(lot: Lot) -> Iterator[Problem]:
    if all(leaf.kind is Kind.PRICE for leaf in lot.leaves()):
        yield Problem("criteria", _NO_QUALITY)


def price_only(lot: Lot) -> Iterator[Problem]:
    yield from one_price(lot)
    for place, node in placed(lot.criteria):
        if not node.children and node.kind is not Kind.PRICE:
            yield Problem(place, _PRICE_ONLY)


def weighing_price(lot: Lot) -> Iterator[Problem]:
    yield from one_price(lot)
    for place, node in placed(lot.criteria):
        if node.kind is Kind.PRICE and not ZERO < node.weight <= HUNDRED:
            yield Problem(f"{place}.weight", _PRICE_WEIGHT)
