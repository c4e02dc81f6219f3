"""Any published method and any bid under it: purchase, lease and service, new and refurbished."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as some

from tenders.lifecycle.cost.kind import YEARLY, CostKind
from tenders.lifecycle.cost.method import CostMethod, Estimate, RateIs, Residual, YearlyMoment
from tenders.lifecycle.cost.offer import Form, Offer, Purchase, Subscription
from tenders.lifecycle.service_life import Embodied
from tests.tenders.lifecycle.build import carbon, emissions, lease, method, offer, published, purchase

Draw = Any

amounts = some.decimals("0", "5000", places=2).map(str)
masses = some.decimals("0", "900", places=1).map(str)
rates = some.decimals("-0.02", "0.12", places=4).map(str)
lifetimes = some.integers(1, 9).map(str)
PRICED = frozenset({CostKind.MAINTENANCE, CostKind.LICENCES, CostKind.OTHER_USE})


@some.composite
def methods(draw: Draw, **fixed: Any) -> CostMethod:
    price = draw(
        some.none()
        | some.builds(carbon, counts=some.sampled_from(Estimate), embodied=some.sampled_from(Embodied))
    )
    made = method(
        devices=str(draw(some.integers(1, 3000))),
        horizon=draw(some.integers(1, 7)),
        rate=draw(rates),
        asked=draw(some.frozensets(some.sampled_from(sorted(YEARLY)))),
        price=price,
        residual=draw(some.sampled_from(Residual)),
        rate_is=draw(some.sampled_from(RateIs)),
        inflation=published(draw(rates)),
        yearly_costs_fall=draw(some.sampled_from(YearlyMoment)),
    )
    changed = {kind: published(draw(rates)) for kind in sorted(made.changes)}
    return replace(made, **{"changes": changed, **fixed})


@some.composite
def offers(draw: Draw, how: CostMethod, bid: str = "A") -> Offer:
    included = draw(some.frozensets(some.sampled_from(sorted(how.asked)))) if how.asked else frozenset()
    stated = {kind.value: draw(amounts) for kind in sorted(how.asked & PRICED - included)}
    return offer(
        bid,
        draw(purchases(how) | subscriptions(how)),
        energy=draw(masses),
        refurbished=draw(some.booleans()),
        included=included,
        mass=emissions(draw(masses), draw(masses), draw(masses)),
        **stated,
    )


@some.composite
def purchases(draw: Draw, how: CostMethod) -> Purchase:
    price = draw(some.decimals("0", "5000", places=2))
    back = draw(some.decimals("0", price, places=2)) if how.residual is Residual.BUY_BACK else None
    return purchase(str(price), draw(lifetimes), draw(amounts), None if back is None else str(back))


@some.composite
def subscriptions(draw: Draw, how: CostMethod) -> Subscription:
    return lease(
        *[draw(amounts) for _ in range(how.horizon)],
        at_start=draw(amounts),
        at_end=draw(amounts),
        lifetime=draw(lifetimes),
        form=draw(some.sampled_from([Form.LEASE, Form.SERVICE])),
    )


@some.composite
def comparisons(draw: Draw, least: int = 1) -> tuple[CostMethod, list[Offer]]:
    how = draw(methods())
    count = draw(some.integers(least, least + 1))
    return how, [draw(offers(how, f"bid {number}")) for number in range(count)]
