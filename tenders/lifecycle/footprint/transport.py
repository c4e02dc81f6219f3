"""Transport: the mass of the packed device, the distance of each leg and the published factor of its mode.

Emissions count, never the country or the distance for its own sake (art. 1.8 Aw).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from procurement.language import Text
from tenders.lifecycle.amount import wrong_amount
from tenders.lifecycle.published import Published, unsound
from tenders.lifecycle.quantity import Quantity, total
from tenders.lifecycle.unit import DEVICE, KG, KG_CO2E, KM
from tenders.lifecycle.working import Input, Working, parameter
from tenders.scoring.problem import Problem

PER_KG_KM = KG_CO2E / KG / KM  # as published: kg CO2e per tonne-kilometre, divided by a thousand

_MASS = Text(nl="de massa van het apparaat met verpakking", en="the mass of the device with its packaging")
_DISTANCE = Text(nl="de afstand van etappe {number}", en="the distance of leg {number}")
_BELOW_ZERO = Text(nl="Een factor mag niet kleiner zijn dan nul.", en="A factor may not be below zero.")
_UNKNOWN_MODE = Text(
    nl="Voor ‘{mode}’ is geen factor bekendgemaakt. Kies uit: {modes}.",
    en="No factor is published for ‘{mode}’. Choose from: {modes}.",
)


@dataclass(frozen=True, slots=True)
class Leg:
    mode: str  # a code of the published factors
    distance: Quantity  # km


@dataclass(frozen=True, slots=True)
class Journey:
    mass: Quantity  # kg per device
    legs: tuple[Leg, ...]


def transported(journey: Journey, factors: Mapping[str, Published]) -> Working:
    """kg CO2e per device; raises KeyError for a mode without a published factor."""
    inputs, terms = [Input("m", _MASS, journey.mass)], []
    exact: list[Quantity] = []
    for number, leg in enumerate(journey.legs, start=1):
        factor = factors[leg.mode]
        inputs.append(Input(f"a{number}", _DISTANCE.format(number=str(number)), leg.distance))
        inputs.append(parameter(f"e{number}", factor))
        terms.append(f"a{number} × e{number}")
        exact.append(journey.mass * leg.distance * factor.value)
    formula = f"m × ({' + '.join(terms) or '0'})"
    return Working(formula=formula, inputs=tuple(inputs), exact=total(exact, KG_CO2E / DEVICE))


def problems_of_factors(factors: Mapping[str, Published]) -> Iterator[Problem]:
    for mode, factor in factors.items():
        yield from unsound(factor, PER_KG_KM, f"transport_factors[{mode}]")
        if factor.value.amount < 0:
            yield Problem(f"transport_factors[{mode}]", _BELOW_ZERO)


def problems_of_journey(journey: Journey, factors: Mapping[str, Published], place: str) -> Iterator[Problem]:
    yield from wrong_amount(journey.mass, KG / DEVICE, f"{place}.mass")
    for number, leg in enumerate(journey.legs, start=1):
        yield from wrong_amount(leg.distance, KM, f"{place}.legs[{number}].distance")
        if leg.mode not in factors:
            message = _UNKNOWN_MODE.format(mode=leg.mode, modes=", ".join(sorted(factors)))
            yield Problem(f"{place}.legs[{number}].mode", message)
