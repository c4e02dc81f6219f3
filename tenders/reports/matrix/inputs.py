"""The sheet of one lot with what the bids offer: the only cells that are not locked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from procurement.documents.formulas import area, cell
from procurement.documents.workbook import Between, Cell, CellLike, Column, OneOf, Sheet, Style, Validation
from procurement.language import Text
from tenders.reports.matrix.choices import choices_of, labels_of
from tenders.reports.matrix.criteria import Lookups
from tenders.reports.matrix.grid import Grid, longest_word, over_figures
from tenders.reports.matrix.names import LotSheets
from tenders.reports.vocabulary import LOT, LOT_SHORT
from tenders.reports.wording import Wording
from tenders.scoring.draws import drawn
from tenders.scoring.model import Bid, BidValue, Criterion, Kind, Lot, TieBreak
from tenders.scoring.result import LotResult
from tenders.scoring.stated import states_code

FIRST_ROW = 6  # of the bids, on every sheet of a lot
STATUS = 3  # column C, on every sheet of a lot
_LEADING = 4  # code, bidder, status, reason

VALID = Text(nl="geldig", en="valid")
SET_ASIDE = Text(nl="terzijde", en="set aside")
KEPT = Text(nl="vervallen", en="fell away")  # not ranked, and still a reference for the scores of the others

_TITLE = Text(nl="Invoer – {lot}", en="Input – {lot}")
_HELP = Text(
    nl="Alleen de gekleurde cellen met een rand zijn invoer. Vul getallen in zonder eenheid. Wijzigt u hier "
    "iets, dan rekent Excel mee. Minimumscores en grenzen toetst Excel niet: wie meedoet, volgt alleen uit "
    "de kolom Status. De vastgestelde beoordeling in het programma verandert niet.",
    en="Only the tinted cells with a border are input. Enter numbers without a unit. If you change anything "
    "here Excel recalculates. It does not test minimum scores and limits: who takes part follows from the "
    "column Status alone. The assessment recorded in the program does not change.",
)
_FIXED = (
    Text(nl="Code", en="Code"),
    Text(nl="Inschrijver", en="Bidder"),
    Text(nl="Status", en="Status"),
    Text(nl="Reden als zij niet meedoet", en="Reason if it does not take part"),
)
_DRAW = Text(nl="Loting: plaats", en="Draw: place")
_HELD = Text(nl="Loting: welke", en="Draw: which one")
_ASSESSOR = Text(nl="{title} – beoordelaar {number}", en="{title} – assessor {number}")
_PICK = Text(nl="Kies een waarde uit de lijst.", en="Pick a value from the list.")
_NUMBER = Text(nl="Vul een getal in.", en="Enter a number.")
LARGEST = Decimal(10) ** 14  # that a cell takes
_FIGURE_WIDTH, _EURO_WIDTH, _WIDEST = 12, 19, 26  # characters


@dataclass(frozen=True, slots=True)
class InputColumns:
    """Column numbers: for each leaf one per assessor; the place in a draw where the rules end in it, and
    which draw that was where there were several: places of different draws do not compare.
    """

    leaves: Mapping[str, tuple[int, ...]]
    draw: int | None
    held: int | None


def input_columns(lot: Lot) -> InputColumns:
    leaves: dict[str, tuple[int, ...]] = {}
    following = _LEADING + 1
    for leaf in lot.leaves():
        count = max((len(values_of(bid, leaf)) for bid in lot.bids), default=1) or 1
        leaves[leaf.code] = tuple(range(following, following + count))
        following += count
    by_draw = any(rule.by is TieBreak.DRAW for rule in lot.award.ties)
    several = by_draw and lot.later_draws
    return InputColumns(leaves, following if by_draw else None, following + 1 if several else None)


def values_of(bid: Bid, leaf: Criterion) -> tuple[BidValue, ...]:
    value = bid.values.get(leaf.code)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def rows_of(lot: Lot, first: int = FIRST_ROW) -> range:
    return range(first, first + len(lot.bids))


def input_sheet(lot: Lot, result: LotResult, names: LotSheets, lookups: Lookups, say: Wording) -> Sheet:
    columns = input_columns(lot)
    excluded = {exclusion.bid.code: exclusion.reason for exclusion in result.excluded}
    states = states_of(result)
    offered = tuple(_offered(lot, columns, say))
    widths = _widths(offered, with_reasons=bool(excluded))
    grid = Grid()
    short, whole = say(LOT_SHORT, code=lot.code), say(LOT, code=lot.code, title=lot.title)
    grid.titled(say(_TITLE, lot=short), say(_TITLE, lot=whole), widths)
    grid.explained(say(_HELP), widths)
    grid.blank()
    grid.headings(*("" for _ in range(_LEADING)), *(each.over(each.code) for each in offered))
    grid.headings(*(say(text) for text in _FIXED), *(each.over(each.title) for each in offered))
    stated = [(leaf, _choice_cells(leaf, say)) for leaf in lot.leaves()]
    for bid in lot.bids:
        state, reason = states[bid.code], excluded.get(bid.code)
        leading = (
            bid.code,
            bid.name,
            Cell(say(state), style=Style.INPUT_TEXT),
            say(reason) if reason else "",
        )
        grid.add(*leading, *_answers(lot, bid, stated, columns))
    return Sheet(
        title=names.input,
        rows=grid.rows,
        columns=widths,
        frozen=cell(STATUS, FIRST_ROW),
        title_rows=(4, 5),
        title_columns=("A", "B"),
        landscape=True,
        protected=True,
        validations=tuple(_validations(lot, columns, lookups, say)) if lot.bids else (),
    )


@dataclass(frozen=True, slots=True)
class Offered:
    """The column of one criterion (for one assessor), or of the draw: its headings and what it must hold."""

    code: str
    title: str
    words: tuple[str, ...] = ()
    least: int = _FIGURE_WIDTH

    def over(self, text: str) -> Cell:
        return Cell(text, style=Style.HEADING_INPUT) if self.words else over_figures(text)

    @property
    def column(self) -> Column:
        longest = max((longest_word(self.title), *map(len, self.words)))
        return Column(min(max(self.least, longest + 3), _WIDEST))


def _offered(lot: Lot, columns: InputColumns, say: Wording) -> Iterator[Offered]:
    for leaf in lot.leaves():
        assessors = len(columns.leaves[leaf.code])
        unit = "€" if leaf.kind is Kind.PRICE else leaf.unit
        title = f"{leaf.title} ({unit})" if unit else leaf.title
        words = tuple(choice.label for choice in choices_of(leaf, say)) if states_code(leaf) else ()
        least = _EURO_WIDTH if leaf.kind is Kind.PRICE else _FIGURE_WIDTH
        for number in range(1, assessors + 1):
            named = say(_ASSESSOR, title=title, number=str(number)) if assessors > 1 else title
            yield Offered(leaf.code, named, words, least)
    if columns.draw is not None:
        yield Offered("", say(_DRAW))
    if columns.held is not None:
        yield Offered("", say(_HELD))


def states_of(result: LotResult) -> dict[str, Text]:
    """The status of each bid, by its code."""
    states = {exclusion.bid.code: SET_ASIDE for exclusion in result.excluded}
    kept = {found.bid.code: KEPT for found in result.kept}
    return states | kept | {found.bid.code: VALID for found in result.ranking}


def _choice_cells(leaf: Criterion, say: Wording) -> Mapping[BidValue, Cell]:
    """By code; one cell for all bids that chose it."""
    return {code: Cell(label, style=_style(leaf)) for code, label in labels_of(leaf, say).items()}


def _answers(
    lot: Lot, bid: Bid, stated: Sequence[tuple[Criterion, Mapping[BidValue, Cell]]], columns: InputColumns
) -> Iterator[CellLike]:
    for leaf, chosen in stated:
        values = values_of(bid, leaf)
        style = _style(leaf)
        if chosen:
            yield from (chosen.get(value) or Cell(value, style=style) for value in values)
        else:
            yield from (Cell(value, style=style) for value in values)
        yield from (Cell(style=style) for _ in range(len(columns.leaves[leaf.code]) - len(values)))
    if columns.draw is not None:
        found = drawn(lot, bid.code)
        yield Cell(found.place if found else None, style=Style.INPUT_NUMBER)
        if columns.held is not None:
            yield Cell(found.draw if found else None, style=Style.INPUT_NUMBER)


def shown(value: BidValue, labels: Mapping[str, str]) -> Decimal | str:
    return value if isinstance(value, Decimal) else labels.get(value, value)


def _style(leaf: Criterion) -> Style:
    if states_code(leaf):
        return Style.INPUT_TEXT
    return Style.INPUT_EURO if leaf.kind is Kind.PRICE else Style.INPUT_NUMBER


def _widths(offered: tuple[Offered, ...], *, with_reasons: bool) -> tuple[Column, ...]:
    reason = Column(40 if with_reasons else 22, Style.WRAPPED)
    return (Column(8), Column(28, Style.WRAPPED), Column(12), reason, *(each.column for each in offered))


def _validations(lot: Lot, columns: InputColumns, lookups: Lookups, say: Wording) -> Iterator[Validation]:
    rows = rows_of(lot)

    def down(column: int) -> str:
        return area((column, rows.start), (column, rows.stop - 1))

    states = tuple(say(text) for text in (VALID, SET_ASIDE, KEPT))
    yield OneOf(area=down(STATUS), choices=states, message=say(_PICK))
    for leaf in lot.leaves():
        for column in columns.leaves[leaf.code]:
            if states_code(leaf):
                yield OneOf(area=down(column), source=lookups.choices[leaf.code].labels, message=say(_PICK))
            else:
                lowest = Decimal(0) if leaf.kind is Kind.PRICE else -LARGEST
                yield Between(area=down(column), lowest=lowest, highest=LARGEST, message=say(_NUMBER))
