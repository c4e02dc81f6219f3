"""What a bid costs at the low, the central and the high price of CO2e, beside the one that counts."""

from collections.abc import Mapping

from tenders.lifecycle.cost.basket import BasketCost, basket
from tenders.lifecycle.cost.estimates import by_estimate
from tenders.lifecycle.cost.method import Estimate
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.offers import offers_from


def estimates_from(plan: Plan, bid: str, given: Mapping[str, str]) -> dict[Estimate, BasketCost]:
    """All kinds of devices together; empty without a price of CO2e. Raises NotComputable as the cost does."""
    if plan.cost is None or plan.cost.carbon_price is None:
        return {}
    offers = offers_from(plan, bid, given)
    by_kind = {kind.code: by_estimate(plan.cost_method(kind), [offers[kind.code]], {}) for kind in plan.kinds}
    return {
        estimate: basket({code: costs[estimate] for code, costs in by_kind.items()})[0]
        for estimate in Estimate
    }
