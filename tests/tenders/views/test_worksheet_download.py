"""Who gets a worksheet, when, and what is not in it."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
from django.test import Client

from procurement.organisations.models import Role
from tenders.models import Assessor, Supplier
from tenders.procedure.phases import Phase
from tests import cast, panel
from tests.panel import address, client_of
from tests.queries import queries
from tests.tenders.views.worksheet_pages import downloaded, rows_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> Assessor:
    return panel.declares(panel.assessor(panel.lot_in_assessment()))


def test_before_the_declaration_there_is_no_sheet() -> None:
    who = panel.assessor(panel.lot_in_assessment())
    client = client_of(who)

    answers = [
        client.get(address(who.lot, name)) for name in ("worksheet", "worksheet_excel", "worksheet_ods")
    ]

    assert {answer["Location"] for answer in answers} == {address(who.lot, "declaration")}


@pytest.mark.parametrize("phase", [Phase.OPENING, Phase.CONSENSUS])
def test_outside_the_assessment_there_is_no_sheet(first: Assessor, phase: Phase) -> None:
    cast.in_phase(first.lot, phase)
    client = client_of(first)

    answers = [client.get(address(first.lot, name)) for name in ("worksheet", "worksheet_excel")]
    answers.append(client.post(address(first.lot, "worksheet")))

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def everything_in(content: bytes) -> bytes:
    """Every part of the package as it is, with the names of the parts and the comment."""
    with zipfile.ZipFile(BytesIO(content)) as packed:
        names = " ".join(packed.namelist()).encode()
        return names + packed.comment + b"".join(packed.read(name) for name in packed.namelist())


@pytest.mark.parametrize("kind", ["excel", "ods"])
def test_no_name_no_price_and_no_other_score_is_anywhere_in_the_file(first: Assessor, kind: str) -> None:
    cast.bid(first.lot, "Z", "8675309.17", "voldoende", "280")
    panel.declares(first)
    second = panel.declares(panel.assessor(first.lot, "juror-2"))
    panel.scores(second, A="goed", B="matig")
    secrets = list(Supplier.objects.values_list("name", flat=True))
    secrets += [panel.WHY.format(code=code) for code in "AB"]
    secrets += [second.seed, first.seed, "juror-1", "juror-2", "8675309", "8.675.309"]
    assert len(secrets) == 12

    content = everything_in(downloaded(client_of(first), first.lot, kind))

    found = [each for each in secrets if each.encode() in content]
    assert found == []
    assert b"Inschrijver A" in content


@pytest.mark.parametrize("role", [Role.OFFICER, Role.AUDITOR, Role.LAWYER])
def test_nobody_else_gets_a_sheet(first: Assessor, role: Role) -> None:
    client = Client()
    client.force_login(cast.person(role))

    assert client.get(address(first.lot, "worksheet_excel")).status_code == 404


def test_many_bids_cost_no_more_queries_than_few(first: Assessor) -> None:
    client = client_of(first)
    pages = ("worksheet", "worksheet_excel")
    few = [queries(client, address(first.lot, page)) for page in pages]
    for number in range(12):
        cast.bid(first.lot, f"X{number}", "900", "voldoende", "280")
    panel.declares(first)

    many = [queries(client, address(first.lot, page)) for page in pages]

    assert many == few
    assert len(rows_of(openpyxl.load_workbook(BytesIO(downloaded(client, first.lot))))) == 14
