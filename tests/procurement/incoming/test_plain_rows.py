"""Plain rows take a short cut past Expat. It changes nothing: neither what is read nor what is refused.

`<sheetData >` means the same as `<sheetData>` and is not what the short cut looks for, so the same rows
within it take the long road: what that says is what must come out.
"""

import random

import pytest

from procurement.incoming import Limits, Refused, Table
from procurement.incoming.limits import STANDARD
from procurement.incoming.plain_rows import without_plain_rows
from tests.procurement.incoming.packages import SHEET, cells, relationships, xlsx
from tests.procurement.returned_sheets.in_process import read_here

PLAIN = cells('<c r="A1"><v>1.5</v></c>', '<c r="B1" t="inlineStr"><is><t>tekst</t></is></c>')
OPEN, CLOSE = f'<worksheet xmlns="{SHEET}"><sheetData>', "</sheetData></worksheet>"
TEXTS = "".join(f"<si><t>{text}</t></si>" for text in ("een", "", "=2", "drie &amp; vier"))

STYLES = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'


def book(part: str | bytes) -> bytes:
    related = (
        ("rId1", "worksheet", "worksheets/sheet1.xml"),
        ("rId2", "sharedStrings", "sharedStrings.xml"),
        ("rId3", "styles", "styles.xml"),
    )
    return xlsx(
        changes={
            "xl/_rels/workbook.xml.rels": relationships(*((*each, False) for each in related)),
            "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">{TEXTS}</sst>',
            "xl/styles.xml": STYLES,
            "xl/worksheets/sheet1.xml": part,
        }
    )


def said(part: str | bytes, limits: Limits = STANDARD) -> tuple[Table | None, object]:
    try:
        return read_here(book(part), limits), None
    except Refused as refused:
        return None, refused.refusal


def the_long_way(part: str | bytes) -> str | bytes:
    if isinstance(part, bytes):
        return part.replace(b"<sheetData>", b"<sheetData >")
    return part.replace("<sheetData>", "<sheetData >")


