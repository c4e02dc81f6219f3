"""The file as a whole: its names, filters, what it says about itself, and that its parts fit together."""

from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from procurement.documents.errors import DocumentError
from procurement.documents.workbook import Column, Name, Sheet, Workbook
from procurement.documents.writers.ods import ods_bytes
from tests.procurement.documents.examples import PROPERTIES, workbook
from tests.procurement.documents.writers.ods_parts import CALC, attributes, found, one_sheet, part


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
