"""The sheet of one lot for trying other weights, beside the published outcome. It decides nothing.

Printed, it goes over pages beside each other, on which columns A and B come back. What must be read on each
of them fits in those two: above all that these are not the published weights.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from procurement.documents.formulas import area, cell, on_sheet, text_literal
from procurement.documents.workbook import (
    Between,
    Cell,
    CellLike,
    Column,
    Highlight,
    HighlightLook,
    Name,
    Sheet,
    Style,
    Value,
)
from procurement.language import Text
from tenders.reports.matrix.columns import figure_style
from tenders.reports.matrix.criteria import Lookups, short
from tenders.reports.matrix.grid import Grid, across, over_figures
from tenders.reports.matrix.inputs import STATUS, states_of
from tenders.reports.matrix.lines import Lines
from tenders.reports.matrix.ranks import Span
from tenders.reports.matrix.rounding import settled
from tenders.reports.matrix.scores import from_input
from tenders.reports.matrix.totals import Outcome
from tenders.reports.matrix.trial import (
    FIRST_BID,
    FIRST_WEIGHT,
    OWN_ROW,
    PUBLISHED_ROW,
    UNDER_OWN_WEIGHTS,
    Trial,
    weighed,
)
from tenders.reports.vocabulary import LOT, LOT_SHORT
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.model import Bid, Lot
from tenders.scoring.numbers import HUNDRED
from tenders.scoring.result import LotResult

_SENTENCE_ROW = 3
_RANK, _OWN_RANK, _SHIFT, _SUM = 4, 5, 6, 8  # columns D, E, F and H
_REPEATED = 2  # columns that come back on each page beside the first
_BESIDE = _SUM - _REPEATED  # columns for what stands next to it, on the first page alone

_TITLE = Text(nl="Wat als? – {lot}", en="What if? – {lot}")
_ABOUT = Text(
    nl="Wat als de gewichten anders waren? – {lot}", en="What if the weights were different? – {lot}"
)
_NOT_PUBLISHED = Text(
    nl="Let op: dit zijn niet de bekendgemaakte gewichten. Dit blad is om te oefenen en telt niet mee.",
    en="Note: these are not the published weights. This sheet is for trying out and does not count.",
)
_STAYS = Text(
    nl="De beoordeling staat op het blad ‘{totals}’ en verandert hier niet. Wie meedoet, blijft gelijk: "
    "minimumscores toetst dit blad niet opnieuw.",
    en="The assessment is on the sheet ‘{totals}’ and does not change here. Who takes part stays the same: "
    "minimum scores are not tested again.",
)
_EQUAL = Text(nl="De twee sommen zijn gelijk.", en="The two sums are equal.")
_NOT_EQUAL = Text(nl="De twee sommen zijn niet gelijk.", en="The two sums are not equal.")
_ADDS_UP = Text(
    nl="Uw gewichten tellen op tot hetzelfde als de bekendgemaakte gewichten.",
    en="Your weights add up to the same as the published weights.",
)
_MAKE_EQUAL = Text(
    nl="Pas uw gewichten aan tot beide sommen in kolom H gelijk zijn. Eerder is niets te vergelijken.",
    en="Change your weights until both sums in column H are equal. Before that nothing can be compared.",
)
_NO_WEIGHTS = Text(
    nl="Bij ‘{award}’ beslist geen gewicht over de rangorde. {words} Er valt hier dus niets te proberen.",
    en="Under ‘{award}’ no weight decides the ranking. {words} So there is nothing to try here.",
)
_PUBLISHED_WEIGHT = Text(nl="Bekendgemaakt gewicht (%)", en="Published weight (%)")
_OWN_WEIGHT = Text(nl="Uw gewicht (%), niet bekendgemaakt", en="Your weight (%), not published")
_TOGETHER = Text(nl="Som", en="Sum")
_WORDS = (Text(nl="Code", en="Code"), Text(nl="Inschrijver", en="Bidder"), Text(nl="Status", en="Status"))
_FIGURES = (
    Text(nl="Rang zoals bekendgemaakt", en="Rank as published"),
    Text(nl="Rang met uw gewichten", en="Rank under your weights"),
    Text(nl="Plaatsen hoger of lager (−)", en="Places up or down (−)"),
    Text(nl="Uitkomst zoals bekendgemaakt", en="Outcome as published"),
    Text(nl="Uitkomst met uw gewichten", en="Outcome under your weights"),
)
_FILL_IN = Text(nl="Vul een gewicht in van 0 tot en met 100.", en="Enter a weight from 0 to 100.")
_LEADING = (
    Column(7),
    Column(32, Style.WRAPPED),
    Column(10),
    *(Column(16) for _ in ("rank", "own rank", "shift")),
    *(Column(18) for _ in ("figure", "own figure")),
)


def what_if_sheet(
    published: LotResult, tried: LotResult, outcome: Outcome, lookups: Lookups, say: Wording
) -> tuple[Sheet, tuple[Name, ...]]:
    """`tried` is the published lot with the weights that stand on the sheet when it is opened."""
    grid, lot = Grid(), published.lot
    if not weighed(lot):
        return _without_weights(grid, lot, outcome, say), ()
    results = {each.bid.code: each for each in tried.counted}
    lines = Lines(results, say, after=len(_LEADING), told=say(UNDER_OWN_WEIGHTS))
    trial = Trial(published, tried, outcome.names, lookups, say, lines)
    figure, rank = trial.all_columns()
    own = Outcome(outcome.names, trial.rows, figure, rank)
    _told(grid, trial)
    _weights(grid, trial)
    words: list[CellLike] = [say(word) for word in _WORDS]
    grid.headings(*words, *(over_figures(say(word)) for word in _FIGURES), *lines.headings())
    found = zip(trial.rows, lot.bids, lines.cells(trial.rows, lot.bids), strict=True)
    for row, bid, cells in found:
        grid.add(*_leading(trial, outcome, own, row, bid), *cells)
    return _sheet(grid, trial), tuple(_named(trial, own))


def _without_weights(grid: Grid, lot: Lot, outcome: Outcome, say: Wording) -> Sheet:
    award = AWARDS[lot.award.method]
    columns = (Column(120, Style.WRAPPED),)
    grid.title(say(_ABOUT, lot=say(LOT, code=lot.code, title=lot.title)))
    grid.blank()
    grid.add(Cell(say(_NO_WEIGHTS, award=say(award.title), words=say(award.words)), style=Style.WRAPPED))
    return Sheet(title=outcome.names.what_if, rows=grid.rows, columns=columns, landscape=True, protected=True)


def _told(grid: Grid, trial: Trial) -> None:
    """What sheet this is, and that it decides nothing."""
    say, lot = trial.say, trial.lot
    _beside(
        grid,
        Cell(say(_TITLE, lot=say(LOT_SHORT, code=lot.code)), style=Style.TITLE),
        Cell(say(_ABOUT, lot=lot.title), style=Style.BOLD),
    )
    stays = say(_STAYS, totals=trial.names.totals)
    _beside(grid, Cell(say(_NOT_PUBLISHED), style=Style.WARNING), Cell(stays, style=Style.WARNING))


def _beside(grid: Grid, repeated: Cell, first_page_alone: Cell) -> None:
    """One row of two cells, of which the first comes back on each page."""
    for_both = ((repeated, _REPEATED), (first_page_alone, _BESIDE))
    grid.add(*(each for one, span in for_both for each in (one._replace(span=span), *(None,) * (span - 1))))


def _weights(grid: Grid, trial: Trial) -> None:
    """The sentence on their sum, the published weights and those that a person may change."""
    say, leaves = trial.say, weighed(trial.lot)
    published = {leaf.code: leaf.weight for leaf in leaves}
    own = {leaf.code: leaf.weight for leaf in trial.tried.lot.leaves() if leaf.code in published}
    adds_up = sum(published.values()) == sum(own.values())
    _beside(
        grid,
        _if_equal(say(_EQUAL), say(_NOT_EQUAL), adds_up=adds_up),
        _if_equal(say(_ADDS_UP), say(_MAKE_EQUAL), adds_up=adds_up),
    )
    fixed = (
        Cell(short(weight), trial.lookups.weights[code], Style.NUMBER) for code, weight in published.items()
    )
    free = (Cell(short(weight), style=Style.INPUT_NUMBER) for weight in own.values())
    for label, row, weights, cells in (
        (_PUBLISHED_WEIGHT, PUBLISHED_ROW, published, fixed),
        (_OWN_WEIGHT, OWN_ROW, own, free),
    ):
        left = across(say(label), Style.BOLD, _REPEATED)
        together = (*(None for _ in range(_BESIDE - 2)), Cell(say(_TOGETHER), style=Style.BOLD))
        grid.add(*left, *together, _sum(row, weights), *cells)


def _if_equal(text: str, otherwise: str, *, adds_up: bool) -> Cell:
    """One text or the other, as the weights of one's own add up to the same as those that were published."""
    same = f"{cell(_SUM, PUBLISHED_ROW)}={cell(_SUM, OWN_ROW)}"
    formula = f"IF({same},{text_literal(text)},{text_literal(otherwise)})"
    return Cell(text if adds_up else otherwise, formula, Style.WRAPPED)


