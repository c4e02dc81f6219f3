"""What a bid declares of a device, held against what the tender publishes for it.

It is read here alone, so that no figure counts a declaration that another figure refuses.
"""

import re

from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.declared import Declared, Footing, problems_of_declaration
from tenders.lifecycle.footprint.transport import Journey, Leg, problems_of_journey
from tenders.lifecycle.plan.plan import DeviceKind, Plan
from tenders.lifecycle.spread import Spread
from tenders.lifecycle.statement.answers import Answers
from tenders.lifecycle.unit import DEVICE, DEVICE_YEAR, KG_CO2E, KWH, Unit
from tenders.scoring.problem import Problem

_LEG = re.compile(r"legs\[(\d+)\]\.\w+")


def energy(plan: Plan, kind: DeviceKind, answers: Answers) -> Declared:
    """kWh of a device in a year."""
    assert plan.energy is not None, "the energy is declared by a published footing"
    return _declared(answers, f"{kind.code}:energy", plan.energy, KWH / DEVICE_YEAR)


def emitted(plan: Plan, kind: DeviceKind, axis: Axis, answers: Answers) -> Declared:
    """kg CO2e of a device on an axis that the bid declares."""
    assert plan.footprint is not None, "the CO2e is declared by a published footing"
    return _declared(answers, f"{kind.code}:{axis}", plan.footprint.footings[axis], KG_CO2E / DEVICE)


def transport(plan: Plan, kind: DeviceKind, answers: Answers) -> Declared | Journey:
    assert plan.footprint is not None, "transport is part of a footprint"
    factors = plan.footprint.transport_factors
    if not factors:
        return emitted(plan, kind, Axis.TRANSPORT, answers)
    place, modes, own = f"{kind.code}:transport", sorted(factors), answers.apart()
    legs = tuple(Leg(mode, own.number(f"{place}.{mode}")) for mode in modes)
    journey = Journey(own.number(f"{place}.mass"), legs)
    wrong = (
        Problem(_LEG.sub(lambda leg: modes[int(leg[1]) - 1], problem.place), problem.message)
        for problem in problems_of_journey(journey, factors, place)
    )
    answers.take(own, wrong)
    return journey


def _declared(answers: Answers, code: str, footing: Footing, unit: Unit) -> Declared:
    """Without a range the lowest and the highest value are the value itself."""
    own = answers.apart()
    value = own.number(f"{code}.value")
    low, high = own.number_or(f"{code}.low", value), own.number_or(f"{code}.high", value)
    found = Declared(
        spread=Spread(low, value, high),
        boundary=own.text(f"{code}.boundary"),
        standard=own.text(f"{code}.standard"),
        year=own.year(f"{code}.year"),
        evidence=own.text(f"{code}.evidence"),
    )
    wrong = (
        Problem(f"{code}.value" if problem.place == code else problem.place, problem.message)
        for problem in problems_of_declaration(found, footing, unit, code)
    )
    answers.take(own, wrong)
    return found
