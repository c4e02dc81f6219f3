"""From a place in the draft to the row and column that hold its text: "lots[0].criteria[2].account.proof"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from tenders.legal_draft import suitability_of
from tenders.models import Criterion, CriterionLevel, Lot, Requirement, Tender

_LOT = re.compile(r"lots\[(\d+)\]\.(.+)")
_REQUIREMENT = re.compile(r"requirements\[(\d+)\]\.(title|text|proof)")
_CRITERION = re.compile(
    r"criteria(\[\d+\](?:\.children\[\d+\])*)\."
    r"(?:(title)|account\.(description|link|proof|verification)|levels\[(\d+)\]\.(description))"
)
_SUITABILITY = re.compile(r"legal\.bidders\.suitability\[(\d+)\]\.text")
_INDEX = re.compile(r"\[(\d+)\]")

T = TypeVar("T")
TextRow = Tender | Requirement | Criterion | CriterionLevel


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where one text of a tender is kept."""

    row: TextRow
    column: str

    @property
    def text(self) -> str:
        return str(getattr(self.row, self.column))

    @property
    def lot(self) -> Lot | None:
        """None for a text of the tender as a whole."""
        match self.row:
            case Requirement() | Criterion():
                return self.row.lot
            case CriterionLevel():
                return self.row.criterion.lot
        return None


def text_place(tender: Tender, place: str) -> TextPlace | None:
    """None where the place is no text in a row: an answer to a question, a clause, a place that is gone."""
    if place == "subject":
        return TextPlace(tender, "subject")
    if found := _SUITABILITY.fullmatch(place):
        each = _at(suitability_of(tender), int(found[1]))
        return TextPlace(each.row, "text") if each else None
    if found := _LOT.fullmatch(place):
        lot = _at(list(tender.lots.order_by("number")), int(found[1]))
        return _in_lot(lot, found[2]) if lot else None
    return None


def _in_lot(lot: Lot, place: str) -> TextPlace | None:
    if found := _REQUIREMENT.fullmatch(place):
        rows = lot.requirements.exclude(kind=Requirement.Kind.SUITABILITY)
        row = _at(list(rows), int(found[1]))
        return TextPlace(row, found[2]) if row else None
    if found := _CRITERION.fullmatch(place):
        criterion = _criterion(lot, [int(index) for index in _INDEX.findall(found[1])])
        return _in_criterion(criterion, found) if criterion else None
    return None


def _in_criterion(criterion: Criterion, found: re.Match[str]) -> TextPlace | None:
    _, title, account, level, of_level = found.groups()
    if level is None:
        return TextPlace(criterion, title or account)
    row = _at(list(criterion.levels.all()), int(level))
    return TextPlace(row, of_level) if row else None


def _criterion(lot: Lot, path: Sequence[int]) -> Criterion | None:
    """The criterion at this path of indexes, as a snapshot counts them."""
    rows = list(lot.criteria.all())
    found: Criterion | None = None
    for index in path:
        parent = found.pk if found else None
        found = _at([row for row in rows if row.parent_id == parent], index)
        if found is None:
            return None
    return found


def _at(rows: Sequence[T], index: int) -> T | None:
    return rows[index] if index < len(rows) else None
