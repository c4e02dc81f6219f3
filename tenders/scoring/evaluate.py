"""Evaluating a lot, in one fixed order.

Checks → knock-outs, bids that fell away, zero prices, ceilings → scores with references among the bids
that remain → minimum scores, tested once → the bids that fell short leave and the rest is scored again →
totals → ranks → ties. A lot that cannot be evaluated raises; no partial number is ever returned.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.awards import AWARDS
from tenders.scoring.check import check
from tenders.scoring.columns import Column, Offered, scored
from tenders.scoring.direction import lower_is_better
from tenders.scoring.exclusions import (
    below_minimum,
    beyond_limit,
    knocked_out,
    on_every_ground,
    priced_zero,
    published_limits,
)
from tenders.scoring.fallen import set_aside, still_counts
from tenders.scoring.memory import no_search_for_cycles
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Bid, Criterion, Lot, Tender
from tenders.scoring.numbers import ZERO, exactly, rounded
from tenders.scoring.problem import NotEvaluable, Problem
from tenders.scoring.ranking import Entry, Placing, ranked, undecided
from tenders.scoring.result import BidResult, Exclusion, LotResult, TenderResult
from tenders.scoring.standings import counted, rows, standings

_NO_BIDS = Text(
    nl="Er zijn geen inschrijvingen. Voeg er minstens een toe.", en="There are no bids. Add at least one."
)
_NOT_ABOVE_ZERO = Text(
    nl="‘{title}’: de methode ‘{method}’ kan deze waarde niet aan: de formule deelt erdoor. "
    "Kies een vaste bandbreedte of een trappentabel.",
    en="‘{title}’: the method ‘{method}’ cannot take this value: the formula divides by it. Choose a fixed "
    "band or a step table.",
)
_ALL_ZERO = Text(
    nl="‘{title}’: alle waarden zijn 0 of lager; de methode ‘{method}’ heeft dan geen uitkomst. Kies een "
    "vaste bandbreedte of een trappentabel.",
    en="‘{title}’: all values are 0 or less; the method ‘{method}’ then has no outcome. Choose a fixed band "
    "or a step table.",
)


def evaluate(lot: Lot) -> LotResult:
    """Raises NotEvaluable with every problem found."""
    with no_search_for_cycles(), exactly():
        problems = check(lot) or (() if lot.bids else (Problem("bids", _NO_BIDS),))
        if problems:
            raise NotEvaluable(problems)
        return _evaluated(lot)


def evaluate_tender(tender: Tender) -> TenderResult:
    """All lots, or the problems of all lots together."""
    results: list[LotResult] = []
    problems: list[Problem] = []
    for index, lot in enumerate(tender.lots):
        try:
            results.append(evaluate(lot))
        except NotEvaluable as refusal:
            problems += [problem.under(f"lots[{index}]") for problem in refusal.problems]
    if problems:
        raise NotEvaluable(problems)
    return TenderResult(tender, tuple(results))


def _evaluated(lot: Lot) -> LotResult:
    bids, excluded = _remaining(lot)
    columns = _columns(lot, bids)
    short = dict(below_minimum(lot, columns, bids))
    if short:
        excluded += short.values()
        bids = [bid for index, bid in enumerate(bids) if index not in short]
        columns = _columns(lot, bids)
    excluded += [set_aside(bid) for bid in bids if bid.fallen]
    place = {bid.code: index for index, bid in enumerate(lot.bids)}
    excluded.sort(key=lambda exclusion: place[exclusion.bid.code])
    return _result(lot, bids, columns, tuple(excluded))


def _scored_leaves(lot: Lot) -> list[Criterion]:
    method = AWARDS[lot.award.method]
    return [leaf for leaf in lot.leaves() if method.scores(leaf)]


def _remaining(lot: Lot) -> tuple[list[Bid], list[Exclusion]]:
    """The bids that pass knock-outs, zero-price rule and ceilings; and the others, with the reason.

    A bid that fell away is among the first as long as the scores of the others rest on it.
    """
    limits = published_limits(_scored_leaves(lot))
    remaining: list[Bid] = []
    excluded: list[Exclusion] = []
    for bid in lot.bids:
        exclusion = on_every_ground(
            [*knocked_out(lot, bid), *_gone(lot, bid), *priced_zero(lot, bid), *beyond_limit(limits, bid)]
        )
        if exclusion is None:
            remaining.append(bid)
        else:
            excluded.append(exclusion)
    return remaining, excluded


def _gone(lot: Lot, bid: Bid) -> list[Exclusion]:
    return [set_aside(bid)] if bid.fallen and not still_counts(lot, bid) else []


def _columns(lot: Lot, bids: Sequence[Bid]) -> dict[str, Column]:
    if not bids:
        return {}
    worth = AWARDS[lot.award.method].worth
    columns: dict[str, Column] = {}
    problems: list[Problem] = []
    for leaf in _scored_leaves(lot):
        offered = [bid.values[leaf.code] for bid in bids]
        numbers = counted(lot, leaf, offered)
        found = _undefined(lot, leaf, bids, numbers)
        problems += found
        if not found:
            columns[leaf.code] = scored(lot.award, leaf, worth(lot.award, leaf), offered, numbers)
    if problems:
        raise NotEvaluable(problems)
    return columns


def _undefined(lot: Lot, leaf: Criterion, bids: Sequence[Bid], values: Sequence[Offered]) -> list[Problem]:
    """A method that divides by a value has no outcome at 0; nothing is made up for it."""
    method = METHODS[leaf.method]
    numbers = [value for value in values if isinstance(value, Decimal)]
    if not method.above_zero or not numbers:
        return []
    if not lower_is_better(leaf) and max(numbers) <= ZERO:
        return [Problem("bids", _ALL_ZERO.format(title=leaf.title, method=method.title))]
    zero_too = lower_is_better(leaf)
    message = _NOT_ABOVE_ZERO.format(title=leaf.title, method=method.title)
    return [
        Problem(f"bids[{lot.bids.index(bid)}].values.{leaf.code}", message)
        for bid, number in zip(bids, numbers, strict=True)
        if number < ZERO or (zero_too and number == ZERO)
    ]


def _result(
    lot: Lot, bids: Sequence[Bid], columns: Mapping[str, Column], excluded: tuple[Exclusion, ...]
) -> LotResult:
    method, scores = AWARDS[lot.award.method], rows(columns, bids)
    standing_of = standings(lot, method, bids, scores)
    figure_of = method.figure_of(lot, standing_of) if bids else None
    figures = [figure_of(standing) for standing in standing_of] if figure_of else []
    entries = [
        Entry(bid, rounded(figure, lot.award.rounding.places), figure, standing, row)
        for bid, figure, standing, row in zip(bids, figures, standing_of, scores, strict=True)
    ]
    taking_part = [entry for entry in entries if not entry.bid.fallen]
    placings = ranked(lot, taking_part, lower_wins=method.lower_wins)
    numbers = {code: column.counted for code, column in columns.items()}
    return LotResult(
        lot=lot,
        ranking=tuple(map(_placed, placings)),
        excluded=excluded,
        undecided=tuple(undecided(lot, placings)),
        columns=numbers,
        kept=tuple(_placed(Placing(entry, 0, None)) for entry in entries if entry.bid.fallen),
    )


def _placed(placing: Placing) -> BidResult:
    entry = placing.entry
    return BidResult(
        bid=entry.bid,
        rank=placing.rank,
        scores=entry.scores,
        standing=entry.standing,
        figure=entry.figure,
        total=entry.total,
        tie=placing.tie,
    )
