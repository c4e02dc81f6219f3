"""What a bid declares of a device, held against what the tender publishes for it.

It is read here alone, so that no figure counts a declaration that another figure refuses.
"""

import re
from typing import NamedTuple

from tenders.lifecycle.amount import wrong_amount
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.declared import Declared, Footing, problems_of_declaration
from tenders.lifecycle.footprint.transport import Journey, Leg, problems_of_journey
from tenders.lifecycle.footprint.typical_energy import typical
from tenders.lifecycle.plan.plan import DeviceKind, Plan
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.spread import Spread, certain
from tenders.lifecycle.statement.answers import Answers
from tenders.lifecycle.unit import DEVICE, DEVICE_YEAR, KG_CO2E, KWH, WATT, Unit
from tenders.lifecycle.working import Working
from tenders.scoring.problem import Problem

_LEG = re.compile(r"legs\[(\d+)\]\.\w+")


class Energy(NamedTuple):
    declared: Declared  # kWh of a device in a year
    typical: Working | None  # how it follows from the power in each mode


def lifetime(kind: DeviceKind, answers: Answers) -> Quantity:
    """Whole years, at most what the tender lets count, with evidence where it does."""
    code = f"{kind.code}:lifetime"
    if kind.longest_life is not None:
        answers.text(f"{code}.evidence")
    return answers.number(code)


def energy(plan: Plan, kind: DeviceKind, answers: Answers) -> Energy:
    assert plan.energy is not None, "the energy is declared by a published footing"
    code = f"{kind.code}:energy"
    if plan.time_shares:
        return Energy(*_typical(plan, answers, code, plan.energy))
    return Energy(_declared(answers, code, plan.energy, KWH / DEVICE_YEAR), None)


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
    found = _on_footing(own, code, Spread(low, value, high))
    wrong = (
        Problem(f"{code}.value" if problem.place == code else problem.place, problem.message)
        for problem in problems_of_declaration(found, footing, unit, code)
    )
    answers.take(own, wrong)
    return found


def _typical(plan: Plan, answers: Answers, code: str, footing: Footing) -> tuple[Declared, Working]:
    own = answers.apart()
    power = {mode: own.number(f"{code}.power.{mode}") for mode in sorted(plan.time_shares)}
    working = typical(power, dict(sorted(plan.time_shares.items())))
    found = _on_footing(own, code, certain(working.exact))
    below_zero = [
        problem
        for mode, each in power.items()
        for problem in wrong_amount(each, WATT / DEVICE, f"{code}.power.{mode}")
    ]
    wrong = below_zero or problems_of_declaration(found, footing, KWH / DEVICE_YEAR, code)
    answers.take(own, wrong)
    return found, working


def _on_footing(answers: Answers, code: str, spread: Spread) -> Declared:
    return Declared(
        spread=spread,
        boundary=answers.text(f"{code}.boundary"),
        standard=answers.text(f"{code}.standard"),
        year=answers.year(f"{code}.year"),
        evidence=answers.text(f"{code}.evidence"),
    )