ALIKE = {
    "plain": OPEN + PLAIN + CLOSE,
    "nothing": OPEN + CLOSE,
    "in a comment": f"{OPEN}<!-- {PLAIN} -->{CLOSE}",
    "all in a comment": f"<worksheet><!-- <sheetData>{PLAIN} --></worksheet>",
    "all as character data": f"<worksheet><![CDATA[<sheetData>{PLAIN}</sheetData>]]></worksheet>",
    "all in an instruction": f"<worksheet><?x <sheetData>{PLAIN}?></worksheet>",
    "all in an attribute": f'<worksheet a="<sheetData>{PLAIN}"/>',
    "comment between": OPEN + PLAIN + "<!-- -->" + PLAIN.replace("1", "2") + CLOSE,
    "never closed": OPEN + PLAIN,
    "closed as another": OPEN + PLAIN + "</other></worksheet>",
    "row in a row": f'{OPEN}<row r="1">{PLAIN}</row>{CLOSE}',
    "row in an attribute": f'{OPEN}<row r="{PLAIN}">{CLOSE}',
    "row of another maker": OPEN + PLAIN.replace("row", "x:row") + CLOSE,
    "attribute of another maker": OPEN + PLAIN.replace('r="1"', 'x:r="1" r="1"', 1) + CLOSE,
    "attribute twice": OPEN + PLAIN.replace('r="1"', 'r="1" r="1"', 1) + CLOSE,
    "cell with an attribute twice": OPEN + PLAIN.replace('r="A1"', 'r="A1" r="A1"', 1) + CLOSE,
    "row that closes itself": f'{OPEN}<row r="1"/><row r="2"/>{CLOSE}',
    "cell that closes itself": f'{OPEN}{cells("""<c r="A1" s="1"/>""", """<c r="B1"><v>1</v></c>""")}{CLOSE}',
    "value in two": OPEN + cells('<c r="A1"><v>1</v><v>2</v></c>') + CLOSE,
    "reading aid": OPEN + cells('<c r="A1" t="inlineStr"><is><t>a</t><rPh><t>b</t></rPh></is></c>') + CLOSE,
    "text where a number belongs": OPEN + cells('<c r="A1"><is><t>5</t></is></c>') + CLOSE,
    "number where a text belongs": OPEN + cells('<c r="A1" t="inlineStr"><v>5</v></c>') + CLOSE,
    "character data": OPEN + cells('<c r="A1"><v><![CDATA[5]]></v></c>') + CLOSE,
    "end of character data": OPEN + PLAIN.replace("tekst", "a]]>b") + CLOSE,
    "entities": OPEN + PLAIN.replace("tekst", "&lt;&amp;lt;&gt;&quot;&apos;") + CLOSE,
    "number of a character": OPEN + PLAIN.replace("tekst", "&#65;&#x42;") + CLOSE,
    "unknown entity": OPEN + PLAIN.replace("tekst", "&nbsp;") + CLOSE,
    "bare ampersand": OPEN + PLAIN.replace("tekst", "a & b") + CLOSE,
    "written control": OPEN + PLAIN.replace("tekst", "a_x000D__x0000_") + CLOSE,
    "lines": OPEN + PLAIN.replace("tekst", "a\nb\tc") + CLOSE,
    "other line ends": OPEN + PLAIN.replace("tekst", "a\r\nb\rc") + CLOSE,
    "control": OPEN + PLAIN.replace("tekst", "a\x01b") + CLOSE,
    "no character": OPEN + PLAIN.replace("tekst", "a\ufffeb") + CLOSE,
    "no character either": OPEN + PLAIN.replace("tekst", "a\uffffb") + CLOSE,
    "other plane": OPEN + PLAIN.replace("tekst", "\U0001f4bb \U0010ffff") + CLOSE,
    "half a character": (OPEN + PLAIN.replace("tekst", "a~b") + CLOSE).encode().replace(b"~", b"\xe2\x82"),
    "half of a pair": (OPEN + PLAIN.replace("tekst", "a~b") + CLOSE).encode().replace(b"~", b"\xed\xa0\x80"),
    "said to be ASCII": '<?xml version="1.0" encoding="ascii"?>' + OPEN + PLAIN.replace("tekst", "é") + CLOSE,
    "said to be UTF-8": '<?xml version="1.0" encoding="UTF-8"?>' + OPEN + PLAIN.replace("tekst", "é") + CLOSE,
    "UTF-16": ('<?xml version="1.0" encoding="UTF-16"?>' + OPEN + PLAIN + CLOSE).encode("utf-16"),
    "deep": "<a>" * 196 + OPEN + PLAIN + CLOSE + "</a>" * 196,
    "not as deep": "<a>" * 190 + OPEN + PLAIN + CLOSE + "</a>" * 190,
    "formula": OPEN + cells('<c r="A1"><f>1+1</f><v>2</v></c>', '<c r="B1"><f>1+1</f></c>') + CLOSE,
    "shared formula": OPEN + cells('<c r="A1"><f t="shared" ref="A1:A9" si="0">1</f><v>2</v></c>') + CLOSE,
    "formula that follows": OPEN + cells('<c r="A1"><f t="shared" si="0"/><v>2</v></c>') + CLOSE,
    "formula that fetches": OPEN + cells('<c r="A1"><f>WEBSERVICE("x")</f><v>2</v></c>') + CLOSE,
    "formula that starts": OPEN + cells("<c r=\"A1\"><f>cmd|&apos;/c calc&apos;!A0</f><v>2</v></c>") + CLOSE,
    "row back": OPEN + cells(row=2) + cells(row=1) + CLOSE,
    "row zero": OPEN + cells(row=0) + CLOSE,
    "row without a number": OPEN + "<row><c r=\"A1\"><v>1</v></c></row>" * 2 + CLOSE,
    "cell back": OPEN + cells('<c r="B1"><v>1</v></c>', '<c r="A1"><v>1</v></c>') + CLOSE,
    "cell of another row": OPEN + cells('<c r="A1"><v>1</v></c>', '<c r="B2"><v>1</v></c>') + CLOSE,
    "number with a zero before it": OPEN + cells('<c r="A01"><v>1</v></c>') + CLOSE,
    "far column": OPEN + cells('<c r="SG1"><v>1</v></c>') + CLOSE,
    "far row": OPEN + cells('<c r="A20001"><v>1</v></c>', row=20_001) + CLOSE,
    "long text": OPEN + PLAIN.replace("tekst", "x" * 32_768) + CLOSE,
    "text without end": OPEN + PLAIN.replace("tekst", "x" * 2_000_000) + CLOSE,
}  # fmt: skip


@pytest.mark.parametrize("part", ALIKE.values(), ids=ALIKE)
def test_the_short_cut_says_what_the_long_road_says(part: str | bytes) -> None:
    assert said(part) == said(the_long_way(part))


