"""What bids would earn under other weights: the columns of the what-if sheet.

Shares do not depend on weights, so they come from the scores sheet; points, totals, ties and rank are worked
out again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from procurement.documents.formulas import cell
from procurement.language import Text
from tenders.reports.matrix.blocks import SHARE, blocks_of
from tenders.reports.matrix.columns import TotalColumns
from tenders.reports.matrix.criteria import Lookups
from tenders.reports.matrix.inputs import rows_of
from tenders.reports.matrix.lines import Lines
from tenders.reports.matrix.names import LotSheets
from tenders.reports.matrix.rounding import half_up
from tenders.reports.matrix.scores import score_style
from tenders.reports.wording import Wording
from tenders.scoring.award import AwardMethod
from tenders.scoring.awards import AWARDS
from tenders.scoring.model import Criterion, Kind, Lot, RoundAt
from tenders.scoring.numbers import HUNDRED
from tenders.scoring.result import BidResult, LotResult
from tenders.scoring.tree import price_of

PUBLISHED_ROW, OWN_ROW, FIRST_BID = 4, 5, 7
FIRST_WEIGHT = 9  # column I, after code, bidder, status, both ranks, the shift and both figures

UNDER_OWN_WEIGHTS = Text(nl=", met uw gewichten", en=", under your weights")
_POINTS = Text(nl="{code} {title}", en="{code} {title}")
_PRICE_WEIGHS = Text(nl="{code} {title}, punten voor het gewicht", en="{code} {title}, points for the weight")


def weighed(lot: Lot) -> tuple[Criterion, ...]:
    """The criteria whose weight makes a difference under the award method."""
    award = AWARDS[lot.award.method]
    return tuple(leaf for leaf in lot.leaves() if award.scores(leaf) or _weighs_unscored(award, leaf))


def _weighs_unscored(award: AwardMethod, leaf: Criterion) -> bool:
    return award.weighs_price and leaf.kind is Kind.PRICE


@dataclass(frozen=True)
class Trial:
    """`tried` is the published lot with the weights that stand on the sheet when it is opened."""

    published: LotResult
    tried: LotResult
    names: LotSheets
    lookups: Lookups
    say: Wording
    lines: Lines

    @property
    def lot(self) -> Lot:
        return self.published.lot

    @property
    def rows(self) -> range:
        return rows_of(self.lot, FIRST_BID)

    @property
    def _award(self) -> AwardMethod:
        return AWARDS[self.lot.award.method]

    def all_columns(self) -> tuple[int, int]:
        """The numbers of the column of the figure and of the rank under these weights."""
        for number, leaf in enumerate(weighed(self.lot), start=FIRST_WEIGHT):
            scored = self._award.scores(leaf)
            heading = self.say(_POINTS if scored else _PRICE_WEIGHS, code=leaf.code, title=leaf.title)
            formula = self._points(leaf, number) if scored else self._worth(number)
            self.lines.add(heading, formula, self._value(leaf), score_style(self.lot))
        return self._totals().all_columns()

    def _worth(self, column: int) -> Callable[[int], str]:
        weight = cell(column, OWN_ROW, fixed_column=True, fixed_row=True)
        return lambda _row: f"({weight}*{self.lookups.per_percent})"

    def _points(self, leaf: Criterion, column: int) -> Callable[[int], str]:
        block, rounding = blocks_of(self.lot)[leaf.code], self.lot.award.rounding
        worth = self._worth(column)

        def formula(row: int) -> str:
            share = self.names.on_scores(cell(SHARE, block.rows[row - FIRST_BID]))
            product = f"{share}*{worth(row)}"
            if rounding.at is RoundAt.TOTAL:
                return product
            return half_up(product, rounding.places, self._free_worth)

        return formula

    def _value(self, leaf: Criterion) -> Callable[[BidResult], Decimal]:
        if self._award.scores(leaf):
            return lambda result: result.scores[leaf.code].points
        own = next(each for each in self.tried.lot.leaves() if each.code == leaf.code)
        worth = self._award.worth(self.lot.award, own)
        return lambda _result: worth

    @cached_property
    def _free_worth(self) -> Decimal:
        """What 100% is worth: no criterion and no group can earn more while the weights add up."""
        leaf = weighed(self.lot)[0]
        return max(self._award.worth(self.lot.award, replace(leaf, weight=HUNDRED)), Decimal(1))

    def _totals(self) -> TotalColumns:
        columns = {leaf.code: number for number, leaf in enumerate(weighed(self.lot), start=FIRST_WEIGHT)}
        price = price_of(self.lot)
        weighs = price is not None and price.code in columns
        return TotalColumns(
            self.lot,
            self.tried,
            self.names,
            self.lookups,
            self.say,
            self.lines,
            self.rows,
            earned=lambda code, row: cell(columns[code], row),
            price_points=self._worth(columns[price.code])(FIRST_BID) if price and weighs else "",
            free_worth=self._free_worth,
        )
