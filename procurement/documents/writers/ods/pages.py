"""How sheets are shown and printed: page styles, and in the settings what stays when one scrolls."""

from collections.abc import Iterator
from typing import NamedTuple

from procurement.documents.opendocument import OASIS, VERSION
from procurement.documents.package import XML
from procurement.documents.sheets.paper import pages_wide, scale
from procurement.documents.sheets.rules import frozen
from procurement.documents.text import attribute
from procurement.documents.workbook import Sheet

_FOOTER = (
    "<style:footer><style:region-left><text:p><text:sheet-name>-</text:sheet-name></text:p>"
    "</style:region-left><style:region-right><text:p><text:page-number>1</text:page-number>"
    '<text:s text:c="1"/>/<text:s text:c="1"/><text:page-count>1</text:page-count></text:p>'
    "</style:region-right></style:footer>"
)
_SIZES = {False: ("210mm", "297mm", "portrait"), True: ("297mm", "210mm", "landscape")}


class Layout(NamedTuple):
    """A4, upright or wide, at so many percent or so many pages beside each other."""

    landscape: bool
    percent: int
    pages: int

    @classmethod
    def of(cls, sheet: Sheet) -> "Layout":
        """Pages are fitted to their width, unless the sheet says itself where a page starts."""
        if sheet.page_starts:
            return cls(sheet.landscape, scale(sheet), 0)
        return cls(sheet.landscape, 0, pages_wide(sheet))

    @property
    def name(self) -> str:
        return f"{'Wide' if self.landscape else 'Upright'}-{self.percent or 'fit'}-{self.pages}"


def page_layouts(sheets: tuple[Sheet, ...]) -> str:
    return "".join(_layout(each) for each in sorted({Layout.of(sheet) for sheet in sheets}))


def master_pages(sheets: tuple[Sheet, ...]) -> str:
    return "".join(
        f'<style:master-page style:name="{each.name}" style:page-layout-name="page-{each.name}">'
        f"{_FOOTER}</style:master-page>"
        for each in sorted({Layout.of(sheet) for sheet in sheets})
    )


def table_style(sheet: Sheet) -> str:
    return f"t-{Layout.of(sheet).name}{'-hidden' if sheet.hidden else ''}"


def table_styles(sheets: tuple[Sheet, ...]) -> str:
    by_name = {table_style(sheet): sheet for sheet in sheets}
    return "".join(
        f'<style:style style:name="{name}" style:family="table"'
        f' style:master-page-name="{Layout.of(sheet).name}"><style:table-properties'
        f' table:display="{"false" if sheet.hidden else "true"}" style:writing-mode="lr-tb"/></style:style>'
        for name, sheet in by_name.items()
    )


def _layout(each: Layout) -> str:
    width, height, direction = _SIZES[each.landscape]
    size = f'style:scale-to="{each.percent}%"' if each.percent else f'style:scale-to-X="{each.pages}"'
    return (
        f'<style:page-layout style:name="page-{each.name}"><style:page-layout-properties'
        f' fo:page-width="{width}" fo:page-height="{height}" style:print-orientation="{direction}"'
        ' style:first-page-number="continue"'
        ' fo:margin-top="17.8mm" fo:margin-bottom="7.6mm" fo:margin-left="12.7mm" fo:margin-right="12.7mm"'
        f' style:print="charts drawings objects zero-values" {size}/><style:header-style/>'
        '<style:footer-style><style:header-footer-properties fo:min-height="10.2mm" fo:margin-top="5mm"'
        ' fo:margin-left="0mm" fo:margin-right="0mm"/>'
        "</style:footer-style></style:page-layout>"
    )


def settings_xml(sheets: tuple[Sheet, ...]) -> bytes:
    tables = "".join(_view(sheet) for sheet in sheets)
    active = next(sheet.title for sheet in sheets if not sheet.hidden)
    return (
        f'{XML}<office:document-settings xmlns:office="{OASIS}:office:1.0" xmlns:config="{OASIS}:config:1.0"'
        f' xmlns:ooo="http://openoffice.org/2004/office" {VERSION}><office:settings>'
        '<config:config-item-set config:name="ooo:view-settings">'
        '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
        f"{_item('ViewId', 'string', 'view1')}"
        f'<config:config-item-map-named config:name="Tables">{tables}</config:config-item-map-named>'
        f"{_item('ActiveTable', 'string', attribute(active))}{_item('ShowGrid', 'boolean', 'false')}"
        "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
        "</office:settings></office:document-settings>"
    ).encode()


def _view(sheet: Sheet) -> str:
    items = "".join(_item(*each) for each in _split(sheet))
    name = attribute(sheet.title)
    return f'<config:config-item-map-entry config:name="{name}">{items}</config:config-item-map-entry>'


def _split(sheet: Sheet) -> Iterator[tuple[str, str, int | str]]:
    """Mode 2 is frozen. The parts of a view are counted from the top left, 0, to the bottom right, 3."""
    rows, columns = frozen(sheet.frozen) if sheet.frozen else (0, 0)
    yield "HorizontalSplitMode", "short", 2 if columns else 0
    yield "VerticalSplitMode", "short", 2 if rows else 0
    yield "HorizontalSplitPosition", "int", columns
    yield "VerticalSplitPosition", "int", rows
    yield "ActiveSplitRange", "short", (2 if rows else 0) + (1 if columns else 0) if sheet.frozen else 2
    yield "PositionLeft", "int", 0
    yield "PositionRight", "int", columns
    yield "PositionTop", "int", 0
    yield "PositionBottom", "int", rows
    yield "ShowGrid", "boolean", "false"


def _item(name: str, kind: str, value: int | str) -> str:
    return f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