def _sum(row: int, weights: Mapping[str, Decimal]) -> Cell:
    formula = settled(f"SUM({_weights_in(row, len(weights))})", HUNDRED)
    return Cell(short(sum(weights.values(), Decimal(0))), formula, Style.NUMBER)


def _weights_in(row: int, count: int, *, fixed: bool = False) -> str:
    return area((FIRST_WEIGHT, row), (FIRST_WEIGHT + count - 1, row), fixed=fixed)


def _leading(trial: Trial, outcome: Outcome, own: Outcome, row: int, bid: Bid) -> Iterator[CellLike]:
    place = row - FIRST_BID
    style = figure_style(trial.lot)
    before = next((each for each in trial.published.counted if each.bid.code == bid.code), None)
    after = next((each for each in trial.tried.counted if each.bid.code == bid.code), None)
    ranks: tuple[Value, Value] = (before.rank or "" if before else "", after.rank or "" if after else "")
    yield bid.code
    yield bid.name
    state = trial.say(states_of(trial.published)[bid.code])
    yield Cell(state, from_input(trial.names, STATUS, place), Style.TEXT)
    yield Cell(ranks[0], outcome.rank_of(place), Style.TOTAL_0)
    yield Cell(ranks[1], cell(own.rank, row), Style.TOTAL_0)
    first, second = cell(_RANK, row), cell(_OWN_RANK, row)
    moved = ranks[0] - ranks[1] if isinstance(ranks[0], int) and isinstance(ranks[1], int) else ""
    yield Cell(moved, f'IF(OR({first}="",{second}=""),"",{first}-{second})', Style.NUMBER_0)
    yield Cell(before.total if before else "", outcome.figure_of(place), style)
    yield Cell(after.total if after else "", cell(own.figure, row), style)


