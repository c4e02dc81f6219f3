"""What a bid promises about circularity, with the share of the points that each promise earns."""

from dataclasses import dataclass
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import in_both
from tenders.lifecycle.circularity.score import CircularityScore, PartScore, Promise
from tenders.lifecycle.sheet.row import Row, single

PLACES = 2
_PERCENT = Text(nl="{number}%", en="{number}%")


@dataclass(frozen=True, slots=True)
class CircularityRow:
    part: PartScore
    row: Row  # the promised value, its evidence, and the working of its share

    @property
    def weight(self) -> Text:
        return _percent(self.part.part.weight, None)

    @property
    def earned(self) -> Text:
        """Of the whole circularity score."""
        return _percent(self.part.percent.rounded(PLACES), PLACES)


@dataclass(frozen=True, slots=True)
class CircularitySheet:
    bid: str
    rows: tuple[CircularityRow, ...]
    score: Text


def circularity_sheet(found: CircularityScore, promise: Promise) -> CircularitySheet:
    rows = tuple(CircularityRow(part, _row(part, promise)) for part in found.parts)
    return CircularitySheet(found.bid, rows, _percent(found.rounded, found.places))


def _row(part: PartScore, promise: Promise) -> Row:
    indicator = part.part.indicator
    return single(
        indicator.value,
        indicator.measure.label,
        part.value,
        PLACES,
        working=part.share,
        evidence=promise.evidence.get(indicator, ""),
    )


def _percent(number: Decimal, places: int | None) -> Text:
    return _PERCENT.format(number=in_both(number, places))
