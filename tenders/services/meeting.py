"""From rows to what lies on the table in the consensus meeting; in as many queries for one bid as for ten."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from tenders.assessment.dispersion import Cell, Given, Spread, harshness, spreads
from tenders.assessment.meeting import BidTalk, Meeting, Said, ScaleLevel, Strictness, Topic, Version
from tenders.assessment.panel import by_letter
from tenders.models import Assessor, Bid, ConsensusScore, Criterion, IndividualScore, Lot, Reveal
from tenders.procedure.phases import DECIDED, Phase
from tenders.scoring.combine import joined
from tenders.scoring.model import Combination
from tenders.scoring.numbers import ZERO, exactly, rounded, whole
from tenders.services.agreed import Panel, panel_of
from tenders.services.jury import active_assessors, admitted_bids, conflicts_of
from tenders.services.jury_values import jury_criteria

LOCKED = frozenset({Phase.PRICE_OPENING, Phase.EVALUATION, Phase.VERIFICATION}) | DECIDED
MET = LOCKED | {Phase.CONSENSUS}
"""From the consensus phase on there is a meeting to look at; once locked it is for reading."""

PLACES = 2  # decimals of a percentage on the page

Scores = Mapping[Cell, Sequence[IndividualScore]]


@dataclass(frozen=True, slots=True)
class _Rows:
    """Everything that was fetched."""

    lot: Lot
    panel: Panel
    bids: Sequence[Bid]
    assessors: Mapping[int, Assessor]
    assigned: Mapping[int, frozenset[int]]  # criterion → assessors
    conflicts: frozenset[tuple[int, int]]
    scores: Scores  # final, of active assessors, without a conflict of interest
    versions: Mapping[Cell, Sequence[ConsensusScore]]
    revealed: Mapping[int, datetime]


def meeting_of(lot: Lot, *, shows_all: bool = False) -> Meeting:
    """`shows_all`: also the scores on criteria that were not revealed, once the scores are locked."""
    rows, criteria = _fetched(lot), list(jury_criteria(lot).prefetch_related("levels"))
    given = {criterion.pk: list(_given(rows, criterion)) for criterion in criteria}
    spread = _spreads(given)
    topics = [_topic(rows, criterion, spread, shows_all) for criterion in criteria]
    places = {criterion.pk: place for place, criterion in enumerate(criteria)}
    known = {topic.key: _largest(spread, topic.key) for topic in topics if topic.is_revealed or shows_all}
    topics.sort(key=lambda topic: (topic.key not in known, -known.get(topic.key, ZERO), places[topic.key]))
    open_to_all = [each for topic in topics if topic.is_revealed or shows_all for each in given[topic.key]]
    return Meeting(
        combination=Combination(lot.combination or Combination.CONSENSUS),
        topics=tuple(topics),
        strictness=_strictness(rows, open_to_all),
    )


def _fetched(lot: Lot) -> _Rows:
    assessors = {assessor.pk: assessor for assessor in active_assessors(lot)}
    conflicts = frozenset(conflicts_of(lot))
    assigned: defaultdict[int, set[int]] = defaultdict(set)
    rows = Assessor.objects.filter(pk__in=assessors, assignments__isnull=False)
    for assessor, criterion in rows.values_list("pk", "assignments__criterion"):
        assigned[criterion].add(assessor)
    return _Rows(
        lot=lot,
        panel=panel_of(lot),
        bids=admitted_bids(lot),
        assessors=assessors,
        assigned={criterion: frozenset(found) for criterion, found in assigned.items()},
        conflicts=conflicts,
        scores=_scores(assessors, conflicts),
        versions=_versions(lot),
        revealed=dict(Reveal.objects.filter(criterion__lot=lot).values_list("criterion", "at")),
    )


def _scores(assessors: Iterable[int], conflicts: frozenset[tuple[int, int]]) -> Scores:
    found: defaultdict[Cell, list[IndividualScore]] = defaultdict(list)
    rows = IndividualScore.objects.filter(assessor__in=list(assessors), assessor__ready_at__isnull=False)
    for score in rows.exclude(value=""):
        if (score.assessor_id, score.bid_id) not in conflicts:
            found[score.bid_id, score.criterion_id].append(score)
    return found


def _versions(lot: Lot) -> Mapping[Cell, Sequence[ConsensusScore]]:
    found: defaultdict[Cell, list[ConsensusScore]] = defaultdict(list)
    for score in ConsensusScore.objects.filter(bid__lot=lot).order_by("number"):
        found[score.bid_id, score.criterion_id].append(score)
    return found


def _given(rows: _Rows, criterion: Criterion) -> Iterable[Given]:
    levels = {level.code: (step, level.share) for step, level in enumerate(criterion.levels.all())}
    for bid in rows.bids:
        for score in rows.scores.get((bid.pk, criterion.pk), ()):
            step, share = levels[score.value]
            yield Given(score.assessor_id, bid.pk, criterion.pk, step, share)


def _spreads(given: Mapping[int, Sequence[Given]]) -> dict[Cell, Spread]:
    found = spreads(each for scores in given.values() for each in scores)
    return {(each.bid, each.criterion): each for each in found if each.assessors > 1}


def _largest(spread: Mapping[Cell, Spread], criterion: int) -> Decimal:
    return max((each.share for each in spread.values() if each.criterion == criterion), default=ZERO)


def _topic(rows: _Rows, criterion: Criterion, spread: Mapping[Cell, Spread], shows_all: bool) -> Topic:
    revealed_at = rows.revealed.get(criterion.pk)
    levels = tuple(
        ScaleLevel(level.code, level.title, level.share, level.description)
        for level in criterion.levels.all()
    )
    is_shown = revealed_at is not None or shows_all
    return Topic(
        key=criterion.pk,
        code=criterion.code,
        title=criterion.title,
        description=criterion.description,
        levels=levels,
        revealed_at=revealed_at,
        bids=tuple(
            _talk(rows, criterion.pk, bid, levels, spread, is_shown)
            for bid in _widest_first(rows.bids, criterion.pk, spread if is_shown else {})
        ),
    )


def _widest_first(bids: Sequence[Bid], criterion: int, spread: Mapping[Cell, Spread]) -> list[Bid]:
    """The bids on which the assessors differ most, first; by code where that is not known."""

    def width(bid: Bid) -> Decimal:
        found = spread.get((bid.pk, criterion))
        return found.share if found is not None else ZERO

    return sorted(bids, key=lambda bid: -width(bid))


def _talk(
    rows: _Rows, criterion: int, bid: Bid, levels: Sequence[ScaleLevel], spread: Mapping[Cell, Spread],
    is_shown: bool,
) -> BidTalk:  # fmt: skip
    cell = bid.pk, criterion
    titles = {level.code: level.title for level in levels}
    return BidTalk(
        key=bid.pk,
        code=bid.code,
        said=_said(rows, cell, levels) if is_shown else (),
        spread=spread.get(cell) if is_shown else None,
        versions=tuple(
            Version(row.number, row.value, titles.get(row.value, row.value), row.reason, row.at)
            for row in rows.versions.get(cell, ())
        ),
        counted=_counted(rows, cell, levels) if is_shown else None,
        objection=rows.panel.objection(cell),
    )


def _said(rows: _Rows, cell: Cell, levels: Sequence[ScaleLevel]) -> tuple[Said, ...]:
    bid, criterion = cell
    by_code = {level.code: level for level in levels}
    counting = rows.panel.letters.get(criterion, ())
    found = [
        Said(letter=rows.assessors[key].letter, has_conflict=True, counts=False)
        for key in rows.assigned.get(criterion, ())
        if (key, bid) in rows.conflicts
    ]
    for score in rows.scores.get(cell, ()):
        letter, level = rows.assessors[score.assessor_id].letter, by_code[score.value]
        counts = rows.panel.agrees or letter in counting
        found.append(
            Said(
                letter=letter,
                level=level.title,
                share=level.share,
                motivation=score.motivation,
                counts=counts,
            )
        )
    return tuple(sorted(found, key=lambda each: by_letter(each.letter)))


def _counted(rows: _Rows, cell: Cell, levels: Sequence[ScaleLevel]) -> Decimal | None:
    """What the assessors together make of it, where mean or median counts."""
    value = rows.panel.values.get(cell)
    if rows.panel.agrees or value is None:
        return None
    shares = {level.code: whole(level.share) for level in levels}
    combination = Combination(rows.lot.combination)
    with exactly():
        share = joined(combination, [shares[code] for code in value.values])
    return rounded(share, PLACES)


def _strictness(rows: _Rows, given: Sequence[Given]) -> tuple[Strictness, ...]:
    found = [Strictness(rows.assessors[each.assessor].letter, each) for each in harshness(given)]
    return tuple(sorted(found, key=lambda each: by_letter(each.letter)))
