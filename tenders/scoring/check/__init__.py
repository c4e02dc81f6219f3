"""Everything that is wrong with a lot, found before a single number is computed.

Without bids only what the tender publishes is checked; with bids their values are checked too.
"""

from tenders.scoring.check.bids import bid_problems
from tenders.scoring.check.leaves import leaf_problems
from tenders.scoring.check.publication import lot_publication_problems, publication_problems
from tenders.scoring.check.rules import rule_problems
from tenders.scoring.check.tree import tree_problems
from tenders.scoring.model import Lot, Tender
from tenders.scoring.problem import Problem

__all__ = ["Problem", "check", "check_tender", "lot_publication_problems", "publication_problems"]


def check(lot: Lot) -> tuple[Problem, ...]:
    """Places are paths within the lot: "criteria[2].children[0].weight"."""
    published = (*tree_problems(lot), *rule_problems(lot), *leaf_problems(lot))
    return published or tuple(bid_problems(lot))


def check_tender(tender: Tender) -> tuple[Problem, ...]:
    """The problems of all lots together; places start with the lot: "lots[0].criteria[2].weight"."""
    return tuple(
        problem.under(f"lots[{index}]") for index, lot in enumerate(tender.lots) for problem in check(lot)
    )
