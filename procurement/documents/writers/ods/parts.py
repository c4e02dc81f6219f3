"""All parts of one OpenDocument spreadsheet: what it says about itself, its styles and its tables."""

from collections.abc import Iterator

from procurement.documents.errors import DocumentError
from procurement.documents.opendocument import OASIS, SPACES, VERSION, manifest, meta
from procurement.documents.package import LOCALE, XML, Part
from procurement.documents.sheets.looks import FONT, INK, SIZE
from procurement.documents.sheets.rules import check_workbook
from procurement.documents.sheets.values import RefusedValue
from procurement.documents.text import attribute
from procurement.documents.workbook import Name, Sheet, Workbook
from procurement.documents.writers.ods.addresses import areas, quoted, range_address
from procurement.documents.writers.ods.formulas import open_formula
from procurement.documents.writers.ods.looks import (
    cell_styles,
    column_styles,
    figure_styles,
    highlight_styles,
    row_styles,
)
from procurement.documents.writers.ods.pages import (
    master_pages,
    page_layouts,
    settings_xml,
    table_style,
    table_styles,
)
from procurement.documents.writers.ods.rules import Rules
from procurement.documents.writers.ods.sheet import table_xml

KIND = b"application/vnd.oasis.opendocument.spreadsheet"

_SPACES = (
    f'{SPACES} xmlns:number="{OASIS}:datastyle:1.0" xmlns:of="{OASIS}:of:1.2"'
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
    f" {VERSION}"
)
_FONTS = (
    f'<office:font-face-decls><style:font-face style:name="{FONT}"'
    f' svg:font-family="{FONT}, \'Liberation Sans\'" style:font-family-generic="swiss"'
    ' style:font-pitch="variable"/></office:font-face-decls>'
)
# Texts that differ in capitals alone are equal, and a formula reads no headings: as in Excel.
_CALCULATION = (
    '<table:calculation-settings table:case-sensitive="false" table:automatic-find-labels="false"'
    ' table:use-regular-expressions="false" table:use-wildcards="true"/>'
)


def parts(workbook: Workbook) -> Iterator[Part]:
    check_workbook(workbook)
    yield "META-INF/manifest.xml", manifest(KIND)
    yield "meta.xml", meta(workbook.title, workbook.language, workbook.properties)
    yield "settings.xml", settings_xml(workbook.sheets)
    yield "styles.xml", _styles(workbook)
    yield "content.xml", _content(workbook)


def _styles(workbook: Workbook) -> bytes:
    language, country = LOCALE[workbook.language].split("-")
    return (
        f"{XML}<office:document-styles {_SPACES}>{_FONTS}<office:styles>"
        '<style:default-style style:family="table-cell"><style:text-properties'
        f' style:font-name="{FONT}" fo:font-size="{SIZE}pt" fo:color="#{INK}" fo:language="{language}"'
        f' fo:country="{country}"/></style:default-style>'
        '<style:style style:name="Default" style:family="table-cell"/>'
        f"{highlight_styles()}</office:styles>"
        f"<office:automatic-styles>{page_layouts(workbook.sheets)}</office:automatic-styles>"
        f"<office:master-styles>{master_pages(workbook.sheets)}</office:master-styles>"
        "</office:document-styles>"
    ).encode()


def _content(workbook: Workbook) -> Iterator[str]:
    rules = Rules.of(workbook.sheets)
    yield (
        f"{XML}<office:document-content {_SPACES}>{_FONTS}"
        f"<office:automatic-styles>{_automatic(workbook)}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{_CALCULATION}{rules.stated}"
    )
    for sheet, ruled in zip(workbook.sheets, rules.held, strict=True):
        yield from table_xml(sheet, table_style(sheet), ruled)
    yield f"{_names(workbook)}{_filters(workbook.sheets)}</office:spreadsheet></office:body>"
    yield "</office:document-content>"


def _automatic(workbook: Workbook) -> str:
    sheets = workbook.sheets
    widths = (column.width for sheet in sheets for column in sheet.columns)
    return (
        f"{figure_styles(workbook.language)}{column_styles(widths)}"
        f"{row_styles(page_starts=any(sheet.page_starts for sheet in sheets))}"
        f"{table_styles(sheets)}{cell_styles()}"
    )


def _names(workbook: Workbook) -> str:
    base = attribute(f"${quoted(workbook.sheets[0].title)}.$A$1")
    named = "".join(_named(name, base) for name in workbook.names)
    return f"<table:named-expressions>{named}</table:named-expressions>" if named else ""


def _named(name: Name, base: str) -> str:
    try:
        refers_to = open_formula(name.refers_to)
    except RefusedValue as refused:
        raise DocumentError(f"name {name.name!r}: {refused}") from None
    range_ = refers_to.removeprefix("[").removesuffix("]")
    if refers_to == f"[{range_}]" and "[" not in range_:
        cells = f'table:cell-range-address="{attribute(range_)}"'
        return f'<table:named-range table:name="{name.name}" table:base-cell-address="{base}" {cells}/>'
    return (
        f'<table:named-expression table:name="{name.name}" table:base-cell-address="{base}"'
        f' table:expression="of:={attribute(refers_to)}"/>'
    )


def _filters(sheets: tuple[Sheet, ...]) -> str:
    """The name says that the range is the filter of the sheet with this number, from 0."""
    ranges = "".join(
        f'<table:database-range table:name="__Anonymous_Sheet_DB__{number}"'
        f' table:target-range-address="{attribute(range_address(sheet.title, areas(sheet.autofilter)[0]))}"'
        ' table:display-filter-buttons="true"/>'
        for number, sheet in enumerate(sheets)
        if sheet.autofilter
    )
    return f"<table:database-ranges>{ranges}</table:database-ranges>" if ranges else ""
