"""What a tender must state before it is published, although its ranking could be calculated without."""

from procurement.language import Text
from tenders.scoring.check.leaves import leaf_problems
from tenders.scoring.check.rules import rule_problems
from tenders.scoring.check.tree import tree_problems
from tenders.scoring.fallen import depends_on_others
from tenders.scoring.model import Lot, Tender
from tenders.scoring.problem import Problem

_NOT_STATED = Text(
    nl="De score van een inschrijving hangt hier af van de andere. Leg vast wat er gebeurt als een "
    "inschrijving vervalt: de rangorde blijft, of wordt opnieuw berekend.",
    en="The score of a bid depends on the others here. Lay down what happens if a bid falls away: the "
    "ranking stays, or is worked out again.",
)


def publication_problems(tender: Tender) -> tuple[Problem, ...]:
    """Places start with the lot: "lots[0].award.falling_away"."""
    return tuple(
        problem.under(f"lots[{index}]")
        for index, lot in enumerate(tender.lots)
        for problem in lot_publication_problems(lot)
    )


def lot_publication_problems(lot: Lot) -> tuple[Problem, ...]:
    """Everything in the lot that keeps it from being published; bids are not looked at."""
    wrong = (*tree_problems(lot), *rule_problems(lot), *leaf_problems(lot))
    return wrong or _falling_away(lot)


def _falling_away(lot: Lot) -> tuple[Problem, ...]:
    if lot.award.falling_away is not None or not depends_on_others(lot):
        return ()
    return (Problem("award.falling_away", _NOT_STATED),)
