"""The sheet on which one assessor scores alone: every bid under every criterion, a level and why.

Bids carry the labels that this assessor sees on the screen. No name, price, answer or score of anybody else
is given to this module, so none can be in the file.
"""

from collections.abc import Iterator

from procurement.documents.formulas import cell
from procurement.language import Language, Text
from procurement.returned_sheets import Blank, BlankKind, Form, Identity, form_of
from tenders.reports.wording import Wording
from tenders.workbooks.assessed import Task, level_labels
from tenders.workbooks.assessment_layout import SHEET, Layout
from tenders.workbooks.assessment_rows import LEVEL, LEVEL_COLUMN, WHY, WHY_COLUMN, Row, rows_of

KIND = "assessment-sheet"

_WHAT = {
    LEVEL: Text(nl="{criterion}, {bidder}: niveau", en="{criterion}, {bidder}: level"),
    WHY: Text(nl="{criterion}, {bidder}: motivering", en="{criterion}, {bidder}: reasons"),
}


def assessment_form(task: Task, identity: Identity, language: Language) -> Form:
    """`identity` without its digest; its seat is the letter of the assessor."""
    say = Wording(language)
    rows = tuple(rows_of(task))
    return form_of(
        identity=identity,
        blanks=tuple(blank for row in rows for blank in _blanks(row, task.most, say(SHEET))),
        fill=lambda answers: Layout(task, identity, say, rows, answers).workbook(),
    )


def _blanks(row: Row, most: int, sheet: str) -> Iterator[Blank]:
    def titled(what: str) -> Text:
        return _WHAT[what].format(criterion=row.criterion.title, bidder=row.bidder.label)

    yield Blank(
        key=row.key(LEVEL),
        sheet=sheet,
        at=cell(LEVEL_COLUMN, row.number),
        kind=BlankKind.CHOICE,
        title=titled(LEVEL),
        choices=tuple(level_labels(row.criterion).values()),
    )
    yield Blank(
        key=row.key(WHY),
        sheet=sheet,
        at=cell(WHY_COLUMN, row.number),
        kind=BlankKind.TEXT,
        title=titled(WHY),
        most=most,
    )