CELLS = (
    '<c r="{}"><v>1.5</v></c>', '<c r="{}" t="n"><v>-8.1999999999999993</v></c>',
    '<c r="{}" s="1"><v>45000</v></c>',
    '<c r="{}" t="s"><v>0</v></c>', '<c r="{}" t="s"><v>1</v></c>', '<c r="{}" t="s"><v>2</v></c>',
    '<c r="{}" t="s"><v>9</v></c>', '<c r="{}" t="b"><v>1</v></c>', '<c r="{}" t="e"><v>#N/A</v></c>',
    '<c r="{}" t="d"><v>2026-11-22</v></c>', '<c r="{}" t="str"><f>"a"</f><v>a &amp; b</v></c>',
    '<c r="{}"><f>A1*2</f><v>3</v></c>', '<c r="{}" s="1"/>', '<c r="{}"><v></v></c>',
    '<c r="{}" t="inlineStr"><is><t>Bidder &lt;1&gt;</t></is></c>',
    '<c r="{}" t="inlineStr"><is><t xml:space="preserve"> één </t></is></c>',
    '<c r="{}" t="inlineStr"><is><t>=1+1</t></is></c>', '<c r="{}" t="inlineStr"><is><t>\u202ea</t></is></c>',
    '<c r="{}" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', '<c r="{}" t="zzz"><v>1</v></c>',
)  # fmt: skip
STARTS = ('<row r="{}">',) * 5 + (
    '<row r="{}" spans="1:8">',
    '<row r="{}" customFormat="false" ht="12.8" hidden="false" outlineLevel="0" collapsed="false">',
    '<row r="{}" thickBot="1">',
)
TIGHT = (
    STANDARD,
    Limits(cells=60),
    Limits(characters=300),
    Limits(cell_characters=9),
    Limits(xml_elements=150),
)


def random_sheet(chance: random.Random) -> str:
    """Mostly rows like the one before, at times with an odd cell, and now and then damaged."""
    usual = chance.choices(CELLS, k=chance.randint(1, 6))
    rows = []
    for number in range(1, chance.randint(2, 30)):
        row = [chance.choice(CELLS) if chance.random() < 0.02 else cell for cell in usual]
        entries = "".join(cell.format(f"{'ABCDEF'[at]}{number}") for at, cell in enumerate(row))
        rows.append(f"{chance.choice(STARTS).format(number)}{entries}</row>")
    text = "".join(rows)
    if chance.random() < 0.5:
        at = chance.randrange(len(text))
        text = (
            text[:at]
            + chance.choice(("", "x", "<", "&", '"', " ", "</row>", "<!---->", "9"))
            + text[at + 1 :]
        )
    return OPEN + text + CLOSE


@pytest.mark.parametrize("seed", range(200))
def test_so_it_is_for_rows_of_all_kinds(seed: int) -> None:
    chance = random.Random(seed)
    part, limits = random_sheet(chance), chance.choice(TIGHT)

    assert said(part, limits) == said(the_long_way(part), limits)


def passed_on(part: bytes, size: int) -> bytes:
    """What Expat gets of a part that comes in blocks of so many bytes."""
    blocks = (part[at : at + size] for at in range(0, len(part), size))
    return b"".join(without_plain_rows(blocks, lambda: lambda: True, lambda rows: True))


@pytest.mark.parametrize("size", [1, 7, 64, 1_000, 1_000_000])
def test_a_plain_row_is_left_out_wherever_the_blocks_are_cut(size: int) -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>één</v></c></row>' for row in range(1, 40))

    assert passed_on((OPEN + rows + CLOSE).encode(), size) == (OPEN + CLOSE).encode()


def test_what_is_not_plain_is_passed_on_with_all_that_follows() -> None:
    odd = PLAIN + "<!-- -->" + PLAIN

    assert passed_on((OPEN + PLAIN + odd + CLOSE).encode(), 64).decode() == OPEN + "<!-- -->" + PLAIN + CLOSE


def test_rows_without_end_are_passed_on_before_they_fill_the_memory() -> None:
    blocks = [OPEN.encode(), *(b"x" * 65_536 for _ in range(100))]

    pieces = list(without_plain_rows(blocks, lambda: lambda: True, lambda rows: True))

    assert max(map(len, pieces)) < 2 * 1024 * 1024
    assert b"".join(pieces) == b"".join(blocks)
