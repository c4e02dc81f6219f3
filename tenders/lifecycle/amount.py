"""Is an amount in the unit that belongs at its place, and not below zero?"""

from collections.abc import Iterator

from procurement.language import Text
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.unit import DEVICE, YEAR, Unit
from tenders.scoring.problem import Problem

LONGEST_LIFE = 60  # years

_UNIT = Text(
    nl="Hier hoort een waarde in {wanted} en dit staat in {given}. Reken het om.",
    en="A value in {wanted} belongs here and this is in {given}. Convert it.",
)
_BELOW_ZERO = Text(nl="Dit mag niet kleiner zijn dan nul.", en="This may not be below zero.")
_LIFETIME = Text(
    nl="De levensduur is een heel aantal jaren van 1 tot en met {most}.",
    en="The lifetime is a whole number of years from 1 to {most}.",
)


def wrong_amount(amount: Quantity, unit: Unit, place: str) -> Iterator[Problem]:
    yield from wrong_unit(amount, unit, place)
    if amount.amount < 0:
        yield Problem(place, _BELOW_ZERO)


def wrong_unit(amount: Quantity, unit: Unit, place: str) -> Iterator[Problem]:
    if amount.unit != unit:
        yield Problem(place, _UNIT.format(wanted=unit.label, given=amount.unit.label))


def no_number_of_devices(devices: Quantity) -> bool:
    return devices.unit != DEVICE or devices.amount.denominator != 1 or devices.amount <= 0


def wrong_lifetime(lifetime: Quantity, place: str) -> Iterator[Problem]:
    """Whole years: a device is replaced at the start of a year, where costs are discounted."""
    yield from wrong_unit(lifetime, YEAR, place)
    if lifetime.amount.denominator != 1 or not 1 <= lifetime.amount <= LONGEST_LIFE:
        yield Problem(place, _LIFETIME.format(most=str(LONGEST_LIFE)))