def _sheet(grid: Grid, trial: Trial) -> Sheet:
    between = Between(
        area=_weights_in(OWN_ROW, len(weighed(trial.lot))),
        lowest=Decimal(0),
        highest=HUNDRED,
        message=trial.say(_FILL_IN),
    )
    return Sheet(
        title=trial.names.what_if,
        rows=grid.rows,
        columns=(*_LEADING, *trial.lines.columns()),
        frozen=cell(STATUS, FIRST_BID),
        title_rows=(1, FIRST_BID - 1),
        title_columns=("A", "B"),
        landscape=True,
        protected=True,
        validations=(between,),
        highlights=tuple(_highlights(trial)),
    )


def _highlights(trial: Trial) -> Iterator[Highlight]:
    """The sentence says the same as the colour, and so does the figure in the column with places."""
    sums = [cell(_SUM, row, fixed_column=True, fixed_row=True) for row in (PUBLISHED_ROW, OWN_ROW)]
    differ = f"{sums[0]}<>{sums[1]}"
    yield Highlight(area((1, _SENTENCE_ROW), (_SUM, _SENTENCE_ROW)), differ, HighlightLook.ATTENTION)
    moved = cell(_SHIFT, FIRST_BID, fixed_column=True)
    rows = area((_OWN_RANK, trial.rows.start), (_SHIFT, trial.rows.stop - 1))
    yield Highlight(rows, f'AND({moved}<>"",{moved}<>0)', HighlightLook.ATTENTION)


def _named(trial: Trial, own: Outcome) -> Iterator[Name]:
    """Names with `proef`, so that nobody takes them for what was published."""
    sheet, ordinal = trial.names.what_if, trial.names.number
    weights = _weights_in(OWN_ROW, len(weighed(trial.lot)), fixed=True)
    yield Name(f"proefgewichten_{ordinal}", on_sheet(sheet, weights))
    for name, column in (("proefuitkomst", own.figure), ("proefrang", own.rank)):
        yield Name(f"{name}_{ordinal}", on_sheet(sheet, Span(own.rows).down(column)))
