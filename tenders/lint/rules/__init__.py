"""Every rule of the check, in the order of their codes."""

from procurement.registry import Registry
from tenders.lint.rule import Rule
from tenders.lint.rules import (
    l01_weights,
    l02_ranges,
    l03_award_basis,
    l05_testable,
    l10_norm_or_equivalent,
    l13_proof_later,
    l14_turnover,
    l15_references,
    l16_lots,
    l17_proportionality_guide,
    l18_life_cycle_cost,
    l19_externalities,
    l20_conditions,
    l44_review_clauses,
    l49_groups,
)

RULES: Registry[Rule] = Registry(
    (
        l01_weights.RULE,
        l02_ranges.RULE,
        l03_award_basis.RULE,
        l05_testable.RULE,
        l10_norm_or_equivalent.RULE,
        l13_proof_later.RULE,
        l14_turnover.RULE,
        l15_references.RULE,
        l16_lots.RULE,
        l17_proportionality_guide.RULE,
        l18_life_cycle_cost.RULE,
        l19_externalities.RULE,
        l20_conditions.RULE,
        l44_review_clauses.RULE,
        l49_groups.RULE,
    )
)
