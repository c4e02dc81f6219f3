"""The sheet of one lot with subtotals, the figure by which bids are ranked, the tie-breaks and the rank."""

from collections.abc import Iterator

from procurement.documents.formulas import cell, on_sheet
from procurement.documents.workbook import (
    Cell,
    Column,
    Highlight,
    HighlightLook,
    Name,
    Sheet,
    Style,
)
from procurement.language import Text
from tenders.reports.matrix.blocks import blocks_of
from tenders.reports.matrix.columns import TotalColumns
from tenders.reports.matrix.criteria import Lookups
from tenders.reports.matrix.grid import Grid
from tenders.reports.matrix.inputs import (
    FIRST_ROW,
    STATUS,
    rows_of,
)
from tenders.reports.matrix.lines import Lines
from tenders.reports.matrix.names import LotSheets
from tenders.reports.matrix.scores import from_input, is_valid
from tenders.reports.vocabulary import LOT
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.model import Lot
from tenders.scoring.result import LotResult

_TITLE = Text(nl="Totaal en rangorde – {lot}", en="Totals and ranking – {lot}")
_CODE = Text(nl="Code", en="Code")
_BIDDER = Text(nl="Inschrijver", en="Bidder")
_STATUS = Text(nl="Status", en="Status")


def totals_sheet(
    lot: Lot, result: LotResult, names: LotSheets, lookups: Lookups, say: Wording
) -> tuple[Sheet, tuple[Name, ...]]:
    build = _columns(lot, result, names, lookups, say)
    figure, ranks = build.all_columns()
    award = AWARDS[lot.award.method]
    grid = Grid()
    grid.title(say(_TITLE, lot=say(LOT, code=lot.code, title=lot.title)))
    columns = (Column(7), Column(32, Style.WRAPPED), Column(10), *build.lines.columns())
    grid.note(f"{say(award.title)}: {award.formula} – {say(award.words)}", columns)
    grid.blank()
    grid.blank()
    grid.headings(say(_CODE), say(_BIDDER), say(_STATUS), *build.lines.headings())
    for row, bid in zip(rows_of(lot), lot.bids, strict=True):
        state = Cell(build.state(bid.code), from_input(names, STATUS, row - FIRST_ROW), Style.TEXT)
        grid.add(bid.code, bid.name, state, *build.lines.cells(row, bid))
    sheet = Sheet(
        title=names.totals,
        rows=grid.rows,
        columns=columns,
        frozen=cell(STATUS + 1, FIRST_ROW),
        title_rows=(5, 5),
        title_columns=("A", "B"),
        landscape=True,
        protected=True,
        highlights=tuple(_highlights(build, ranks)),
    )
    return sheet, tuple(_named(build, figure, ranks))


def _columns(lot: Lot, result: LotResult, names: LotSheets, lookups: Lookups, say: Wording) -> TotalColumns:
    by_bid = {each.bid.code: each for each in result.counted}
    points = {code: result.node_points(code) for code in by_bid}
    return TotalColumns(lot, result, names, lookups, say, Lines(by_bid, say), blocks_of(lot), points)


def _highlights(build: TotalColumns, ranks: int) -> Iterator[Highlight]:
    """The word in the rank or status column says the same as the colour."""
    area = f"A{build.span.rows.start}:{cell(ranks, build.span.rows.stop - 1)}"
    own_rank = cell(ranks, FIRST_ROW, fixed_column=True)
    yield Highlight(area, f"{own_rank}=1", HighlightLook.GOOD)
    yield Highlight(area, f"NOT({is_valid(FIRST_ROW, build.say)})", HighlightLook.MUTED)


def _named(build: TotalColumns, figure: int, ranks: int) -> Iterator[Name]:
    ordinal = build.names.number
    for name, column in (("inschrijver", 2), ("uitkomst", figure), ("rang", ranks)):
        yield Name(f"{name}_{ordinal}", on_sheet(build.names.totals, build.span.down(column)))
