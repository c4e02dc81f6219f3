"""Published numbers in the data of a plan: each with its unit, its source and its year."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from procurement.language import Text
from procurement.numbers import FRACTION_DIGITS, WHOLE_DIGITS, plain
from tenders.lifecycle.published import Published
from tenders.lifecycle.quantity import Quantity, nothing
from tenders.lifecycle.spelling import Unreadable, read_quantity
from tenders.lifecycle.unit import EURO, KG, KG_CO2E, KM, KWH, NUMBER, Unit
from tenders.scoring.files.fields import Fields
from tenders.scoring.problem import Problem

SPELLED: Mapping[Unit, str] = {
    NUMBER: "1",
    EURO: "€",
    EURO / KWH: "€/kWh",
    EURO / KG_CO2E: "€/kg CO2e",
    KG_CO2E / KWH: "kg CO2e/kWh",
    KG_CO2E / KG / KM: "kg CO2e/kg/km",
}
"""How the data name the units that a plan publishes."""

_TOO_FINE = Text(
    nl="Omgerekend naar {unit} past dit getal niet in 15 cijfers voor en 10 achter de komma. Schrijf het in "
    "{unit}.",
    en="Converted to {unit} this number does not fit in 15 digits before and 10 after the decimal sign. "
    "Write it in {unit}.",
)


def read_published(value: object, place: str, title: Text, unit: Unit, problems: list[Problem]) -> Published:
    """A table of value, unit, source and year. Nothing of it has a default."""
    fields = Fields(value, place, problems)
    found = read_amount(fields, unit) if unit in SPELLED else _bare_amount(fields, unit)
    published = Published(
        title=title,
        value=found,
        source=fields.text("source", required=True),
        year=fields.whole_number("year"),
    )
    fields.close()
    return published


def _bare_amount(fields: Fields, unit: Unit) -> Quantity:
    """Per functional unit, or per point: a unit of the tender itself, which no table can spell."""
    return Quantity(Fraction(fields.number("value")), unit)


def read_amount(fields: Fields, unit: Unit) -> Quantity:
    """The fields `value` and `unit`, converted exactly."""
    number, spelled = fields.text("value", required=True), fields.text("unit", required=True)
    if not number or not spelled:
        return nothing(unit)
    try:
        found = read_quantity(number, spelled, wanted=unit, place=fields.place)
    except Unreadable as unreadable:
        fields.problems.append(unreadable.problem)
        return nothing(unit)
    if written(found) is None:
        fields.wrong("value", _TOO_FINE.format(unit=unit.label))
    return found


def published_data(published: Published) -> dict[str, Any]:
    """The opposite of `read_published`; raises ValueError for an amount that no decimal text can hold."""
    number, spelled = written(published.value), SPELLED.get(published.value.unit)
    if number is None:
        raise ValueError("an amount in a plan is a decimal number")
    unit = {"unit": spelled} if spelled else {}
    return {"value": number, **unit, "source": published.source, "year": published.year}


def written(amount: Quantity) -> str | None:
    """As `parse` reads it back exactly; None where no such text can hold it."""
    scaled = amount.amount * 10**FRACTION_DIGITS
    if scaled.denominator != 1 or abs(amount.amount) >= 10**WHOLE_DIGITS:
        return None
    return plain(amount.rounded(FRACTION_DIGITS))
