"""The columns of a totals sheet: subtotals, what the award method takes, the figure, ties and rank."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from procurement.documents.formulas import cell
from procurement.documents.workbook import (
    Style,
    total_style,
)
from procurement.language import Text
from procurement.numbers import plain
from tenders.reports.matrix.blocks import scored_leaves
from tenders.reports.matrix.criteria import Lookups
from tenders.reports.matrix.draws import places_drawn, unsettled
from tenders.reports.matrix.inputs import (
    InputColumns,
    input_columns,
)
from tenders.reports.matrix.lines import Lines
from tenders.reports.matrix.names import LotSheets
from tenders.reports.matrix.ranks import Key, Span, equal_on, rank, valid_in
from tenders.reports.matrix.rounding import half_up_by_size, settled
from tenders.reports.matrix.scores import counted_price, from_input, only_valid, score_style
from tenders.reports.vocabulary import figure_title
from tenders.reports.wording import Wording
from tenders.scoring.award import AwardMethod, Cells
from tenders.scoring.awards import AWARDS
from tenders.scoring.columns import total_of
from tenders.scoring.model import Criterion, Kind, Lot, TieBreak, TieRule
from tenders.scoring.numbers import value_of
from tenders.scoring.result import BidResult, LotResult
from tenders.scoring.tree import price_of

_PRICE = Text(nl="Prijs (P)", en="Price (P)")
_QUALITY = Text(nl="Kwaliteit (Q)", en="Quality (Q)")
_SUM = Text(nl="Som van de scores", en="Sum of the scores")
_LEVEL = Text(nl="Niveau op de ladder", en="Level on the ladder")
_RANK = Text(nl="Rang", en="Rank")
_TIE = Text(nl="Bij gelijke stand: {criterion}", en="On a tie: {criterion}")
_DRAW = Text(nl="Bij gelijke stand: loting", en="On a tie: draw")


def figure_style(lot: Lot) -> Style:
    """Of the figure by which bids are ranked."""
    places = lot.award.rounding.places
    in_euros = AWARDS[lot.award.method].in_euros
    return Style.TOTAL_EURO if in_euros and places == 2 else total_style(places)


@dataclass(frozen=True)
class TotalColumns:
    """Adds the columns of one lot.

    What bids are compared on is settled, so that equal means equal. The figure is made of sums that are not:
    a ratio to a price of a cent makes the last digit of a settled sum a million times as large.
    """

    lot: Lot
    result: LotResult
    names: LotSheets
    lookups: Lookups
    say: Wording
    lines: Lines
    rows: range  # of the bids
    earned: Callable[[str, int], str]  # where the points stand of a criterion (by its code), by row
    price_points: str  # the points for the weight of price
    free_worth: Decimal = Decimal(0)  # what weights that a person may change can be worth together

    @property
    def span(self) -> Span:
        return Span(self.rows)

    @property
    def award(self) -> AwardMethod:
        return AWARDS[self.lot.award.method]

    @cached_property
    def inputs(self) -> InputColumns:
        return input_columns(self.lot)

    def _input(self, column: int, row: int) -> str:
        return from_input(self.names, column, row - self.rows.start)

    def all_columns(self) -> tuple[int, int]:
        """The numbers of the column of the figure and of the rank."""
        points = {each.bid.code: self.result.node_points(each.bid.code) for each in self.result.counted}
        for node in self.lot.nodes():
            if (node.children or node in self.lot.criteria) and self._scored(node):
                self._subtotal(node, points)
        price, quality, total, level = self._price(), self._quality(), self._sum(), self._level()
        figure = self._figure(price, quality, total, level)
        keys = [Key(figure, lower_wins=self.award.lower_wins)]
        for rule in self.lot.award.ties:
            keys.append(self._tie(rule, tuple(keys), price, quality))
        return figure, self._rank(tuple(keys))

    # ── points ───────────────────────────────────────────────────────────────────────────────────

    def _scored(self, node: Criterion) -> list[Criterion]:
        return [leaf for leaf in node.leaves() if self.award.scores(leaf)]

    def _subtotal(self, node: Criterion, points: Mapping[str, Mapping[str, Decimal]]) -> None:
        leaves = self._scored(node)
        self.lines.add(
            f"{node.code} {node.title}",
            lambda row: self._added(leaves, row),
            lambda result: points[result.bid.code][node.code],
            score_style(self.lot),
        )

    def _added(self, leaves: list[Criterion], row: int) -> str:
        """The points of these criteria added up, without the noise of binary arithmetic."""
        return settled(self._sum_of(leaves, row), self._most(leaves))

    def _sum_of(self, leaves: Sequence[Criterion], row: int) -> str:
        cells = ",".join(self.earned(leaf.code, row) for leaf in leaves)
        return f"SUM({cells})"

    def _most(self, leaves: list[Criterion]) -> Decimal:
        worth = sum((self.award.worth(self.lot.award, leaf) for leaf in leaves), Decimal(0))
        return max(worth, self.free_worth, Decimal(1))

    # ── what the award method takes ──────────────────────────────────────────────────────────────

    def _price(self) -> int | None:
        leaf = price_of(self.lot)
        if leaf is None:
            return None
        column = self.inputs.leaves[leaf.code][0]
        return self.lines.add(
            self.say(_PRICE),
            lambda row: counted_price(self.lot, self._input(column, row)),
            lambda result: result.price,
            Style.EURO,
        )

    @property
    def _quality_leaves(self) -> list[Criterion]:
        return [leaf for leaf in scored_leaves(self.lot) if leaf.kind is not Kind.PRICE]

    def _quality(self) -> int | None:
        leaves = self._quality_leaves
        if not leaves:
            return None
        return self._points_line(self.say(_QUALITY), leaves, lambda result: result.quality)

    def _sum(self) -> int | None:
        leaves = list(scored_leaves(self.lot))
        if not (leaves and self.award.scores_price):
            return None
        return self._points_line(self.say(_SUM), leaves, lambda result: value_of(result.standing.total))

    def _points_line(
        self, heading: str, leaves: list[Criterion], value: Callable[[BidResult], Decimal]
    ) -> int:
        return self.lines.add(heading, lambda row: self._added(leaves, row), value, score_style(self.lot))

    def _level(self) -> int | None:
        """The ladder that the award method reads itself, as `tenders.scoring.standings` finds it."""
        ladder = next((leaf for leaf in self.lot.leaves() if leaf.kind is Kind.SCALE), None)
        if ladder is None or self.award.scores(ladder):
            return None
        choices, column = self.lookups.choices[ladder.code], self.inputs.leaves[ladder.code][0]
        return self.lines.add(
            self.say(_LEVEL),
            lambda row: choices.code_of(self._input(column, row)),
            lambda result: result.standing.level,
            Style.TEXT,
        )

    # ── what decides ─────────────────────────────────────────────────────────────────────────────

    def _figure(self, price: int | None, quality: int | None, total: int | None, level: int | None) -> int:
        def own(column: int | None, row: int) -> str:
            return cell(column, row) if column else ""

        def down(column: int | None) -> str:
            return self.span.down(column) if column else ""

        def formula(row: int) -> str:
            shown = Cells(
                price=own(price, row),
                prices=down(price),
                quality=own(quality, row),
                qualities=down(quality),
                total=own(total or quality, row),
                level=own(level, row),
                price_points=self.price_points,
            )
            exact = shown._replace(quality=self._sum_of(self._quality_leaves, row)) if quality else shown
            places = self.lot.award.rounding.places
            return half_up_by_size(self.award.spreadsheet(self.lot, exact), places, self._size(shown))

        heading = figure_title(self.award, self.say)
        return self.lines.add(heading, formula, lambda result: result.total, figure_style(self.lot))

    def _size(self, shown: Cells) -> str:
        """The greatest magnitude among the figure of this bid and what it is made of.

        Of this bid alone: another one of twelve digits must not cost this one its last decimals.
        """
        price = [shown.price] if self.award.in_euros and shown.price else []
        most = plain(self._most(list(scored_leaves(self.lot))))
        return f"MAX({','.join([most, *price])},ABS({self.award.spreadsheet(self.lot, shown)}))"

    def _tie(self, rule: TieRule, keys: tuple[Key, ...], price: int | None, quality: int | None) -> Key:
        if rule.by is TieBreak.PRICE and price:
            return Key(price, lower_wins=True)
        if rule.by is TieBreak.QUALITY and quality:
            return Key(quality, lower_wins=False)
        if rule.by is TieBreak.CRITERION:
            return Key(self._tie_criterion(rule), lower_wins=False)
        return Key(self._draw(keys), lower_wins=True)

    def _tie_criterion(self, rule: TieRule) -> int:
        node = next(node for node in self.lot.nodes() if node.code == rule.criterion)
        leaves = self._scored(node)
        return self.lines.add(
            self.say(_TIE, criterion=node.title),
            lambda row: self._added(leaves, row),
            lambda result: value_of(total_of(self.lot.award, [result.scores[leaf.code] for leaf in leaves])),
            score_style(self.lot),
        )

    def _draw(self, keys: tuple[Key, ...]) -> int:
        """The place in the draw; empty while the draw does not set apart the bids that are equal so far."""
        column, places = self.inputs.draw or 0, places_drawn(self.lot, self.result)

        def formula(row: int) -> str:
            tied = f"{valid_in(self.span, self.say)}*{equal_on(keys, self.span, row)}"
            own = self._input(column, row)
            not_apart = unsettled(self.names, self.inputs, row - self.rows.start, len(self.rows))
            return only_valid(row, f'IF(SUMPRODUCT({tied}*{not_apart})>0,"",{own})', self.say)

        return self.lines.add(
            self.say(_DRAW), formula, lambda result: places.get(result.bid.code, ""), Style.NUMBER_0
        )

    def _rank(self, keys: tuple[Key, ...]) -> int:
        return self.lines.add(
            self.say(_RANK),
            lambda row: only_valid(row, rank(keys, self.span, row, self.say), self.say),
            lambda result: result.rank or "",
            Style.TOTAL_0,
        )
