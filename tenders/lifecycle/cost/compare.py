"""The life-cycle cost of every bid, by one method over one horizon for one function."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from procurement.language import Text
from tenders.lifecycle.cost.check_method import problems_of_method
from tenders.lifecycle.cost.check_offer import problems_of_offers
from tenders.lifecycle.cost.double_counting import Scored, counted_twice
from tenders.lifecycle.cost.external import external
from tenders.lifecycle.cost.flow import Entry, Flow, entry
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import CostMethod
from tenders.lifecycle.cost.offer import Offer, Purchase
from tenders.lifecycle.cost.supply import bought, subscribed
from tenders.lifecycle.cost.use import used
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.quantity import Quantity, total
from tenders.lifecycle.unit import EURO


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Of some entries, in euros: paid then, without inflation, and discounted to the start."""

    nominal: Quantity
    real: Quantity
    present: Quantity


def added(parts: Sequence[Sums]) -> Sums:
    return Sums(
        nominal=total([part.nominal for part in parts], EURO),
        real=total([part.real for part in parts], EURO),
        present=total([part.present for part in parts], EURO),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeCycleCost:
    """Of one bid. What ranks is `rounded`; the exact value is `sums.present`."""

    bid: str
    form: Text
    method: CostMethod
    entries: tuple[Entry, ...]

    @property
    def sums(self) -> Sums:
        return _sums(self.entries)

    @property
    def rounded(self) -> Decimal:
        return self.sums.present.rounded(self.method.places)

    @property
    def horizon(self) -> int:
        return self.method.horizon

    @property
    def per_device_year(self) -> Quantity:
        return self.sums.present / self.method.device_years

    def in_year(self, moment: int) -> Sums:
        """Moment 0 is the start, moment t is t years later."""
        return _sums([each for each in self.entries if each.flow.moment == moment])

    def of_kind(self, kind: CostKind) -> Sums:
        return _sums([each for each in self.entries if each.flow.kind is kind])


def compare(method: CostMethod, offers: Sequence[Offer], scored: Scored) -> tuple[LifeCycleCost, ...]:
    """In the order of the offers; raises NotComputable with every problem of method, offers and criteria."""
    problems = (*problems_of_method(method), *counted_twice(method, scored))
    problems = (*problems, *problems_of_offers(method, offers))
    if problems:
        raise NotComputable(problems)
    return tuple(_cost(method, offer) for offer in offers)


def _cost(method: CostMethod, offer: Offer) -> LifeCycleCost:
    flows = sorted(_flows(method, offer), key=lambda flow: flow.moment)
    entries = tuple(entry(method, flow) for flow in flows)
    return LifeCycleCost(bid=offer.bid, form=offer.form, method=method, entries=entries)


def _flows(method: CostMethod, offer: Offer) -> Iterator[Flow]:
    if isinstance(offer.supply, Purchase):
        yield from bought(method, offer.supply)
    else:
        yield from subscribed(method, offer.supply)
    yield from used(method, offer)
    yield from external(method, offer)


def _sums(entries: Sequence[Entry]) -> Sums:
    return added(
        [
            Sums(nominal=each.nominal.exact, real=each.real.exact, present=each.present.exact)
            for each in entries
        ]
    )
