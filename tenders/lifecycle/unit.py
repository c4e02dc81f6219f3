"""Units of measurement that multiply and divide, so that a wrong sum cannot be written down.

A kilogram of product and a kilogram of CO2e are different units; so are a year and a device-year.
"""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from procurement.language import Text

_WORDS = {
    "EUR": Text(nl="€", en="€"),
    "kgCO2e": Text(nl="kg CO2e", en="kg CO2e"),
    "year": Text(nl="jaar", en="year"),
    "device": Text(nl="apparaat", en="device"),
    "run": Text(nl="trainingsronde", en="training run"),
    "hour": Text(nl="uur", en="hour"),
    "litre": Text(nl="liter", en="litre"),
    "point": Text(nl="punt", en="point"),
}
_SEVERAL = {
    "year": Text(nl="jaar", en="years"),
    "device": Text(nl="apparaten", en="devices"),
    "run": Text(nl="trainingsrondes", en="training runs"),
    "hour": Text(nl="uur", en="hours"),
    "litre": Text(nl="liter", en="litres"),
    "point": Text(nl="punten", en="points"),
}


@dataclass(frozen=True, slots=True)
class Unit:
    """Powers of base units, sorted by name and never 0: € per kWh is (("EUR", 1), ("kWh", -1))."""

    powers: tuple[tuple[str, int], ...] = ()

    def __mul__(self, other: "Unit") -> "Unit":
        return _of(Counter(dict(self.powers)), other, 1)

    def __truediv__(self, other: "Unit") -> "Unit":
        return _of(Counter(dict(self.powers)), other, -1)

    @property
    def label(self) -> Text:
        """As a sentence names it: "kg CO2e per kWh"; a plain number has no words, so it says that."""
        above = [_power(base, power) for base, power in self.powers if power > 0]
        below = [_power(base, -power) for base, power in self.powers if power < 0]
        if not self.powers:
            return Text(nl="getal zonder eenheid", en="number without a unit")
        return Text(nl=_joined(above, below, "nl"), en=_joined(above, below, "en"))

    def counted(self, number: Decimal) -> Text:
        """As it stands behind this number: "4 years", "1 year", "30 kWh per year"."""
        [(name, power), *rest] = self.powers or (("", 0),)
        is_plain = power == 1 and not rest and number != 1
        return _SEVERAL.get(name, self.label) if is_plain else self.label


def _of(counted: Counter[str], other: Unit, sign: int) -> Unit:
    for base, power in other.powers:
        counted[base] += sign * power
    return Unit(tuple(sorted((base, power) for base, power in counted.items() if power)))


def _power(base: str, power: int) -> Text:
    words = _WORDS.get(base, Text(nl=base, en=base))
    return words if power == 1 else Text(nl=f"{words.nl}^{power}", en=f"{words.en}^{power}")


def _joined(above: list[Text], below: list[Text], language: str) -> str:
    top = "·".join(each.to(language) for each in above) or "1"
    return " per ".join([top, *(each.to(language) for each in below)])


def base(name: str) -> Unit:
    return Unit(((name, 1),))


NUMBER = Unit()
EURO = base("EUR")
KWH = base("kWh")
KG_CO2E = base("kgCO2e")
YEAR = base("year")
DEVICE = base("device")
KG = base("kg")  # of product or goods, never of CO2e
KM = base("km")
LITRE = base("litre")
HOUR = base("hour")
WATT = base("W")
PERCENT = base("%")  # as bidders write a part; it is counted as a part of one
RUN = base("run")  # of the training of a model
DEVICE_YEAR = DEVICE * YEAR


def functional_unit(name: str) -> Unit:
    """What a service delivers and energy is counted by: "1.000 transacties"; another name, another unit."""
    if not name.strip():
        raise ValueError("a functional unit needs a name")
    return base(f"‘{' '.join(name.split())}’")
