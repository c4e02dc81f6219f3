"""The sheet of one lot with, for each scored criterion and bid, the value, its share and its points."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from procurement.documents.formulas import cell, counted_on, text_literal
from procurement.documents.workbook import Cell, CellLike, Column, Sheet, Style, number_style
from procurement.language import Text
from procurement.numbers import plain
from tenders.reports.annex.tree import worth_in_euros
from tenders.reports.matrix import marks
from tenders.reports.matrix.blocks import SHARE, VALUE, Block, blocks_of, page_starts, scored_leaves
from tenders.reports.matrix.criteria import Lookups
from tenders.reports.matrix.grid import Grid, across, over_figures
from tenders.reports.matrix.inputs import (
    FIRST_ROW,
    KEPT,
    STATUS,
    VALID,
    InputColumns,
    input_columns,
    states_of,
)
from tenders.reports.matrix.names import CRITERIA, LotSheets
from tenders.reports.matrix.rounding import half_up
from tenders.reports.vocabulary import LOT
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Criterion, Kind, Lot, RoundAt
from tenders.scoring.numbers import value_of
from tenders.scoring.result import BidResult, LotResult, Score
from tenders.scoring.stated import states_code

_TITLE = Text(nl="Scores – {lot}", en="Scores – {lot}")
_HELP = Text(
    nl="Elke score is een formule. Deel = het deel van de punten, tussen 0 en 1. Een inschrijving die "
    "terzijde is gelegd, heeft geen scores en telt bij de andere niet mee.",
    en="Each score is a formula. Share = the share of the points, between 0 and 1. A bid that is set aside "
    "has no scores and does not count for the others.",
)
_WORTH = Text(nl="100% =", en="100% =")
_CODE = Text(nl="Code", en="Code")
_BIDDER = Text(nl="Inschrijver", en="Bidder")
_STATUS = Text(nl="Status", en="Status")
_VALUE = Text(nl="Waarde", en="Value")
_SHARE = Text(nl="Deel", en="Share")
_POINTS = Text(nl="Punten", en="Points")
_EUROS = Text(nl="Euro", en="Euros")
_COLUMNS = (Column(8), Column(40, Style.WRAPPED), Column(12), Column(18), Column(12), Column(18))
_BEFORE_WORTH = 4  # columns A to D
_FORMULA = Text(nl="deel = {formula}", en="share = {formula}")
_STATED = Text(
    nl="deel = wat bij de keuze hoort op het blad ‘{sheet}’",
    en="share = what belongs to the choice on the sheet ‘{sheet}’",
)


def scores_sheet(lot: Lot, result: LotResult, names: LotSheets, lookups: Lookups, say: Wording) -> Sheet:
    view = _View(lot, names, lookups, say, input_columns(lot), blocks_of(lot))
    by_bid = {each.bid.code: each for each in result.counted}
    states = states_of(result)
    grid, apart = Grid(), [view.apart(leaf) for leaf in scored_leaves(lot)]
    grid.title(say(_TITLE, lot=say(LOT, code=lot.code, title=lot.title)))
    grid.note(say(_HELP), _COLUMNS)
    for leaf in scored_leaves(lot):
        grid.blank()
        grid.add(*view.heading(leaf))
        grid.note(view.formula(leaf), _COLUMNS)
        grid.headings(*view.columns(), *marks.headings(view.apart(leaf), say))
        for cells in view.bids(leaf, states, by_bid):
            grid.add(*cells)
    return Sheet(
        title=names.scores,
        rows=grid.rows,
        columns=(*_COLUMNS, *marks.columns(max(apart, default=0))),
        frozen="A3",
        title_rows=(1, 1),
        page_starts=page_starts(lot),
        protected=True,
    )


def from_input(names: LotSheets, column: int, place: int) -> str:
    """The input of the bid at this place, from 0."""
    return names.on_input(cell(column, FIRST_ROW + place))


def is_valid(row: int, say: Wording) -> str:
    return _has_status(row, VALID, say)


def only_valid(row: int, expression: str, say: Wording) -> str:
    """For what ranks a bid."""
    return f'IF({is_valid(row, say)},{expression},"")'


def only_counted(row: int, expression: str, say: Wording) -> str:
    """For what the scores of the others may rest on."""
    return f'IF(OR({is_valid(row, say)},{_has_status(row, KEPT, say)}),{expression},"")'


def _has_status(row: int, status: Text, say: Wording) -> str:
    return f"{cell(STATUS, row, fixed_column=True)}={text_literal(say(status))}"


def counted_price(lot: Lot, offered: str) -> str:
    """The price in the cell `offered`, with the published rule for a price of 0."""
    rule = lot.award.zero_price
    return (
        offered if rule is None or rule.amount is None else f"IF({offered}=0,{plain(rule.amount)},{offered})"
    )


def score_style(lot: Lot) -> Style:
    in_euros = worth_in_euros(AWARDS[lot.award.method])
    return Style.EURO if in_euros else number_style(lot.award.rounding.places)


@dataclass(frozen=True, slots=True)
class _View:
    lot: Lot
    names: LotSheets
    lookups: Lookups
    say: Wording
    inputs: InputColumns
    blocks: Mapping[str, Block]

    def heading(self, leaf: Criterion) -> Iterator[CellLike]:
        """The title over the block, and what 100% is worth above the points."""
        award = AWARDS[self.lot.award.method]
        yield from across(f"{leaf.code} {leaf.title}", Style.SECTION, _BEFORE_WORTH)
        yield Cell(self.say(_WORTH), style=Style.SECTION)
        formula = f"{self.lookups.weights[leaf.code]}*{self.lookups.per_percent}"
        style = Style.EURO if worth_in_euros(award) else Style.NUMBER
        yield Cell(award.worth(self.lot.award, leaf), formula, style)

    def formula(self, leaf: Criterion) -> str:
        if states_code(leaf):
            return self.say(_STATED, sheet=self.say(CRITERIA))
        return self.say(_FORMULA, formula=METHODS[leaf.method].formula_for(leaf))

    def columns(self) -> Iterator[CellLike]:
        worth = _EUROS if worth_in_euros(AWARDS[self.lot.award.method]) else _POINTS
        yield from (self.say(text) for text in (_CODE, _BIDDER, _STATUS))
        yield from (over_figures(self.say(text)) for text in (_VALUE, _SHARE, worth))

    def bids(
        self, leaf: Criterion, states: Mapping[str, Text], results: Mapping[str, BidResult]
    ) -> Iterator[Sequence[CellLike]]:
        """The rows of all bids."""
        bids, rows = self.lot.bids, self.blocks[leaf.code].rows
        scores = [results[bid.code].scores[leaf.code] if bid.code in results else None for bid in bids]

        def formulas(formula: Callable[[int, int], str]) -> list[str]:
            """By the place of a bid, from 0, and its row."""
            return counted_on(lambda place: formula(place, rows[place]), range(len(bids)))

        def counted(formula: Callable[[int, int], str]) -> list[str]:
            return formulas(lambda place, row: only_counted(row, formula(place, row), self.say))

        status = formulas(lambda place, _row: from_input(self.names, STATUS, place))
        shares = counted(lambda place, row: self.share(leaf, place, row))
        points = counted(lambda _place, row: self.points(leaf, row))
        style = score_style(self.lot)
        return zip(
            [bid.code for bid in bids],
            [bid.name for bid in bids],
            [Cell(self.say(states[bid.code]), at, Style.TEXT) for bid, at in zip(bids, status, strict=True)],
            self.values(leaf, scores, counted),
            [
                Cell(value_of(score.share) if score else "", at, Style.NUMBER_4)
                for score, at in zip(scores, shares, strict=True)
            ],
            [
                Cell(score.points if score else "", at, style)
                for score, at in zip(scores, points, strict=True)
            ],
            *(
                [
                    Cell(marks.share_of(leaf, score, number) if score else "", at, Style.NUMBER_4)
                    for score, at in zip(scores, counted(self.mark(leaf, number)), strict=True)
                ]
                for number in range(self.apart(leaf))
            ),
            strict=True,
        )

    def values(
        self,
        leaf: Criterion,
        scores: Sequence[Score | None],
        counted: Callable[[Callable[[int, int], str]], list[str]],
    ) -> list[CellLike]:
        """What goes into the formula; what a person chose, or several assessors gave, stays on the input."""
        if not self.has_one_number(leaf):
            return [""] * len(scores)
        priced, column = leaf.kind is Kind.PRICE, self.inputs.leaves[leaf.code][0]

        def value(place: int, _row: int) -> str:
            offered = from_input(self.names, column, place)
            return counted_price(self.lot, offered) if priced else offered

        style = Style.EURO if priced else Style.NUMBER
        return [
            Cell(score.counted if score else "", at, style)
            for score, at in zip(scores, counted(value), strict=True)
        ]

    def has_one_number(self, leaf: Criterion) -> bool:
        return not states_code(leaf) and len(self.inputs.leaves[leaf.code]) == 1

    def share(self, leaf: Criterion, place: int, row: int) -> str:
        if self.has_one_number(leaf):
            return METHODS[leaf.method].spreadsheet(leaf, cell(VALUE, row), self.blocks[leaf.code].values)
        count = self.apart(leaf)
        shares = marks.cells_of(count, row) if count else self.shares(leaf, place)
        return marks.combined(self.lot.award, shares)

    def shares(self, leaf: Criterion, place: int) -> list[str]:
        """For the judgement of each assessor."""
        given = [from_input(self.names, column, place) for column in self.inputs.leaves[leaf.code]]
        return [self.one_share(leaf, each) for each in given]

    def mark(self, leaf: Criterion, number: int) -> Callable[[int, int], str]:
        """The share for the judgement of one assessor, counted from 0."""
        column = self.inputs.leaves[leaf.code][number]
        return lambda place, _row: self.one_share(leaf, from_input(self.names, column, place))

    def apart(self, leaf: Criterion) -> int:
        """How many shares stand in cells of their own."""
        shares = [] if self.has_one_number(leaf) else self.shares(leaf, len(self.lot.bids) - 1)
        return len(shares) if marks.stand_apart(shares) else 0

    def one_share(self, leaf: Criterion, at: str) -> str:
        """The share for the judgement of one assessor."""
        if states_code(leaf):
            return self.lookups.choices[leaf.code].share_of(at)
        return METHODS[leaf.method].spreadsheet(leaf, at, at)

    def points(self, leaf: Criterion, row: int) -> str:
        """Rounded where the tender rounds each criterion."""
        product = f"{cell(SHARE, row)}*{self.blocks[leaf.code].worth}"
        if self.lot.award.rounding.at is RoundAt.TOTAL:
            return product
        worth = AWARDS[self.lot.award.method].worth(self.lot.award, leaf)
        return half_up(product, self.lot.award.rounding.places, max(worth, Decimal(1)))
