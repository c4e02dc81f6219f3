"""Several kinds of devices in one tender: their costs added for each bid, on the same terms."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from procurement.language import Text
from tenders.lifecycle.cost.compare import LifeCycleCost, Sums, added
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import CostMethod
from tenders.lifecycle.not_computable import NotComputable
from tenders.scoring.problem import Problem

# The number of devices, the yearly costs asked and the rise of prices may differ by kind of device.
_SHARED = {
    "horizon": Text(nl="looptijd", en="horizon"),
    "price_level": Text(nl="prijspeil", en="price level"),
    "rate": Text(nl="disconteringsvoet", en="discount rate"),
    "rate_is": Text(nl="soort disconteringsvoet", en="kind of discount rate"),
    "inflation": Text(nl="inflatie", en="inflation"),
    "yearly_costs_fall": Text(nl="moment van jaarlijkse kosten", en="moment of yearly costs"),
    "residual": Text(nl="restwaarde", en="residual value"),
    "carbon_price": Text(nl="prijs van CO2e", en="price of CO2e"),
    "grid_factor": Text(nl="CO2e per kWh", en="CO2e per kWh"),
    "places": Text(nl="decimalen", en="decimals"),
}
_OTHER_TERMS = Text(
    nl="Voor ‘{kind}’ geldt een andere {term} dan voor ‘{first}’. Reken alles met dezelfde uitgangspunten.",
    en="For ‘{kind}’ another {term} holds than for ‘{first}’. Work everything out on the same terms.",
)
_OTHER_PRICE = Text(
    nl="Voor ‘{kind}’ geldt een andere prijs per kWh dan voor een ander soort apparaat.",
    en="For ‘{kind}’ another price per kWh holds than for another kind of device.",
)
_OTHER_BIDS = Text(
    nl="Voor ‘{kind}’ zijn niet dezelfde inschrijvingen uitgerekend als voor ‘{first}’.",
    en="For ‘{kind}’ not the same bids were worked out as for ‘{first}’.",
)
_NOTHING = Text(nl="Er is geen soort apparaat.", en="There is no kind of device.")


@dataclass(frozen=True, slots=True, kw_only=True)
class BasketCost:
    """Rounded once, on the exact sum."""

    bid: str
    by_kind: Mapping[str, LifeCycleCost]
    places: int

    @property
    def sums(self) -> Sums:
        return added([each.sums for each in self.by_kind.values()])

    @property
    def rounded(self) -> Decimal:
        return self.sums.present.rounded(self.places)

    @property
    def horizon(self) -> int:
        """One for all kinds of devices."""
        return next(iter(self.by_kind.values())).horizon

    def in_year(self, moment: int) -> Sums:
        return added([each.in_year(moment) for each in self.by_kind.values()])

    def of_kind(self, kind: CostKind) -> Sums:
        return added([each.of_kind(kind) for each in self.by_kind.values()])


def basket(kinds: Mapping[str, Sequence[LifeCycleCost]]) -> tuple[BasketCost, ...]:
    """In the order of the bids of the first kind; raises NotComputable when the terms or the bids differ."""
    problems = tuple(_problems(kinds))
    if problems:
        raise NotComputable(problems)
    found = {kind: {cost.bid: cost for cost in costs} for kind, costs in kinds.items()}
    first = next(iter(kinds.values()))
    return tuple(
        BasketCost(
            bid=cost.bid,
            by_kind={kind: costs[cost.bid] for kind, costs in found.items()},
            places=cost.method.places,
        )
        for cost in first
    )


def _problems(kinds: Mapping[str, Sequence[LifeCycleCost]]) -> Iterator[Problem]:
    if not kinds:
        yield Problem("kinds", _NOTHING)
        return
    first, *others = kinds
    bids = {cost.bid for cost in kinds[first]}
    for kind in others:
        if {cost.bid for cost in kinds[kind]} != bids:
            yield Problem(f"kinds[{kind}]", _OTHER_BIDS.format(kind=kind, first=first))
    methods = {kind: costs[0].method for kind, costs in kinds.items() if costs}
    for kind in others:
        if kind in methods and first in methods:
            yield from _terms(first, methods[first], kind, methods[kind])
    prices = {kind: method.electricity_price for kind, method in methods.items() if method.electricity_price}
    for kind, price in prices.items():
        if price != next(iter(prices.values())):
            yield Problem(f"kinds[{kind}].electricity_price", _OTHER_PRICE.format(kind=kind))


def _terms(first: str, one: CostMethod, kind: str, other: CostMethod) -> Iterator[Problem]:
    for name, term in _SHARED.items():
        if getattr(one, name) != getattr(other, name):
            message = _OTHER_TERMS.format(kind=kind, first=first, term=term)
            yield Problem(f"kinds[{kind}].{name}", message)
