"""The columns of the totals sheet: each has a live formula per bid and the value of the program beside it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from procurement.documents.formulas import counted_on
from procurement.documents.workbook import Cell, CellLike, Column, Style, Value
from tenders.reports.matrix.grid import longest_word, over_figures
from tenders.reports.matrix.inputs import STATUS
from tenders.reports.matrix.scores import only_counted
from tenders.reports.wording import Wording
from tenders.scoring.model import Bid
from tenders.scoring.result import BidResult

FormulaOf = Callable[[int], str]
ValueOf = Callable[[BidResult], Value]

_FIGURE_WIDTH, _EURO_WIDTH, _WIDEST = 10, 17, 26  # characters


@dataclass(frozen=True, slots=True)
class Line:
    heading: str
    formula: FormulaOf  # by row number
    value: ValueOf
    style: Style


class Lines:
    """Columns from left to right; each may refer to those before it."""

    def __init__(
        self, results: Mapping[str, BidResult], say: Wording, after: int = STATUS, told: str = ""
    ) -> None:
        """`after` is the number of the last column on their left; `told` follows on each heading."""
        self._lines: list[Line] = []
        self._results, self._say, self._after, self._told = results, say, after, told

    def add(self, heading: str, formula: FormulaOf, value: ValueOf, style: Style) -> int:
        """The number of the new column."""
        self._lines.append(Line(heading + self._told, formula, value, style))
        return self._after + len(self._lines)

    def headings(self) -> Iterator[CellLike]:
        return (
            line.heading if line.style is Style.TEXT else over_figures(line.heading) for line in self._lines
        )

    def columns(self) -> Iterator[Column]:
        for line in self._lines:
            least = _EURO_WIDTH if line.style in (Style.EURO, Style.TOTAL_EURO) else _FIGURE_WIDTH
            yield Column(min(max(least, longest_word(line.heading) + 2), _WIDEST))

    def cells(self, rows: range, bids: Sequence[Bid]) -> Iterator[Sequence[Cell]]:
        """Of each bid. One that is set aside has the same formulas, and they show nothing."""
        results = [self._results.get(bid.code) for bid in bids]
        return zip(*(self._column(line, rows, results) for line in self._lines), strict=True)

    def _column(self, line: Line, rows: range, results: Sequence[BidResult | None]) -> list[Cell]:
        formulas = counted_on(lambda row: only_counted(row, line.formula(row), self._say), rows)
        shown = [line.value(result) if result else "" for result in results]
        return list(map(Cell, shown, formulas, repeat(line.style)))
