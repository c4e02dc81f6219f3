"""What stands around the text of a Word file: its parts, its pages, its headers and footers."""

from dataclasses import dataclass

from procurement.documents.house_style.value import Margin
from procurement.documents.writers.docx.styles import W

SHORT_SIDE, LONG_SIDE = 11906, 16838  # A4 in twentieths of a point
MARGIN = 1418  # 2.5 cm
TEXT_WIDTH = SHORT_SIDE - 2 * MARGIN
WIDE_TEXT_WIDTH = LONG_SIDE - 2 * MARGIN

OUR_HEADER = Margin(f'<w:hdr xmlns:w="{W}">', "</w:hdr>")
OUR_FOOTER = Margin(f'<w:ftr xmlns:w="{W}">', "</w:ftr>")


@dataclass(frozen=True, slots=True)
class Shell:
    """`parts` by name in package order; the body goes between `opening` and `closing` of the document part.

    `upright` and `wide` are the section properties (paper, margins, header, footer) of each page direction;
    headers and footers are the parts word/header1.xml (upright) and word/header2.xml (wide), and so on.
    `heading_levels`: the numbering of the headings of a house style, "" for ours.
    """

    parts: dict[str, bytes]
    opening: str
    closing: str
    upright: str
    wide: str
    text_width: int = TEXT_WIDTH
    wide_text_width: int = WIDE_TEXT_WIDTH
    header: Margin = OUR_HEADER
    footer: Margin = OUR_FOOTER
    heading_levels: str = ""
