"""The page of the register, its Excel file and the report for the board: who gets them, and of whom."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from django.urls import reverse

from procurement.organisations.models import Role
from tests import cast
from tests.queries import queries
from tests.signing_in import client_of
from tests.tenders.views.deviations_pages import reasons

pytestmark = pytest.mark.django_db

REGISTER = reverse("tenders:deviations")
WORKBOOK = reverse("tenders:deviations_workbook")
REPORT = reverse("tenders:board_report")
PAGES = (REGISTER, WORKBOOK, REPORT)
YEAR = {"start": "2026-01-01", "end": "2026-12-31"}
READERS = (
    Role.OFFICER,
    Role.LAWYER,
    Role.PROJECT_LEAD,
    Role.CONTRACT_MANAGER,
    Role.AUDITOR,
    Role.ORGANISATION_ADMIN,
)


def cells(answer: Any) -> list[list[object]]:
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("role", READERS)
def test_who_works_there_gets_all_three(role: Role) -> None:
    client = client_of(role)

    assert [client.get(page, YEAR).status_code for page in PAGES] == [200, 200, 200]


def test_for_an_assessor_there_is_no_register() -> None:
    client = client_of(Role.JUROR)

    assert [client.get(page, YEAR).status_code for page in PAGES] == [404, 404, 404]


def test_a_reason_is_shown_with_rule_place_words_and_who() -> None:
    reasons(cast.lot().tender)

    page = client_of(Role.AUDITOR).get(REGISTER).content.decode()

    for shown in ("T-1", "L56", "Perceel 1 › Criteria", "‘20% &lt; 25%’", "Vervanging.", "lawyer.amaranth"):
        assert shown in page


def test_two_organisations_never_see_each_other() -> None:
    reasons(cast.tender(), text="Van Amaranth.")
    elsewhere = cast.tender("Bellis", "B-1")
    reasons(elsewhere, text="Van Bellis.")
    client = client_of(Role.AUDITOR)

    pages = [client.get(REGISTER).content.decode(), str(cells(client.get(WORKBOOK)))]

    assert [("Van Amaranth." in page, "Van Bellis." in page) for page in pages] == [(True, False)] * 2
    for page in PAGES:
        assert client.get(page, {**YEAR, "organisation": str(elsewhere.organisation_id)}).status_code == 404
    assert client.get(REGISTER, {"tender": elsewhere.pk}).status_code == 404


@pytest.mark.parametrize("asked", [{"rule": "L01"}, {"year": "x"}, {"tender": "9" * 30}, {"state": "weg"}])
def test_what_is_not_there_is_not_found(asked: dict[str, str]) -> None:
    reasons(cast.tender())
    client = client_of(Role.OFFICER)

    assert [client.get(page, asked).status_code for page in (REGISTER, WORKBOOK)] == [404, 404]


def test_the_filter_narrows_page_and_file() -> None:
    reasons(cast.tender(), text="Een.")
    second = cast.tender(reference="T-2")
    reasons(second, text="Twee.")
    asked = {"tender": str(second.pk), "rule": "L56", "year": "2026", "state": "stands", "order": "oldest"}
    client = client_of(Role.LAWYER)

    shown = [each.row.text for each in client.get(REGISTER, asked).context["deviations"]]

    assert shown == ["Twee."]
    assert [row[7] for row in cells(client.get(WORKBOOK, asked))[1:]] == ["Twee."]


def test_a_page_holds_fifty_and_the_file_holds_all() -> None:
    reasons(cast.tender(), 60)
    client = client_of(Role.OFFICER)

    pages = [len(client.get(REGISTER, {"page": page}).context["deviations"]) for page in (1, 2)]

    assert pages == [50, 10]
    assert len(cells(client.get(WORKBOOK))) == 61


def test_without_reasons_the_page_says_so() -> None:
    page = client_of(Role.OFFICER).get(REGISTER).content.decode()

    assert "Er is geen reden die hierbij past." in page


def test_what_a_lawyer_typed_is_text_on_the_page_and_in_the_file() -> None:
    reasons(cast.tender(), text="=1+1 <b>vet</b>", quote="<i>x</i>")
    client = client_of(Role.OFFICER)

    page = client.get(REGISTER).content.decode()
    answer = client.get(WORKBOOK)

    assert ("<b>vet</b>" in page, "<i>x</i>" in page, "&lt;b&gt;vet" in page) == (False, False, True)
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).worksheets[0]
    assert (sheet["H2"].value, sheet["H2"].data_type) == ("=1+1 <b>vet</b>", "s")


@pytest.mark.parametrize(
    ("language", "heading"), [("nl", "Aanbesteding"), ("en", "Tender")], ids=["nl", "en"]
)
def test_the_file_in_both_languages(language: str, heading: str) -> None:
    reasons(cast.tender())

    answer = client_of(Role.OFFICER).get(WORKBOOK, {"language": language})

    assert cells(answer)[0][0] == heading


def test_many_reasons_cost_no_more_queries_than_one() -> None:
    reasons(cast.lot().tender)
    client = client_of(Role.OFFICER)
    one = queries(client, REGISTER)

    for number in range(2, 7):
        reasons(cast.lot(cast.tender(reference=f"T-{number}")).tender, 4)

    assert queries(client, REGISTER) == one


@pytest.mark.parametrize(
    ("kind", "part"),
    [("docx", "word/document.xml"), ("odt", "content.xml"), ("xlsx", "xl/workbook.xml")],
)
@pytest.mark.parametrize(
    ("language", "name"), [("nl", "verslag-duurzaamheid"), ("en", "report-sustainability")]
)
def test_the_report_is_a_file_of_the_kind_and_language_that_was_asked(
    kind: str, part: str, language: str, name: str
) -> None:
    answer = client_of(Role.AUDITOR).get(REPORT, {**YEAR, "file": kind, "language": language})

    assert part in ZipFile(BytesIO(answer.content)).namelist()
    assert answer["Content-Disposition"] == f'attachment; filename="{name}-2026-01-01-2026-12-31.{kind}"'


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({"start": "2026-05-01", "end": "2026-04-30"}, "end"),
        ({"start": "", "end": "2026-04-30"}, "start"),
        ({"start": "2026-05-01", "end": "einde"}, "end"),
    ],
)
def test_a_period_that_is_none_is_said_at_its_field(asked: dict[str, str], field: str) -> None:
    answer = client_of(Role.LAWYER).get(REPORT, asked)

    assert (answer.status_code, list(answer.context["period"].errors)) == (422, [field])


def test_a_kind_of_file_that_does_not_exist_is_not_found() -> None:
    assert client_of(Role.LAWYER).get(REPORT, {**YEAR, "file": "pdf"}).status_code == 404


def test_one_day_is_a_period() -> None:
    asked = {"start": "2026-05-01", "end": "2026-05-01"}

    assert client_of(Role.LAWYER).get(REPORT, asked).status_code == 200
