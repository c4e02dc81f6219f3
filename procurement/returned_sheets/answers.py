"""What stands in one blank of a file that came back, as an answer or as what is wrong with it."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Context, Decimal

from procurement.documents.text import cleaned
from procurement.incoming import Cell, CellKind, Mark
from procurement.incoming.refusals import shown
from procurement.language import Text
from procurement.numbers import decimals, in_both, is_bare
from procurement.returned_sheets import sentences
from procurement.returned_sheets.blanks import Blank, BlankKind

Answer = str | Decimal | date | None
"""None is a blank that was left empty."""

Answers = Mapping[str, Answer]
"""By the key of the blank."""


_AS_KEPT = Context(prec=15)  # as many digits as a spreadsheet keeps and shows


class WrongAnswer(ValueError):
    """The cell does not hold what belongs in it; `text` says what to change."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def answer_of(blank: Blank, cell: Cell | None) -> Answer:
    """Raises `WrongAnswer`. A formula is never an answer, whatever result the file says it has.

    A text has the spaces around it: to a formula of the sheet, a cell with a space is not empty.
    """
    if cell is None:
        return None
    if Mark.FORMULA in cell.marks:
        raise WrongAnswer(sentences.NO_FORMULA)
    if cell.kind is CellKind.ERROR:
        raise WrongAnswer(sentences.ERROR_VALUE.format(found=shown(cell.value)))
    if cell.kind is CellKind.EMPTY:
        return None
    return _READERS[blank.kind](blank, cell)


def tidy(answer: Answer) -> Answer:
    """Without spaces around a text; a text of spaces alone is no answer."""
    return (answer.strip() or None) if isinstance(answer, str) else answer


def written(text: str) -> Answer:
    """A stored text as it goes out and, untouched, comes back: without signs that no workbook carries, and
    with a space for each tab, which LibreOffice may leave out."""
    return tidy(cleaned(text).replace("\t", " "))


def _text(blank: Blank, cell: Cell) -> str:
    if cell.kind is not CellKind.TEXT:
        raise WrongAnswer(sentences.NO_TEXT.format(found=shown(cell.value)))
    if cell.marks & {Mark.CONTROL, Mark.TURNS_DIRECTION}:
        raise WrongAnswer(sentences.ODD_SIGNS)
    text = cell.value.replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > blank.most:
        raise WrongAnswer(sentences.TOO_LONG.format(found=str(len(text)), most=str(blank.most)))
    return text


def _number(blank: Blank, cell: Cell) -> Decimal:
    if cell.kind is not CellKind.NUMBER:
        is_typed = cell.kind is CellKind.TEXT and is_bare(cell.value)
        wrong = sentences.AS_TEXT if is_typed else sentences.NO_NUMBER
        raise WrongAnswer(wrong.format(found=shown(cell.value)))
    number = _as_shown(Decimal(cell.value), blank.places)
    said = in_both(number)
    if decimals(number) > blank.places:
        raise WrongAnswer(sentences.TOO_EXACT.format(found=said, most=str(blank.places)))
    if blank.lowest is not None and number < blank.lowest:
        raise WrongAnswer(sentences.TOO_LOW.format(found=said, least=in_both(blank.lowest)))
    if blank.highest is not None and number > blank.highest:
        raise WrongAnswer(sentences.TOO_HIGH.format(found=said, most=in_both(blank.highest)))
    return number


def _as_shown(number: Decimal, places: int) -> Decimal:
    """What binary arithmetic adds beyond fifteen digits nobody can see in a spreadsheet, nor take away:
    41627.530000000006 is 41627.53 there, in the formula bar too."""
    shown = _AS_KEPT.plus(number).normalize() + 0  # without zeros at the end, and no 4E+4
    return shown if decimals(shown) <= places < decimals(number) else number


def _choice(blank: Blank, cell: Cell) -> str:
    """A choice that looks like a number may be saved as one."""
    found = cell.value.strip()
    if cell.kind not in (CellKind.TEXT, CellKind.NUMBER) or found not in blank.choices:
        raise WrongAnswer(sentences.NO_CHOICE.format(found=shown(found)))
    return found


def _date(_blank: Blank, cell: Cell) -> date:
    if cell.kind is not CellKind.DATE or "T" in cell.value:
        raise WrongAnswer(sentences.NO_DATE.format(found=shown(cell.value)))
    return date.fromisoformat(cell.value)


_READERS: Mapping[BlankKind, Callable[[Blank, Cell], Answer]] = {
    BlankKind.TEXT: _text,
    BlankKind.NUMBER: _number,
    BlankKind.CHOICE: _choice,
    BlankKind.DATE: _date,
}
