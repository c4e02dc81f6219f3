"""The sheet of one lot with, for each scored criterion, the value that counts, its share and its points."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from procurement.documents.formulas import area, cell, text_literal
from procurement.documents.workbook import Cell, CellLike, Column, Sheet, Style, number_style
from procurement.language import Text
from procurement.numbers import plain
from tenders.reports.matrix.criteria import Lookups
from tenders.reports.matrix.grid import Grid
from tenders.reports.matrix.inputs import (
    FIRST_ROW,
    SET_ASIDE,
    STATUS,
    VALID,
    InputColumns,
    input_columns,
    rows_of,
)
from tenders.reports.matrix.names import LotSheets
from tenders.reports.matrix.rounding import half_up
from tenders.reports.vocabulary import LOT
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.methods import METHODS
from tenders.scoring.model import AwardRule, Bid, Combination, Criterion, Kind, Lot, RoundAt
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
_WORTH = Text(nl="Waarde van 100%", en="Worth of 100%")
_CODE = Text(nl="Code", en="Code")
_BIDDER = Text(nl="Inschrijver", en="Bidder")
_STATUS = Text(nl="Status", en="Status")
_VALUE = Text(nl="Waarde", en="Value")
_SHARE = Text(nl="Deel", en="Share")
_POINTS = Text(nl="Punten", en="Points")
_EUROS = Text(nl="Euro", en="Euros")
_WORTH_ROW = 3


@dataclass(frozen=True, slots=True)
class Block:
    """The columns of one criterion; a stated one or one with several assessors has no single value."""

    value: int | None
    share: int
    points: int

    @property
    def width(self) -> int:
        return self.points + 1 - (self.value or self.share)


def scored_leaves(lot: Lot) -> tuple[Criterion, ...]:
    award = AWARDS[lot.award.method]
    return tuple(leaf for leaf in lot.leaves() if award.scores(leaf))


def blocks_of(lot: Lot, inputs: InputColumns) -> dict[str, Block]:
    blocks: dict[str, Block] = {}
    following = STATUS + 1
    for leaf in scored_leaves(lot):
        single = not states_code(leaf) and len(inputs.leaves[leaf.code]) == 1
        first = following + 1 if single else following
        blocks[leaf.code] = Block(following if single else None, first, first + 1)
        following = first + 2
    return blocks


def scores_sheet(lot: Lot, result: LotResult, names: LotSheets, lookups: Lookups, say: Wording) -> Sheet:
    view = _View(lot, names, lookups, say, input_columns(lot), blocks_of(lot, input_columns(lot)))
    by_bid = {each.bid.code: each for each in result.ranking}
    grid = Grid()
    grid.title(say(_TITLE, lot=say(LOT, code=lot.code, title=lot.title)))
    grid.add(Cell(say(_HELP), style=Style.MUTED))
    grid.add("", "", Cell(say(_WORTH), style=Style.MUTED), *view.worths())
    grid.add("", "", "", *view.titles())
    grid.headings(say(_CODE), say(_BIDDER), say(_STATUS), *view.headings())
    for row, bid in zip(rows_of(lot), lot.bids, strict=True):
        grid.add(*view.bid(row, bid, by_bid.get(bid.code)))
    return Sheet(
        title=names.scores,
        rows=grid.rows,
        columns=(Column(10), Column(28), Column(14), *(Column(12) for _ in range(view.width))),
        frozen=cell(STATUS + 1, FIRST_ROW),
        title_rows=(_WORTH_ROW, 5),
        title_columns=("A", "B"),
        landscape=True,
        protected=True,
    )


def from_input(names: LotSheets, column: int, row: int) -> str:
    return names.on_input(cell(column, row))


def is_valid(row: int, say: Wording) -> str:
    return f"{cell(STATUS, row, fixed_column=True)}={text_literal(say(VALID))}"


def only_valid(row: int, expression: str, say: Wording) -> str:
    return f'IF({is_valid(row, say)},{expression},"")'


def counted_price(lot: Lot, names: LotSheets, column: int, row: int) -> str:
    """The price with the published rule for a price of 0."""
    offered, rule = from_input(names, column, row), lot.award.zero_price
    if rule is None or rule.amount is None:
        return offered
    return f"IF({offered}=0,{plain(rule.amount)},{offered})"


@dataclass(frozen=True, slots=True)
class _View:
    lot: Lot
    names: LotSheets
    lookups: Lookups
    say: Wording
    inputs: InputColumns
    blocks: Mapping[str, Block]

    @property
    def width(self) -> int:
        return sum(block.width for block in self.blocks.values())

    def worths(self) -> Iterator[CellLike]:
        award = AWARDS[self.lot.award.method]
        for leaf in scored_leaves(self.lot):
            formula = f"{self.lookups.weights[leaf.code]}*{self.lookups.per_percent}"
            worth = Cell(award.worth(self.lot.award, leaf), formula, Style.NUMBER)
            yield from _blank(self.blocks[leaf.code].width - 1)
            yield worth

    def titles(self) -> Iterator[CellLike]:
        for leaf in scored_leaves(self.lot):
            title = Cell(f"{leaf.code} {leaf.title}", style=Style.BOLD)
            yield title
            yield from _blank(self.blocks[leaf.code].width - 1)

    def headings(self) -> Iterator[str]:
        worth = _EUROS if AWARDS[self.lot.award.method].allows_malus else _POINTS
        for leaf in scored_leaves(self.lot):
            if self.blocks[leaf.code].value is not None:
                yield self.say(_VALUE)
            yield self.say(_SHARE)
            yield self.say(worth)

    def bid(self, row: int, bid: Bid, result: BidResult | None) -> Iterator[CellLike]:
        status = self.say(VALID if result else SET_ASIDE)
        yield bid.code
        yield bid.name
        yield Cell(status, from_input(self.names, STATUS, row), Style.TEXT)
        yield from chain.from_iterable(
            self.leaf(row, leaf, result.scores[leaf.code] if result else None)
            for leaf in scored_leaves(self.lot)
        )

    def leaf(self, row: int, leaf: Criterion, score: Score | None) -> Iterator[Cell]:
        block, award = self.blocks[leaf.code], self.lot.award
        if block.value is not None:
            column = self.inputs.leaves[leaf.code][0]
            offered = from_input(self.names, column, row)
            value = counted_price(self.lot, self.names, column, row) if leaf.kind is Kind.PRICE else offered
            style = Style.EURO if leaf.kind is Kind.PRICE else Style.NUMBER
            yield Cell(score.counted if score else "", only_valid(row, value, self.say), style)
        share = only_valid(row, self.share(row, leaf, block), self.say)
        yield Cell(value_of(score.share) if score else "", share, Style.NUMBER_4)
        points = only_valid(row, self.points(row, leaf, block), self.say)
        yield Cell(score.points if score else "", points, number_style(award.rounding.places))

    def share(self, row: int, leaf: Criterion, block: Block) -> str:
        if block.value is not None:
            rows = rows_of(self.lot)
            column = area((block.value, rows.start), (block.value, rows.stop - 1), fixed=True)
            return METHODS[leaf.method].spreadsheet(leaf, cell(block.value, row), column)
        cells = [from_input(self.names, column, row) for column in self.inputs.leaves[leaf.code]]
        return combined(self.lot.award, [self.one_share(leaf, each) for each in cells])

    def one_share(self, leaf: Criterion, at: str) -> str:
        """The share for the judgement of one assessor."""
        if states_code(leaf):
            return self.lookups.choices[leaf.code].share_of(at)
        return METHODS[leaf.method].spreadsheet(leaf, at, at)

    def points(self, row: int, leaf: Criterion, block: Block) -> str:
        """Rounded where the tender rounds each criterion."""
        product = f"{cell(block.share, row)}*{cell(block.points, _WORTH_ROW, fixed_row=True)}"
        if self.lot.award.rounding.at is RoundAt.TOTAL:
            return product
        worth = AWARDS[self.lot.award.method].worth(self.lot.award, leaf)
        return half_up(product, self.lot.award.rounding.places, max(worth, Decimal(1)))


def _blank(count: int) -> Iterator[CellLike]:
    return ("" for _ in range(count))


def combined(award: AwardRule, shares: list[str]) -> str:
    if len(shares) == 1:
        return shares[0]
    listed = ",".join(shares)
    return f"MEDIAN({listed})" if award.combination is Combination.MEDIAN else f"AVERAGE({listed})"
