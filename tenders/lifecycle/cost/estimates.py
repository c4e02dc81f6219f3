"""The same comparison at the low, central and high price of CO2e: shown beside the one that counts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tenders.lifecycle.cost.compare import LifeCycleCost, compare
from tenders.lifecycle.cost.double_counting import Scored
from tenders.lifecycle.cost.method import CostMethod, Estimate
from tenders.lifecycle.cost.offer import Offer


def by_estimate(
    method: CostMethod, offers: Sequence[Offer], scored: Scored
) -> Mapping[Estimate, tuple[LifeCycleCost, ...]]:
    """Empty without a price of CO2e; raises NotComputable as `compare` does. What ranks stays `compare`."""
    carbon = method.carbon_price
    if carbon is None:
        return {}
    return {
        estimate: compare(replace(method, carbon_price=replace(carbon, counts=estimate)), offers, scored)
        for estimate in Estimate
    }
