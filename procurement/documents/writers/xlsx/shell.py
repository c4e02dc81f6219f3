"""The styles and theme of a workbook, made by openpyxl on first use and kept."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

from procurement.documents.package import XML
from procurement.documents.sheets.looks import FONT, HIGHLIGHTS, LOOKS, RULE, SIZE, Look, in_language
from procurement.documents.workbook import HighlightLook, Style
from procurement.language import Language

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
# The order the schema asks of the children of a font; openpyxl writes another, which strict readers refuse.
_FONT_ORDER = (
    "b",
    "i",
    "strike",
    "outline",
    "shadow",
    "u",
    "vertAlign",
    "sz",
    "color",
    "name",
    "family",
    "scheme",
)


@dataclass(frozen=True, slots=True)
class Shell:
    """`cell` and `highlight` give the index in the styles part that a cell or a highlight refers to.

    `styles` is that of a Dutch workbook; see `styles_in`.
    """

    styles: bytes
    theme: bytes
    cell: dict[Style, int]
    highlight: dict[HighlightLook, int]


@cache
def shell() -> Shell:
    packed = BytesIO()
    highlight = _save_example(packed)
    with ZipFile(packed) as package:
        styles = _in_schema_order(package.read("xl/styles.xml"))
        theme = package.read("xl/theme/theme1.xml")
        sheet = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    indices = [int(cell.get("s", "0")) for cell in sheet.iter(f"{{{MAIN}}}c")]
    return Shell(styles, theme, dict(zip(LOOKS, indices, strict=True)), highlight)


@cache
def styles_in(language: Language) -> bytes:
    """The styles part of a workbook in this language."""
    root = etree.fromstring(shell().styles)
    for each in root.iter(f"{{{MAIN}}}numFmt"):
        each.set("formatCode", in_language(each.get("formatCode", ""), language))
    return _written(root)


def _save_example(stream: BytesIO) -> dict[HighlightLook, int]:
    """A workbook with one cell for every style, in order; gives the indices of the highlights."""
    import openpyxl  # here, because importing it costs a tenth of a second
    from openpyxl.styles import Font, PatternFill
    from openpyxl.styles.differential import DifferentialStyle

    workbook = openpyxl.Workbook()
    workbook._fonts[0] = Font(name=FONT, size=SIZE, family=2)
    for row, look in enumerate(LOOKS.values(), start=1):
        _dress(workbook.active.cell(row, 1, row), look)
    highlight = {}
    for name, (colour, fill) in HIGHLIGHTS.items():
        style = DifferentialStyle(font=Font(color=f"FF{colour}"), fill=PatternFill(bgColor=f"FF{fill}"))
        highlight[name] = workbook._differential_styles.add(style)
    workbook.save(stream)
    return highlight


def _dress(cell: Any, look: Look) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

    underline = "single" if look.underline else None
    cell.font = Font(
        name=FONT, family=2, size=look.size, bold=look.bold, underline=underline, color=f"FF{look.colour}"
    )
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=f"FF{look.fill}")
    line = Side("thin", color=f"FF{RULE}")
    sides = ("left", "right", "top", "bottom") if look.edge == "all" else (look.edge,) if look.edge else ()
    cell.border = Border(**dict.fromkeys(sides, line))
    cell.alignment = Alignment(
        horizontal=look.horizontal or None,
        vertical="top",
        wrap_text=look.wrap or None,
        indent=look.indent,
    )
    cell.protection = Protection(locked=not look.unlocked)
    cell.number_format = look.number_format


def _in_schema_order(styles: bytes) -> bytes:
    root = etree.fromstring(styles)
    for font in root.iter(f"{{{MAIN}}}font"):
        font[:] = sorted(font, key=lambda child: _FONT_ORDER.index(child.tag.partition("}")[2]))
    return _written(root)


def _written(root: etree._Element) -> bytes:
    return f"{XML}{etree.tostring(root, encoding='unicode')}".encode()
