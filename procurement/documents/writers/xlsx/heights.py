"""How high a row must be for its wrapped or large text.

Excel could find out itself, but LibreOffice and previews show what the file says. An estimate: a column is
as many characters wide as its width says, less what is lost where words do not fit.
"""

from math import ceil

from procurement.documents.workbook import Style
from procurement.documents.writers.xlsx.looks import LOOKS, SIZE

ORDINARY = 15  # points
HIGHEST = 409  # points; Excel's limit
_LINE = 1.3  # line height against the size of the letters
_LOST = 1.1  # share of a line lost at its end, on average
_BOLD = 1.1  # bold letters are wider

TALL = frozenset(style for style, look in LOOKS.items() if look.wrap or look.size > SIZE)
"""The styles that can ask for a higher row."""


def height(text: str, style: Style, width: int) -> int:
    """Points needed by the text in a column of so many characters."""
    look = LOOKS[style]
    lines = 1
    if look.wrap:
        each = _LOST * (_BOLD if look.bold else 1) * look.size / SIZE / width
        lines = sum(max(1, ceil(len(line) * each)) for line in text.split("\n"))
    return min(max(ORDINARY, ceil(lines * look.size * _LINE) + 2), HIGHEST)
