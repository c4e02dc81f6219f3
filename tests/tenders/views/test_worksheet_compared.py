"""What the list of differences says of a worksheet that is older, short or full of odd signs."""

from typing import Any

import pytest

from tenders.models import Assessor, IndividualScore
from tests import panel
from tests.panel import client_of
from tests.tenders.views.worksheet_pages import (
    SHEET,
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


def test_an_older_file_erases_nothing_that_was_scored_since(first: Assessor) -> None:
    client = client_of(first)
    empty = downloaded(client, first.lot)
    panel.scores(first, A="goed", B="matig")
    before = stored()

    compared = sent(client, first.lot, empty)
    applied(client, first.lot, compared)

    assert compared.context["differences"] == []
    assert "4 cellen zijn leeg in het werkblad, en hier al ingevuld." in said(compared)
    assert stored() == before


def test_what_a_half_filled_file_says_is_taken_over_and_the_rest_stays(first: Assessor) -> None:
    client = client_of(first)
    panel.scores(first, A="goed", B="matig")

    def fill(book: Any) -> None:
        for row in rows_of(book):
            level = book[SHEET].cell(row, 2)
            level.value = None if level.value == "goed" else "goed"
            book[SHEET].cell(row, 3).value = None

    compared = sent(client, first.lot, filled_in(downloaded(client, first.lot), fill))
    done = applied(client, first.lot, compared)

    assert [row[2:] for row in compared.context["differences"]] == [("matig", "goed")]
    assert done.status_code == 302
    assert stored() == {code: ("goed", panel.WHY.format(code=code)) for code in "AB"}


def test_the_button_clicked_twice_says_that_it_was_taken_over_already(first: Assessor) -> None:
    client = client_of(first)
    compared = sent(client, first.lot, filled_in(downloaded(client, first.lot), scored("goed", "matig")))

    answers = [applied(client, first.lot, compared) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert len(stored()) == 2


def test_the_list_says_which_reasons_are_too_short(first: Assessor) -> None:
    client = client_of(first)

    def fill(book: Any) -> None:
        scored("goed", "matig")(book)
        book[SHEET]["C9"] = "kort"

    compared = sent(client, first.lot, filled_in(downloaded(client, first.lot), fill))

    [(place, told)] = compared.context["remarks"]
    assert place == "blad Beoordeling, cel C9"
    assert told.startswith("De motivering is te kort: 4 tekens en 1 woord.")
    assert "no-store" in compared["Cache-Control"]


@pytest.mark.parametrize("kind", ["excel", "ods"])
def test_an_untouched_file_differs_in_nothing_whatever_signs_a_score_has(first: Assessor, kind: str) -> None:
    panel.scores(first, A="goed")
    IndividualScore.objects.update(motivation="Een\n\tregel \x0ben \x85nog een.")
    client = client_of(first)

    name = f"werkblad.{'ods' if kind == 'ods' else 'xlsx'}"
    compared = sent(client, first.lot, downloaded(client, first.lot, kind), name)

    assert compared.context["differences"] == []
