"""The life-cycle cost a second time, in plain fractions and another order: year by year, one sum."""

from fractions import Fraction

from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import CostMethod, RateIs, Residual, YearlyMoment
from tenders.lifecycle.cost.offer import Offer, Purchase
from tenders.lifecycle.service_life import Embodied


def plain_cost(how: CostMethod, bid: Offer) -> Fraction:
    """Present value in euros."""
    sums = _Sums(how)
    count, horizon = how.devices.amount, how.horizon
    supply, life = bid.supply, int(bid.supply.lifetime.amount)
    starts = range(0, horizon, life)
    if isinstance(supply, Purchase):
        for start in starts:
            end = min(start + life, horizon)
            sums.add(CostKind.ACQUISITION, count * supply.price.amount, start)
            sums.add(CostKind.END_OF_LIFE, count * supply.end_of_life.amount, end)
            if how.residual is Residual.BUY_BACK and supply.buy_back:
                sums.add(CostKind.RESIDUAL, -count * supply.buy_back.amount, end)
        left = len(starts) * life - horizon
        if how.residual is Residual.STRAIGHT_LINE:
            worth = -count * supply.price.amount * Fraction(left, life)
            sums.add(CostKind.ACQUISITION, worth, horizon, prices_of=starts[-1])
    else:
        sums.add(CostKind.FEE, count * supply.at_start.amount, 0)
        sums.add(CostKind.FEE, count * supply.at_end.amount, horizon)
    for year in range(1, horizon + 1):
        moment = year if how.yearly_costs_fall is YearlyMoment.END else year - 1
        if not isinstance(supply, Purchase):
            sums.add(CostKind.FEE, count * supply.fees[year - 1].amount, moment)
        for kind, amount in bid.yearly.items():
            sums.add(kind, count * amount.amount, moment)
        if how.electricity_price and bid.energy and CostKind.ENERGY not in bid.included:
            sums.add(CostKind.ENERGY, count * bid.energy.amount * how.electricity_price.value.amount, moment)
        _carbon(sums, how, bid, year, moment)
    return sums.present


def _carbon(sums: "_Sums", how: CostMethod, bid: Offer, year: int, moment: int) -> None:
    if not (how.carbon_price and how.grid_factor and bid.emissions and bid.energy):
        return
    euros = how.devices.amount * how.carbon_price.counted.value.amount
    life = int(bid.supply.lifetime.amount)
    made = bid.emissions.production.amount + bid.emissions.transport.amount
    sums.add(CostKind.EXTERNAL, euros * bid.energy.amount * how.grid_factor.value.amount, moment)
    if how.carbon_price.embodied is Embodied.BY_YEAR:
        sums.add(CostKind.EXTERNAL, euros * (made + bid.emissions.end_of_life.amount) / life, moment)
        return
    if (year - 1) % life == 0:
        sums.add(CostKind.EXTERNAL, euros * made, year - 1)
    if year % life == 0 or year == how.horizon:
        sums.add(CostKind.EXTERNAL, euros * bid.emissions.end_of_life.amount, year)


class _Sums:
    def __init__(self, how: CostMethod) -> None:
        self.how, self.present = how, Fraction(0)
        real = how.rate_is is RateIs.REAL
        self.discount = (1 + how.rate.value.amount) * (1 + how.inflation.value.amount * real)

    def add(self, kind: CostKind, amount: Fraction, moment: int, prices_of: int | None = None) -> None:
        growth = 1 + self.how.changes[kind].value.amount
        priced = moment if prices_of is None else prices_of
        self.present += amount * growth**priced / self.discount**moment
