"""What a panel gives a bid: one agreed level, or one level per assessor where mean or median counts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

CellKey = tuple[int, int]  # bid, criterion


@dataclass(frozen=True, slots=True)
class JuryValue:
    """`values`: the level that was agreed on, or one level per assessor in the order of their letters."""

    values: tuple[str, ...]
    motivation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The final score of one assessor, known by a letter, without a conflict of interest with the bid."""

    letter: str
    bid: int
    criterion: int
    value: str
    motivation: str


def by_letter(letter: str) -> tuple[int, str]:
    """A to Z, then AA."""
    return len(letter), letter


def one_value_each(judgements: Iterable[Judgement], bids: Collection[int]) -> dict[CellKey, JuryValue]:
    """For mean and median: each criterion is judged by the same assessors for all `bids`.

    Whoever could not score one of the bids counts for none of them on that criterion: two panels are two
    yardsticks. A criterion on which nobody scored all bids gets no value.
    """
    found: dict[CellKey, JuryValue] = {}
    per_criterion: defaultdict[int, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        if judgement.bid in bids:
            per_criterion[judgement.criterion].append(judgement)
    for criterion, given in per_criterion.items():
        letters = letters_that_count(given, bids)
        for bid in bids if letters else ():
            own = {each.letter: each for each in given if each.bid == bid}
            found[bid, criterion] = _together([own[letter] for letter in letters])
    return found


def letters_that_count(given: Sequence[Judgement], bids: Collection[int]) -> tuple[str, ...]:
    """Of the judgements on one criterion: the assessors who judged every bid."""
    judged: defaultdict[str, set[int]] = defaultdict(set)
    for judgement in given:
        judged[judgement.letter].add(judgement.bid)
    return tuple(sorted((letter for letter in judged if judged[letter] >= set(bids)), key=by_letter))


def _together(given: Sequence[Judgement]) -> JuryValue:
    said = [
        f"Beoordelaar {each.letter}: {each.motivation.strip()}" for each in given if each.motivation.strip()
    ]
    return JuryValue(values=tuple(each.value for each in given), motivation="\n".join(said))
