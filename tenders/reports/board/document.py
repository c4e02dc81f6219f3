"""The report for the board as a document: the figures in sentences, the tables behind them, how it counts."""

from collections.abc import Iterator
from decimal import Decimal

from procurement.documents.compose import (
    bullets,
    column,
    heading,
    note,
    numbers,
    paragraph,
    row,
    subtitle,
    table,
    title,
)
from procurement.documents.model import Block, Document, PageCount, PageNumber, ParagraphStyle, Run
from procurement.documents.properties import Properties
from procurement.language import Language, Text
from tenders.catalogue.themes import THEMES
from tenders.reports.board import words
from tenders.reports.board.figures import Board
from tenders.reports.front import facts_table
from tenders.reports.wording import Wording

_PAGE = Text(nl="pagina ", en="page ")
_OF = Text(nl=" van ", en=" of ")


def board_document(board: Board, language: Language) -> Document:
    say = Wording(language)
    return Document(
        title=f"{say(words.TITLE)} – {board.authority}",
        language=language,
        properties=Properties(author=board.authority, created=board.made_at, subject=say(words.REPORT)),
        blocks=tuple(_blocks(board, say)),
        header=(Run(f"{say(words.REPORT)}\t{_period(board, say)}"),),
        footer=(Run(f"{board.authority}\t{say(_PAGE)}"), PageNumber(), Run(say(_OF)), PageCount()),
    )


def _blocks(board: Board, say: Wording) -> Iterator[Block]:
    yield title(say(words.TITLE))
    yield subtitle(say(words.REPORT))
    yield paragraph(board.authority, style=ParagraphStyle.LEAD)
    yield _particulars(board, say)
    yield heading(1, say(words.IN_SHORT))
    yield bullets(*in_short(board, say))
    yield note(say(words.IS_POLICY))
    if board.lots:
        yield heading(1, say(words.LOTS))
        yield _lots(board, say)
        yield heading(1, say(words.THEMES))
        yield _themes(board, say)
    yield heading(1, say(words.DEVIATIONS))
    yield _deviations(board, say)
    yield heading(1, say(words.FINDINGS))
    yield from _findings(board, say)
    yield heading(1, say(words.HOW))
    yield bullets(*(say(each) for each in words.DEFINITIONS))


def _particulars(board: Board, say: Wording) -> Block:
    least = say(
        words.MINIMUM_IS, least=say.percent(board.least), decided=board.decided or say(words.PROPOSED)
    )
    lines = [
        (say(words.PERIOD), _period(board, say)),
        (say(words.MADE), say.moment(board.made_at)),
        (say(words.MINIMUM), least),
    ]
    return facts_table(lines, alt=say(words.PARTICULARS), say=say)


def _period(board: Board, say: Wording) -> str:
    return say(words.FROM_TO, start=say.day(board.period.start), end=say.day(board.period.end))


def in_short(board: Board, say: Wording) -> Iterator[str]:
    """The figures in sentences."""
    tenders = str(len(board.tenders))
    if board.average is None or board.lowest is None or board.share_meeting is None:
        yield say(words.NOTHING_PUBLISHED)
    else:
        yield say(words.PUBLISHED, tenders=tenders, lots=str(len(board.lots)))
        yield say(words.WEIGHS, average=_rounded(board.average, say), lowest=say.percent(board.lowest))
        share = _rounded(board.share_meeting, say)
        yield say(words.MEETS, meeting=str(board.meeting), tenders=tenders, share=share)
    yield say(words.EXPLAINED, number=str(len(board.deviations)))


def _rounded(value: Decimal, say: Wording) -> str:
    return f"{say.number(value, 1)}%"


def _lots(board: Board, say: Wording) -> Block:
    columns = (
        column(say(words.TENDER), 5),
        column(say(words.LOT), 2),
        column(say(words.PUBLISHED_ON), 3),
        numbers(say(words.WEIGHT), 2),
        numbers(say(words.LEAST), 2),
        column(say(words.MEETING), 2),
    )
    rows = (
        row(
            f"{lot.reference} {lot.title}",
            lot.lot,
            say.day(lot.published_on),
            say.number(lot.weight),
            say.number(lot.least),
            say(words.YES if lot.meets else words.NO),
        )
        for lot in board.lots
    )
    return table(columns, rows, alt=say(words.LOTS))


def _themes(board: Board, say: Wording) -> Block:
    found = list(board.per_theme())
    if not found:
        return paragraph(say(words.NO_THEMES))
    columns = (column(say(words.THEME), 3), numbers(say(words.TENDERS), 1))
    return table(
        columns, (row(say(THEMES[theme]), str(number)) for theme, number in found), alt=say(words.THEMES)
    )


def _deviations(board: Board, say: Wording) -> Block:
    if not board.deviations:
        return paragraph(say(words.NO_DEVIATIONS))
    columns = (
        column(say(words.TENDER), 4),
        column(say(words.RULE), 5),
        column(say(words.PLACE), 4),
        column(say(words.REASON), 6),
        column(say(words.GIVEN_ON), 3),
    )
    rows = (
        row(
            each.tender,
            f"{each.rule} {say(each.title)}",
            say(each.place),
            each.reason,
            say.day(each.given_on),
        )
        for each in board.deviations
    )
    return table(columns, rows, alt=say(words.DEVIATIONS))


def _findings(board: Board, say: Wording) -> Iterator[Block]:
    drafts = board.drafts
    day = say.day(board.made_at.date())
    counts = {"checked": str(drafts.checked), "unreadable": str(drafts.unreadable)}
    yield paragraph(say(words.DRAFTS_READ, day=day, **counts))
    if not drafts.rules:
        yield paragraph(say(words.NO_FINDINGS))
        return
    columns = (
        column(say(words.RULE), 6),
        *(numbers(say(label), 2) for label in (words.DRAFTS, words.BLOCKING, words.MOTIVATE, words.ADVICE)),
    )
    rows = (
        row(
            f"{each.code} {say(each.title)}",
            *(str(count) for count in (each.drafts, each.blocking, each.motivate, each.advice)),
        )
        for each in drafts.rules
    )
    yield table(columns, rows, alt=say(words.FINDINGS))
