"""What is worked out once for a lot: of one bid row by row, and of all bids side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from procurement.language import Language, Text
from tenders.lifecycle.sheet.row import Row
from tenders.lifecycle.sheet.table import ChartTable
from tenders.lifecycle.unit import NUMBER

BID = Text(nl="Inschrijving", en="Bid")
_WITH_UNIT = Text(nl="{title}, in {unit}", en="{title}, in {unit}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSheet:
    """Every bid of a lot has the same rows, in the same order."""

    bid: str
    title: Text
    rows: tuple[Row, ...]


def side_by_side(caption: Text, sheets: Iterable[PartSheet], say: Language) -> ChartTable | None:
    """A bid a row and a figure a column; None where no bid has a sheet."""
    found = list(sheets)
    if not found:
        return None
    heading = (BID, *(_column(row) for row in found[0].rows))
    rows = ((sheet.bid, *(row.value.to(say) for row in sheet.rows)) for sheet in found)
    return table(caption, heading, list(rows), say)


def table(
    caption: Text, heading: Iterable[Text], rows: Sequence[tuple[str, ...]], say: Language
) -> ChartTable:
    return ChartTable(
        caption=caption.to(say), heading=tuple(each.to(say) for each in heading), rows=tuple(rows)
    )


def _column(row: Row) -> Text:
    if row.spread.unit == NUMBER:
        return row.title
    return _WITH_UNIT.format(title=row.title, unit=row.unit)
