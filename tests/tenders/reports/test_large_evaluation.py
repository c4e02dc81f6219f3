"""The largest evaluation workbook that is promised can be sent in again: 200 bids under 60 criteria."""

from collections.abc import Callable

import pytest

from procurement.documents.workbook import Workbook
from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import read_rows
from tenders.services.evaluation_sheet import LIMITS
from tests.tenders.reports.large_lot import large_lot, large_workbook
from tests.tenders.reports.making import assessed


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    return large_workbook(assessed(large_lot()))


@pytest.mark.parametrize(("write", "name"), [(xlsx_bytes, "b.xlsx"), (ods_bytes, "b.ods")])
def test_it_is_read_within_the_limits(
    workbook: Workbook, write: Callable[[Workbook], bytes], name: str
) -> None:
    content = write(workbook)

    table = read_rows(content, name, LIMITS)

    assert {sheet.title for sheet in workbook.sheets} == {sheet.title for sheet in table.sheets}
    assert sum(len(row.cells) for sheet in table.sheets for row in sheet.rows) > 150_000
