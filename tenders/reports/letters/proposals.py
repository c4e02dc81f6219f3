"""A neutral sentence per criterion on what makes the winning bid better: for the officer to accept or change.

It says no more than the published points already do, so it holds no business secret (art. 2.138 Aw 2012).
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.reports.letters.relative import is_better
from tenders.scoring.direction import lower_is_better
from tenders.scoring.model import Criterion, Kind
from tenders.scoring.result import BidResult, LotResult

_PRICE = Text(
    nl="De winnaar bood hier een lagere prijs dan {fewer} van de {others} andere geldige inschrijvingen.",
    en="The winner offered a lower price here than {fewer} of the {others} other valid bids.",
)
_LOWER = Text(
    nl="De waarde die de winnaar hier aanbood, is lager en daarmee beter dan die van {fewer} van de {others} "
    "andere geldige inschrijvingen.",
    en="The value that the winner offered here is lower and so better than that of {fewer} of the {others} "
    "other valid bids.",
)
_HIGHER = Text(
    nl="De waarde die de winnaar hier aanbood, is hoger en daarmee beter dan die van {fewer} van de {others} "
    "andere geldige inschrijvingen.",
    en="The value that the winner offered here is higher and so better than that of {fewer} of the {others} "
    "other valid bids.",
)
_NEARER = Text(
    nl="De waarde die de winnaar hier aanbood, scoort volgens de bekendgemaakte formule beter dan die van "
    "{fewer} van de {others} andere geldige inschrijvingen.",
    en="The value that the winner offered here scores better under the published formula than that of "
    "{fewer} of the {others} other valid bids.",
)
_YES = Text(
    nl="De winnaar biedt aan wat dit criterium vraagt: het antwoord is ja.",
    en="The winner offers what this criterion asks for: the answer is yes.",
)
_LABEL = Text(
    nl="De winnaar biedt hier een keurmerk of gelijkwaardig bewijs.",
    en="The winner offers a label or equivalent proof here.",
)


def proposals(result: LotResult) -> Mapping[str, Text]:
    """By criterion code, where the winner did better than somebody. Levels have words of their own."""
    winner = result.winner
    if winner is None:
        return {}
    others = [each for each in result.ranking if each.bid.code != winner.bid.code]
    found: dict[str, Text] = {}
    for leaf in result.lot.leaves():
        beaten = [each for each in others if is_better(result, leaf, winner, each)]
        if beaten and leaf.kind is not Kind.SCALE:
            counted = {"fewer": str(len(beaten)), "others": str(len(others))}
            found[leaf.code] = _sentence(leaf, winner, beaten).format(**counted)
    return found


def _sentence(leaf: Criterion, winner: BidResult, beaten: Sequence[BidResult]) -> Text:
    if leaf.kind is Kind.YES_NO:
        return _YES
    if leaf.kind is Kind.LABEL:
        return _LABEL
    return _of_number(leaf, winner.bid.values[leaf.code], [each.bid.values[leaf.code] for each in beaten])


def _of_number(leaf: Criterion, winning: object, beaten: Sequence[object]) -> Text:
    """Some formulas do not reward the lowest (or highest) value: then nothing is said about its side."""
    assert isinstance(winning, Decimal), "a price or a quantity is a number"
    numbers = [each for each in beaten if isinstance(each, Decimal)]
    if lower_is_better(leaf):
        on_its_side = all(winning < each for each in numbers)
        words = _PRICE if leaf.kind is Kind.PRICE else _LOWER
    else:
        on_its_side, words = all(winning > each for each in numbers), _HIGHER
    return words if on_its_side else _NEARER
