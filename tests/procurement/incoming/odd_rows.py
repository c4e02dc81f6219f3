"""Worksheets of rows that are alike but for one thing, which makes it another row, or none."""

from collections.abc import Iterator, Sequence

from tests.procurement.incoming.packages import OFFICE, SHEET, relationships, xlsx

TEXTS = (
    "Laptop",
    "Jansen &amp; Zn &lt;NL&gt;",
    "=1+1",
    "-",
    "- goed",
    "a&#10;b",
    "a&#x0;b",
    "&nbsp;",
    "&",
    "a > b",
    "a]]>b",
    "_x000D_",
    "_x0000_",
    "_x0041_",
    "a\nb",
    "a\rb",
    "a\tb",
    "\u202eomgekeerd",
    "\u00e9",
    "\U0001f4bb",
    "\ufffe",
    "\x01",
    "",
    " ",
    "#",
    "12",
    "<![CDATA[x]]>",
    "<!-- x -->",
    "<?x y?>",
    "x" * 40_000,
    "\u0085",
    "@A1",
    "&lt;v&gt;",
    "/row>",
    "&amp;amp;",
    "&quot;&apos;",
)
NUMBERS = (
    "1",
    "12",
    "7.25",
    "0",
    "-3",
    "8.1999999999999993",
    "1e3",
    "1E400",
    "NaN",
    "+1",
    "01",
    "1.50",
    "44000",
    "44000.5",
    "60",
    "",
    " 1",
    "\u0661",
    "999999999999999",
    "1&#48;",
)
OTHERS = ("1", "0", "2", "7", "99", "true", "#N/A", "2026-11-22", "2026-13-01", "2026-11-22T10:00:00")
FORMULAS = (
    "A1*2",
    "SUM(A1:A9)",
    "cmd|'/c calc'!A0",
    "WEBSERVICE(&quot;x&quot;)",
    "IF(A1&lt;2,1,0)",
    "",
    "1&amp;2",
    "(" * 50,
    "'[a]b'!A1",
    "x" * 8_200,
)
ROW_TAGS = (
    "",
    "",
    ' spans="1:8"',
    ' ht="12.8"',
    ' customFormat="1" s="3"',
    ' x14ac:dyDescent="0.25"',
    ' y:dyDescent="1"',
    ' spans="1:8" spans="1:8"',
    ' a="b" c="d" e="f" g="h"',
    ' type="x"',
    ' xmlns="urn:other"',
    " hidden='1'",
)
BETWEEN = (
    "<!-- </row> -->",
    "<!--</row>",
    "-->",
    "<![CDATA[</row>",
    "]]>",
    "<row/>",
    '<row r="3"/>',
    "\n",
    " tekst ",
    "<x:row>",
    "</sheetData><sheetData>",
    "<![CDATA[</row>]]>",
    "<?x </row>?>",
    "</row>",
    "<row>",
    "<c/>",
    '<row r="12"><c r="A\x01"><v>1</v></c></row>',
    "<cols/>",
    "&amp;",
    "\r\n",
)
HEADS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n',
    '<?xml version="1.0"?>',
    "",
    "",
    "",
    '<?xml version="1.0" encoding="us-ascii"?>',
    '<?xml version="1.1"?>',
    "<!-- <sheetData> -->",
)
ROOT = f'<worksheet xmlns="{SHEET}" xmlns:r="{OFFICE}" xmlns:x14ac="urn:x">'
FORMATS = "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 2))
STYLES = f'<styleSheet xmlns="{SHEET}"><cellXfs>{FORMATS}</cellXfs></styleSheet>'
ITEMS = "".join(f"<si><t>{text}</t></si>" for text in ("Laptop", "-1", "", "a_x0009_b"))
SHARED = f'<sst xmlns="{SHEET}">{ITEMS}</sst>'
MERGED = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
RELATED = relationships(
    ("rId1", "worksheet", "worksheets/sheet1.xml", False),
    ("rId2", "styles", "styles.xml", False),
    ("rId3", "sharedStrings", "sharedStrings.xml", False),
)


def plain_row(
    number: int | str, *, tags: str = "", text: str = "Laptop", formula: str = "A1*2", value: str = "7"
) -> str:
    return (
        f'<row r="{number}"{tags}><c r="A{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        f'<c r="B{number}"><f>{formula}</f><v>{value}</v></c><c r="C{number}" s="1"><v>44000</v></c></row>'
    )


PLAIN = [plain_row(number) for number in range(1, 31)]


def odd_sheets() -> Iterator[str]:
    """Thirty rows that are alike, but for one thing."""
    odd = [plain_row(20, text=text) for text in TEXTS]
    odd += [plain_row(20, value=value) for value in (*NUMBERS, *OTHERS)]
    odd += [plain_row(20, formula=formula) for formula in FORMULAS]
    odd += [plain_row(20, tags=tags) for tags in ROW_TAGS]
    odd += [
        plain_row(number)
        for number in (1, 19, 21, 0, -1, "020", "", "2\u0660", 25_000, 1_048_576, 1_048_577, 10**9)
    ]
    odd.append(plain_row(20).replace("B20", "B\x01"))
    odd += [between + PLAIN[19] for between in BETWEEN]
    for row in odd:
        yield in_sheet("", [*PLAIN[:19], row, *PLAIN[20:]])
    for between in BETWEEN:
        yield in_sheet("", [*PLAIN[:19], between, *PLAIN[19:25], "-->", *PLAIN[25:]])
    yield from (in_sheet(head, PLAIN) for head in HEADS)
    yield in_sheet("", [*PLAIN, *(f'<row r="{number}"></row>' for number in (31, 32, 2_000_000))])


def in_sheet(head: str, rows: Sequence[str]) -> str:
    return f"{head}{ROOT}<sheetData>{''.join(rows)}</sheetData>{MERGED}</worksheet>"


def with_sheet(xml: bytes) -> bytes:
    return xlsx(
        changes={
            "xl/worksheets/sheet1.xml": xml,
            "xl/styles.xml": STYLES,
            "xl/sharedStrings.xml": SHARED,
            "xl/_rels/workbook.xml.rels": RELATED,
        }
    )
