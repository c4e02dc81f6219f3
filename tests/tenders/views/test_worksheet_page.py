"""An assessor takes the scores along as a workbook and brings them back: own scores, all or nothing."""

from io import BytesIO

import openpyxl
import pytest

from procurement.audit.models import Event
from tenders.models import Assessor, IndividualScore
from tenders.services.scoring_alone import make_ready
from tests import cast, panel
from tests.panel import address, client_of
from tests.tenders.views.worksheet_pages import (
    SHEET,
    WHY,
    applied,
    downloaded,
    filled_in,
    rows_of,
    said,
    scored,
    sent,
    stored,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> Assessor:
    return panel.declares(panel.assessor(panel.lot_in_assessment()))


def test_a_filled_in_sheet_is_shown_first_and_then_taken_over(first: Assessor) -> None:
    client = client_of(first)
    content = filled_in(downloaded(client, first.lot), scored("goed", "matig"))

    compared = sent(client, first.lot, content)

    assert (compared.status_code, stored()) == (200, {})
    assert "4 verschillen. Er is nog niets bewaard." in said(compared)
    assert [row[1:] for row in compared.context["differences"]][:2] == [
        ("blad Beoordeling, cel B8", "(leeg)", "goed"),
        ("blad Beoordeling, cel C8", "(leeg)", f"{WHY} In regel 8."),
    ]

    done = applied(client, first.lot, compared)

    assert done.status_code == 302
    assert sorted(stored().values()) == [("goed", f"{WHY} In regel 8."), ("matig", f"{WHY} In regel 9.")]
    [event] = Event.objects.filter(action="jury.sheet_taken_over")
    assert event.actor is None
    assert '"scores":2' in event.details.replace(" ", "")


def test_the_sheet_scores_the_bid_with_that_label_on_the_screen(first: Assessor) -> None:
    client = client_of(first)
    on_screen = {str(cell.label.nl): code for code, cell in panel.cells(client, first.lot).items()}
    book = openpyxl.load_workbook(BytesIO(downloaded(client, first.lot)))
    labels = [book[SHEET].cell(row, 1).value for row in rows_of(book)]

    applied(
        client,
        first.lot,
        sent(client, first.lot, filled_in(downloaded(client, first.lot), scored("goed", "matig"))),
    )

    assert {code: level for code, (level, _) in stored().items()} == dict(
        zip((on_screen[label] for label in labels), ("goed", "matig"), strict=True)
    )


@pytest.mark.parametrize("conflict", ["A", "B"])
def test_a_bid_with_a_conflict_is_not_in_the_sheet_and_the_other_keeps_its_label(
    first: Assessor, conflict: str
) -> None:
    """Of both, because the label of only one of them could change."""
    panel.declares(first, conflict)
    client = client_of(first)

    book = openpyxl.load_workbook(BytesIO(downloaded(client, first.lot)))

    on_screen = [cell.label.nl for cell in panel.cells(client, first.lot).values()]
    assert len(on_screen) == 1
    assert [book[SHEET].cell(row, 1).value for row in rows_of(book)] == on_screen


def test_the_same_file_twice_changes_nothing(first: Assessor) -> None:
    client = client_of(first)
    content = filled_in(downloaded(client, first.lot), scored("goed", "matig"))
    applied(client, first.lot, sent(client, first.lot, content))
    before, events = list(IndividualScore.objects.values()), Event.objects.count()

    again = sent(client, first.lot, content)
    applied(client, first.lot, again)

    assert "Er is niets over te nemen." in said(again)
    assert (list(IndividualScore.objects.values()), Event.objects.count()) == (before, events)


def test_a_sheet_holds_what_was_scored_so_far(first: Assessor) -> None:
    panel.scores(first, A="goed")
    client = client_of(first)

    book = openpyxl.load_workbook(BytesIO(downloaded(client, first.lot)), data_only=True)

    filled = {book[SHEET].cell(row, 2).value: book[SHEET].cell(row, 3).value for row in rows_of(book)}
    assert filled == {"goed": panel.WHY.format(code="A"), None: None}
    assert (book[SHEET]["B4"].value, book[SHEET]["C4"].value) == (
        1,
        "Nog in te vullen: 1 van 2. Kijk in de kolom Controle.",
    )


def test_an_opendocument_sheet_comes_back_too(first: Assessor) -> None:
    panel.scores(first, A="goed", B="matig")
    client = client_of(first)
    content = downloaded(client, first.lot, "ods")
    IndividualScore.objects.filter(bid__code="A").update(value="matig")

    compared = sent(client, first.lot, content, "werkblad.ods")

    assert [row[2:] for row in compared.context["differences"]] == [("matig", "goed")]


def test_what_another_window_saved_is_shown_and_nothing_is_lost(first: Assessor) -> None:
    client = client_of(first)
    compared = sent(client, first.lot, filled_in(downloaded(client, first.lot), scored("goed", "matig")))
    panel.scores(first, A="matig")

    late = applied(client, first.lot, compared)

    assert late.status_code == 409
    assert "Intussen is er iets anders opgeslagen." in said(late)
    assert stored() == {"A": ("matig", panel.WHY.format(code="A"))}
    assert applied(client, first.lot, late).status_code == 302
    assert len(stored()) == 2


def test_final_scores_stay_as_they_are(first: Assessor) -> None:
    panel.scores(first, A="goed", B="matig")
    client = client_of(first)
    content = filled_in(downloaded(client, first.lot), scored("matig", "goed"))
    compared = sent(client, first.lot, content)
    make_ready(assessor=first, at=cast.NOW)
    before = stored()

    answers = [applied(client, first.lot, compared), sent(client, first.lot, content)]

    assert [answer.status_code for answer in answers] == [409, 409]
    assert all("Uw scores zijn definitief." in said(answer) for answer in answers)
    assert stored() == before


def test_the_answers_that_wait_are_of_one_person(first: Assessor) -> None:
    second = panel.declares(panel.assessor(first.lot, "juror-2"))
    client = client_of(first)
    compared = sent(client, first.lot, filled_in(downloaded(client, first.lot), scored("goed", "matig")))

    answers = [
        applied(client_of(second), first.lot, compared),
        client.post(address(first.lot, "worksheet"), {"waiting": compared.context["waiting"][:-2] + "AA"}),
        client.post(address(first.lot, "worksheet"), {"waiting": "{}"}),
    ]

    assert [answer.status_code for answer in answers] == [409, 409, 409]
    assert stored() == {}
