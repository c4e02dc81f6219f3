"""Whether a cell that is not to be filled in still says what it said."""

from datetime import date
from decimal import Context, Decimal

from procurement.documents.text import cleaned
from procurement.documents.workbook import Cell as Issued
from procurement.documents.workbook import Value
from procurement.incoming import Cell, CellKind, Mark
from procurement.incoming.refusals import shown
from procurement.language import Text
from procurement.numbers import in_both
from procurement.returned_sheets import sentences

_AS_KEPT = Context(prec=15)  # as many digits as a spreadsheet keeps
_SMALLEST, _RELATIVE = Decimal("1e-9"), Decimal("1e-12")  # what binary arithmetic may differ from ours


def fault_of(issued: Issued, found: Cell | None) -> Text | None:
    """What is wrong with this cell, or None."""
    if issued.formula is None:
        return None if _is_the_same(issued.value, found) else _changed(issued.value)
    return _fault_of_result(issued.value, found)


def _fault_of_result(expected: Value, found: Cell | None) -> Text | None:
    """Office programs write formulas anew, so their text says nothing; results are only compared, never used.

    A formula without a stored result was not calculated yet. A result typed over a formula may stay when it
    is the right one.
    """
    if expected is None and found is not None and Mark.FORMULA in found.marks:
        return None
    if found is not None and Mark.FORMULA in found.marks and found.kind is CellKind.EMPTY:
        return None
    if expected is None:
        return sentences.FORMULA_GONE
    if _is_result(expected, found):
        return None
    return sentences.NOT_RECALCULATED.format(expected=_words(expected))


def _is_result(expected: Value, found: Cell | None) -> bool:
    if found is None or found.kind is not CellKind.NUMBER or not isinstance(expected, Decimal | int):
        return _is_the_same(expected, found)
    wanted, result = Decimal(expected), Decimal(found.value)
    return abs(wanted - result) <= max(_SMALLEST, abs(wanted) * _RELATIVE)


def _is_the_same(expected: Value, found: Cell | None) -> bool:
    if found is None or found.kind is CellKind.EMPTY:
        return expected is None or (isinstance(expected, str) and cleaned(expected) == "")
    if isinstance(expected, bool):
        # LibreOffice keeps yes and no in an .ods as the numbers 1 and 0.
        return (found.kind, found.value) in (
            (CellKind.BOOLEAN, str(expected).lower()),
            (CellKind.NUMBER, str(int(expected))),
        )
    if isinstance(expected, Decimal | int):
        return found.kind is CellKind.NUMBER and _is_equal(Decimal(expected), Decimal(found.value))
    if isinstance(expected, date):
        return (found.kind, found.value) == (CellKind.DATE, expected.isoformat())
    is_text = isinstance(expected, str) and found.kind is CellKind.TEXT
    return is_text and _bare(str(expected)) == _bare(found.value)


def _bare(text: str) -> str:
    """Without tabs: LibreOffice leaves one out of an .ods where a line break stands before it."""
    return cleaned(text).replace("\t", "")


def _is_equal(expected: Decimal, found: Decimal) -> bool:
    return expected == found or _AS_KEPT.plus(expected) == _AS_KEPT.plus(found)


def _changed(expected: Value) -> Text:
    if expected is None or expected == "":
        return sentences.ADDED
    return sentences.CHANGED.format(expected=_words(expected))


def _words(value: Value) -> str | Text:
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return in_both(Decimal(value))
    return shown("" if value is None else str(value))
