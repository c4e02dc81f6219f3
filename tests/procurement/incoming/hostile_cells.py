"""Worksheets with a value in two places, or where no office program looks: one answer, or none."""

from collections.abc import Callable

from procurement.incoming import CellKind, Code
from tests.procurement.incoming.hostile_heavy import shared_texts
from tests.procurement.incoming.hostile_tables import Odd, first
from tests.procurement.incoming.hostile_xml import raw_sheet
from tests.procurement.incoming.hostile_zips import Case
from tests.procurement.incoming.packages import SHEET, cells, xlsx

ALTERNATIVES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OTHER = f'<worksheet xmlns="{SHEET}" xmlns:e="urn:other" xmlns:mc="{ALTERNATIVES}">'
ONE = cells('<c r="A1"><v>1</v></c>')
TWO = cells('<c r="A2"><v>2</v></c>', row=2)
CHOICE = (
    '<mc:AlternateContent><mc:Choice Requires="e">{}</mc:Choice>'
    "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
)
BRANCHES = CHOICE.format(ONE, TWO)


def other(inside: str) -> Callable[[], bytes]:
    return lambda: raw_sheet(f"{OTHER}{inside}</worksheet>")


def data(rows: str) -> str:
    return f"<sheetData>{rows}</sheetData>"


def refused(inside: str) -> Case:
    return "a.xlsx", other(inside), Code.CELL_TWICE


def one(inside: str) -> Odd:
    return Odd("a.xlsx", other(inside), CellKind.NUMBER, "1")


TWO_ANSWERS: dict[str, Case] = {
    "two values": refused(data(cells('<c r="A1"><v>1</v><v>2</v></c>'))),
    "two formulas": refused(data(cells('<c r="A1"><f>1</f><f>2</f></c>'))),
    "two texts": refused(
        data(cells('<c r="A1" t="inlineStr"><is><t>Goed</t></is><is><t>Slecht</t></is></c>'))
    ),
    "two texts in one": refused(data(cells('<c r="A1" t="inlineStr"><is><t>a</t><t>b</t></is></c>'))),
    "element in a value": refused(data(cells('<c r="A1"><v>1<e:x>5</e:x></v></c>'))),
    "cell in a cell": refused(data(cells('<c r="A1"><v>1</v><c r="B1"><v>2</v></c></c>'))),
    "two lists of rows": refused(data(ONE) + data(TWO)),
    "rows in an extension": refused(data(ONE) + f"<extLst><ext>{data(TWO)}</ext></extLst>"),
    "rows of another maker": refused(data(f"{ONE}<e:more>{TWO}</e:more>")),
    "alternative rows": refused(data(BRANCHES)),
    "alternative lists of rows": refused(CHOICE.format(data(ONE), data(TWO))),
    "alternative shared texts": (
        "a.xlsx",
        lambda: shared_texts(
            f'<mc:AlternateContent xmlns:mc="{ALTERNATIVES}"><si><t>a</t></si></mc:AlternateContent>'
        ),
        Code.CELL_TWICE,
    ),
    "root of another maker": (
        "a.xlsx",
        lambda: raw_sheet(f'<worksheet xmlns="urn:other">{data(ONE)}</worksheet>'),
        Code.MISSING_PART,
    ),
}

NOT_SHOWN: dict[str, Odd] = {
    "cell of another maker": one(data(cells('<e:c r="A1"><e:v>777</e:v></e:c>', '<c r="B1"><v>1</v></c>'))),
    "value of another maker": one(data(cells('<c r="A1"><e:v>777</e:v><v>1</v></c>'))),
    "row of another maker": one(data(f'<e:row r="1"><e:c r="A1"><e:v>777</e:v></e:c></e:row>{ONE}')),
    "row after the rows": one(data(ONE) + f"<extLst><ext>{TWO}</ext></extLst>"),
    "controls with alternatives": one(data(ONE) + CHOICE.format("<controls/>", "")),
    "strict": Odd(
        "a.xlsx",
        lambda: raw_sheet(
            f'<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main">{data(ONE)}</worksheet>'
        ),
        CellKind.NUMBER,
        "1",
    ),
    "reading aid": Odd(
        "a.xlsx",
        first('<c r="A1" t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></is></c>'),
        CellKind.TEXT,
        "a",
    ),
    "style of an odd digit": Odd(
        "a.xlsx", lambda: xlsx(cells('<c r="A1" s="\u00b2"><v>1</v></c>')), CellKind.NUMBER, "1"
    ),
}
