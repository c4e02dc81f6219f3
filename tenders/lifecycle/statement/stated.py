"""From the answers of a bid to the footprint of each kind of device."""

from collections.abc import Mapping

from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.check import footprints
from tenders.lifecycle.footprint.device import Footprint, Stated
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan.plan import DeviceKind, Plan
from tenders.lifecycle.statement.answers import Answers, answers_under
from tenders.lifecycle.statement.declarations import emitted, energy, lifetime, transport
from tenders.scoring.problem import Problem


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
            problems += [_named(kind, problem) for problem in refusal.problems]
    if problems:
        raise NotComputable(problems)
    return found


def _stated(plan: Plan, kind: DeviceKind, bid: str, answers: Answers) -> Stated:
    used = energy(plan, kind, answers)
    return Stated(
        bid=bid,
        production=emitted(plan, kind, Axis.PRODUCTION, answers),
        transport=transport(plan, kind, answers),
        energy=used.declared,
        typical=used.typical,
        end_of_life=emitted(plan, kind, Axis.END_OF_LIFE, answers),
        lifetime=lifetime(kind, answers),
    )


def _named(kind: DeviceKind, problem: Problem) -> Problem:
    """From "bids[A].lifetime" to "laptop:lifetime"."""
    return Problem(f"{kind.code}:{problem.place.partition('].')[2]}", problem.message)
