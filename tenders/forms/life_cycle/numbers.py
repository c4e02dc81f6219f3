"""The numbers of a calculation as a table of rows: which number, its value, its source and its year."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from procurement.language import Text
from procurement.numbers import NotANumber, parse, plain
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.plan import titles

Data = dict[str, Any]
COST = (
    "price_level",
    "rate_is",
    "yearly_costs_fall",
    "asked",
    "residual",
    "places",
)


class Parameter(NamedTuple):
    """`code` is its place in the data of a plan; `part` the part of the calculation that it belongs to."""

    code: str
    part: str
    title: Text
    unit: str  # as the data spell it; empty where the tender itself names the unit
    shown: Text


_YEARLY = Text(nl="% per jaar", en="% a year")
_PER_KWH = Text(nl="kg CO2e per kWh", en="kg CO2e per kWh")
_EURO_KWH, _EURO_KG = Text(nl="€ per kWh", en="€ per kWh"), Text(nl="€ per kg CO2e", en="€ per kg CO2e")
_TIMES, _EURO_POINT = Text(nl="keer", en="times"), Text(nl="€ per punt", en="€ per point")
_UNITS = Text(nl="functionele eenheden per jaar", en="functional units a year")
_TITLE = Text(nl="{title} ({unit})", en="{title} ({unit})")

PARAMETERS: Mapping[str, Parameter] = {
    each.code: each
    for each in (
        Parameter("grid_factor", "", titles.GRID, "kg CO2e/kWh", _PER_KWH),
        Parameter("cost.rate", "cost", titles.RATE, "%", _YEARLY),
        Parameter("cost.inflation", "cost", titles.INFLATION, "%", _YEARLY),
        *(
            Parameter(f"cost.changes.{kind}", "cost", titles.change_of(kind), "%", _YEARLY)
            for kind in CostKind
        ),
        Parameter("cost.electricity_price", "cost", titles.ELECTRICITY, "€/kWh", _EURO_KWH),
        Parameter("cost.carbon_price.low", "carbon", titles.LOW, "€/kg CO2e", _EURO_KG),
        Parameter("cost.carbon_price.central", "carbon", titles.CENTRAL, "€/kg CO2e", _EURO_KG),
        Parameter("cost.carbon_price.high", "carbon", titles.HIGH, "€/kg CO2e", _EURO_KG),
        Parameter("software.volume", "software", titles.VOLUME, "", _UNITS),
        Parameter("ladder.sanction", "ladder", titles.SANCTION, "1", _TIMES),
        Parameter("ladder.point_worth", "ladder", titles.POINT_WORTH, "", _EURO_POINT),
    )
}


def choices(language: str) -> list[tuple[str, str]]:
    return [
        (code, _TITLE.format(title=each.title, unit=each.shown).to(language))
        for code, each in PARAMETERS.items()
    ]


def number_rows(data: Mapping[str, Any]) -> Iterator[Data]:
    """The numbers that the data hold, in the order of the list; rates as percentages."""
    for code, each in PARAMETERS.items():
        stated = at(data, code)
        if isinstance(stated, Mapping):
            yield {
                "which": code,
                "value": hundredfold(stated) if each.unit == "%" else str(stated.get("value", "")),
                "source": stated.get("source", ""),
                "year": str(stated.get("year", "")),
            }


def hundredfold(stated: Mapping[str, Any]) -> str:
    """Kept as a part of one."""
    value = str(stated.get("value", ""))
    if stated.get("unit") == "%":
        return value
    try:
        return plain(parse(value).scaleb(2))
    except NotANumber:
        return value


def number_data(row: Mapping[str, str]) -> Data:
    unit = PARAMETERS[row["which"]].unit
    return {
        "value": row["value"],
        **({"unit": unit} if unit else {}),
        "source": row["source"],
        "year": whole(row["year"]),
    }


def whole(typed: str) -> int | str:
    """A text that is no whole number goes on as it is: the reader says what is wrong, at its place."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 9 else typed


def at(data: Mapping[str, Any], place: str) -> Any:
    found: Any = data
    for name in place.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def put(data: Data, place: str, value: Any) -> None:
    *way, last = place.split(".")
    for name in way:
        data = data.setdefault(name, {})
    data[last] = value
