"""All parts of one workbook file."""

import re
from collections.abc import Iterator

from procurement.documents.formulas import on_sheet
from procurement.documents.package import (
    XML,
    Part,
    core_properties,
    custom_properties,
    extended_properties,
)
from procurement.documents.sheets.rules import check_workbook
from procurement.documents.text import attribute, escaped
from procurement.documents.workbook import Name, Sheet, Workbook
from procurement.documents.writers.xlsx.headings import heading_names
from procurement.documents.writers.xlsx.sheet import sheet_xml
from procurement.documents.writers.xlsx.shell import MAIN, shell, styles_in

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"

_SHARED = (
    ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
     f"{_PACKAGE}/relationships/metadata/core-properties"),
    ("docProps/app.xml", f"{_TYPE}.extended-properties+xml", f"{_OFFICE}/extended-properties"),
    ("docProps/custom.xml", f"{_TYPE}.custom-properties+xml", f"{_OFFICE}/custom-properties"),
    ("xl/workbook.xml", f"{_TYPE}.spreadsheetml.sheet.main+xml", f"{_OFFICE}/officeDocument"),
)  # fmt: skip
"""The parts the package itself points to: name, content type, kind of relation."""


def parts(workbook: Workbook) -> Iterator[Part]:
    check_workbook(workbook)
    numbered = tuple(enumerate(workbook.sheets, start=1))
    yield "[Content_Types].xml", _content_types(len(numbered))
    yield "_rels/.rels", _relations((kind, name) for name, _, kind in _SHARED)
    yield "docProps/core.xml", core_properties(workbook.title, workbook.language, workbook.properties)
    yield "docProps/app.xml", extended_properties()
    yield "docProps/custom.xml", custom_properties(workbook.properties)
    yield "xl/workbook.xml", _workbook(workbook)
    yield "xl/_rels/workbook.xml.rels", _workbook_relations(len(numbered))
    yield "xl/styles.xml", styles_in(workbook.language)
    yield "xl/theme/theme1.xml", shell().theme
    for number, sheet in numbered:
        yield f"xl/worksheets/sheet{number}.xml", sheet_xml(sheet, first=number == 1)


def _content_types(sheets: int) -> bytes:
    named = [(name, kind) for name, kind, _ in _SHARED]
    named.append(("xl/styles.xml", f"{_TYPE}.spreadsheetml.styles+xml"))
    named.append(("xl/theme/theme1.xml", f"{_TYPE}.theme+xml"))
    kind = f"{_TYPE}.spreadsheetml.worksheet+xml"
    named += [(f"xl/worksheets/sheet{number}.xml", kind) for number in range(1, sheets + 1)]
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in named)
    return (
        f'{XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        f' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _relations(targets: Iterator[tuple[str, str]]) -> bytes:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'.encode()


def _workbook_relations(sheets: int) -> bytes:
    worksheets = [(f"{_OFFICE}/worksheet", f"worksheets/sheet{n}.xml") for n in range(1, sheets + 1)]
    shared = [(f"{_OFFICE}/styles", "styles.xml"), (f"{_OFFICE}/theme", "theme/theme1.xml")]
    return _relations(iter(worksheets + shared))


def _workbook(workbook: Workbook) -> bytes:
    sheets = "".join(
        f'<sheet name="{attribute(sheet.title)}" sheetId="{number}" r:id="rId{number}"'
        f' state="{"hidden" if sheet.hidden else "visible"}"/>'
        for number, sheet in enumerate(workbook.sheets, start=1)
    )
    active = next(index for index, sheet in enumerate(workbook.sheets) if not sheet.hidden)
    ranges = (*workbook.names, *heading_names(workbook))
    names = "".join(_own_names(workbook)) + "".join(_name(name) for name in ranges)
    defined = f"<definedNames>{names}</definedNames>" if names else ""
    return (
        f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><workbookPr/>'
        f'<bookViews><workbookView activeTab="{active}"/></bookViews><sheets>{sheets}</sheets>'
        f'{defined}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
    ).encode()


def _name(name: Name) -> str:
    return f'<definedName name="{name.name}">{escaped(name.refers_to)}</definedName>'


def _own_names(workbook: Workbook) -> Iterator[str]:
    """The names through which Excel keeps a sheet's filter and its repeated rows and columns."""
    for index, sheet in enumerate(workbook.sheets):
        if sheet.autofilter:
            corners = re.sub(r"([A-Z]+)([0-9]+)", r"$\1$\2", sheet.autofilter)
            yield _own_name("_FilterDatabase", index, on_sheet(sheet.title, corners), ' hidden="1"')
        repeated = _print_titles(sheet)
        if repeated:
            yield _own_name("Print_Titles", index, repeated)


def _own_name(name: str, sheet: int, target: str, more: str = "") -> str:
    own = f'name="_xlnm.{name}" localSheetId="{sheet}"{more}'
    return f"<definedName {own}>{escaped(target)}</definedName>"


def _print_titles(sheet: Sheet) -> str:
    repeated = []
    if sheet.title_columns:
        repeated.append(on_sheet(sheet.title, "${}:${}".format(*sheet.title_columns)))
    if sheet.title_rows:
        repeated.append(on_sheet(sheet.title, "${}:${}".format(*sheet.title_rows)))
    return ",".join(repeated)
