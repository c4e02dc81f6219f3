"""The sheet of one lot with subtotals, the figure by which bids are ranked, the tie-breaks and the rank."""

from collections.abc import Iterator
from dataclasses import dataclass

from procurement.documents.formulas import cell
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
    states_of,
)
from tenders.reports.matrix.lines import Lines
from tenders.reports.matrix.names import LotSheets
from tenders.reports.matrix.ranks import Span
from tenders.reports.matrix.scores import from_input, is_valid
from tenders.reports.vocabulary import LOT, LOT_SHORT
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.model import Lot
from tenders.scoring.result import LotResult
from tenders.scoring.tree import price_of

_TITLE = Text(nl="Totaal – {lot}", en="Totals – {lot}")
_ABOUT = Text(nl="Totaal en rangorde – {lot}", en="Totals and ranking – {lot}")
_NOT_TESTED = Text(
    nl="Minimumscores en grenzen toetst Excel niet opnieuw: wie meedoet, volgt alleen uit de kolom Status "
    "van ‘{input}’.",
    en="Excel does not test minimum scores and limits again: who takes part follows from the column Status "
    "of ‘{input}’ alone.",
)
_CODE = Text(nl="Code", en="Code")
_BIDDER = Text(nl="Inschrijver", en="Bidder")
_STATUS = Text(nl="Status", en="Status")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the totals sheet of a lot holds the figures and the ranks, for the other sheets."""

    names: LotSheets
    rows: range
    figure: int
    rank: int

    def figure_of(self, place: int) -> str:
        """Of the bid at this place, from 0."""
        return self.names.on_totals(cell(self.figure, self.rows[place]))

    def rank_of(self, place: int) -> str:
        return self.names.on_totals(cell(self.rank, self.rows[place]))

    @property
    def figures(self) -> str:
        return self._down(self.figure)

    @property
    def ranks(self) -> str:
        return self._down(self.rank)

    def named(self) -> Iterator[Name]:
        for name, column in (("inschrijver", 2), ("uitkomst", self.figure), ("rang", self.rank)):
            yield Name(f"{name}_{self.names.number}", self._down(column))

    def _down(self, column: int) -> str:
        return self.names.on_totals(Span(self.rows).down(column))


def totals_sheet(
    lot: Lot, result: LotResult, names: LotSheets, lookups: Lookups, say: Wording
) -> tuple[Sheet, Outcome]:
    build = _columns(lot, result, names, lookups, say)
    figure, ranks = build.all_columns()
    award, states = AWARDS[lot.award.method], states_of(result)
    grid = Grid()
    columns = (Column(7), Column(32, Style.WRAPPED), Column(10), *build.lines.columns())
    short, whole = say(LOT_SHORT, code=lot.code), say(LOT, code=lot.code, title=lot.title)
    grid.titled(say(_TITLE, lot=short), say(_ABOUT, lot=whole), columns)
    told = f"{say(award.title)}: {award.formula} – {say(award.words)}"
    for text in (told, say(_NOT_TESTED, input=names.input)):
        grid.explained(text, columns)
    grid.blank()
    grid.headings(say(_CODE), say(_BIDDER), say(_STATUS), *build.lines.headings())
    found = zip(rows_of(lot), lot.bids, build.lines.cells(rows_of(lot), lot.bids), strict=True)
    for row, bid, cells in found:
        state = Cell(say(states[bid.code]), from_input(names, STATUS, row - FIRST_ROW), Style.TEXT)
        grid.add(bid.code, bid.name, state, *cells)
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
    return sheet, Outcome(names, rows_of(lot), figure, ranks)


def _columns(lot: Lot, result: LotResult, names: LotSheets, lookups: Lookups, say: Wording) -> TotalColumns:
    blocks, rows = blocks_of(lot), rows_of(lot)
    return TotalColumns(
        lot,
        result,
        names,
        lookups,
        say,
        Lines({each.bid.code: each for each in result.counted}, say),
        rows,
        earned=lambda code, row: names.on_scores(blocks[code].points(row - rows.start)),
        price_points=published_price_points(lot, lookups),
    )


def published_price_points(lot: Lot, lookups: Lookups) -> str:
    """What 100% of the price would earn; empty where there is no one price criterion."""
    leaf = price_of(lot)
    return f"({lookups.weights[leaf.code]}*{lookups.per_percent})" if leaf is not None else ""


def _highlights(build: TotalColumns, ranks: int) -> Iterator[Highlight]:
    """The word in the rank or status column says the same as the colour."""
    area = f"A{build.span.rows.start}:{cell(ranks, build.span.rows.stop - 1)}"
    own_rank = cell(ranks, FIRST_ROW, fixed_column=True)
    yield Highlight(area, f"{own_rank}=1", HighlightLook.GOOD)
    yield Highlight(area, f"NOT({is_valid(FIRST_ROW, build.say)})", HighlightLook.MUTED)
