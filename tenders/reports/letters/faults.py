"""Why a letter cannot be sent: what it would leave unexplained.

The reasons of a decision cannot in principle be supplemented after the letter (HR 7-12-2012), so a letter
with a missing or a bare motivation is not made.
"""

from collections.abc import Iterator

from procurement.language import Text
from tenders.assessment.motivation import LevelText, shortcomings, words_of
from tenders.reports.letters.model import Addressee
from tenders.scoring.model import Criterion, Kind
from tenders.scoring.result import BidResult, LotResult

LEAST_WORDS = 3  # of the reason why a bid was set aside, besides the requirement that it names

_OWN = Text(nl="Motivering bij ‘{criterion}’: {fault}", en="Motivation for ‘{criterion}’: {fault}")
_OF_WINNER = Text(
    nl="Motivering van de winnaar bij ‘{criterion}’: {fault}",
    en="Motivation of the winner for ‘{criterion}’: {fault}",
)
_BARE_REASON = Text(
    nl="De reden van afwijzing is te kort. Schrijf op wat er ontbreekt en waaruit dat blijkt.",
    en="The reason for the rejection is too short. Write what is missing and what shows that.",
)
_NO_WINNER = Text(
    nl="De berekening heeft geen winnaar. Een brief kan niet worden gemaakt.",
    en="The calculation has no winner. No letter can be made.",
)


def letter_faults(result: LotResult, to: Addressee) -> tuple[Text, ...]:
    """Everything that stands in the way of the letter to this bidder."""
    winner = result.winner
    if winner is None:
        return (_NO_WINNER,)
    own = () if to.ranked is None else tuple(_bare(result, to.ranked, _OWN))
    others = () if to.code == winner.bid.code else tuple(_bare(result, winner, _OF_WINNER))
    return (*own, *others, *_reason(to))


def _bare(result: LotResult, of: BidResult, words: Text) -> Iterator[Text]:
    """A judgement by people needs words; a formula explains itself."""
    for leaf in result.lot.leaves():
        if leaf.kind is not Kind.SCALE:
            continue
        others = [
            each.bid.motivations.get(leaf.code, "") for each in result.ranking if each.bid.code != of.bid.code
        ]
        for fault in shortcomings(of.bid.motivations.get(leaf.code, ""), levels=_levels(leaf), others=others):
            yield words.format(criterion=leaf.title, fault=fault)


def _levels(leaf: Criterion) -> tuple[LevelText, ...]:
    return tuple(LevelText(level.title, level.description) for level in leaf.levels)


def _reason(to: Addressee) -> Iterator[Text]:
    if to.aside is None:
        return
    bid = to.aside.bid
    typed = [*bid.failed.values(), *([bid.fallen] if bid.fallen else [])]
    if any(len(words_of(each)) < LEAST_WORDS for each in typed):
        yield _BARE_REASON
