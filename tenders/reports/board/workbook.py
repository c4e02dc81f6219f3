"""The figures behind the report for the board as a workbook: the lots, the deviations, the findings."""

from collections.abc import Iterator

from procurement.documents.properties import Properties
from procurement.documents.workbook import Cell, CellLike, Column, Sheet, Style, Workbook
from procurement.language import Language, Text
from tenders.reports.board import words
from tenders.reports.board.figures import Board
from tenders.reports.register import register_sheet
from tenders.reports.wording import Wording

_LOTS = Text(nl="Percelen", en="Lots")
_FINDINGS = Text(nl="Bevindingen", en="Findings")
_HOW = Text(nl="Telling", en="Counting")
_LOT_COLUMNS = (
    (words.TENDER, Column(18, Style.WRAPPED)),
    (Text(nl="Titel", en="Title"), Column(40, Style.WRAPPED)),
    (words.LOT, Column(10)),
    (words.PUBLISHED_ON, Column(16, Style.DATE)),
    (words.WEIGHT, Column(14, Style.NUMBER)),
    (words.LEAST, Column(14, Style.NUMBER)),
    (words.MEETING, Column(12)),
)
_FINDING_COLUMNS = (
    (words.RULE, Column(8)),
    (Text(nl="Waar de regel over gaat", en="What the rule is about"), Column(60, Style.WRAPPED)),
    (words.DRAFTS, Column(12, Style.NUMBER_0)),
    (words.BLOCKING, Column(12, Style.NUMBER_0)),
    (words.MOTIVATE, Column(14, Style.NUMBER_0)),
    (words.ADVICE, Column(12, Style.NUMBER_0)),
)

Columns = tuple[tuple[Text, Column], ...]


def board_workbook(board: Board, language: Language) -> Workbook:
    say = Wording(language)
    definitions = tuple((say(each),) for each in words.DEFINITIONS)
    return Workbook(
        title=f"{say(words.TITLE)} – {board.authority}",
        language=language,
        properties=Properties(author=board.authority, created=board.made_at, subject=say(words.REPORT)),
        sheets=(
            _sheet(_LOTS, _LOT_COLUMNS, _lots(board, say), say),
            register_sheet(board.deviations, say),
            _sheet(_FINDINGS, _FINDING_COLUMNS, _findings(board, say), say),
            _sheet(_HOW, ((words.HOW, Column(110, Style.WRAPPED)),), iter(definitions), say),
        ),
    )


def _sheet(name: Text, columns: Columns, rows: Iterator[tuple[CellLike, ...]], say: Wording) -> Sheet:
    heads = tuple(Cell(say(label), style=Style.HEADING) for label, _column in columns)
    return Sheet(
        title=say(name),
        rows=(heads, *rows),
        columns=tuple(column for _label, column in columns),
        frozen="A2",
        title_rows=(1, 1),
        landscape=True,
    )


def _lots(board: Board, say: Wording) -> Iterator[tuple[CellLike, ...]]:
    for lot in board.lots:
        meets = say(words.YES if lot.meets else words.NO)
        yield lot.reference, lot.title, lot.lot, lot.published_on, lot.weight, lot.least, meets


def _findings(board: Board, say: Wording) -> Iterator[tuple[CellLike, ...]]:
    for each in board.drafts.rules:
        yield each.code, say(each.title), each.drafts, each.blocking, each.motivate, each.advice
