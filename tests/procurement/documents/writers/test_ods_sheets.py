"""Sheets and the file as a whole: what they allow, show, print, name and refuse."""

from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from procurement.documents.errors import DocumentError
from procurement.documents.workbook import (
    Between,
    Cell,
    Column,
    Highlight,
    HighlightLook,
    Link,
    Name,
    OneOf,
    Sheet,
    Style,
    Workbook,
)
from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.ods.looks import CELLS
from tests.procurement.documents.examples import PROPERTIES, workbook
from tests.procurement.documents.writers.test_ods_cells import SPACES, attributes, found, part

CONFIG = {"config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0"}
CALC = {"calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"}


def one_sheet(**about: object) -> Workbook:
    return workbook(Sheet(**{"title": "x", "rows": [["a", "b"]], **about}))  # type: ignore[arg-type]


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


def test_filters_names_and_hidden_sheets_and_columns() -> None:
    content = part(workbook())

    [filtered] = found(content, "//table:database-range")
    assert attributes(filtered)["target-range-address"] == ("'Lot 1 & ''rest'' x'.A2:'Lot 1 & ''rest'' x'.F4")
    [named] = found(content, "//table:named-range")
    assert attributes(named)["cell-range-address"] == "$'Lot 1 & ''rest'' x'.$B$3:.$B$4"
    hidden = found(content, "//style:style[*/@table:display='false']/@style:name")
    assert [style in hidden for style in found(content, "//table:table/@table:style-name")] == [
        False,
        False,
        True,
    ]
    columns = found(part(one_sheet(columns=(Column(9), Column(9, hidden=True)))), "//table:table-column")
    assert [attributes(column).get("visibility") for column in columns] == [None, "collapse"]


def test_a_name_may_stand_for_a_sum() -> None:
    book = Workbook(
        title="x",
        language="en",
        properties=PROPERTIES,
        sheets=(Sheet(title="x", rows=[]),),
        names=(Name("som", "SUM(x!$A$1:$A$2)"),),
    )

    [named] = found(part(book), "//table:named-expression/@table:expression")
    assert named == "of:=SUM([$'x'.$A$1:.$A$2])"


@pytest.mark.parametrize(
    ("about", "why"),
    [
        ({"title": "a/b"}, "sheet name"),
        ({"hidden": True}, "can be seen"),
        ({"frozen": "A1"}, "frozen at A1"),
    ],
)
def test_what_excel_refuses_is_refused_here_too(about: dict[str, object], why: str) -> None:
    with pytest.raises(DocumentError, match=why):
        ods_bytes(one_sheet(**about))


@pytest.mark.parametrize("name", ["A1", "R1C1", "met spatie"])
def test_a_name_that_reads_like_a_cell_is_refused(name: str) -> None:
    book = Workbook(
        title="x",
        language="nl",
        properties=PROPERTIES,
        sheets=(Sheet(title="x", rows=[]),),
        names=(Name(name, "x!$A$1"),),
    )

    with pytest.raises(DocumentError, match="name"):
        ods_bytes(book)


def test_the_file_says_what_it_is_and_the_same_values_give_the_same_bytes() -> None:
    content = ods_bytes(workbook())

    with ZipFile(BytesIO(content)) as package:
        first = package.infolist()[0]
        kind, meta = package.read("mimetype"), etree.fromstring(package.read("meta.xml"))
        listed = etree.fromstring(package.read("META-INF/manifest.xml"))
        names = {name for name in package.namelist() if name not in ("mimetype", "META-INF/manifest.xml")}
        moments = {entry.date_time for entry in package.infolist()}
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
    assert kind == b"application/vnd.oasis.opendocument.spreadsheet"
    assert {attributes(each)["full-path"] for each in listed} == {"/", *names}
    assert moments == {(1980, 1, 1, 0, 0, 0)}
    said = {etree.QName(each).localname: each.text for each in meta[0]}
    assert [said[name] for name in ("title", "initial-creator", "language")] == ["Scores", "Inkoop", "nl-NL"]
    custom = [(attributes(each)["name"], each.text) for each in meta[0] if "user-defined" in each.tag]
    assert custom == [("TenderId", "T-2026-014"), ("TenderVersion", "1.2"), ("SnapshotSha256", "ab" * 32)]
    assert content == ods_bytes(workbook())


@pytest.mark.parametrize(("language", "spoken"), [("nl", {"nl-NL"}), ("en", {"en-GB"})])
def test_numbers_are_written_as_the_reader_of_the_workbook_does(language: str, spoken: set[str]) -> None:
    book = Workbook(
        title="x",
        language="en" if language == "en" else "nl",
        properties=PROPERTIES,
        sheets=(Sheet(title="x", rows=[]),),
    )

    formats = found(part(book), "//office:automatic-styles/*[@number:country]")
    assert {"-".join(attributes(each)[key] for key in ("language", "country")) for each in formats} == spoken


def test_every_style_that_is_used_exists() -> None:
    book = workbook()
    content, styles = part(book), part(book, "styles.xml")

    known = set(found(content, "//@style:name")) | set(found(styles, "//@style:name"))
    used = {
        *found(content, "//@table:style-name"),
        *found(content, "//@style:data-style-name"),
        *found(content, "//@style:parent-style-name"),
        *found(content, "//@style:master-page-name"),
        *found(styles, "//@style:page-layout-name"),
        *content.xpath("//@calcext:apply-style-name", namespaces=CALC),
    }
    assert used - known == set()


def test_the_parts_of_a_table_stand_in_the_order_of_the_schema() -> None:
    order = {
        "spreadsheet": [
            "calculation-settings",
            "content-validations",
            "table",
            "named-expressions",
            "database-ranges",
        ],
        "table": [
            "table-protection",
            "table-header-columns",
            "table-column",
            "table-header-rows",
            "table-row",
            "conditional-formats",
        ],
        "content-validation": ["help-message", "error-message"],
        "style": ["table-cell-properties", "paragraph-properties", "text-properties"],
    }

    written = {
        parent: [
            list(dict.fromkeys(etree.QName(child).localname for child in element))
            for element in part(workbook()).iter(f"{{*}}{parent}")
            if len(element) > 1
        ]
        for parent in order
    }

    assert all(written.values())
    assert written == {
        parent: [sorted(children, key=order[parent].index) for children in found_]
        for parent, found_ in written.items()
    }
