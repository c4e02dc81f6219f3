"""The house look in Word: one accent colour, a system font, white space; the styles are in styles.xml.

Sizes are in half points (`w:sz`) or twentieths of a point (spacing, indents), as Word stores them.
"""

from pathlib import Path
from string import Template

from procurement.documents.house import COLOURS, FONT
from procurement.documents.package import LOCALE
from procurement.language import Language

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_SOURCE = Path(__file__).with_name("styles.xml")


def styles_xml(language: Language, text_width: int, wide_text_width: int, accent: str = "") -> str:
    """The styles part; the widths place the right-hand tabs of headers and tables of contents.

    `accent`: another colour than the one of our own house.
    """
    colours = {**COLOURS, "ACCENT": accent} if accent else COLOURS
    return Template(_SOURCE.read_text(encoding="utf-8")).substitute(
        colours, FONT=FONT, LANGUAGE=LOCALE[language], TEXT_WIDTH=text_width, WIDE_TEXT_WIDTH=wide_text_width
    )
