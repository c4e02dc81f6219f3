"""An exact amount with its unit. Amounts in different units are never added or compared."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from procurement.language import Text
from procurement.numbers import NotANumber, in_both, parse
from tenders.lifecycle.unit import NUMBER, PERCENT, Unit
from tenders.scoring.method import Ratio
from tenders.scoring.numbers import rounded as _rounded

_MIXED = Text(
    nl="{one} en {other} zijn verschillende eenheden. Reken eerst om naar dezelfde eenheid.",
    en="{one} and {other} are different units. Convert to the same unit first.",
)


class MixedUnits(ValueError):
    """Two amounts in different units met in a sum or a comparison; `message` names both units."""

    def __init__(self, one: Unit, other: Unit) -> None:
        self.message = _MIXED.format(one=one.label, other=other.label)
        super().__init__(self.message.en)


@dataclass(frozen=True, slots=True)
class Quantity:
    """`amount` is exact: sums, products and quotients lose nothing; round with `rounded` alone."""

    amount: Fraction
    unit: Unit

    def __post_init__(self) -> None:
        if not isinstance(self.amount, Fraction):
            raise TypeError(f"an amount is an exact fraction, not {type(self.amount).__name__}")

    def __add__(self, other: "Quantity") -> "Quantity":
        return Quantity(self.amount + self._same(other), self.unit)

    def __sub__(self, other: "Quantity") -> "Quantity":
        return Quantity(self.amount - self._same(other), self.unit)

    def __neg__(self) -> "Quantity":
        return Quantity(-self.amount, self.unit)

    def __mul__(self, other: "Quantity | int | Fraction") -> "Quantity":
        other = _quantity(other)
        return Quantity(self.amount * other.amount, self.unit * other.unit)

    def __truediv__(self, other: "Quantity | int | Fraction") -> "Quantity":
        """Raises ZeroDivisionError; whoever divides looks first whether there is anything to divide by."""
        other = _quantity(other)
        return Quantity(self.amount / other.amount, self.unit / other.unit)

    def __lt__(self, other: "Quantity") -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: "Quantity") -> bool:
        return self.amount <= self._same(other)

    def __gt__(self, other: "Quantity") -> bool:
        return self.amount > self._same(other)

    def __ge__(self, other: "Quantity") -> bool:
        return self.amount >= self._same(other)

    def _same(self, other: "Quantity") -> Fraction:
        if self.unit != other.unit:
            raise MixedUnits(self.unit, other.unit)
        return other.amount

    def rounded(self, places: int) -> Decimal:
        """Half-up, by the one rounding rule of the scores, on the true value."""
        return _rounded(Ratio(Decimal(self.amount.numerator), Decimal(self.amount.denominator)), places)

    def label(self, places: int) -> Text:
        """For showing: "€ 1.250,50 per kWh", "30,0 kWh per jaar", "20%", "4 years"."""
        rounded = self.rounded(places)
        number, unit = in_both(rounded, places), self.unit.counted(rounded)
        if self.unit == NUMBER:
            return number
        if unit.nl.startswith("€"):
            return Text(nl=f"€ {number.nl}{unit.nl[1:]}", en=f"€{number.en}{unit.en[1:]}")
        space = "" if self.unit == PERCENT else " "
        return Text(nl=f"{number.nl}{space}{unit.nl}", en=f"{number.en}{space}{unit.en}")


def _quantity(value: "Quantity | int | Fraction") -> Quantity:
    if isinstance(value, Quantity):
        return value
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        raise TypeError(f"a factor is a quantity or an exact number, not {type(value).__name__}")
    return Quantity(Fraction(value), NUMBER)


def quantity(number: str | int | Decimal, unit: Unit) -> Quantity:
    """From a number in plain notation ("12.5"); raises NotANumber for any other text, NaN and infinity."""
    if isinstance(number, str):
        number = parse(number)
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise TypeError(f"a number comes from text, not from {type(number).__name__}")
    if isinstance(number, Decimal) and not number.is_finite():
        raise NotANumber(Text(nl=f"{number} is geen getal.", en=f"{number} is not a number."))
    return Quantity(Fraction(number), unit)


def nothing(unit: Unit) -> Quantity:
    return Quantity(Fraction(0), unit)


def total(quantities: "tuple[Quantity, ...] | list[Quantity]", unit: Unit) -> Quantity:
    """The sum, also of nothing at all; raises MixedUnits for one in another unit than `unit`."""
    found = nothing(unit)
    for each in quantities:
        found += each
    return found
