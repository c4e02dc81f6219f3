"""From totals to ranks: equal totals are split by the published rules, in their order, or stay shared."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from itertools import groupby
from typing import NamedTuple

from procurement.language import Text
from tenders.scoring.award import Standing
from tenders.scoring.columns import total_of
from tenders.scoring.draws import Drawn, drawn
from tenders.scoring.method import Ratio
from tenders.scoring.model import Bid, Lot, TieBreak, TieRule
from tenders.scoring.numbers import fraction
from tenders.scoring.result import Score, Undecided


class Entry(NamedTuple):
    """One bid as it enters the ranking."""

    bid: Bid
    total: Decimal  # rounded as published
    figure: Ratio
    standing: Standing
    scores: dict[str, Score]


class Placing(NamedTuple):
    entry: Entry
    rank: int
    tie: Text | None


_DECIDED = Text(
    nl="Zelfde totaal als {others}. Beslist op: {rules}.", en="Same total as {others}. Decided on: {rules}."
)
_SHARED = Text(
    nl="Zelfde totaal als {others}. Niet beslist: de plaats is gedeeld.",
    en="Same total as {others}. Not decided: the place is shared.",
)
_THEN = Text(nl="{first}, daarna {then}", en="{first}, then {then}")
_DRAW_NEEDED = Text(
    nl="Gelijke stand op plaats {rank}: loot tussen {bids} en leg de uitslag vast.",
    en="Tie at place {rank}: draw lots between {bids} and record the outcome.",
)
_NO_RULE = Text(
    nl="Gelijke stand op plaats {rank} tussen {bids}. De bekendgemaakte regels beslissen dit niet; vraag "
    "juridisch advies.",
    en="Tie at place {rank} between {bids}. The published rules do not decide it; ask for legal advice.",
)
_RULES = {
    TieBreak.QUALITY: Text(nl="de hoogste score voor kwaliteit", en="the highest score for quality"),
    TieBreak.CRITERION: Text(nl="de hoogste score voor {title}", en="the highest score for {title}"),
    TieBreak.PRICE: Text(nl="de laagste prijs", en="the lowest price"),
    TieBreak.DRAW: Text(nl="loting", en="drawing of lots"),
}


def ranked(lot: Lot, entries: Sequence[Entry], *, lower_wins: bool) -> tuple[Placing, ...]:
    """All entries in rank order; entries that stay tied share their rank and are listed by bid code."""
    ordered = sorted(entries, key=lambda entry: entry.bid.code)
    ordered.sort(key=lambda entry: entry.total, reverse=not lower_wins)  # stable: equal totals by code
    placings: list[Placing] = []
    for _, equal in groupby(ordered, key=lambda entry: entry.total):
        placings += _placed(lot, list(equal), first=len(placings) + 1)
    return tuple(placings)


def _placed(lot: Lot, equal: list[Entry], *, first: int) -> Iterator[Placing]:
    if len(equal) == 1:
        yield Placing(equal[0], first, None)
        return
    rank = first
    for group, rules in _split(lot, equal, lot.award.ties):
        for entry in group:
            yield Placing(entry, rank, _note(lot, entry, equal, group, rules))
        rank += len(group)


Split = tuple[list[Entry], tuple[TieRule, ...]]


def _split(
    lot: Lot, equal: list[Entry], rules: Sequence[TieRule], used: tuple[TieRule, ...] = ()
) -> Iterator[Split]:
    """Groups that stay together, in order, each with the rules that set it apart from the others."""
    for index, rule in enumerate(rules if len(equal) > 1 else ()):
        key = _key(lot, rule, equal)
        if key is None:
            continue
        groups = [list(group) for _, group in groupby(sorted(equal, key=key), key=key)]
        if len(groups) > 1:
            for group in groups:
                yield from _split(lot, group, rules[index + 1 :], (*used, rule))
            return
    yield equal, used


Key = Callable[[Entry], Fraction | Decimal | int]


def _key(lot: Lot, rule: TieRule, equal: list[Entry]) -> Key | None:
    """Sorts the best first; None for a draw that does not settle these bids."""
    if rule.by is TieBreak.QUALITY:
        return lambda entry: -fraction(entry.standing.quality)
    if rule.by is TieBreak.PRICE:
        return lambda entry: entry.standing.price or Decimal(0)
    if rule.by is TieBreak.CRITERION:
        leaves = [leaf.code for node in lot.nodes() if node.code == rule.criterion for leaf in node.leaves()]
        return lambda entry: -fraction(total_of(lot.award, [entry.scores[code] for code in leaves]))
    places = {entry.bid.code: drawn(lot, entry.bid.code) for entry in equal}
    held = {place.draw for place in places.values() if place is not None}
    if None in places.values() or len(held) != 1:
        return None
    return lambda entry: _place(places[entry.bid.code])


def _place(drawn_at: Drawn | None) -> int:
    return drawn_at.place if drawn_at is not None else 0


def _note(lot: Lot, entry: Entry, equal: list[Entry], group: list[Entry], rules: tuple[TieRule, ...]) -> Text:
    if len(group) > 1:
        return _SHARED.format(others=_codes(group, entry))
    words = [_rule_text(lot, rule) for rule in rules]
    told = reduce(lambda first, then: _THEN.format(first=first, then=then), words)
    return _DECIDED.format(others=_codes(equal, entry), rules=told)


def _codes(entries: list[Entry], entry: Entry) -> str:
    return ", ".join(other.bid.code for other in entries if other is not entry)


def _rule_text(lot: Lot, rule: TieRule) -> Text:
    if rule.by is not TieBreak.CRITERION:
        return _RULES[rule.by]
    title = next(node.title for node in lot.nodes() if node.code == rule.criterion)
    return _RULES[rule.by].format(title=title)


def undecided(lot: Lot, placings: Sequence[Placing]) -> Iterator[Undecided]:
    published_draw = any(rule.by is TieBreak.DRAW for rule in lot.award.ties)
    for rank, shared in groupby(placings, key=lambda placing: placing.rank):
        bids = tuple(placing.entry.bid.code for placing in shared)
        if len(bids) > 1:
            message = _DRAW_NEEDED if published_draw else _NO_RULE
            yield Undecided(rank, bids, message.format(rank=str(rank), bids=", ".join(bids)))
