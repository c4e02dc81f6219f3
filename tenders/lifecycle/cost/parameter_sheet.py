"""The published parameters as a sheet, with the cell of each, so that every formula reads them there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from procurement.documents.workbook import Cell, Column, Sheet, Style
from procurement.language import Language, Text
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import CostMethod, Estimate, RateIs
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.unit import NUMBER
from tenders.lifecycle.working import as_decimal

_TITLE = Text(nl="Parameters", en="Parameters")
_HEADINGS = (
    Text(nl="Parameter", en="Parameter"),
    Text(nl="Symbool", en="Symbol"),
    Text(nl="Waarde", en="Value"),
    Text(nl="Eenheid", en="Unit"),
    Text(nl="Bron", en="Source"),
    Text(nl="Jaar of prijspeil", en="Year or price level"),
)
_DEVICES = Text(nl="Aantal apparaten: {kind}", en="Number of devices: {kind}")
_HORIZON = Text(nl="Looptijd", en="Horizon")
_ONE_YEAR = Text(nl="Een jaar", en="One year")
_COUNTED = Text(nl="Prijs van CO2e die telt", en="Price of CO2e that counts")
_NOMINAL = Text(nl="Nominale disconteringsvoet", en="Nominal discount rate")
_CHANGE = Text(nl="Prijsstijging per jaar: {kind}", en="Rise of prices per year: {kind}")
_FIRST_PRICE = 5  # the row of the low price of CO2e


@dataclass(frozen=True, slots=True)
class Growth:
    value: Decimal
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterSheet:
    """`symbols` gives the cell of y, p, e and c, as far as the method has them; `devices` that of N by kind.

    `prices` gives the cells of the low, central and high price of CO2e; empty without a price.
    """

    method: CostMethod
    sheet: Sheet
    symbols: Mapping[str, str]
    devices: Mapping[str, str]
    prices: Mapping[Estimate, str]
    growth: Mapping[CostKind, Growth]
    rate: str
    inflation: str


@dataclass(frozen=True, slots=True)
class _Line:
    title: Text
    symbol: str
    value: Quantity
    source: str = ""
    year: int | None = None
    formula: str | None = None
    key: str = ""  # where lines share a symbol


def parameter_sheet(
    method: CostMethod, kinds_of_device: Mapping[str, tuple[str, Quantity]], language: Language
) -> ParameterSheet:
    """`kinds_of_device` by code the name and the number; all the rest is one for all kinds."""
    title = _TITLE.to(language)
    lines = _lines(method, kinds_of_device)
    kinds = sorted(method.changes)
    rows = [[Cell(text.to(language), style=Style.HEADING) for text in _HEADINGS]]
    rows += [_row(line, language) for line in lines]
    places = {line.key or line.symbol: f"{title}!$C${number}" for number, line in enumerate(lines, start=2)}
    growth = {kind: Growth(as_decimal(method.changes[kind].value), places[f"g {kind}"]) for kind in kinds}
    columns = (Column(40), Column(16), Column(14, Style.NUMBER), Column(22), Column(60), Column(12))
    return ParameterSheet(
        method=method,
        sheet=Sheet(title=title, rows=rows, columns=columns, frozen="A2", title_rows=(1, 1), landscape=True),
        symbols={symbol: places[symbol] for symbol in ("y", "p", "e", "c") if symbol in places},
        devices={code: places[f"N {code}"] for code in kinds_of_device},
        prices={each: places[each.value] for each in Estimate if each.value in places},
        growth=growth,
        rate=places["d"],
        inflation=places["f"],
    )


def _lines(method: CostMethod, kinds_of_device: Mapping[str, tuple[str, Quantity]]) -> Sequence[_Line]:
    """The rate as published is in C2 and inflation in C3: the nominal rate reads them there."""
    rate, inflation = method.rate, method.inflation
    nominal = "(1+C2)*(1+C3)-1" if method.rate_is is RateIs.REAL else "C2"
    stated = (("p", method.electricity_price), ("e", method.grid_factor))
    return [
        _Line(rate.title, "i", rate.value, rate.source, rate.year),
        _Line(inflation.title, "f", inflation.value, inflation.source, inflation.year),
        _Line(_NOMINAL, "d", Quantity(method.nominal_rate, NUMBER), formula=nominal),
        *_prices(method),
        *(
            _Line(_DEVICES.format(kind=name), "N", number, key=f"N {code}")
            for code, (name, number) in kinds_of_device.items()
        ),
        _Line(_HORIZON, "H", method.years),
        _Line(_ONE_YEAR, "y", Quantity(Fraction(1), method.years.unit)),
        *(_Line(each.title, name, each.value, each.source, each.year) for name, each in stated if each),
        *(
            _Line(_CHANGE.format(kind=kind.label), f"g {kind}", each.value, each.source, each.year)
            for kind, each in sorted(method.changes.items())
        ),
    ]


def _prices(method: CostMethod) -> Iterator[_Line]:
    """From row 5 on: low, central and high, and the one that counts, which reads its own there."""
    carbon = method.carbon_price
    if carbon is None:
        return
    published = {Estimate.LOW: carbon.low, Estimate.CENTRAL: carbon.central, Estimate.HIGH: carbon.high}
    for estimate, each in published.items():
        yield _Line(each.title, "", each.value, each.source, each.year, key=estimate.value)
    counted = carbon.counted
    place = _FIRST_PRICE + list(published).index(carbon.counts)
    yield _Line(_COUNTED, "c", counted.value, counted.source, counted.year, formula=f"C{place}")


def _row(line: _Line, language: Language) -> list[Cell]:
    style = Style.NUMBER if line.formula else Style.INPUT_NUMBER
    return [
        Cell(line.title.to(language), style=Style.TEXT),
        Cell(line.symbol, style=Style.TEXT),
        Cell(as_decimal(line.value), line.formula, style),
        Cell(line.value.unit.label.to(language), style=Style.TEXT),
        Cell(line.source, style=Style.TEXT),
        Cell(line.year, style=Style.NUMBER),
    ]
