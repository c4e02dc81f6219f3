"""The rows of the price sheet with given answers, cell by cell."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from procurement.documents.formulas import area, cell
from procurement.documents.workbook import Cell, CellLike, Style
from procurement.language import Text
from procurement.returned_sheets import Answers, BlankKind
from tenders.reports.matrix.grid import across
from tenders.reports.wording import Wording
from tenders.scoring.price_lines import PriceLine, line_amount
from tenders.workbooks.price_checks import Checks, amount_cell, is_on_the_edge, progress
from tenders.workbooks.price_entries import CHAMBER, SUPPLIER, Entry
from tenders.workbooks.price_places import (
    AMOUNT,
    CHECK,
    COUNT_ROW,
    DATA_INPUT,
    HEADING_ROW,
    INPUT,
    QUANTITY,
    WHO,
    WHO_ROWS,
    Places,
)

WHO_TITLES = {
    SUPPLIER: Text(nl="Naam van de inschrijver", en="Name of the bidder"),
    CHAMBER: Text(nl="KvK-nummer", en="Chamber of Commerce number"),
}
_TO_DO = Text(nl="Nog in te vullen", en="Still to fill in")
_TOTAL = Text(nl="Totaal: de som van de regels", en="Total: the sum of the lines")
_NOTHING = Cell("", style=Style.TEXT)


@dataclass(frozen=True, slots=True)
class Rows:
    places: Places
    say: Wording
    answers: Answers

    @property
    def _checks(self) -> Checks:
        return Checks(self.places.by_key, self.places.seen_from_elsewhere, self.say)

    def who(self, key: str) -> Iterator[CellLike]:
        yield from (Cell(self.say(WHO_TITLES[key]), style=Style.BOLD, span=2), None)
        yield Cell(self.answers.get(key) or None, style=Style.INPUT_TEXT)
        yield from (_NOTHING for _ in range(CHECK - 4))
        yield self._who_check(key, cell(WHO, WHO_ROWS[key]))

    def _who_check(self, key: str, at: str) -> Cell:
        check = self._checks.of_supplier if key == SUPPLIER else self._checks.of_chamber
        return check(at, self.answers.get(key))

    def count(self, entries: tuple[Entry, ...], check: int, *, with_supplier: bool) -> Iterator[CellLike]:
        """How many sentences there are below, and in a sentence of its own."""
        open_ = [self._checks.of(each, "A1", self.answers) for each in entries]
        last = max(self.places.row_of[each.key] for each in entries)
        ranges = [area((check, HEADING_ROW + 1), (check, last))]
        if with_supplier:
            open_ += [self._who_check(key, "A1") for key in WHO_ROWS]
            ranges.append(area((check, WHO_ROWS[SUPPLIER]), (check, WHO_ROWS[CHAMBER])))
        to_do = sum(bool(each.value) for each in open_)
        count, told = progress(to_do, len(open_), ranges, cell(3, COUNT_ROW), self.say)
        yield from (Cell(self.say(_TO_DO), style=Style.BOLD, span=2), None)
        yield from (count, told._replace(span=check - 4) if check > 5 else told)

    def line(self, entry: Entry, line: PriceLine) -> Iterator[CellLike]:
        row, price = self.places.row_of[entry.key], self.answers.get(entry.key)
        yield from (line.number, line.group, line.description, line.quantity, line.unit)
        yield line.maximum if line.maximum is not None else Cell("–", style=Style.TEXT)
        yield Cell(price, style=Style.INPUT_NUMBER)
        yield amount_cell(cell(QUANTITY, row), cell(INPUT, row), line, price)
        yield self._checks.of(entry, cell(INPUT, row), self.answers)

    def total(self) -> Iterator[CellLike]:
        priced = [
            (line, price)
            for entry, line in self.places.lines
            if isinstance(price := self.answers.get(entry.key), Decimal)
        ]
        span = area((AMOUNT, HEADING_ROW + 1), (AMOUNT, self.places.total_row - 1))
        yield from across(self.say(_TOTAL), Style.TOTAL_TEXT, AMOUNT - 1)
        on_edge = any(is_on_the_edge(line.quantity * price) for line, price in priced)
        total = sum((line_amount(line, price) for line, price in priced), Decimal(0))
        yield Cell(None if on_edge else total, f"SUM({span})", Style.TOTAL_EURO)

    def other(self, entry: Entry) -> Iterator[CellLike]:
        row = self.places.row_of[entry.key]
        yield _NOTHING
        yield from (self.say(entry.about), self.say(entry.label), _NOTHING)
        yield from (self._unit(entry), _NOTHING)
        yield Cell(self.answers.get(entry.key), style=Style.INPUT_NUMBER)
        yield _NOTHING
        yield self._checks.of(entry, cell(INPUT, row), self.answers)

    def datum(self, entry: Entry) -> Iterator[CellLike]:
        row = self.places.row_of[entry.key]
        style = Style.INPUT_NUMBER if entry.kind is BlankKind.NUMBER else Style.INPUT_TEXT
        yield from (self.say(entry.about), self.say(entry.label), self._unit(entry))
        yield Cell(self.answers.get(entry.key), style=style)
        yield self._checks.of(entry, cell(DATA_INPUT, row), self.answers)

    def _unit(self, entry: Entry) -> str:
        return self.say(entry.unit) if entry.unit is not None else ""
