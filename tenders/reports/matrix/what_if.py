"""The sheet of one lot for trying other weights, beside the published outcome. It decides nothing."""

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
from tenders.reports.matrix.trial import FIRST_BID, FIRST_WEIGHT, OWN_ROW, PUBLISHED_ROW, Trial, weighed
from tenders.reports.vocabulary import LOT
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.model import Bid, Lot
from tenders.scoring.numbers import HUNDRED
from tenders.scoring.result import LotResult

_SENTENCE_ROW = 3
_RANK, _OWN_RANK, _SHIFT, _SUM = 4, 5, 6, 8  # columns D, E, F and H
_READABLE = 6  # columns under a sentence

_TITLE = Text(
    nl="Wat als de gewichten anders waren? – {lot}", en="What if the weights were different? – {lot}"
)
_NOT_PUBLISHED = Text(
    nl="Let op: dit zijn niet de bekendgemaakte gewichten. Dit blad is om te oefenen en telt niet mee. De "
    "beoordeling staat op het blad ‘{totals}’ en verandert hier niet. Wie meedoet, blijft gelijk: "
    "minimumscores toetst dit blad niet opnieuw.",
    en="Note: these are not the published weights. This sheet is for trying out and does not count. The "
    "assessment is on the sheet ‘{totals}’ and does not change here. Who takes part stays the same: minimum "
    "scores are not tested again.",
)
_ADDS_UP = Text(
    nl="Uw gewichten tellen op tot hetzelfde als de bekendgemaakte gewichten.",
    en="Your weights add up to the same as the published weights.",
)
_DOES_NOT_ADD_UP = Text(
    nl="Uw gewichten tellen niet op tot hetzelfde als de bekendgemaakte gewichten. Pas ze aan tot de twee "
    "sommen in kolom H gelijk zijn: eerder is de uitkomst niet te vergelijken.",
    en="Your weights do not add up to the same as the published weights. Change them until the two sums in "
    "column H are equal: before that the outcome cannot be compared.",
)
_NO_WEIGHTS = Text(
    nl="Bij ‘{award}’ beslist geen gewicht over de rangorde. {words} Er valt hier dus niets te proberen.",
    en="Under ‘{award}’ no weight decides the ranking. {words} So there is nothing to try here.",
)
_PUBLISHED_WEIGHT = Text(nl="Bekendgemaakt gewicht (%), met de som", en="Published weight (%), with the sum")
_OWN_WEIGHT = Text(
    nl="Uw gewicht (%), niet bekendgemaakt, met de som", en="Your weight (%), not published, with the sum"
)
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
    grid.title(say(_TITLE, lot=say(LOT, code=lot.code, title=lot.title)))
    if not weighed(lot):
        return _without_weights(grid, lot, outcome, say), ()
    lines = Lines({each.bid.code: each for each in tried.counted}, say, after=len(_LEADING))
    trial = Trial(published, tried, outcome.names, lookups, say, lines)
    figure, rank = trial.all_columns()
    own = Outcome(outcome.names, trial.rows, figure, rank)
    grid.add(*across(say(_NOT_PUBLISHED, totals=outcome.names.totals), Style.WARNING, _READABLE))
    _weights(grid, trial)
    words: list[CellLike] = [say(word) for word in _WORDS]
    grid.headings(*words, *(over_figures(say(word)) for word in _FIGURES), *lines.headings())
    for row, bid in zip(trial.rows, lot.bids, strict=True):
        grid.add(*_leading(trial, outcome, own, row, bid), *lines.cells(row, bid))
    return _sheet(grid, trial), tuple(_named(trial, own))


def _without_weights(grid: Grid, lot: Lot, outcome: Outcome, say: Wording) -> Sheet:
    award = AWARDS[lot.award.method]
    columns = (Column(120, Style.WRAPPED),)
    grid.blank()
    grid.add(Cell(say(_NO_WEIGHTS, award=say(award.title), words=say(award.words)), style=Style.WRAPPED))
    return Sheet(title=outcome.names.what_if, rows=grid.rows, columns=columns, landscape=True, protected=True)


def _weights(grid: Grid, trial: Trial) -> None:
    """The sentence on their sum, the published weights and those that a person may change."""
    say, leaves = trial.say, weighed(trial.lot)
    published = {leaf.code: leaf.weight for leaf in leaves}
    own = {leaf.code: leaf.weight for leaf in trial.tried.lot.leaves() if leaf.code in published}
    same = f"{cell(_SUM, PUBLISHED_ROW)}={cell(_SUM, OWN_ROW)}"
    sentence = f"IF({same},{text_literal(say(_ADDS_UP))},{text_literal(say(_DOES_NOT_ADD_UP))})"
    adds_up = sum(published.values()) == sum(own.values())
    shown = Cell(say(_ADDS_UP if adds_up else _DOES_NOT_ADD_UP), sentence, Style.WRAPPED, _READABLE)
    grid.add(shown, *(None for _ in range(_READABLE - 1)))
    fixed = (
        Cell(short(weight), trial.lookups.weights[code], Style.NUMBER) for code, weight in published.items()
    )
    free = (Cell(short(weight), style=Style.INPUT_NUMBER) for weight in own.values())
    for label, row, weights, cells in (
        (_PUBLISHED_WEIGHT, PUBLISHED_ROW, published, fixed),
        (_OWN_WEIGHT, OWN_ROW, own, free),
    ):
        grid.add(*across(say(label), Style.BOLD, _SUM - 1), _sum(row, weights), *cells)


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
        title_rows=(PUBLISHED_ROW, FIRST_BID - 1),
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
    yield Highlight(area((1, _SENTENCE_ROW), (_READABLE, _SENTENCE_ROW)), differ, HighlightLook.ATTENTION)
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
