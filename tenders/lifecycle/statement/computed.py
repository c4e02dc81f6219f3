"""The values that criteria take of one bid: each whole with its working, or none with the reasons."""

from collections.abc import Mapping
from dataclasses import dataclass

from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan.plan import Plan
from tenders.lifecycle.statement.figures import Computed, Figure
from tenders.scoring.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class BidFigures:
    """By criterion code. A criterion is either among the values or among the problems, never half."""

    bid: str
    values: Mapping[str, Computed]
    problems: Mapping[str, tuple[Problem, ...]]


def computed(plan: Plan, figures: Mapping[str, Figure], bid: str, given: Mapping[str, str]) -> BidFigures:
    """Of this bid alone: no other bid plays a part. `given`: answers by the code of their input."""
    values, problems = dict[str, Computed](), dict[str, tuple[Problem, ...]]()
    for code, figure in figures.items():
        unplanned = tuple(figure.problems(plan))
        if unplanned:
            problems[code] = unplanned
            continue
        try:
            values[code] = figure.computed(plan, bid, given)
        except NotComputable as refusal:
            problems[code] = refusal.problems
    return BidFigures(bid=bid, values=values, problems=problems)
