"""Why a letter cannot be sent: what it would leave unexplained.

The reasons of a decision cannot in principle be supplemented after the letter (HR 7-12-2012), so a letter
with a missing or a bare motivation is not made.
"""

from collections.abc import Iterator, Mapping

from procurement.language import Text
from tenders.assessment.motivation import LevelText, shortcomings, words_of
from tenders.reports.letters.model import NOTHING, Addressee, Disclosure
from tenders.reports.letters.relative import is_better
from tenders.scoring.model import Criterion, Kind
from tenders.scoring.result import BidResult, LotResult

LEAST_WORDS = 3  # of the reason why a bid was set aside, besides the requirement that it names

_OWN = Text(nl="Motivering bij ‘{criterion}’: {fault}", en="Reasons for ‘{criterion}’: {fault}")
_OF_WINNER = Text(
    nl="Motivering van de winnaar bij ‘{criterion}’: {fault}",
    en="Reasons for the winner on ‘{criterion}’: {fault}",
)
_BARE_REASON = Text(
    nl="De reden van afwijzing is te kort. Schrijf op wat er ontbreekt en waaruit dat blijkt.",
    en="The reason for the rejection is too short. Write what is missing and what shows that.",
)
_NO_WINNER = Text(
    nl="De berekening heeft geen winnaar. Een brief kan niet worden gemaakt.",
    en="The calculation has no winner. No letter can be made.",
)


_UNTOLD = Text(
    nl="Voordeel van de winnaar bij ‘{criterion}’: de winnaar deed het hier beter en de brief zegt niet "
    "waarom. Schrijf het in uw woorden, of neem de waarde of de motivering over.",
    en="Advantage of the winner for ‘{criterion}’: the winner did better here and the letter does not say "
    "why. Write it in your words, or include the value or the reasons.",
)


def letter_faults(result: LotResult, to: Addressee, disclosed: Mapping[str, Disclosure]) -> tuple[Text, ...]:
    """Everything that stands in the way of the letter to this bidder; `disclosed` by criterion code."""
    winner = result.winner
    if winner is None:
        return (_NO_WINNER,)
    own = () if to.ranked is None else tuple(_bare(result, to.ranked, _OWN))
    others = () if to.code == winner.bid.code else tuple(_bare(result, winner, _OF_WINNER))
    untold = () if to.ranked is None else tuple(_untold(result, winner, to.ranked, disclosed))
    return (*own, *others, *untold, *_reason(to))


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


def _untold(
    result: LotResult, winner: BidResult, own: BidResult, disclosed: Mapping[str, Disclosure]
) -> Iterator[Text]:
    """Points alone are no characteristic and no advantage (art. 2.130 lid 2 Aw 2012)."""
    for leaf in result.lot.leaves():
        told = _is_told(leaf, winner, disclosed.get(leaf.code, NOTHING))
        if is_better(result, leaf, winner, own) and not told:
            yield _UNTOLD.format(criterion=leaf.title)


def _is_told(leaf: Criterion, winner: BidResult, disclosed: Disclosure) -> bool:
    value = winner.bid.values[leaf.code]
    given = value if isinstance(value, tuple) else (value,)
    words = any(level.description.strip() for level in leaf.levels if level.code in given)
    motivation = disclosed.shows_motivation and bool(winner.bid.motivations.get(leaf.code, "").strip())
    offered = disclosed.shows_value and not leaf.levels
    return words or motivation or offered or bool(disclosed.text.strip())


def _levels(leaf: Criterion) -> tuple[LevelText, ...]:
    return tuple(LevelText(level.title, level.description) for level in leaf.levels)


def _reason(to: Addressee) -> Iterator[Text]:
    if to.aside is None:
        return
    bid = to.aside.bid
    typed = [*bid.failed.values(), *([bid.fallen] if bid.fallen else [])]
    if any(len(words_of(each)) < LEAST_WORDS for each in typed):
        yield _BARE_REASON
