"""The automatic styles of one document: what differs from the house styles in this place alone.

A paragraph or table that starts a page, and the widths of the columns of each table.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from procurement.documents.house import COLOURS, TINT

_BREAK = ' fo:break-before="page"'
_PADDING = 'fo:padding-top="0.9mm" fo:padding-bottom="0.9mm" fo:padding-left="1.8mm" fo:padding-right="1.8mm"'
_LINE, _RULE = f"1pt solid #{COLOURS['ACCENT']}", f"0.5pt solid #{COLOURS['RULE']}"
_TINTED = f' fo:background-color="#{TINT}"'


class Start(StrEnum):
    """How the next block begins: on a new page, or in a new section of upright or of wide pages."""

    HERE = ""
    PAGE = "page"
    UPRIGHT = "upright"
    WIDE = "wide"


_MASTERS = {Start.UPRIGHT: "Standard", Start.WIDE: "Wide"}


@dataclass(slots=True)
class AutomaticStyles:
    """`start` is spent by the first paragraph or table that is written after it was set."""

    start: Start = Start.HERE
    _styles: dict[str, str] = field(default_factory=dict)
    _tables: int = 0

    def paragraph(self, style: str) -> str:
        """The name of the house style, or of its variant that starts a page."""
        start, self.start = self.start, Start.HERE
        if start is Start.HERE:
            return style
        name = f"{style}.{start}"
        self._styles[name] = (
            f'<style:style style:name="{name}" style:family="paragraph"'
            f' style:parent-style-name="{style}"{_master(start)}>'
            f"<style:paragraph-properties{_break(start)}/></style:style>"
        )
        return name

    def table(self, widths: tuple[str, ...], width: str, *, keep_together: bool) -> tuple[str, list[str]]:
        """The names of the styles of a table and of its columns; widths with their unit."""
        start, self.start = self.start, Start.HERE
        self._tables += 1
        name = f"Table{self._tables}"
        whole = ' style:may-break-between-rows="false"' if keep_together else ""
        self._styles[name] = (
            f'<style:style style:name="{name}" style:family="table"{_master(start)}>'
            f'<style:table-properties style:width="{width}" table:align="left" fo:margin-top="0cm"'
            f' fo:margin-bottom="0.3cm"{_break(start)}{whole}/></style:style>'
        )
        columns = [f"{name}.{number}" for number in range(1, len(widths) + 1)]
        for column, column_width in zip(columns, widths, strict=True):
            self._styles[column] = (
                f'<style:style style:name="{column}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{column_width}"/></style:style>'
            )
        return name, columns

    def xml(self) -> str:
        return _ROWS_AND_CELLS + "".join(self._styles.values())


def _master(start: Start) -> str:
    """A change of page style brings its page break with it."""
    return f' style:master-page-name="{_MASTERS[start]}"' if start in _MASTERS else ""


def _break(start: Start) -> str:
    return _BREAK if start is Start.PAGE else ""


def _cell(kind: str, borders: str) -> str:
    return (
        f'<style:style style:name="Cell{kind}" style:family="table-cell">'
        f'<style:table-cell-properties {_PADDING} fo:border="none" {borders}/></style:style>'
    )


_WHOLE_ROW = (
    '<style:style style:name="WholeRow" style:family="table-row">'
    '<style:table-row-properties fo:keep-together="always"/></style:style>'
)
_ROWS_AND_CELLS = "".join(
    (
        _WHOLE_ROW,
        _cell("Heading", f'fo:border-top="{_LINE}" fo:border-bottom="{_LINE}"{_TINTED}'),
        _cell("Text", f'fo:border-bottom="{_RULE}"'),
        _cell("Total", f'fo:border-bottom="{_RULE}"{_TINTED}'),
        _cell("TextLast", f'fo:border-bottom="{_LINE}"'),
        _cell("TotalLast", f'fo:border-bottom="{_LINE}"{_TINTED}'),
    )
)
"""The same in every document; programs look for styles of cells among the automatic ones alone."""
