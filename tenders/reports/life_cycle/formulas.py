"""The formulas of a plan: those of the program, for an invented bid is worked out with it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from procurement.language import Text
from tenders.lifecycle.circularity.score import Promise, circularity
from tenders.lifecycle.cost.compare import compare
from tenders.lifecycle.cost.flow import Entry
from tenders.lifecycle.cost.kind import YEARLY, CostKind
from tenders.lifecycle.cost.method import CostMethod, Residual
from tenders.lifecycle.cost.offer import Emissions, Form, Offer, Purchase, Subscription
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.data_centre import Measured, key_figures
from tenders.lifecycle.footprint.declared import Declared, Footing
from tenders.lifecycle.footprint.device import FootprintMethod, Stated, footprint
from tenders.lifecycle.footprint.software import SoftwareMethod, Workload, software_footprint
from tenders.lifecycle.footprint.transport import Journey, Leg
from tenders.lifecycle.footprint.typical_energy import typical
from tenders.lifecycle.ladder.advantage import advantage, sanction
from tenders.lifecycle.ladder.terms import LadderTerms
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.spread import certain
from tenders.lifecycle.unit import (
    DEVICE,
    DEVICE_YEAR,
    EURO,
    KG,
    KG_CO2E,
    KM,
    KWH,
    LITRE,
    NUMBER,
    RUN,
    WATT,
    YEAR,
    Unit,
)
from tenders.lifecycle.working import Working


class Formula(NamedTuple):
    what: Text
    formula: str
    symbols: tuple[tuple[str, Text], ...]


_PAID = Text(nl="wat dan betaald wordt", en="what is paid then")
_PRESENT = Text(nl="contante waarde", en="present value")
_REAL = Text(nl="zonder inflatie", en="without inflation")
_ENERGY = Text(nl="energiegebruik per apparaat per jaar", en="energy use of a device in a year")
_USE = Text(nl="energie per functionele eenheid", en="energy per functional unit")
_USE_MASS = Text(nl="CO2e per functionele eenheid", en="CO2e per functional unit")
_TRAINING = Text(nl="energie van training per jaar", en="energy of training a year")
_TRAINING_MASS = Text(nl="CO2e van training per jaar", en="CO2e of training a year")
_YEARLY = Text(nl="CO2e per jaar bij het verwachte volume", en="CO2e a year at the expected volume")
_ADVANTAGE = Text(nl="voordeel van een niveau", en="advantage of a level")
_EVALUATION = Text(nl="evaluatieprijs", en="evaluation price")
_SANCTION = Text(nl="sanctie als het niveau niet wordt bewezen", en="sanction when the level is not proven")


def formulas_of(plan: Plan) -> tuple[Formula, ...]:
    """Each formula once; the plan is sound."""
    found = (*_typical(plan), *_costs(plan), *_footprints(plan), *_of_the_lot(plan))
    return tuple(dict.fromkeys(found))


def _typical(plan: Plan) -> Iterator[Formula]:
    shares = dict(sorted(plan.time_shares.items()))
    if shares:
        yield _of(_ENERGY, typical(dict.fromkeys(shares, quantity(1, WATT / DEVICE)), shares))


def _costs(plan: Plan) -> Iterator[Formula]:
    if plan.cost is None:
        return
    method = plan.cost_method(plan.kinds[0])
    entries = [entry for cost in compare(method, tuple(_offers(method)), {}) for entry in cost.entries]
    yield from (_of(entry.flow.kind.label, entry.flow.today) for entry in entries)
    yield from _later(entries[0])


def _later(entry: Entry) -> Iterator[Formula]:
    """The same for every amount; the price that rises differs by kind and stands among the values."""
    growth = Text(
        nl="de prijsstijging per jaar van die kostensoort", en="the rise of prices of that kind of cost"
    )
    symbols = tuple(
        (each.symbol, growth if each.symbol == "g" else each.meaning) for each in entry.nominal.inputs
    )
    yield Formula(_PAID, entry.nominal.formula, symbols)
    yield _of(_REAL, entry.real)
    yield _of(_PRESENT, entry.present)


def _offers(method: CostMethod) -> Iterator[Offer]:
    """One bought device that outlasts the horizon, and one lease: together they meet every formula."""
    one, yearly = quantity(1, EURO / DEVICE), quantity(1, EURO / DEVICE_YEAR)
    lifetime = quantity(method.horizon + 1 if method.horizon < 60 else method.horizon, YEAR)
    bought_back = one if method.residual is Residual.BUY_BACK else None
    supplies: tuple[Purchase | Subscription, ...] = (
        Purchase(price=one, lifetime=lifetime, end_of_life=one, buy_back=bought_back),
        Subscription(
            form=Form.LEASE, at_start=one, fees=(yearly,) * method.horizon, at_end=one, lifetime=lifetime
        ),
    )
    mass = quantity(1, KG_CO2E / DEVICE)
    for number, supply in enumerate(supplies):
        yield Offer(
            bid=str(number),
            supply=supply,
            refurbished=False,
            energy=quantity(1, KWH / DEVICE_YEAR),
            yearly=dict.fromkeys(method.asked & YEARLY - {CostKind.ENERGY}, yearly),
            included=frozenset(),
            emissions=Emissions(production=mass, transport=mass, end_of_life=mass),
        )


def _footprints(plan: Plan) -> Iterator[Formula]:
    if plan.footprint is None:
        return
    method = plan.footprint_method(plan.kinds[0])
    for figure in footprint(method, _stated(method)).figures:
        if figure.working is not None:
            yield _of(figure.axis.label, figure.working)


def _stated(method: FootprintMethod) -> Stated:
    mass = KG_CO2E / DEVICE
    footings = method.footings
    return Stated(
        bid="0",
        production=_declared(footings[Axis.PRODUCTION], mass),
        transport=_journey(method) or _declared(footings[Axis.TRANSPORT], mass),
        energy=_declared(footings[Axis.USE], KWH / DEVICE_YEAR),
        end_of_life=_declared(footings[Axis.END_OF_LIFE], mass),
        lifetime=quantity(1, YEAR),
    )


def _declared(footing: Footing, unit: Unit) -> Declared:
    return Declared(
        spread=certain(quantity(1, unit)),
        boundary=footing.boundary,
        standard=footing.standards[0],
        year=footing.earliest_year,
        evidence="0",
    )


def _journey(method: FootprintMethod) -> Journey | None:
    """One leg for each published mode, as a bid states it."""
    legs = tuple(Leg(mode, quantity(1, KM)) for mode in sorted(method.transport_factors))
    return Journey(quantity(1, KG / DEVICE), legs) if legs else None


def _of_the_lot(plan: Plan) -> Iterator[Formula]:
    if plan.software is not None:
        yield from _software(plan.software_method())
    if plan.data_centre is not None:
        yield from _data_centre()
    if plan.circularity is not None:
        values = {part.indicator: quantity(0, part.indicator.measure.unit) for part in plan.circularity.parts}
        promise = Promise(bid="0", values=values, evidence=dict.fromkeys(values, "0"))
        for part in circularity(plan.circularity, [promise])[0].parts:
            yield _of(part.part.indicator.measure.label, part.share)
    if plan.ladder is not None:
        yield from _ladder(plan.ladder)


def _software(method: SoftwareMethod) -> Iterator[Formula]:
    one = Workload(
        bid="0",
        use=quantity(1, KWH / method.unit),
        training=quantity(1, KWH / RUN),
        runs=quantity(1, RUN / YEAR),
        hardware=quantity(1, KG_CO2E / method.unit),
        pue=quantity(1, NUMBER),
    )
    found = software_footprint(method, one)
    yield from _several(
        (_USE, found.use_energy),
        (_USE_MASS, found.use_mass),
        (_TRAINING, found.training_energy),
        (_TRAINING_MASS, found.training_mass),
        (_YEARLY, found.yearly_mass),
    )


def _data_centre() -> Iterator[Formula]:
    energy = quantity(1, KWH)
    found = key_figures(
        Measured(
            site="0",
            total_energy=energy,
            it_energy=energy,
            water=quantity(1, LITRE),
            renewable=energy,
            reused=energy,
        )
    )
    for name in ("pue", "wue", "ref", "erf", "dcie"):
        title = "DCiE" if name == "dcie" else name.upper()
        yield _of(Text(nl=title, en=title), getattr(found, name))


def _ladder(terms: LadderTerms) -> Iterator[Formula]:
    price = quantity(1, EURO)
    found = advantage(terms, price, 1)
    yield _of(_ADVANTAGE, found.worth)
    if found.evaluation_price is not None:
        yield _of(_EVALUATION, found.evaluation_price)
    yield _of(_SANCTION, sanction(terms, price, 1, 0))


def _several(*named: tuple[Text, Working]) -> Iterable[Formula]:
    return (_of(title, working) for title, working in named)


def _of(what: Text, working: Working) -> Formula:
    return Formula(what, working.formula, tuple((each.symbol, each.meaning) for each in working.inputs))
