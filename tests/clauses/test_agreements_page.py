"""What was agreed, for the contract manager: on a page in order of date, and as a workbook."""

import io
from datetime import datetime

import openpyxl
import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clauses.models import ChosenClause, ContractDraft
from procurement.incoming import read_rows
from tests.clauses.agreements_pages import draft, manager

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def library() -> None:
    call_command("load_clauses", verbosity=0)


def test_the_contract_manager_reads_every_date_in_order_with_the_promise_behind_it() -> None:
    row = draft()

    page = manager().get(f"/contracts/{row.pk}/afspraken/")

    days = [day for _year, rows in page.context["years"] for day, _number, _due in rows]
    assert days == sorted(days)
    assert [year for year, _rows in page.context["years"]] == [2027, 2028, 2029, 2032]
    text = page.content.decode()
    assert (
        text.count("Beloofd door Laagland in inschrijving I-01 van 3 november 2026, gunningscriterium G2:")
        == 1
    )
    assert text.count("Wij halen elke laptop binnen vijf dagen op.") == 2


def test_a_draft_says_that_it_is_one() -> None:
    page = manager().get(f"/contracts/{draft().pk}/afspraken/").content.decode()

    assert page.count("Dit contract is nog een concept (concept 2).") == 1


def test_without_the_dates_of_the_contract_the_page_says_what_to_do() -> None:
    row = draft()
    ChosenClause.objects.filter(draft=row, version__clause__code="definitions").update(values={})

    page = manager().get(f"/contracts/{row.pk}/afspraken/")

    assert page.context["years"] == []
    assert page.content.decode().count("Vul in het contract de ingangsdatum") == 1


def test_the_page_takes_as_many_queries_for_one_clause_as_for_forty() -> None:
    small, large = draft(reference="T-2"), draft()
    keep = small.chosen.order_by("position").first()
    assert keep is not None
    small.chosen.exclude(pk=keep.pk).delete()
    client = manager()
    client.get(f"/contracts/{small.pk}/afspraken/")

    counts = []
    for row in (small, large):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/contracts/{row.pk}/afspraken/")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def workbook_of(row: ContractDraft) -> openpyxl.Workbook:
    response = manager().get(f"/contracts/{row.pk}/afspraken/excel/")
    assert response["Content-Disposition"] == 'attachment; filename="afspraken-t-1.xlsx"'
    return openpyxl.load_workbook(io.BytesIO(response.content))


def test_the_workbook_has_real_dates_filters_and_frozen_panes_and_prints_on_a4() -> None:
    book = workbook_of(draft())

    assert book.sheetnames == ["Afspraken", "KPI's", "Clausules", "_tenderwijzer"]
    due = book["Afspraken"]
    days = [row[0].value for row in due.iter_rows(min_row=2) if row[0].value is not None]
    assert days == sorted(days)
    assert all(isinstance(day, datetime) for day in days)
    for sheet in book.worksheets[:3]:  # the last one says which contract it is, and is hidden
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes is not None
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")


def test_the_workbook_holds_the_promises_in_the_words_of_the_bid() -> None:
    kpis = workbook_of(draft())["KPI's"]

    promised = {
        row[10].value: (row[2].value, row[3].value, row[11].value) for row in kpis.iter_rows(min_row=2)
    }
    assert promised["G2 CO2-footprint"] == ("hoogstens", 214.5, "214,5 kg CO2e per laptop")
    assert promised["G4 Plan voor terugname"][2] == "Wij halen elke laptop binnen vijf dagen op."


def test_the_workbook_says_of_which_contract_and_version_it_is() -> None:
    row = draft()

    book = workbook_of(row)

    named = {each.name: each.value for each in book.custom_doc_props.props}
    assert (named["TenderId"], named["ContractId"], named["ContractVersion"]) == ("T-1", "T-1", "concept 2")
    assert len(named["ContractSha256"]) == 64


def test_a_contract_in_english_has_english_sheets() -> None:
    book = workbook_of(draft(language="en"))

    assert book.sheetnames == ["Obligations", "KPIs", "Clauses", "_tenderwijzer"]


def test_the_workbook_is_there_as_open_document_with_the_same_cells() -> None:
    row = draft()
    address = f"/contracts/{row.pk}/afspraken/excel/"

    asked = ("", "?file=ods", "?file=x")
    excel, open_document, other = (manager().get(f"{address}{query}") for query in asked)

    assert open_document["Content-Disposition"] == 'attachment; filename="afspraken-t-1.ods"'
    assert read_rows(open_document.content, "a.ods") == read_rows(excel.content, "a.xlsx")
    assert other.status_code == 404
    assert f"{address}?file=ods" in manager().get(f"/contracts/{row.pk}/afspraken/").content.decode()
