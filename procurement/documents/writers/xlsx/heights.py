"""How high a row must be for its wrapped or large text.

Excel could find out itself, but LibreOffice and previews show what the file says. An estimate: a column is
as many characters wide as its width says, less what is lost where words do not fit.
"""

from procurement.documents.workbook import Style
from procurement.documents.writers.xlsx.looks import LOOKS, SIZE

ORDINARY = 15  # points
HIGHEST = 409  # points; Excel's limit
_LINE = 13  # tenths of the letters' size that a line is high
_LOST = 11  # tenths of a line that its text needs, as words do not break
_PLAIN, _BOLD = 10, 11  # tenths of a character's width

TALL = frozenset(style for style, look in LOOKS.items() if look.wrap or look.size > SIZE)
"""The styles that can ask for a higher row."""


def height(text: str, style: Style, width: int) -> int:
    """Points needed by the text in a column of so many characters."""
    look = LOOKS[style]
    lines = 1
    if look.wrap:
        letter = _LOST * (_BOLD if look.bold else _PLAIN) * look.size
        lines = sum(max(1, _up(len(line) * letter, width * 100 * SIZE)) for line in text.split("\n"))
    return min(max(ORDINARY, _up(lines * look.size * _LINE, 10) + 2), HIGHEST)


def _up(amount: int, unit: int) -> int:
    return -(-amount // unit)
