"""How the assessment sheet looks with given answers."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from procurement.documents.formulas import area, cell, on_sheet
from procurement.documents.properties import Properties
from procurement.documents.workbook import (
    Cell,
    CellLike,
    Column,
    Highlight,
    HighlightLook,
    Link,
    Name,
    OneOf,
    Sheet,
    Style,
    Workbook,
)
from procurement.language import Text
from procurement.returned_sheets import Answers, Identity
from tenders.reports.matrix.grid import Grid, across
from tenders.reports.wording import Wording
from tenders.workbooks.assessed import Criterion, Task
from tenders.workbooks.assessment_rows import (
    CHECK_COLUMN,
    COUNT_ROW,
    FIRST_ROW,
    HEADING_ROW,
    LEVEL,
    LEVEL_COLUMN,
    WHY,
    WHY_COLUMN,
    Row,
)
from tenders.workbooks.progress import of_all, of_one
from tenders.workbooks.scales import Scales, scales_of

_COLUMNS = (
    Column(24, Style.WRAPPED),
    Column(28, Style.WRAPPED),
    Column(84, Style.WRAPPED),
    Column(34, Style.WRAPPED),
)

_TITLE = Text(nl="Beoordelingsblad van beoordelaar {letter}", en="Assessment sheet of assessor {letter}")
SHEET = Text(nl="Beoordeling", en="Assessment")
_ABOUT = Text(
    nl="{tender} ({reference}), {lot}, versie {version}",
    en="{tender} ({reference}), {lot}, version {version}",
)
_HELP = Text(
    nl="Kies per inschrijver een niveau uit de lijst en schrijf waarom, in minstens {least} tekens en "
    "{words} woorden. Wat elk niveau betekent, staat op het tweede blad. Lees dit bestand daarna in bij uw "
    "beoordeling.",
    en="Choose a level from the list for each bidder and write why, in at least {least} characters and "
    "{words} words. What each level means stands on the second sheet. Then read this file in with your "
    "assessment.",
)
_TO_DO = Text(nl="Nog in te vullen", en="Still to fill in")
_HEADINGS = (
    Text(nl="Inschrijver", en="Bidder"),
    Text(nl="Niveau", en="Level"),
    Text(nl="Motivering", en="Reasons"),
    Text(nl="Controle", en="Check"),
)
_PICK = Text(nl="Kies een niveau uit de lijst.", en="Choose a level from the list.")
_TO_SCALE = Text(nl="Naar de schaal", en="To the scale")


@dataclass(slots=True)
class Layout:
    """The whole workbook with given answers."""

    task: Task
    identity: Identity
    say: Wording
    rows: tuple[Row, ...]
    answers: Answers
    grid: Grid = field(default_factory=Grid)

    def workbook(self) -> Workbook:
        scales = scales_of(self.task.criteria, self.say)
        title = self.say(_TITLE, letter=self.identity.seat)
        made = Properties(author=self.task.authority, created=self.task.made_at, subject=title)
        sheet = self._sheet(title, scales)
        count = on_sheet(sheet.title, cell(2, COUNT_ROW, fixed_column=True, fixed_row=True))
        return Workbook(
            title=title,
            language=self.say.language,
            properties=made,
            sheets=(sheet, scales.sheet),
            names=(Name("nog_in_te_vullen", count),),
        )

    def _sheet(self, title: str, scales: Scales) -> Sheet:
        self._head(title)
        links = tuple(self._criterion(criterion, scales) for criterion in self.task.criteria)
        last = max(len(self.grid.rows), FIRST_ROW)
        return Sheet(
            title=self.say(SHEET),
            rows=tuple(self.grid.rows),
            columns=_COLUMNS,
            frozen=cell(2, FIRST_ROW),
            title_rows=(HEADING_ROW, HEADING_ROW),
            landscape=True,
            protected=True,
            validations=tuple(self._lists(scales)),
            highlights=(
                Highlight(area((2, COUNT_ROW), (3, COUNT_ROW)), "$B$4=0", HighlightLook.GOOD),
                Highlight(area((2, COUNT_ROW), (3, COUNT_ROW)), "$B$4>0", HighlightLook.ATTENTION),
                Highlight(
                    area((CHECK_COLUMN, FIRST_ROW), (CHECK_COLUMN, last)),
                    f"LEN($D{FIRST_ROW})>0",
                    HighlightLook.ATTENTION,
                ),
            ),
            links=links,
        )

    def _head(self, title: str) -> None:
        said = self.identity
        version = said.version or "–"
        about = {"tender": self.task.tender, "reference": said.tender, "lot": self.task.lot}
        self.grid.title(title)
        self.grid.add(*across(self.say(_ABOUT, **about, version=version), Style.MUTED, len(_COLUMNS)))
        least, words = str(self.task.least), str(self.task.least_words)
        self.grid.add(*across(self.say(_HELP, least=least, words=words), Style.WRAPPED, len(_COLUMNS)))
        span = area((CHECK_COLUMN, FIRST_ROW), (CHECK_COLUMN, self.rows[-1].number)) if self.rows else ""
        told = [self._check(row).value for row in self.rows]
        to_do = None if None in told else sum(bool(each) for each in told)
        self.grid.add(
            Cell(self.say(_TO_DO), style=Style.BOLD),
            *of_all(to_do, len(self.rows), span, cell(2, COUNT_ROW), self.say),
        )
        self.grid.blank()
        bidder, level, why, check = (self.say(text) for text in _HEADINGS)
        to_fill_in = (Cell(text, style=Style.HEADING_INPUT) for text in (level, why))
        self.grid.headings(bidder, *to_fill_in, check)

    def _criterion(self, criterion: Criterion, scales: Scales) -> Link:
        heading = self.grid.section(criterion.title, len(_COLUMNS))
        for row in self.rows:
            if row.criterion is criterion:
                self.grid.add(*self._cells(row))
        target = on_sheet(scales.sheet.title, f"A{scales.headings[criterion.code]}")
        return Link(f"A{heading}", target, self.say(_TO_SCALE))

    def _cells(self, row: Row) -> Iterator[CellLike]:
        level, why = self._answer(row, LEVEL), self._answer(row, WHY)
        yield self.say(row.bidder.label)
        yield Cell(level or None, style=Style.INPUT_TEXT)
        yield Cell(why or None, style=Style.INPUT_TEXT)
        yield self._check(row)

    def _check(self, row: Row) -> Cell:
        level, why = self._answer(row, LEVEL), self._answer(row, WHY)
        places = cell(LEVEL_COLUMN, row.number), cell(WHY_COLUMN, row.number)
        return of_one(*places, level, why, self.task.least, self.say)

    def _answer(self, row: Row, what: str) -> str:
        return str(self.answers.get(row.key(what)) or "")

    def _lists(self, scales: Scales) -> Iterator[OneOf]:
        for criterion in self.task.criteria:
            rows = [row.number for row in self.rows if row.criterion is criterion]
            if rows:
                yield OneOf(
                    area=area((LEVEL_COLUMN, rows[0]), (LEVEL_COLUMN, rows[-1])),
                    source=scales.choices[criterion.code],
                    message=self.say(_PICK),
                )
