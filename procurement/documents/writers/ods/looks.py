"""The looks of cells, rows, columns and figures as styles of OpenDocument."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from procurement.documents.package import LOCALE
from procurement.documents.sheets.heights import possible
from procurement.documents.sheets.looks import (
    ANY_NUMBER,
    DATE,
    EURO,
    HIGHLIGHTS,
    LOOKS,
    PERCENT,
    RULE,
    SHARE,
    Look,
    grouped,
)
from procurement.documents.workbook import HighlightLook, Style
from procurement.language import Language

CELLS: Mapping[Style, str] = {style: f"c{number}" for number, style in enumerate(LOOKS)}
"""The name of the style of a cell, by look."""

_INDENT = 3.5  # millimetres, three characters
_CHARACTER = 1.96  # millimetres: 5.56 points, a digit of Arial 10
_EDGES = {"bottom": "fo:border-bottom", "top": "fo:border-top", "all": "fo:border"}
_SIDES = {"left": "start", "right": "end", "center": "center"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number format: its XML inside the style, and what a cell that has it says its value is."""

    element: str
    inner: str
    value_type: str = "float"


def _number(places: int, *, grouping: bool) -> str:
    grouped = ' number:grouping="true"' if grouping else ""
    return (
        f'<number:number number:decimal-places="{places}" number:min-decimal-places="{places}"'
        f' number:min-integer-digits="1"{grouped}/>'
    )


_ANY = '<number:number number:min-integer-digits="1"/>'
_EUROS = '<number:currency-symbol number:language="nl" number:country="NL">€</number:currency-symbol>'
_PERCENT = f"{_number(2, grouping=False)}<number:text>%</number:text>"
_DAYS: Mapping[Language, str] = {
    "nl": "<number:day/><number:text>-</number:text><number:month/><number:text>-</number:text>",
    "en": '<number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/>'
    "<number:text>/</number:text>",
}
"""Day and month as each language writes them before the year."""

_YEAR = '<number:year number:style="long"/>'
FIGURES: Mapping[str, Figure] = {
    "General": Figure("number-style", _ANY),
    ANY_NUMBER: Figure("number-style", _ANY),
    "@": Figure("text-style", "<number:text-content/>"),
    **{grouped(n): Figure("number-style", _number(n, grouping=True)) for n in range(5)},
    SHARE: Figure("percentage-style", _PERCENT, "percentage"),
    PERCENT: Figure("number-style", _PERCENT),
    EURO: Figure(
        "currency-style", f"{_EUROS}<number:text> </number:text>{_number(2, grouping=True)}", "currency"
    ),
    DATE: Figure("date-style", _YEAR),
}
"""By the number format that Excel has for it."""

_NAMES = {code: f"n{number}" for number, code in enumerate(FIGURES)}


def figure_styles(language: Language) -> str:
    """Every number format, with the separators of the language whatever the reader's own are."""
    spoken, country = LOCALE[language].split("-")
    return "".join(
        f'<number:{figure.element} style:name="{_NAMES[code]}" number:language="{spoken}"'
        f' number:country="{country}">{_DAYS[language] if code == DATE else ""}{figure.inner}'
        f"</number:{figure.element}>"
        for code, figure in FIGURES.items()
    )


def cell_styles() -> str:
    return "".join(_cell(CELLS[style], look) for style, look in LOOKS.items())


def highlight_styles() -> str:
    """Named styles, because only those can be put on by a condition."""
    return "".join(
        f'<style:style style:name="{highlight(look)}" style:family="table-cell"'
        f' style:parent-style-name="Default"><style:table-cell-properties fo:background-color="#{fill}"/>'
        f'<style:text-properties fo:color="#{colour}"/></style:style>'
        for look, (colour, fill) in HIGHLIGHTS.items()
    )


def highlight(look: HighlightLook) -> str:
    return f"Highlight-{look}"


def _cell(name: str, look: Look) -> str:
    side = f' fo:text-align="{_SIDES[look.horizontal]}"' if look.horizontal else ""
    return (
        f'<style:style style:name="{name}" style:family="table-cell" style:parent-style-name="Default"'
        f' style:data-style-name="{_NAMES[look.number_format]}">'
        f"<style:table-cell-properties{_box(look)}/>"
        f'<style:paragraph-properties{side} fo:margin-left="{_INDENT * look.indent}mm"/>'
        f"<style:text-properties{_letters(look)}/></style:style>"
    )


def _box(look: Look) -> str:
    edge = f' {_EDGES[look.edge]}="0.75pt solid #{RULE}"' if look.edge else ""
    fill = f' fo:background-color="#{look.fill}"' if look.fill else ""
    wrap = "wrap" if look.wrap else "no-wrap"
    protect = "none" if look.unlocked else "protected"
    source = "fix" if look.horizontal else "value-type"
    return (
        f'{edge}{fill} fo:wrap-option="{wrap}" style:vertical-align="top" style:cell-protect="{protect}"'
        f' style:text-align-source="{source}"'
    )


def _letters(look: Look) -> str:
    bold = ' fo:font-weight="bold"' if look.bold else ""
    line = ' style:text-underline-style="solid" style:text-underline-width="auto"' if look.underline else ""
    return f' fo:color="#{look.colour}" fo:font-size="{look.size}pt"{bold}{line}'


def row_style(points: int, *, grows: bool, page_start: bool) -> str:
    """`grows` for a row that a program makes as high as what is typed in it needs.

    It does so for its screen, and paper may then cut off a line: where nothing is typed our own height stays.
    """
    return f"r{points}{'g' if grows else ''}{'p' if page_start else ''}"


def row_styles(*, page_starts: bool) -> str:
    """Every height there can be: the rows come after the styles and are not known yet."""
    starts = (False, True) if page_starts else (False,)
    return "".join(
        _row(points, grows=grows, page_start=start)
        for start in starts
        for points in possible()
        for grows in (False, True)
    )


def _row(points: int, *, grows: bool, page_start: bool) -> str:
    start = ' fo:break-before="page"' if page_start else ""
    return (
        f'<style:style style:name="{row_style(points, grows=grows, page_start=page_start)}"'
        f' style:family="table-row"><style:table-row-properties style:row-height="{points}pt"'
        f' style:use-optimal-row-height="{str(grows).lower()}"{start}/></style:style>'
    )


def column_style(width: int) -> str:
    return f"w{width}"


def column_styles(widths: Iterable[int]) -> str:
    return "".join(
        f'<style:style style:name="{column_style(width)}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * _CHARACTER:.2f}mm"/></style:style>'
        for width in sorted(set(widths))
    )
