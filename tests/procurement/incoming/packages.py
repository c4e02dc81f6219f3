"""Small lawful files, made part by part, in which a test changes one thing."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

Parts = Mapping[str, str | bytes | None]

_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_NAMES = " ".join(
    f'xmlns:{short}="{ODF}:{name}:1.0"'
    for short, name in (("office", "office"), ("table", "table"), ("text", "text"), ("draw", "drawing"),
                        ("style", "style"), ("script", "script"))
)  # fmt: skip
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def zipped(parts: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as package:
        for name, body in parts.items():
            if body is not None:
                package.writestr(zipfile.ZipInfo(name), body, method)
    return stream.getvalue()


def relationships(*entries: tuple[str, str, str, bool]) -> str:
    """Identity, kind (last word, or a whole address), target, external or not."""
    lines = (
        f'<Relationship Id="{identity}" Type="{kind if ":" in kind else f"{OFFICE}/{kind}"}"'
        f' Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if external else ''}/>"
        for identity, kind, target, external in entries
    )
    return f'<Relationships xmlns="{_RELS}">{"".join(lines)}</Relationships>'


def types(**overrides: str) -> str:
    parts = "".join(
        f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


XLSX_MAIN = f"{_TYPE}.spreadsheetml.sheet.main+xml"
DOCX_MAIN = f"{_TYPE}.wordprocessingml.document.main+xml"
DOTX_MAIN = f"{_TYPE}.wordprocessingml.template.main+xml"


def sheet(rows: str, around: str = "") -> str:
    return f'<worksheet xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheetData>{rows}</sheetData>{around}</worksheet>'


def cells(*entries: str, row: int = 1) -> str:
    return f'<row r="{row}">{"".join(entries)}</row>'


LAWFUL_ROWS = cells('<c r="A1"><v>1.5</v></c>', '<c r="B1" t="inlineStr"><is><t>tekst</t></is></c>')


def xlsx_parts(rows: str = LAWFUL_ROWS, changes: Parts | None = None, *, around: str = "") -> Parts:
    workbook = '<sheets><sheet name="Blad" sheetId="1" r:id="rId1"/></sheets>'
    return {
        "[Content_Types].xml": types(**{"xl/workbook.xml": XLSX_MAIN}),
        "_rels/.rels": relationships(("rId1", "officeDocument", "xl/workbook.xml", False)),
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}">{workbook}</workbook>',
        "xl/_rels/workbook.xml.rels": relationships(("rId1", "worksheet", "worksheets/sheet1.xml", False)),
        "xl/worksheets/sheet1.xml": sheet(rows, around),
        **(changes or {}),
    }


def xlsx(rows: str = LAWFUL_ROWS, changes: Parts | None = None, *, around: str = "") -> bytes:
    return zipped(xlsx_parts(rows, changes, around=around))


def docx(body: str = "<w:p/>", changes: Parts | None = None, *, main: str = DOCX_MAIN) -> bytes:
    return zipped(
        {
            "[Content_Types].xml": types(**{"word/document.xml": main}),
            "_rels/.rels": relationships(("rId1", "officeDocument", "word/document.xml", False)),
            "word/document.xml": f'<w:document xmlns:w="{WORD}" xmlns:r="{OFFICE}">'
            f"<w:body>{body}</w:body></w:document>",
            **(changes or {}),
        }
    )


def word_with(kind: str, target: str, *, external: bool) -> bytes:
    """A Word file whose main part has one relationship."""
    return docx(changes={"word/_rels/document.xml.rels": relationships(("rId1", kind, target, external))})


def ods_parts(
    rows: str, changes: Parts | None = None, *, kind: str = "spreadsheet", around: str = ""
) -> Parts:
    inner = f'{around}<table:table table:name="Blad">{rows}</table:table>' if kind == "spreadsheet" else rows
    return {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {_ODF_NAMES} {XLINK}><office:body><office:{kind}>{inner}"
        f"</office:{kind}></office:body></office:document-content>",
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0"/>',
        **(changes or {}),
    }


def ods(rows: str, changes: Parts | None = None, *, around: str = "") -> bytes:
    return zipped(ods_parts(rows, changes, around=around))


def odt(body: str, changes: Parts | None = None) -> bytes:
    return zipped(ods_parts(body, changes, kind="text"))


def ods_row(*entries: str, attributes: str = "") -> str:
    return f"<table:table-row{attributes}>{''.join(entries)}</table:table-row>"


def ods_number(value: str, attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="float" office:value="{value}"{attributes}/>'
