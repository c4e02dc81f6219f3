"""What each `Style` looks like: one accent colour, inputs on a pale yellow, everything else on white.

Number formats are stored in English with the language that they are for: 413 is Dutch, 809 is British.
LibreOffice shows them so wherever it runs; Excel has the separators of the reader's own system.
"""

from dataclasses import dataclass, replace

from procurement.documents.workbook import HighlightLook, Style
from procurement.language import Language

FONT = "Arial"
SIZE = 10  # points

ACCENT = "1F4E5F"
TINT = "EAF0F2"
RULE = "B7C6CC"
FAINT = "595959"
INK = "222222"
INPUT_TINT = "FFFBE6"
ATTENTION = "8A4B00"
ATTENTION_TINT = "FFF0D6"
WRONG = "9B1C1C"
WRONG_TINT = "FBE3E3"
GOOD = "1D5B2E"
GOOD_TINT = "E3F2E6"

_DUTCH, _BRITISH = "[$-413]", "[$-809]"
ANY_NUMBER = f"{_DUTCH}General"
EURO = f'{_DUTCH}"€" #,##0.00'
DATE, _BRITISH_DATE = f"{_DUTCH}d-m-yyyy", f"{_BRITISH}dd/mm/yyyy"
SHARE, PERCENT = f"{_DUTCH}0.00%", f'{_DUTCH}0.00"%"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Edges are named by their sides: "bottom" for a line below, "all" for a box, "top" for a total."""

    number_format: str = "General"
    colour: str = INK
    fill: str = ""
    size: int = SIZE
    bold: bool = False
    underline: bool = False
    wrap: bool = False
    horizontal: str = ""
    indent: int = 0
    edge: str = ""
    unlocked: bool = False


_TEXT = Look()
_HEADING = Look(bold=True, colour=ACCENT, fill=TINT, edge="bottom", wrap=True)
_INPUT = Look(fill=INPUT_TINT, edge="all", unlocked=True)
_TOTAL = Look(bold=True, fill=TINT, edge="top")


def grouped(places: int) -> str:
    """The format of a number with this many decimals."""
    return f"{_DUTCH}#,##0.{'0' * places}" if places else f"{_DUTCH}#,##0"


def in_language(number_format: str, language: Language) -> str:
    """A format of `LOOKS`, which are Dutch, as a workbook in this language has it."""
    if language == "nl":
        return number_format
    return _BRITISH_DATE if number_format == DATE else number_format.replace(_DUTCH, _BRITISH)


LOOKS: dict[Style, Look] = {
    Style.TEXT: replace(_TEXT, number_format="@"),
    Style.WRAPPED: replace(_TEXT, wrap=True),
    Style.TITLE: replace(_TEXT, size=16, bold=True, colour=ACCENT),
    Style.HEADING: _HEADING,
    Style.HEADING_INPUT: replace(_HEADING, horizontal="left", indent=1),
    Style.HEADING_NUMBER: replace(_HEADING, horizontal="right"),
    Style.SECTION: replace(_TEXT, size=12, bold=True, colour=ACCENT, wrap=True),
    Style.BOLD: replace(_TEXT, bold=True, wrap=True),
    Style.MUTED: replace(_TEXT, colour=FAINT, wrap=True),
    Style.WARNING: replace(_TEXT, colour=ATTENTION, fill=ATTENTION_TINT, bold=True, wrap=True),
    Style.LINK: replace(_TEXT, colour=ACCENT, underline=True),
    Style.CENTRED: replace(_TEXT, horizontal="center", wrap=True),
    **{Style(f"number {places}"): Look(number_format=grouped(places)) for places in range(5)},
    Style.NUMBER: Look(number_format=ANY_NUMBER),
    Style.PERCENT: Look(number_format=SHARE),
    Style.PERCENT_POINTS: Look(number_format=PERCENT),
    Style.EURO: Look(number_format=EURO),
    Style.DATE: Look(number_format=DATE),
    Style.INPUT_TEXT: replace(_INPUT, number_format="@", wrap=True, horizontal="left", indent=1),
    Style.INPUT_NUMBER: replace(_INPUT, number_format=ANY_NUMBER),
    Style.INPUT_EURO: replace(_INPUT, number_format=EURO),
    Style.INPUT_DATE: replace(_INPUT, number_format=DATE),
    Style.TOTAL_TEXT: _TOTAL,
    **{Style(f"total {places}"): replace(_TOTAL, number_format=grouped(places)) for places in range(5)},
    Style.TOTAL_EURO: replace(_TOTAL, number_format=EURO),
}

HIGHLIGHTS: dict[HighlightLook, tuple[str, str]] = {
    HighlightLook.GOOD: (GOOD, GOOD_TINT),
    HighlightLook.ATTENTION: (ATTENTION, ATTENTION_TINT),
    HighlightLook.WRONG: (WRONG, WRONG_TINT),
    HighlightLook.MUTED: (FAINT, "F2F2F2"),
}
"""Text and background colour of each highlight."""
