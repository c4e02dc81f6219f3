"""How a score or a total came about: inputs, formula in symbols, in words and filled in, and the result."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from procurement.language import Text
from procurement.law import Citation
from procurement.numbers import decimals, dutch, english
from tenders.scoring.awards import AWARDS
from tenders.scoring.method import ScoringMethod, Symbol
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Combination, Criterion
from tenders.scoring.numbers import exactly, value_of
from tenders.scoring.result import LotResult, Score
from tenders.scoring.stated import number_of

SHOWN_DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """One figure explained. Points are euros under award on value."""

    bid: str
    code: str  # of the criterion; empty for the total
    title: str | Text
    method: Text
    formula: str
    words: Text
    inputs: tuple[Symbol, ...]
    filled: Text  # the formula with the numbers in it
    share: Decimal | None  # of the points, to 50 digits; None for a total
    worth: Decimal | None  # what the whole share earns; None for a total
    weight: Decimal | None  # percent of the lot; None for a total
    exact: Decimal  # to 50 digits
    rounded: Decimal  # as it counts
    basis: tuple[Citation, ...]
    notes: tuple[Text, ...] = ()

    @property
    def contribution(self) -> Decimal:
        """What this adds to the total."""
        return self.rounded


_COMBINATIONS = {
    Combination.MEAN: Text(nl="het gemiddelde van de beoordelaars", en="the mean of the assessors"),
    Combination.MEDIAN: Text(nl="de mediaan van de beoordelaars", en="the median of the assessors"),
    Combination.CONSENSUS: Text(nl="de consensus van de commissie", en="the consensus of the panel"),
}
_ASSESSOR = Text(nl="de score van beoordelaar {number}", en="the score of assessor {number}")
_OFFERED = Text(
    nl="Deze inschrijving gaf: {value}. Volgens de bekendgemaakte regel telt een prijs van 0 als {counted}.",
    en="This bid offered: {value}. Under the published rule a price of 0 counts as {counted}.",
)
_TOTAL = Text(nl="Totaal", en="Total")
_POINTS_FOR = Text(nl="punten voor {title}", en="points for {title}")
_EUROS_FOR = Text(nl="waarde in euro's voor {title}", en="value in euros for {title}")


def explain(result: LotResult, bid_code: str, criterion_code: str) -> Working:
    """The working of one score. Raises KeyError for an unknown or excluded bid or an unscored criterion."""
    found = result.of(bid_code)
    score = found.scores[criterion_code]
    leaf = next(leaf for leaf in result.lot.leaves() if leaf.code == criterion_code)
    method = METHODS[leaf.method]
    with exactly():
        formula, words, inputs = _parts(result, leaf, method, score)
        return Working(
            bid=bid_code,
            code=leaf.code,
            title=leaf.title,
            method=method.title,
            formula=formula,
            words=words,
            inputs=inputs,
            filled=filled_in(formula, inputs),
            share=value_of(score.share),
            worth=score.worth,
            weight=leaf.weight,
            exact=score.exact,
            rounded=score.points,
            basis=method.basis,
            notes=_notes(score),
        )


def explain_total(result: LotResult, bid_code: str) -> Working:
    """The working of the figure that the ranking is based on. Raises KeyError for an excluded bid."""
    found = result.of(bid_code)
    method = AWARDS[result.lot.award.method]
    with exactly():
        standings = [each.standing for each in result.counted]
        inputs = method.inputs(result.lot, standings, found.standing)
    contributions = _contributions(result, bid_code)
    filled = _sum(contributions) if method.scores_price else filled_in(method.formula, inputs)
    return Working(
        bid=bid_code,
        code="",
        title=_TOTAL,
        method=method.title,
        formula=method.formula,
        words=method.words,
        inputs=(*contributions, *inputs),
        filled=filled,
        share=None,
        worth=None,
        weight=None,
        exact=found.exact_total,
        rounded=found.total,
        basis=method.basis,
        notes=(found.tie,) if found.tie else (),
    )


def _parts(
    result: LotResult, leaf: Criterion, method: ScoringMethod, score: Score
) -> tuple[str, Text, tuple[Symbol, ...]]:
    column = result.columns[leaf.code]
    if isinstance(score.value, tuple):
        return _assessed(result, leaf, method, score.value)
    counted = number_of(leaf, score.value) if score.counted is None else score.counted
    return method.formula_for(leaf), method.words, method.inputs(leaf, column, counted)


def _assessed(
    result: LotResult, leaf: Criterion, method: ScoringMethod, values: Sequence[Decimal | str]
) -> tuple[str, Text, tuple[Symbol, ...]]:
    combination = result.lot.award.combination or Combination.CONSENSUS
    share_of = method.share_of(leaf, ())
    shares = [value_of(share_of(number_of(leaf, value))) for value in values]
    symbols = [f"s{number}" for number in range(1, len(shares) + 1)]
    inputs = tuple(
        Symbol(symbol, _ASSESSOR.format(number=symbol[1:]), share)
        for symbol, share in zip(symbols, shares, strict=True)
    )
    formula = {
        Combination.MEAN: f"({' + '.join(symbols)}) / {len(symbols)}",
        Combination.MEDIAN: f"med({'; '.join(symbols)})",
        Combination.CONSENSUS: symbols[0],
    }[combination]
    return formula, _COMBINATIONS[combination], inputs


def _contributions(result: LotResult, bid_code: str) -> tuple[Symbol, ...]:
    label = _EUROS_FOR if AWARDS[result.lot.award.method].in_euros else _POINTS_FOR
    scores = result.of(bid_code).scores
    return tuple(
        Symbol(leaf.code, label.format(title=leaf.title), scores[leaf.code].points)
        for leaf in result.lot.leaves()
        if leaf.code in scores
    )


def _sum(contributions: Sequence[Symbol]) -> Text:
    shown = [_in_brackets(_shown(contribution.value)) for contribution in contributions]
    return Text(nl=" + ".join(part.nl for part in shown), en=" + ".join(part.en for part in shown))


def _notes(score: Score) -> tuple[Text, ...]:
    if score.counted is None or not isinstance(score.value, Decimal) or score.counted == score.value:
        return ()
    note = _OFFERED.format(value=_shown(score.value), counted=_shown(score.counted))
    return (note,)


def filled_in(formula: str, inputs: Sequence[Symbol]) -> Text:
    """The formula with each symbol replaced by its number."""
    symbols = sorted((entry.symbol for entry in inputs), key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(symbol)}(?![\w(])" for symbol in symbols))
    values = {entry.symbol: _in_brackets(_shown(entry.value)) for entry in inputs}
    return Text(
        nl=pattern.sub(lambda match: values[match[0]].nl, formula),
        en=pattern.sub(lambda match: values[match[0]].en, formula),
    )


def _in_brackets(number: Text) -> Text:
    """A negative number inside a formula: 300 − (-60)."""
    return Text(nl=f"({number.nl})", en=f"({number.en})") if number.nl.startswith("-") else number


def _shown(value: Decimal | str) -> Text:
    """A number as published, or at six decimals when it has more."""
    if isinstance(value, str):
        return Text(nl=value, en=value)
    places = SHOWN_DIGITS if decimals(value) > SHOWN_DIGITS else None
    return Text(nl=dutch(value, places), en=english(value, places))
