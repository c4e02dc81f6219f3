"""From the answers of a bid to the footprint of each kind of device."""

import re
from collections.abc import Mapping

from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.check import footprints
from tenders.lifecycle.footprint.declared import Declared
from tenders.lifecycle.footprint.device import Footprint, Stated
from tenders.lifecycle.footprint.transport import Journey, Leg
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan.plan import DeviceKind, Plan
from tenders.lifecycle.spread import Spread
from tenders.lifecycle.statement.answers import Answers, answers_under
from tenders.scoring.problem import Problem

_LEG = re.compile(r"transport\.legs\[(\d+)\]")


def stated_from(plan: Plan, bid: str, given: Mapping[str, str]) -> dict[str, Stated]:
    """By kind of device; raises NotComputable naming the inputs that are missing or wrong."""
    answers = answers_under(plan, given)
    found = {kind.code: _stated(plan, kind, bid, answers) for kind in plan.kinds}
    answers.require()
    return found


def footprints_from(plan: Plan, bid: str, given: Mapping[str, str]) -> dict[str, Footprint]:
    """By kind of device; raises NotComputable naming the inputs."""
    found, problems = {}, list[Problem]()
    for code, stated in stated_from(plan, bid, given).items():
        kind = next(each for each in plan.kinds if each.code == code)
        try:
            [found[code]] = footprints(plan.footprint_method(kind), [stated])
        except NotComputable as refusal:
            problems += [_named(plan, kind, problem) for problem in refusal.problems]
    if problems:
        raise NotComputable(problems)
    return found


def declared(answers: Answers, code: str) -> Declared:
    """Without a range the lowest and the highest value are the value itself."""
    value = answers.number(f"{code}.value")
    low, high = answers.number_or(f"{code}.low", value), answers.number_or(f"{code}.high", value)
    return Declared(
        spread=Spread(low, value, high),
        boundary=answers.text(f"{code}.boundary"),
        standard=answers.text(f"{code}.standard"),
        year=answers.year(f"{code}.year"),
        evidence=answers.text(f"{code}.evidence"),
    )


def transport(plan: Plan, kind: DeviceKind, answers: Answers) -> Declared | Journey:
    assert plan.footprint is not None, "transport is part of a footprint"
    place = f"{kind.code}:transport"
    if not plan.footprint.transport_factors:
        return declared(answers, place)
    legs = tuple(Leg(mode, answers.number(f"{place}.{mode}")) for mode in _modes(plan))
    return Journey(answers.number(f"{place}.mass"), legs)


def _modes(plan: Plan) -> list[str]:
    return sorted(plan.footprint.transport_factors) if plan.footprint else []


def _stated(plan: Plan, kind: DeviceKind, bid: str, answers: Answers) -> Stated:
    return Stated(
        bid=bid,
        production=declared(answers, f"{kind.code}:{Axis.PRODUCTION}"),
        transport=transport(plan, kind, answers),
        energy=declared(answers, f"{kind.code}:energy"),
        end_of_life=declared(answers, f"{kind.code}:{Axis.END_OF_LIFE}"),
        lifetime=answers.number(f"{kind.code}:lifetime"),
    )


def _named(plan: Plan, kind: DeviceKind, problem: Problem) -> Problem:
    """From "bids[A].use.year" to "laptop:energy.year"."""
    _, _, place = problem.place.partition("].")
    first, dot, rest = place.partition(".")
    if first == Axis.USE:
        place = f"energy{dot}{rest}"
    place = _LEG.sub(lambda leg: f"transport.{_modes(plan)[int(leg[1]) - 1]}", place)
    return Problem(f"{kind.code}:{place}", problem.message)
