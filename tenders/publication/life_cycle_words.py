"""What the fields of a published calculation are called, and how their codes read."""

from collections.abc import Mapping

from procurement.language import Text
from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import Estimate, RateIs, Residual, YearlyMoment
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.ladder.terms import DiscountIn
from tenders.lifecycle.plan import titles
from tenders.lifecycle.service_life import Embodied
from tenders.lifecycle.statement.figures import FIGURES

_RESIDUAL = {
    Residual.NOTHING.value: Text(nl="telt niet", en="does not count"),
    Residual.STRAIGHT_LINE.value: Text(nl="rechte lijn", en="straight line"),
    Residual.BUY_BACK.value: Text(nl="terugkoopprijs", en="buy-back price"),
}
_EMBODIED = {
    Embodied.WHOLE.value: Text(nl="van elk geleverd apparaat geheel", en="of each device delivered, whole"),
    Embodied.BY_YEAR.value: Text(nl="verdeeld over de levensduur", en="spread over the life"),
}
LIFE_CYCLE_NAMES: Mapping[str, Text] = {
    "life_cycle": Text(nl="berekening over de levensduur", en="life-cycle calculation"),
    "figure": Text(nl="berekende waarde", en="calculated value"),
    "of": Text(nl="overgenomen", en="taken"),
    "axes": Text(nl="onderdelen", en="axes"),
    "per": Text(nl="per", en="per"),
    "measure": Text(nl="grootheid", en="measure"),
    "indicator": Text(nl="kenmerk", en="indicator"),
    "kinds": Text(nl="soorten apparaten", en="kinds of devices"),
    "number": Text(nl="aantal", en="number"),
    "longest_life": Text(
        nl="langste levensduur die telt, in jaren", en="longest lifetime that counts, in years"
    ),
    "horizon": Text(nl="looptijd in jaren", en="horizon in years"),
    "grid_factor": titles.GRID,
    "energy": Text(nl="opgave van energie", en="declaration of energy"),
    "boundary": Text(nl="systeemgrens", en="system boundary"),
    "standards": Text(nl="normen", en="standards"),
    "earliest_year": Text(nl="opgave van dit jaar of later", en="declaration of this year or later"),
    "cost": Text(nl="levenscycluskosten", en="life-cycle cost"),
    "price_level": Text(nl="prijspeil", en="price level"),
    "rate": titles.RATE,
    "rate_is": Text(nl="soort disconteringsvoet", en="kind of discount rate"),
    "inflation": titles.INFLATION,
    "changes": Text(nl="prijsstijging per jaar", en="rise of prices per year"),
    "yearly_costs_fall": Text(nl="moment van jaarlijkse kosten", en="moment of yearly costs"),
    "asked": Text(nl="gevraagde jaarlijkse kosten", en="yearly costs asked"),
    "residual": Text(nl="restwaarde", en="residual value"),
    "electricity_price": titles.ELECTRICITY,
    "carbon_price": Text(nl="prijs van CO2e", en="price of CO2e"),
    "low": titles.LOW,
    "central": titles.CENTRAL,
    "high": titles.HIGH,
    "counts": Text(nl="welke prijs telt", en="which price counts"),
    "embodied": Text(nl="CO2e van het maken", en="CO2e of making"),
    "footprint": Text(nl="CO2-voetafdruk", en="carbon footprint"),
    "footings": Text(nl="opgaven", en="declarations"),
    "transport_factors": Text(nl="transportfactoren", en="transport factors"),
    "circularity": Text(nl="circulariteit", en="circularity"),
    "parts": Text(nl="kenmerken", en="indicators"),
    "band": Text(nl="band", en="band"),
    "steps": Text(nl="treden", en="steps"),
    "software": Text(nl="software en AI", en="software and AI"),
    "volume": titles.VOLUME,
    "data_centre": Text(nl="datacentrum", en="data centre"),
    "period": Text(nl="meetperiode", en="period measured"),
    "ladder": Text(nl="CO2-Prestatieladder", en="CO2 Performance Ladder"),
    "version": Text(nl="versie", en="version"),
    "published_on": Text(nl="dag van de aankondiging", en="day of the notice"),
    "discount_in": Text(nl="voordeel in", en="advantage in"),
    "advantages": Text(nl="voordeel per niveau", en="advantage per level"),
    "sanction": titles.SANCTION,
    "point_worth": titles.POINT_WORTH,
    "price_lines": Text(nl="regels van het prijzenblad", en="lines of the price sheet"),
    "quantity": Text(nl="hoeveelheid", en="quantity"),
    "group": Text(nl="groep", en="group"),
    "maximum": Text(nl="maximum", en="maximum"),
    "value": Text(nl="waarde", en="value"),
    "source": Text(nl="bron", en="source"),
    "year": Text(nl="jaar", en="year"),
}
LIFE_CYCLE_CODES: Mapping[str, Mapping[str, Text]] = {
    "of": FIGURES,
    "axes": {axis.value: axis.label for axis in Axis},
    "asked": {kind.value: kind.label for kind in CostKind},
    "indicator": {each.value: each.measure.label for each in Indicator},
    "residual": _RESIDUAL,
    "embodied": _EMBODIED,
    "rate_is": {
        RateIs.NOMINAL.value: Text(nl="nominaal", en="nominal"),
        RateIs.REAL.value: Text(nl="reëel", en="real"),
    },
    "yearly_costs_fall": {
        YearlyMoment.START.value: Text(nl="begin van het jaar", en="start of the year"),
        YearlyMoment.END.value: Text(nl="einde van het jaar", en="end of the year"),
    },
    "counts": {
        Estimate.LOW.value: titles.LOW,
        Estimate.CENTRAL.value: titles.CENTRAL,
        Estimate.HIGH.value: titles.HIGH,
    },
    "discount_in": {
        DiscountIn.PERCENT.value: Text(nl="procenten van de prijs", en="percent of the price"),
        DiscountIn.EUROS.value: Text(nl="euro's", en="euros"),
        DiscountIn.POINTS.value: Text(nl="punten", en="points"),
    },
    "per": {
        "device": Text(nl="apparaat", en="device"),
        "device_year": Text(nl="apparaatjaar", en="device-year"),
        "contract": Text(nl="hele opdracht", en="whole contract"),
    },
}
