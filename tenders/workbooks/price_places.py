"""Where each entry of the price sheet stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from procurement.documents.formulas import area, cell, on_sheet
from procurement.language import Text
from procurement.returned_sheets import BlankKind
from tenders.reports.wording import Wording
from tenders.scoring.price_lines import PriceLine
from tenders.workbooks.price_entries import CHAMBER, SUPPLIER, Entry

QUANTITY, INPUT, AMOUNT, CHECK = 4, 7, 8, 9  # columns of the sheet with prices
DATA_INPUT, DATA_CHECK = 4, 5  # columns of the sheet with other answers
WHO = 3  # the column of the name of the bidder
WHO_ROWS = {SUPPLIER: 4, CHAMBER: 5}
COUNT_ROW, HEADING_ROW = 6, 8
_PRICES, _DATA = Text(nl="Prijzen", en="Prices"), Text(nl="Gegevens", en="Data")
_CHOICES = Text(nl="Keuzes", en="Choices")


@dataclass(frozen=True)
class Places:
    """Lines first, then their total, then the other amounts; answers that are no amount on a sheet apart."""

    entries: Sequence[Entry]
    say: Wording

    @property
    def price_sheet(self) -> str:
        return self.say(_PRICES)

    @property
    def data_sheet(self) -> str:
        return self.say(_DATA)

    @property
    def choice_sheet(self) -> str:
        return self.say(_CHOICES)

    @cached_property
    def lines(self) -> tuple[tuple[Entry, PriceLine], ...]:
        return tuple((each, each.line) for each in self.entries if each.line is not None)

    @cached_property
    def others(self) -> tuple[Entry, ...]:
        """The amounts that belong to no line."""
        return tuple(each for each in self.entries if each.is_price and each.line is None)

    @cached_property
    def prices(self) -> tuple[Entry, ...]:
        return (*(entry for entry, _ in self.lines), *self.others)

    @cached_property
    def data(self) -> tuple[Entry, ...]:
        return tuple(each for each in self.entries if not each.is_price)

    @cached_property
    def choices(self) -> tuple[Entry, ...]:
        return tuple(each for each in self.entries if each.kind is BlankKind.CHOICE)

    @cached_property
    def by_key(self) -> Mapping[str, Entry]:
        return {each.key: each for each in self.entries}

    @property
    def total_row(self) -> int:
        return HEADING_ROW + len(self.lines) + 1

    @cached_property
    def row_of(self) -> Mapping[str, int]:
        first = self.total_row + 2 if self.lines else HEADING_ROW + 2  # after a total and a heading
        found = {entry.key: HEADING_ROW + number for number, (entry, _) in enumerate(self.lines, 1)}
        found |= {entry.key: first + number for number, entry in enumerate(self.others)}
        return found | {entry.key: HEADING_ROW + number for number, entry in enumerate(self.data, 1)}

    def at(self, entry: Entry) -> str:
        return cell(INPUT if entry.is_price else DATA_INPUT, self.row_of[entry.key])

    def sheet_of(self, entry: Entry) -> str:
        return self.price_sheet if entry.is_price else self.data_sheet

    @cached_property
    def seen_from_elsewhere(self) -> Mapping[str, str]:
        return {
            each.key: on_sheet(self.sheet_of(each), cell(*self._position(each), fixed_column=True))
            for each in self.entries
        }

    def _position(self, entry: Entry) -> tuple[int, int]:
        return (INPUT if entry.is_price else DATA_INPUT, self.row_of[entry.key])

    def source_of(self, entry: Entry) -> str:
        """The range from which its list takes the answers."""
        column = self.choices.index(entry) + 1
        return on_sheet(self.choice_sheet, area((column, 1), (column, len(entry.options)), fixed=True))
