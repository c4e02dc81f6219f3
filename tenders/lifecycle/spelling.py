"""Read an amount as a table or a bid writes it: a number and the name of a unit.

`gCO2e/kWh` is read as kg CO2e per kWh, `MWh` as kWh, `months` as years: the amount is converted exactly.
"""

from fractions import Fraction

from procurement.language import Text
from procurement.numbers import NotANumber
from tenders.lifecycle.quantity import Quantity, quantity
from tenders.lifecycle.unit import (
    DEVICE,
    EURO,
    HOUR,
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
from tenders.scoring.problem import Problem

_THOUSAND = Fraction(1000)
_SPELLED: dict[str, tuple[Unit, Fraction]] = {
    "1": (NUMBER, Fraction(1)),
    "%": (NUMBER, Fraction(1, 100)),
    "€": (EURO, Fraction(1)),
    "eur": (EURO, Fraction(1)),
    "euro": (EURO, Fraction(1)),
    "wh": (KWH, 1 / _THOUSAND),
    "kwh": (KWH, Fraction(1)),
    "mwh": (KWH, _THOUSAND),
    "gwh": (KWH, _THOUSAND**2),
    "w": (WATT, Fraction(1)),
    "kw": (WATT, _THOUSAND),
    "gco2e": (KG_CO2E, 1 / _THOUSAND),
    "kgco2e": (KG_CO2E, Fraction(1)),
    "tco2e": (KG_CO2E, _THOUSAND),
    "g": (KG, 1 / _THOUSAND),
    "kg": (KG, Fraction(1)),
    "t": (KG, _THOUSAND),
    "m": (KM, 1 / _THOUSAND),
    "km": (KM, Fraction(1)),
    "tkm": (KG * KM, _THOUSAND),
    "l": (LITRE, Fraction(1)),
    "litre": (LITRE, Fraction(1)),
    "m3": (LITRE, _THOUSAND),
    "hour": (HOUR, Fraction(1)),
    "uur": (HOUR, Fraction(1)),
    "month": (YEAR, Fraction(1, 12)),
    "months": (YEAR, Fraction(1, 12)),
    "maand": (YEAR, Fraction(1, 12)),
    "maanden": (YEAR, Fraction(1, 12)),
    "year": (YEAR, Fraction(1)),
    "years": (YEAR, Fraction(1)),
    "jaar": (YEAR, Fraction(1)),
    "device": (DEVICE, Fraction(1)),
    "devices": (DEVICE, Fraction(1)),
    "apparaat": (DEVICE, Fraction(1)),
    "device-year": (DEVICE * YEAR, Fraction(1)),
    "apparaatjaar": (DEVICE * YEAR, Fraction(1)),
    "run": (RUN, Fraction(1)),
}
MOST_CHARACTERS = 60  # of a unit; the longest sensible one is far shorter

_UNKNOWN = Text(
    nl="‘{spelled}’ is geen bekende eenheid. Gebruik bijvoorbeeld {example}.",
    en="‘{spelled}’ is no known unit. Use for example {example}.",
)
_OTHER = Text(
    nl="Hier hoort een waarde in {wanted}, en dit is een waarde in {given}. Reken de waarde om.",
    en="A value in {wanted} belongs here, and this is a value in {given}. Convert the value.",
)


class Unreadable(ValueError):
    """A number or its unit cannot be read; `problem` says where and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.to("en"))
        self.problem = problem


def unit_of(spelled: str) -> tuple[Unit, Fraction]:
    """The unit and the factor to it; raises KeyError with the part that is not known."""
    if len(spelled) > MOST_CHARACTERS or "mWh" in spelled:  # a thousandth of a Wh, or a million of them?
        raise KeyError(spelled[:MOST_CHARACTERS])
    top, *below = _bare(spelled).split("/")
    unit, factor = _product(top)
    for part in below:
        divisor, divided = _product(part)
        unit, factor = unit / divisor, factor / divided
    return unit, factor


def _bare(spelled: str) -> str:
    """Without the spaces, the subscript and the several ways to write an equivalent."""
    text = "".join(spelled.split()).replace("₂", "2").replace("³", "3").casefold()
    for way in ("co2-eq.", "co2-eq", "co2eq.", "co2eq", "co2-e"):
        text = text.replace(way, "co2e")
    return text.replace("per", "/")


def _product(part: str) -> tuple[Unit, Fraction]:
    unit, factor = NUMBER, Fraction(1)
    for name in part.replace("*", "·").split("·"):
        each, times = _SPELLED[name]
        unit, factor = unit * each, factor * times
    return unit, factor


def read_quantity(number: str, spelled: str, *, wanted: Unit, place: str) -> Quantity:
    """Raises Unreadable for a wrong number, an unknown unit and a unit that cannot become `wanted`."""
    try:
        unit, factor = unit_of(spelled)
    except KeyError:
        message = _UNKNOWN.format(spelled=_shown(spelled), example=wanted.label)
        raise Unreadable(Problem(place, message)) from None
    if unit != wanted:
        raise Unreadable(Problem(place, _OTHER.format(wanted=wanted.label, given=unit.label)))
    try:
        return quantity(number, wanted) * factor
    except NotANumber as wrong:
        raise Unreadable(Problem(place, wrong.message)) from None


def _shown(text: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in text)[:40]
