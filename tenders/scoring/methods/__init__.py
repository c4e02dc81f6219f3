"""Every scoring method, listed by hand: what exists can be read here."""

from procurement.registry import Registry
from tenders.scoring.method import ScoringMethod
from tenders.scoring.methods import (
    absolute_linear,
    distance_to_mean,
    graded_scale,
    label_or_equivalent,
    linear_to_lowest,
    logarithmic,
    piecewise_linear,
    quadratic,
    rank_ladder,
    relative_inverse,
    step_table,
    two_sided,
    yes_no,
)

METHODS: Registry[ScoringMethod] = Registry(
    (
        absolute_linear.METHOD,
        piecewise_linear.METHOD,
        quadratic.METHOD,
        step_table.METHOD,
        relative_inverse.METHOD,
        linear_to_lowest.METHOD,
        logarithmic.METHOD,
        rank_ladder.METHOD,
        graded_scale.METHOD,
        label_or_equivalent.METHOD,
        yes_no.METHOD,
        two_sided.METHOD,
        distance_to_mean.METHOD,
    )
)
