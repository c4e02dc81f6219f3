"""From evidence and published rules to a scorecard. The best evidence that counts decides each part."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from procurement.language import Text
from procurement.numbers import in_both
from tenders.scorecard.admissible import stated_figure, why_no_figure, why_not
from tenders.scorecard.labels import label_remarks
from tenders.scorecard.model import Evidence, Line, PartRule, Product, Refusal, Scorecard
from tenders.scorecard.rules import STARTING_RULES

_NOTHING = Text(
    nl="Geen bewijs ingediend, dus 0 van {maximum} punten.",
    en="No evidence submitted, so 0 of {maximum} points.",
)
_NONE_COUNTS = Text(
    nl="Geen van de ingediende bewijsmiddelen telt, dus 0 van {maximum} punten. {first}",
    en="None of the evidence submitted counts, so 0 of {maximum} points. {first}",
)
_NOTHING_AT_ALL = Text(nl="Geen bewijs ingediend.", en="No evidence submitted.")
_NONE_COUNTS_AT_ALL = Text(
    nl="Geen van de ingediende bewijsmiddelen telt. {first}",
    en="None of the evidence submitted counts. {first}",
)
_COUNTS_AT_ALL = Text(nl="{title} telt.", en="{title} counts.")
_COUNTS = Text(
    nl="{title} telt: {share}% van {maximum} punten.", en="{title} counts: {share}% of {maximum} points."
)
_VALUE_COUNTS = Text(
    nl="{title}: {value} {unit} haalt het niveau van ten minste {level} {unit}: {share}% van {maximum} "
    "punten.",
    en="{title}: {value} {unit} reaches the level of at least {level} {unit}: {share}% of {maximum} points.",
)
_TOO_LOW = Text(
    nl="{title}: {value} {unit} ligt onder het laagste niveau van {level} {unit}: 0 van {maximum} punten.",
    en="{title}: {value} {unit} is below the lowest level of {level} {unit}: 0 of {maximum} points.",
)


class _Candidate(NamedTuple):
    evidence: Evidence
    share: Decimal
    reason: Text


def scorecard(
    evidence: Sequence[Evidence],
    *,
    on: date,
    rules: Sequence[PartRule] = STARTING_RULES,
    product: Product = Product.COMPUTER,
) -> Scorecard:
    """The scorecard on the day `on`: the deadline for bids or requests, that day included.

    A part for which `rules` say nothing has no points: only whether its evidence counts.
    """
    published = {rule.part: rule for rule in rules}
    return Scorecard(
        on=on,
        lines=tuple(
            _line(published[known.part], evidence, on, product)
            if known.part in published
            else _unscored(known, evidence, on, product)
            for known in STARTING_RULES
        ),
    )


def _line(rule: PartRule, evidence: Sequence[Evidence], on: date, product: Product) -> Line:
    shares = {accepted.kind: accepted.share for accepted in rule.accepted}
    counting, refused = _sifted(rule, evidence, on)
    best = max((_candidate(rule, piece, shares[piece.kind]) for piece in counting), key=_order, default=None)
    return Line(
        part=rule.part,
        title=rule.title,
        points=rule.points * best.share if best else Decimal(0),
        maximum=rule.points,
        reason=best.reason if best else _nothing(rule, refused),
        used=best.evidence if best else None,
        refused=refused,
        remarks=label_remarks(best.evidence.kind, product, on) if best else (),
        basis=rule.basis,
    )


def _unscored(known: PartRule, evidence: Sequence[Evidence], on: date, product: Product) -> Line:
    counting, refused = _sifted(known, evidence, on)
    used = max(counting, key=_last_day, default=None)
    return Line(
        part=known.part,
        title=known.title,
        points=None,
        maximum=None,
        reason=_unscored_reason(known, used, refused),
        used=used,
        refused=refused,
        remarks=label_remarks(used.kind, product, on) if used else (),
        basis=known.basis,
    )


def _unscored_reason(known: PartRule, used: Evidence | None, refused: Sequence[Refusal]) -> Text:
    if used is not None:
        return _COUNTS_AT_ALL.format(title=used.title or known.title)
    return _NONE_COUNTS_AT_ALL.format(first=refused[0].reason) if refused else _NOTHING_AT_ALL


def _sifted(
    rule: PartRule, evidence: Sequence[Evidence], on: date
) -> tuple[list[Evidence], tuple[Refusal, ...]]:
    """What counts, and what does not with the reason, of the kinds that the rule accepts."""
    kinds = {accepted.kind for accepted in rule.accepted}
    offered = [piece for piece in evidence if piece.kind in kinds]
    refused = tuple(_refusals(rule, offered, on))
    refused_pieces = [refusal.evidence for refusal in refused]
    return [piece for piece in offered if piece not in refused_pieces], refused


def _refusals(rule: PartRule, offered: Sequence[Evidence], on: date) -> Iterator[Refusal]:
    refuses = why_no_figure if rule.grades else why_not
    for piece in offered:
        reason = refuses(piece, on)
        if reason is not None:
            yield Refusal(piece, reason)


def _candidate(rule: PartRule, piece: Evidence, share: Decimal) -> _Candidate:
    value = stated_figure(piece) if rule.grades else None
    if value is None:
        return _Candidate(piece, share, _words(_COUNTS, rule, piece, share))
    grade = next((grade for grade in rule.grades if value >= grade.at_least), None)
    earned = share * grade.share if grade else Decimal(0)
    level = (grade or rule.grades[-1]).at_least
    words = _VALUE_COUNTS if grade else _TOO_LOW
    return _Candidate(piece, earned, _words(words, rule, piece, earned, value=value, level=level))


def _words(
    words: Text,
    rule: PartRule,
    piece: Evidence,
    share: Decimal,
    value: Decimal = Decimal(0),
    level: Decimal = Decimal(0),
) -> Text:
    return words.format(
        title=piece.title or rule.title,
        share=in_both((share * 100).normalize()),
        maximum=in_both(rule.points),
        value=in_both(value),
        level=in_both(level),
        unit=rule.unit or Text(nl="-", en="-"),
    )


def _order(candidate: _Candidate) -> tuple[Decimal, date]:
    """Most points first; then the evidence that holds longest."""
    return candidate.share, _last_day(candidate.evidence)


def _last_day(piece: Evidence) -> date:
    return piece.valid_until or date.max


def _nothing(rule: PartRule, refused: Sequence[Refusal]) -> Text:
    maximum = in_both(rule.points)
    if not refused:
        return _NOTHING.format(maximum=maximum)
    return _NONE_COUNTS.format(maximum=maximum, first=refused[0].reason)
