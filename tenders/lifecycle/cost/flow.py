"""One amount at one moment: what it is in prices of today, and in those of the moment it falls."""

from dataclasses import dataclass
from fractions import Fraction

from procurement.language import Text
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import CostMethod, Residual
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.unit import NUMBER
from tenders.lifecycle.working import Input, Working


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """`moment` is in years since the start; `priced_at` is the moment whose prices the amount is in."""

    kind: CostKind
    what: Text
    moment: int
    priced_at: int
    today: Working  # in prices of the published level


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A flow and its three amounts in euros, each with its working."""

    flow: Flow
    nominal: Working  # what is paid then
    real: Working  # the same without inflation
    present: Working  # the same, discounted to the start


_TODAY = Text(nl="het bedrag in prijzen van het prijspeil", en="the amount in prices of the price level")
_PAID = Text(nl="het bedrag dat dan betaald wordt", en="the amount that is paid then")
_GROWTH = Text(nl="de prijsstijging per jaar van {kind}", en="the rise of prices per year of {kind}")
_INFLATION = Text(nl="de inflatie per jaar", en="the inflation per year")
_RATE = Text(nl="de nominale disconteringsvoet per jaar", en="the nominal discount rate per year")
_MOMENT = Text(nl="jaren na de start", en="years since the start")
_PRICES = Text(nl="jaren na de start waarvan de prijs geldt", en="years since the start whose price holds")


def entry(method: CostMethod, flow: Flow) -> Entry:
    growth = method.changes[price_of(method, flow.kind)]
    nominal = _grown(flow, growth.value.amount, growth.source)
    return Entry(
        flow=flow,
        nominal=nominal,
        real=_divided(nominal.exact, "f", _INFLATION, method.inflation.value.amount, flow.moment),
        present=_divided(nominal.exact, "d", _RATE, method.nominal_rate, flow.moment),
    )


def price_of(method: CostMethod, kind: CostKind) -> CostKind:
    """Whose price rise holds: the unused part of a life is a part of the price paid."""
    of_the_price = kind is CostKind.RESIDUAL and method.residual is Residual.STRAIGHT_LINE
    return CostKind.ACQUISITION if of_the_price else kind


def _grown(flow: Flow, growth: Fraction, source: str) -> Working:
    amount = flow.today.exact
    return Working(
        formula="A × (1 + g)^k",
        inputs=(
            Input("A", _TODAY, amount),
            Input("g", _GROWTH.format(kind=flow.kind.label), Quantity(growth, NUMBER), source),
            Input("k", _PRICES, _count(flow.priced_at)),
        ),
        exact=amount * (1 + growth) ** flow.priced_at,
    )


def _divided(paid: Quantity, symbol: str, meaning: Text, rate: Fraction, moment: int) -> Working:
    return Working(
        formula=f"B / (1 + {symbol})^t",
        inputs=(
            Input("B", _PAID, paid),
            Input(symbol, meaning, Quantity(rate, NUMBER)),
            Input("t", _MOMENT, _count(moment)),
        ),
        exact=paid / (1 + rate) ** moment,
    )


def _count(number: int) -> Quantity:
    return Quantity(Fraction(number), NUMBER)
