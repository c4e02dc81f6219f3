"""Sheets: what they allow, show, print and refuse."""

from decimal import Decimal

import pytest

from procurement.documents.errors import DocumentError
from procurement.documents.workbook import (
    Between,
    Cell,
    Column,
    Highlight,
    HighlightLook,
    Link,
    OneOf,
    Style,
    Workbook,
)
from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.ods.looks import CELLS
from tests.procurement.documents.examples import workbook
from tests.procurement.documents.writers.ods_parts import CALC, SPACES, attributes, found, one_sheet, part

CONFIG = {"config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0"}


def view(book: Workbook, sheet: str) -> dict[str, str]:
    items = part(book, "settings.xml").xpath(
        f'//config:config-item-map-entry[@config:name="{sheet}"]/*', namespaces=CONFIG
    )
    return {item.get(f"{{{CONFIG['config']}}}name"): item.text for item in items}


def test_only_inputs_are_unlocked_on_a_protected_sheet() -> None:
    content = part(workbook())

    unlocked = found(
        content, "//style:style[style:table-cell-properties/@style:cell-protect='none']/@style:name"
    )
    inputs = (Style.INPUT_TEXT, Style.INPUT_NUMBER, Style.INPUT_EURO, Style.INPUT_DATE)
    assert set(unlocked) == {CELLS[style] for style in inputs}
    assert found(content, "//table:table/@table:protected") == ["true"]


def test_what_scrolls_and_what_stays() -> None:
    frozen = view(workbook(), "Lot 1 & 'rest' x")

    kept = ("HorizontalSplitMode", "HorizontalSplitPosition", "VerticalSplitMode", "VerticalSplitPosition")
    assert [frozen[name] for name in kept] == ["2", "1", "2", "2"]
    assert [view(workbook(), "Lijst")[name] for name in kept] == ["0", "0", "0", "0"]


def test_rows_and_columns_that_come_back_on_every_page() -> None:
    content = part(workbook())

    assert len(found(content, "//table:table[1]/table:table-header-rows/table:table-row")) == 2
    assert len(found(content, "//table:table[1]/table:table-header-columns/table:table-column")) == 1


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_a_sheet_shorter_than_its_repeated_rows_is_still_whole(rows: int) -> None:
    content = part(one_sheet(rows=[["a"]] * rows, title_rows=(2, 5)))

    assert len(found(content, "//table:table-row")) == rows
    assert len(found(content, "//table:table-header-rows/table:table-row")) == rows - 1


@pytest.mark.parametrize(
    ("sheet", "printed"),
    [
        ({"landscape": True}, {"print-orientation": "landscape", "page-width": "297mm", "scale-to-X": "1"}),
        (
            {"columns": (Column(10),) * 20},
            {"print-orientation": "portrait", "page-width": "210mm", "scale-to-X": "2"},
        ),
        (
            {"columns": (Column(60), Column(60)), "page_starts": (2,)},
            {"print-orientation": "portrait", "page-width": "210mm", "scale-to": "76%"},
        ),
    ],
)
def test_a_sheet_is_printed_on_a4_large_enough_to_read(
    sheet: dict[str, object], printed: dict[str, str]
) -> None:
    book = one_sheet(**sheet)

    [layout] = found(part(book, "styles.xml"), "//style:page-layout-properties")
    [used] = found(part(book), "//style:style[@style:family='table']/@style:master-page-name")
    assert printed.items() <= attributes(layout).items()
    assert found(part(book, "styles.xml"), "//style:master-page/@style:name") == [used]


def test_a_row_that_begins_a_page_says_so() -> None:
    content = part(one_sheet(rows=[["a"], ["b"], ["c"]], page_starts=(3,)))

    styles = found(content, "//table:table-row/@table:style-name")
    breaks = found(content, "//style:style[*/@fo:break-before='page']/@style:name")
    assert [style in breaks for style in styles] == [False, False, True]


def test_validations_hold_for_their_cells_also_below_the_rows() -> None:
    rules = (
        Between(area="B1:B2", lowest=Decimal("0.5"), highest=Decimal(9), message='Een "cijfer"'),
        OneOf(area="C1:C9", choices=("ja", 'n"ee')),
        OneOf(area="D1", source="Keuze!$A$1:$A$9"),
    )

    content = part(one_sheet(validations=rules))

    assert found(content, "//table:content-validation/@table:condition") == [
        "of:cell-content-is-decimal-number() and cell-content-is-between(0.5,9)",
        'of:cell-content-is-in-list("ja";"n""ee")',
        "of:cell-content-is-in-list([$'Keuze'.$A$1:.$A$9])",
    ]
    assert found(content, "//table:help-message/text:p/text()") == ['Een "cijfer"']
    rows = found(content, "//table:table-row")
    assert [row.get(f"{{{SPACES['table']}}}number-rows-repeated") for row in rows] == [None, "1", "7"]
    assert [found(row, "*/@table:content-validation-name") for row in rows] == [
        ["rule1", "rule2", "rule3"],
        ["rule1", "rule2"],
        ["rule2"],
    ]


@pytest.mark.parametrize("choices", [("a,b", "c"), (), ("x" * 300,)])
def test_choices_that_do_not_fit_a_list_are_refused(choices: tuple[str, ...]) -> None:
    with pytest.raises(DocumentError, match="list for A1"):
        ods_bytes(one_sheet(validations=(OneOf(area="A1", choices=choices),)))


def test_of_several_highlights_of_one_area_the_first_that_holds_counts() -> None:
    looks = (HighlightLook.GOOD, HighlightLook.MUTED)
    book = one_sheet(highlights=tuple(Highlight("A1:B9", f"$B1={n}", look) for n, look in enumerate(looks)))

    [whole] = part(book).xpath("//calcext:conditional-format", namespaces=CALC)
    assert attributes(whole) == {"target-range-address": "'x'.A1:'x'.B9"}
    assert [attributes(each) for each in whole] == [
        {
            "apply-style-name": f"Highlight-{look}",
            "value": f"formula-is([.$B1]={n})",
            "base-cell-address": "'x'.A1",
        }
        for n, look in enumerate(looks)
    ]


@pytest.mark.parametrize(
    "about",
    [
        {"highlights": (Highlight("A1", "FOO(1)", HighlightLook.GOOD),)},
        {"highlights": (Highlight("hier", "A1=1", HighlightLook.GOOD),)},
        {"validations": (OneOf(area="A1", source="[Map.xlsx]Blad!A1"),)},
    ],
)
def test_an_area_or_formula_that_cannot_be_read_is_refused(about: dict[str, object]) -> None:
    with pytest.raises(DocumentError, match=r"FOO|hier|Map\.xlsx"):
        ods_bytes(one_sheet(**about))


def test_a_text_can_lead_to_another_sheet() -> None:
    [link] = found(part(workbook()), "//text:a")

    assert attributes(link) == {"type": "simple", "href": "#'Lijst'.A1", "title": "naar de lijst"}
    assert link.text == "Hoogste"


def test_a_figure_is_never_a_link() -> None:
    book = one_sheet(rows=[[Cell(1)]], links=(Link("A1", "x!A1"),))

    assert found(part(book), "//text:a") == []
