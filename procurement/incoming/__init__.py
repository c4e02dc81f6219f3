"""Files that somebody sends: guarded before any parser sees them, and read in a process of their own.

`refuse_unsafe` for a file that is only kept or opened later, `read_rows` for tables, `read_text` for texts.
All raise `Refused`, whose `refusal` has a code, a place and a sentence in both languages. See
docs/incoming-files.md.
"""

from procurement.incoming.codes import Code
from procurement.incoming.limits import STANDARD, Limits
from procurement.incoming.reading import read_rows, read_text, refuse_unsafe
from procurement.incoming.refusals import Refusal, Refused
from procurement.incoming.sheets.values import Cell, CellKind, Mark, Row, Sheet, Table

__all__ = [
    "STANDARD",
    "Cell",
    "CellKind",
    "Code",
    "Limits",
    "Mark",
    "Refusal",
    "Refused",
    "Row",
    "Sheet",
    "Table",
    "read_rows",
    "read_text",
    "refuse_unsafe",
]
