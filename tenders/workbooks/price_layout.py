"""How the price sheet looks with given answers: the prices, and what goes into the other part of a bid."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from procurement.documents.formulas import area, cell, on_sheet
from procurement.documents.properties import Properties
from procurement.documents.workbook import (
    Between,
    CellLike,
    Column,
    Highlight,
    HighlightLook,
    Name,
    OneOf,
    Sheet,
    Style,
    Validation,
    Workbook,
)
from procurement.language import Text
from procurement.returned_sheets import Answers, BlankKind
from tenders.reports.matrix.grid import Grid, across, over_figures
from tenders.reports.wording import Wording
from tenders.workbooks.price_entries import CHAMBER, SUPPLIER, Asked, Entry
from tenders.workbooks.price_places import (
    AMOUNT,
    CHECK,
    COUNT_ROW,
    DATA_CHECK,
    DATA_INPUT,
    HEADING_ROW,
    INPUT,
    WHO_ROWS,
    Places,
)
from tenders.workbooks.price_rows import Rows

_PRICE_COLUMNS = (
    Column(8, Style.CENTRED), Column(22, Style.WRAPPED), Column(44, Style.WRAPPED), Column(13, Style.NUMBER),
    Column(12, Style.CENTRED), Column(14, Style.NUMBER), Column(16, Style.NUMBER), Column(18, Style.EURO),
    Column(34, Style.WRAPPED),
)  # fmt: skip
_DATA_COLUMNS = (
    Column(26, Style.WRAPPED), Column(52, Style.WRAPPED), Column(20, Style.WRAPPED), Column(30, Style.TEXT),
    Column(40, Style.WRAPPED),
)  # fmt: skip
_TITLE = Text(nl="Prijzenblad", en="Price sheet")
_DATA_TITLE = Text(nl="Gegevens voor de berekening", en="Data for the calculation")
_ABOUT = Text(nl="{tender}, {lot}, {version}", en="{tender}, {lot}, {version}")
_HELP = Text(
    nl="Vul alleen de gele cellen in, in euro zonder btw, met hooguit vier decimalen per prijs. De kolom "
    "Controle zegt wat er nog mist. Elk bedrag is hoeveelheid × prijs, afgerond op hele centen.",
    en="Fill in the yellow cells only, in euros without VAT, with at most four decimals a price. The column "
    "Check says what is missing. Each amount is quantity × price, rounded to whole cents.",
)
_DATA_HELP = Text(
    nl="Vul alleen de gele cellen in. Zet hier geen prijzen.",
    en="Fill in the yellow cells only. Put no prices here.",
)
_PRICE_HEADINGS = (
    Text(nl="Regel", en="Line"), Text(nl="Groep", en="Group"), Text(nl="Omschrijving", en="Description"),
    Text(nl="Hoeveelheid", en="Quantity"), Text(nl="Eenheid", en="Unit"),
    Text(nl="Maximum per eenheid in €", en="Maximum per unit in €"),
    Text(nl="Uw prijs per eenheid in €", en="Your price per unit in €"),
    Text(nl="Bedrag in €", en="Amount in €"), Text(nl="Controle", en="Check"),
)  # fmt: skip
_FIGURES = {3, 5, 6, 7}
_DATA_HEADINGS = (
    Text(nl="Waarover", en="About"), Text(nl="Gegeven", en="Data"), Text(nl="Eenheid", en="Unit"),
    Text(nl="Uw antwoord", en="Your answer"), Text(nl="Controle", en="Check"),
)  # fmt: skip
_OTHERS = Text(nl="Andere bedragen", en="Other amounts")
_PICK = Text(nl="Kies een antwoord uit de lijst.", en="Choose an answer from the list.")
_ENTER = Text(nl="Vul een getal in.", en="Enter a number.")
_FAR = Decimal(10) ** 15


@dataclass(slots=True)
class Layout:
    """The whole workbook with given answers."""

    asked: Asked
    places: Places
    say: Wording
    answers: Answers
    grid: Grid = field(default_factory=Grid)

    def workbook(self) -> Workbook:
        title = f"{self.say(_TITLE)} – {self.asked.lot}"
        sheets = [self._prices(title)]
        if self.places.data:
            sheets.append(self._data())
        if self.places.choices:
            sheets.append(self._choices())
        return Workbook(
            title=title,
            language=self.say.language,
            properties=Properties(author=self.asked.authority, created=self.asked.made_at, subject=title),
            sheets=tuple(sheets),
            names=tuple(self._names()),
        )

    @property
    def _rows(self) -> Rows:
        return Rows(self.places, self.say, self.answers)

    def _prices(self, title: str) -> Sheet:
        grid = self.grid = Grid()
        about = {"tender": self.asked.tender, "lot": self.asked.lot, "version": self.asked.version}
        grid.title(title)
        grid.add(*across(self.say(_ABOUT, **about), Style.MUTED, CHECK))
        grid.add(*across(self.say(_HELP), Style.WRAPPED, CHECK))
        for key in WHO_ROWS:
            grid.add(*self._rows.who(key))
        grid.add(*self._rows.count(self.places.prices, CHECK, with_supplier=True))
        grid.blank()
        grid.headings(*self._headings(_PRICE_HEADINGS))
        for entry, line in self.places.lines:
            grid.add(*self._rows.line(entry, line))
        if self.places.lines:
            grid.add(*self._rows.total())
        if self.places.others:
            grid.section(self.say(_OTHERS), CHECK)
            for entry in self.places.others:
                grid.add(*self._rows.other(entry))
        return self._sheet(self.places.price_sheet, _PRICE_COLUMNS, self.places.prices, INPUT, CHECK)

    def _data(self) -> Sheet:
        grid = self.grid = Grid()
        grid.title(self.say(_DATA_TITLE))
        grid.add(*across(self.say(_DATA_HELP), Style.WRAPPED, DATA_CHECK))
        while grid.next < COUNT_ROW:
            grid.blank()
        grid.add(*self._rows.count(self.places.data, DATA_CHECK, with_supplier=False))
        grid.blank()
        grid.headings(*self._headings(_DATA_HEADINGS, figures=set()))
        for entry in self.places.data:
            grid.add(*self._rows.datum(entry))
        return self._sheet(self.places.data_sheet, _DATA_COLUMNS, self.places.data, DATA_INPUT, DATA_CHECK)

    def _sheet(
        self, title: str, columns: tuple[Column, ...], entries: tuple[Entry, ...], filled: int, check: int
    ) -> Sheet:
        first, last = HEADING_ROW + 1, len(self.grid.rows)
        sentence, answer = cell(check, first, fixed_column=True), cell(filled, first, fixed_column=True)
        inputs = area((filled, first), (filled, last))
        sentences = area((check, first), (check, last))
        return Sheet(
            title=title,
            rows=tuple(self.grid.rows),
            columns=columns,
            frozen=cell(1, first),
            title_rows=(HEADING_ROW, HEADING_ROW),
            landscape=True,
            protected=True,
            validations=tuple(self._validations(entries)),
            highlights=(
                Highlight(inputs, f'AND(LEN({sentence})>0,{answer}<>"")', HighlightLook.WRONG),
                Highlight(sentences, f"LEN({sentence})>0", HighlightLook.ATTENTION),
                *self._highlights_of_who(check),
            ),
        )

    def _highlights_of_who(self, check: int) -> Iterator[Highlight]:
        """Only the sheet with prices asks who fills it in."""
        if check == CHECK:
            first, last = WHO_ROWS[SUPPLIER], WHO_ROWS[CHAMBER]
            told = f"LEN({cell(check, first, fixed_column=True)})>0"
            yield Highlight(area((check, first), (check, last)), told, HighlightLook.ATTENTION)

    def _headings(self, texts: tuple[Text, ...], figures: set[int] = _FIGURES) -> Iterator[CellLike]:
        for place, text in enumerate(texts):
            yield over_figures(self.say(text)) if place in figures else self.say(text)

    def _choices(self) -> Sheet:
        """A column of answers for each drop-down list."""
        columns = [[self.say(label) for _, label in each.options] for each in self.places.choices]
        longest = max(map(len, columns))
        rows = [
            tuple(column[row] if row < len(column) else "" for column in columns) for row in range(longest)
        ]
        return Sheet(title=self.places.choice_sheet, rows=rows, hidden=True, protected=True)

    def _validations(self, entries: tuple[Entry, ...]) -> Iterator[Validation]:
        for entry in entries:
            at = self.places.at(entry)
            if entry.kind is BlankKind.CHOICE:
                yield OneOf(area=at, source=self.places.source_of(entry), message=self.say(_PICK))
            elif entry.kind is BlankKind.NUMBER:
                yield Between(
                    area=at,
                    lowest=-_FAR if entry.lowest is None else entry.lowest,
                    highest=_FAR if entry.highest is None else entry.highest,
                    message=self.say(_ENTER),
                )

    def _names(self) -> Iterator[Name]:
        if self.places.lines:
            sheet, last = self.places.price_sheet, self.places.total_row
            prices = area((INPUT, HEADING_ROW + 1), (INPUT, last - 1), fixed=True)
            total = cell(AMOUNT, last, fixed_column=True, fixed_row=True)
            yield Name("prijs_per_eenheid", on_sheet(sheet, prices))
            yield Name("totaal", on_sheet(sheet, total))
