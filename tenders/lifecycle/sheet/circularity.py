"""What a bid promises about circularity, with the share of the points that each promise earns."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from procurement.language import Language, Text
from procurement.numbers import in_both
from tenders.lifecycle.circularity.score import CircularityScore, PartScore, Promise
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.sheet.part import BID, table
from tenders.lifecycle.sheet.row import Row, shown, single
from tenders.lifecycle.sheet.table import ChartTable
from tenders.lifecycle.unit import PERCENT

PLACES = 2
_PERCENT = Text(nl="{number}%", en="{number}%")
_CAPTION = Text(nl="Circulariteit: beloften en score", en="Circularity: promises and score")
_SCORE = Text(nl="Score", en="Score")


@dataclass(frozen=True, slots=True)
class CircularityRow:
    part: PartScore
    row: Row  # the promised value, its evidence, and the working of its share

    @property
    def weight(self) -> Text:
        return _percent(self.part.part.weight, None)

    @property
    def promised(self) -> Text:
        """As the bidder stated it: a part as a percentage."""
        value = self.part.value
        if self.part.part.indicator.measure.is_part:
            return shown(Quantity(value.amount * 100, PERCENT))
        return shown(value)

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


def circularity_table(sheets: Iterable[CircularitySheet], say: Language) -> ChartTable | None:
    """What each bid promises, a part as a percentage, with its score; None where no bid has one."""
    found = list(sheets)
    if not found:
        return None
    heading = (BID, *(each.row.title for each in found[0].rows), _SCORE)
    rows = [
        (sheet.bid, *(each.promised.to(say) for each in sheet.rows), sheet.score.to(say)) for sheet in found
    ]
    return table(_CAPTION, heading, rows, say)
