"""May a bid state this value for this criterion?"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.awards import AWARDS
from tenders.scoring.methods import METHODS
from tenders.scoring.model import AwardRule, BidValue, Combination, Criterion, Kind
from tenders.scoring.stated import shares, states_code

Given = BidValue | tuple[BidValue, ...] | None
Objection = Callable[[Given], Text | None]

LIMIT = Decimal(10) ** 15

_MISSING = Text(
    nl="Er is geen waarde voor ‘{title}’. Vul die in.", en="There is no value for ‘{title}’. Fill it in."
)
_NOT_A_NUMBER = Text(nl="‘{title}’ vraagt een getal.", en="‘{title}’ asks for a number.")
_TOO_LARGE = Text(
    nl="De waarde voor ‘{title}’ is te groot: hooguit 15 cijfers voor de komma.",
    en="The value for ‘{title}’ is too large: at most 15 digits before the decimal sign.",
)
_NEGATIVE = Text(
    nl="De prijs voor ‘{title}’ is negatief. Vraag de inschrijver om uitleg.",
    en="The price for ‘{title}’ is negative. Ask the bidder for an explanation.",
)
_NOT_ON_SCALE = Text(
    nl="‘{value}’ staat niet op de schaal van ‘{title}’. Kies uit: {codes}.",
    en="‘{value}’ is not on the scale of ‘{title}’. Choose from: {codes}.",
)
_NO_COMBINATION = Text(
    nl="Er zijn meer beoordelingen voor ‘{title}’, maar niet is bekendgemaakt hoe die samen tellen.",
    en="There are several assessments for ‘{title}’, but how they combine was not published.",
)
_NO_CONSENSUS = Text(
    nl="Bij consensus geeft de commissie voor ‘{title}’ precies één beoordeling.",
    en="With consensus the panel gives exactly one assessment for ‘{title}’.",
)
_NOT_ASSESSED = Text(
    nl="‘{title}’ heeft één waarde: dit wordt niet door meer beoordelaars gescoord.",
    en="‘{title}’ has one value: it is not scored by several assessors.",
)


def plainly_fine(award: AwardRule, leaf: Criterion, column: Sequence[Given]) -> bool:
    """A quick look at a whole column; only when it says no is each value looked at."""
    types = set(map(type, column))
    if types == {tuple}:
        return _plainly_assessed(award, leaf, [value for value in column if isinstance(value, tuple)])
    if states_code(leaf):
        return set(column) <= shares(leaf).keys()
    if types != {Decimal}:
        return False
    numbers = [value for value in column if isinstance(value, Decimal)]
    if not all(map(Decimal.is_finite, numbers)):
        return False
    lowest = Decimal(0) if leaf.kind is Kind.PRICE else -LIMIT
    return lowest <= min(numbers) and max(numbers) < LIMIT


def _plainly_assessed(award: AwardRule, leaf: Criterion, column: Sequence[tuple[BidValue, ...]]) -> bool:
    counts = set(map(len, column))
    if not states_code(leaf) or len(counts) != 1 or _several_objection(award, leaf, *counts):
        return False
    return set().union(*column) <= shares(leaf).keys()


def objection_to(award: AwardRule, leaf: Criterion) -> Objection:
    single = _code_objection(leaf) if states_code(leaf) else _number_objection(leaf)

    def objection(value: Given) -> Text | None:
        if value is None:
            return _MISSING.format(title=leaf.title)
        if not isinstance(value, tuple):
            return single(value)
        several = _several_objection(award, leaf, len(value))
        return several or next(filter(None, map(single, value)), None)

    return objection


def _several_objection(award: AwardRule, leaf: Criterion, count: int) -> Text | None:
    if count == 0:
        return _MISSING.format(title=leaf.title)
    if leaf.kind is Kind.PRICE or not _assessable(award, leaf):
        return _NOT_ASSESSED.format(title=leaf.title)
    if award.combination is None:
        return _NO_COMBINATION.format(title=leaf.title)
    if award.combination is Combination.CONSENSUS and count != 1:
        return _NO_CONSENSUS.format(title=leaf.title)
    return None


def _assessable(award: AwardRule, leaf: Criterion) -> bool:
    return AWARDS[award.method].scores(leaf) and not METHODS[leaf.method].relative


def _number_objection(leaf: Criterion) -> Objection:
    def objection(value: Given) -> Text | None:
        if not isinstance(value, Decimal) or not value.is_finite():
            return _NOT_A_NUMBER.format(title=leaf.title)
        if abs(value) >= LIMIT:
            return _TOO_LARGE.format(title=leaf.title)
        if leaf.kind is Kind.PRICE and value < 0:
            return _NEGATIVE.format(title=leaf.title)
        return None

    return objection


def _code_objection(leaf: Criterion) -> Objection:
    known = shares(leaf)

    def objection(value: Given) -> Text | None:
        if isinstance(value, str) and value in known:
            return None
        return _NOT_ON_SCALE.format(value=str(value), title=leaf.title, codes=", ".join(known))

    return objection
