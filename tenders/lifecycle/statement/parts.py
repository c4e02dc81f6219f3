"""From the answers of a bid to what it states once for the whole lot."""

from collections.abc import Mapping

from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.circularity.score import CircularityScore, Promise, circularity
from tenders.lifecycle.footprint.data_centre import KeyFigures, Measured, key_figures
from tenders.lifecycle.footprint.software import SoftwareFootprint, Workload, software_footprint
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.statement.answers import Answers, answers_under
from tenders.lifecycle.statement.contradictions import contradictions
from tenders.lifecycle.unit import NUMBER
from tenders.scoring.problem import Problem


def promise_from(plan: Plan, bid: str, given: Mapping[str, str]) -> Promise:
    """Raises NotComputable naming the inputs, as everything here does."""
    answers = answers_under(plan, given)
    asked = [part.indicator for part in plan.circularity.parts] if plan.circularity else []
    promise = Promise(
        bid=bid,
        values={each: _promised(answers, each) for each in asked},
        evidence={each: answers.text(f"circularity:{each}.evidence") for each in asked},
    )
    answers.require()
    answers.require(contradictions(plan, promise, answers))
    return promise


def _promised(answers: Answers, indicator: Indicator) -> Quantity:
    """A part is stated as a percentage and counts as a part of one."""
    stated = answers.number(f"circularity:{indicator}")
    return Quantity(stated.amount / 100, NUMBER) if indicator.measure.is_part else stated


def circularity_from(plan: Plan, bid: str, given: Mapping[str, str]) -> CircularityScore:
    assert plan.circularity is not None, "the plan scores circularity"
    promise = promise_from(plan, bid, given)
    try:
        [score] = circularity(plan.circularity, [promise])
    except NotComputable as refusal:
        raise NotComputable(_named("circularity", each) for each in refusal.problems) from None
    return score


def workload_from(plan: Plan, bid: str, given: Mapping[str, str]) -> Workload:
    answers = answers_under(plan, given)
    workload = Workload(
        bid=bid,
        use=answers.number("software:use"),
        training=answers.number("software:training"),
        runs=answers.number("software:runs"),
        hardware=answers.number("software:hardware"),
        pue=answers.number("software:pue"),
    )
    answers.require()
    return workload


def software_from(plan: Plan, bid: str, given: Mapping[str, str]) -> SoftwareFootprint:
    workload = workload_from(plan, bid, given)
    try:
        return software_footprint(plan.software_method(), workload)
    except NotComputable as refusal:
        raise NotComputable(_named("software", each) for each in refusal.problems) from None


def measured_from(plan: Plan, given: Mapping[str, str]) -> Measured:
    answers = answers_under(plan, given)
    measured = Measured(
        site=answers.text("data_centre:site"),
        total_energy=answers.number("data_centre:total_energy"),
        it_energy=answers.number("data_centre:it_energy"),
        water=answers.number("data_centre:water"),
        renewable=answers.number("data_centre:renewable"),
        reused=answers.number("data_centre:reused"),
    )
    answers.require()
    return measured


def key_figures_from(plan: Plan, given: Mapping[str, str]) -> KeyFigures:
    measured = measured_from(plan, given)
    try:
        return key_figures(measured)
    except NotComputable as refusal:
        raise NotComputable(_named("data_centre", each) for each in refusal.problems) from None


def level_from(plan: Plan, given: Mapping[str, str]) -> int:
    """Of the ladder; 0 is a bidder without a level."""
    answers = answers_under(plan, given)
    level = answers.text("ladder:level")
    answers.require()
    return int(level)


def _named(part: str, problem: Problem) -> Problem:
    """From "promises[A].refurbished" to "circularity:refurbished"."""
    place = problem.place.partition("].")[2] or problem.place
    return Problem(f"{part}:{place}", problem.message)
