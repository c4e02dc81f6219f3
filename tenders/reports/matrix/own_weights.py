"""The weights that somebody tried in an evaluation workbook, and the ranking that they give."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from procurement.incoming import Cell
from procurement.returned_sheets.answers import Answer, WrongAnswer, answer_of
from procurement.returned_sheets.blanks import Blank
from procurement.returned_sheets.places import Position
from tenders.reports.edition import Assessment, Edition
from tenders.reports.matrix.blanks import trial_blanks_of
from tenders.reports.matrix.names import lots_in
from tenders.reports.matrix.trial import weighed
from tenders.reports.matrix.tried import tried
from tenders.reports.wording import Wording
from tenders.scoring.numbers import ZERO
from tenders.scoring.problem import NotEvaluable
from tenders.scoring.result import LotResult

Cells = Mapping[tuple[str, Position], Cell]
"""By the title of the sheet and the place on it: what stands in a file."""


@dataclass(frozen=True, slots=True)
class OwnWeights:
    """`results` by lot code, for lots where other weights were tried and a ranking follows from them.

    `unknown`: the titles of the sheets with other weights from which none follows.
    """

    results: Mapping[str, LotResult]
    unknown: frozenset[str]


def own_weights(edition: Edition, assessments: Sequence[Assessment], found: Cells) -> OwnWeights:
    """What the what-if sheets of the file try."""
    results, unknown = {}, set()
    for title, each, weights in _changed(edition, assessments, found):
        result = _result(each, weights)
        if result is None:
            unknown.add(title)
        else:
            results[each.lot.code] = result
    return OwnWeights(results, frozenset(unknown))


def _changed(
    edition: Edition, assessments: Sequence[Assessment], found: Cells
) -> Iterator[tuple[str, Assessment, dict[str, Answer]]]:
    """The sheet, the lot and its weights, of each lot for which other weights are tried."""
    said: dict[str, dict[str, Answer]] = {}
    for blank in trial_blanks_of(edition, assessments):
        _sort, lot, criterion = json.loads(blank.key)
        try:
            weight = answer_of(blank, found.get((blank.sheet, blank.position)))
        except WrongAnswer:
            weight = None
        said.setdefault(lot, {})[criterion] = weight
    for names, each in lots_in(edition, assessments, Wording(edition.language)):
        weights = said.get(each.lot.code, {})
        if weights != _published(each):
            yield names.what_if, each, weights


def trial_weights(edition: Edition, assessments: Sequence[Assessment]) -> Iterator[tuple[Blank, Decimal]]:
    """Each cell for a weight of one's own, with the published weight that stood there first."""
    published = {each.lot.code: _published(each) for each in assessments}
    for blank in trial_blanks_of(edition, assessments):
        _sort, lot, criterion = json.loads(blank.key)
        yield blank, published[lot][criterion]


def _published(each: Assessment) -> dict[str, Decimal]:
    return {leaf.code: leaf.weight for leaf in weighed(each.lot)}


def _result(each: Assessment, said: Mapping[str, Answer]) -> LotResult | None:
    """None while a weight is missing or they do not add up: nothing compares then, says the sheet."""
    weights = {code: weight for code, weight in said.items() if isinstance(weight, Decimal)}
    if len(weights) < len(said) or sum(weights.values(), ZERO) != sum(_published(each).values(), ZERO):
        return None
    try:
        return tried(each.result, weights)
    except NotEvaluable:
        return None
