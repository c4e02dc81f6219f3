"""How high a row must be for its wrapped or large text.

Excel could find out itself, but not for cells that stand across columns, and LibreOffice and previews show
what the file says. An estimate: a column is as many characters wide as its width says; words do not break.
"""

from procurement.documents.sheets.looks import LOOKS, SIZE
from procurement.documents.workbook import Style

ORDINARY = 15  # points
HIGHEST = 409  # points; Excel's limit
_LINE = 13  # tenths of the letters' size that a line is high
_PLAIN, _BOLD = 97, 105  # hundredths of a character's width

TALL = frozenset(style for style, look in LOOKS.items() if look.wrap or look.size > SIZE)
"""The styles that can ask for a higher row."""


def height(text: str, style: Style, width: int) -> int:
    """Points needed by the text in a column of so many characters."""
    look = LOOKS[style]
    lines = 1
    if look.wrap:
        letter = (_BOLD if look.bold else _PLAIN) * look.size
        room = max(1, (width - look.indent) * 100 * SIZE // letter)
        lines = sum(_lines(line, room) for line in text.split("\n"))
    return _points(lines, look.size)


def possible() -> list[int]:
    """Every height that `height` can give, for a format that names the heights before the rows."""
    sizes = {LOOKS[style].size for style in TALL}
    return sorted({_points(lines, size) for size in sizes for lines in range(1, HIGHEST)} | {ORDINARY})


def _points(lines: int, size: int) -> int:
    return min(max(ORDINARY, _up(lines * size * _LINE, 10) + 2), HIGHEST)


def _lines(text: str, room: int) -> int:
    """The lines that the words of one paragraph fill; a word that is too long runs on over more lines."""
    if len(text) <= room:
        return 1
    lines, used = 1, 0
    for word in text.split(" "):
        taken = used + 1 + len(word) if used else len(word)
        if used and taken > room:
            lines, taken = lines + 1, len(word)
        over = (taken - 1) // room if taken else 0
        lines, used = lines + over, taken - over * room
    return lines


def _up(amount: int, unit: int) -> int:
    return -(-amount // unit)
