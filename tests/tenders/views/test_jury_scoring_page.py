"""Scores as an assessor saves them: while writing, as a whole page, from two windows, and made final."""

import json
from typing import Any

import pytest
from django.test import Client

from tenders.models import Assessor, IndividualScore, Lot
from tests import panel
from tests.panel import address, cells, client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def first() -> Assessor:
    return panel.assessor(panel.lot_in_assessment())


def save(client: Client, lot: Lot, code: str, level: str, why: str, version: int = 0) -> Any:
    token = cells(client, lot)[code].token
    data = {f"value-{token}": level, f"motivation-{token}": why, f"version-{token}": version}
    return client.post(address(lot, "save", "K", token), data)


def test_a_score_is_saved_while_writing(first: Assessor) -> None:
    panel.declares(first)
    client = client_of(first)

    answer = save(client, first.lot, "A", "goed", "Prima.")

    said = json.loads(answer.content)
    assert (answer.status_code, said["version"], said["value"]) == (200, 1, "goed")
    assert said["faults"][0].startswith("De motivering is te kort: 6 tekens en 1 woord.")


def test_another_window_is_told_what_is_stored(first: Assessor) -> None:
    panel.declares(first)
    client = client_of(first)
    save(client, first.lot, "A", "goed", panel.WHY)

    answer = save(client, first.lot, "A", "matig", "Iets anders.", version=0)

    said = json.loads(answer.content)
    assert (answer.status_code, said["value"], said["motivation"]) == (409, "goed", panel.WHY)
    assert IndividualScore.objects.get().value == "goed"


def test_what_cannot_be_stored_is_told_and_nothing_is_saved(first: Assessor) -> None:
    panel.declares(first)

    answer = save(client_of(first), first.lot, "A", "uitmuntend", panel.WHY)

    assert answer.status_code == 422
    assert json.loads(answer.content)["reasons"] == [
        "Dit niveau staat niet op de schaal. Kies een van de getoonde niveaus."
    ]
    assert IndividualScore.objects.count() == 0


def form_of(client: Client, lot: Lot, **levels: str) -> dict[str, str]:
    data = {}
    for each in cells(client, lot).values():
        data[f"value-{each.token}"] = levels[each.bid.code]
        data[f"motivation-{each.token}"] = panel.WHY.format(code=each.bid.code)
        data[f"version-{each.token}"] = str(each.version)
    return data


def test_the_whole_page_is_saved_without_script(first: Assessor) -> None:
    panel.declares(first)
    client = client_of(first)

    answer = client.post(address(first.lot, "scores", "K"), form_of(client, first.lot, A="goed", B="matig"))

    assert answer.status_code == 302
    assert dict(IndividualScore.objects.values_list("bid__code", "value")) == {"A": "goed", "B": "matig"}


def test_an_old_page_saves_what_it_can_and_shows_both(first: Assessor) -> None:
    panel.declares(first)
    client = client_of(first)
    old = form_of(client, first.lot, A="goed", B="matig")
    save(client, first.lot, "A", "voldoende", "Uit het andere venster.")

    answer = client.post(address(first.lot, "scores", "K"), old)

    text = answer.content.decode()
    assert (answer.status_code, len(answer.context["stale"])) == (409, 1)
    assert ("Uit het andere venster." in text, panel.WHY.format(code="A") in text) == (True, True)
    assert dict(IndividualScore.objects.values_list("bid__code", "value")) == {"A": "voldoende", "B": "matig"}


def test_ready_shows_what_is_missing_and_then_fixes_the_scores(first: Assessor) -> None:
    panel.declares(first)
    client = client_of(first)
    early = client.post(address(first.lot, "ready"))
    panel.scores(first, A="goed", B="matig")

    late = client.post(address(first.lot, "ready"))

    assert (early.status_code, early.context["is_complete"], late.status_code) == (409, False, 302)
    assert save(client, first.lot, "A", "matig", panel.WHY, version=1).status_code == 409
    assert "disabled" in client.get(address(first.lot, "scores", "K")).content.decode()
