"""The officer's page of the panel: a matrix to fill in, counts to follow, names for the secretary alone."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Assessor, Assignment, Lot, Sample, SampleScore
from tenders.procedure.phases import Phase
from tests import cast, panel
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    return panel.lot_in_assessment()


def address(lot: Lot, name: str = "jury") -> str:
    return reverse(f"tenders:{name}", args=[lot.pk])


def post(lot: Lot, *ticked: str, role: Role = Role.OFFICER) -> Any:
    """Tick the boxes of these jurors, of the two who are there."""
    keys = {name: panel.juror(name).pk for name in ("a", "b")}
    boxes = [f"{keys[name]}-{panel.criterion(lot).pk}" for name in ticked]
    return client_of(role).post(address(lot), {"user": list(keys.values()), "scores": boxes})


def test_the_matrix_makes_the_panel(lot: Lot) -> None:
    answer = post(lot, "a", "b")

    assert answer.status_code == 302
    assert Assignment.objects.count() == 2
    post(lot, "b")
    assert [each.user.username for each in Assessor.objects.all() if each.user] == ["b.amaranth"]


def test_a_change_that_is_refused_says_why_and_keeps_the_boxes(lot: Lot) -> None:
    post(lot, "a")
    panel.declares(Assessor.objects.get())

    answer = post(lot, "b")

    [reason] = answer.context["reasons"]
    assert (answer.status_code, reason[:29]) == (409, "Beoordelaar A is al begonnen.")
    boxes = {person.user.username: person.boxes[0][1] for person in answer.context["people"]}
    assert boxes == {"a.amaranth": False, "b.amaranth": True}


@pytest.mark.parametrize("scores", ["x", "1-2-3", "999-1", "-", "1-x"])
def test_a_made_up_box_is_refused(lot: Lot, scores: str) -> None:
    data = {"user": [panel.juror("a").pk], "scores": [scores]}

    assert client_of().post(address(lot), data).status_code in (400, 409)


def test_progress_is_in_counts_and_names_are_for_the_secretary(lot: Lot) -> None:
    panel.scores(panel.declares(panel.assessor(lot, "a"), "B"), A="goed")

    seen = client_of().get(address(lot))
    other = client_of(Role.LAWYER).get(address(lot))

    [row] = seen.context["progress"]
    assert (row.done, row.duty.size, row.conflicts, row.name) == (1, 1, "B", "a.amaranth")
    assert panel.WHY.format(code="A") not in seen.content.decode()
    assert "a.amaranth" not in other.content.decode()
    assert [each.name for each in other.context["progress"]] == ["Beoordelaar A"]


def test_who_runs_the_site_changes_no_panel(lot: Lot, admin_client: Client) -> None:
    page = admin_client.get(address(lot))

    assert (page.status_code, page.context["people"]) == (200, [])
    assert admin_client.post(address(lot), {"user": []}).status_code == 403


def test_withdrawing_through_the_page(lot: Lot) -> None:
    panel.assessor(lot, "a")
    panel.assessor(lot, "b")
    client, path = client_of(), address(lot, "jury_withdraw")

    refused = client.post(path, {"letter": "A", "reason": " "})
    accepted = client.post(path, {"letter": "A", "reason": "Andere baan."})

    assert (refused.status_code, accepted.status_code) == (409, 302)
    assert [each.assessor.letter for each in client.get(address(lot)).context["gone"]] == ["A"]
    assert client.post(path, {"letter": "Z", "reason": "x"}).status_code == 404


def test_more_assessors_cost_no_more_queries(lot: Lot) -> None:
    panel.declares(panel.assessor(lot, "a"))
    client = client_of()
    few = queries(client, address(lot))
    for name in ("b", "c", "d"):
        panel.declares(panel.assessor(lot, name))

    assert queries(client, address(lot)) == few


def sample_of(lot: Lot, text: str = "Wij lossen alles binnen een dag op.") -> Sample:
    cast.in_phase(lot, Phase.SUBMISSION)
    client_of().post(address(lot, "jury_samples"), {"criterion": "K", "text": text})
    return Sample.objects.get()


def practise(who: Assessor, sample: Sample, level: str) -> Any:
    client = Client()
    assert who.user is not None
    client.force_login(who.user)
    data = {"sample": sample.pk, "value": level, "motivation": "Om te oefenen."}
    return client.post(reverse("tenders:jury_practice", args=[who.lot_id]), data)


def tried(lot: Lot) -> Any:
    return client_of().get(address(lot, "jury_samples")).context["rows"][0][1][0]


def test_the_panel_practises_and_only_then_shows_the_spread(lot: Lot) -> None:
    first, second = panel.assessor(lot, "a"), panel.assessor(lot, "b")
    sample = sample_of(lot)
    practise(first, sample, "goed")
    early, client = tried(lot), client_of()
    refused = client.post(address(lot, "jury_samples"), {"discussed": sample.pk})
    practise(second, sample, "matig")

    late = tried(lot)
    done = client.post(address(lot, "jury_samples"), {"discussed": sample.pk})

    assert (early.tried, early.spread, early.given) == (1, None, ())
    assert (late.spread.steps, [(letter, level.code) for letter, level in late.given]) == (
        2,
        [("A", "goed"), ("B", "matig")],
    )
    assert (refused.status_code, done.status_code) == (409, 302)
    assert practise(first, sample, "matig").status_code == 409
    assert SampleScore.objects.get(assessor=first).value == "goed"


def test_a_sample_is_written_before_the_opening(lot: Lot) -> None:
    late = client_of().post(address(lot, "jury_samples"), {"criterion": "K", "text": "Antwoord"})
    cast.in_phase(lot, Phase.PUBLISHED)
    empty = client_of().post(address(lot, "jury_samples"), {"criterion": "K", "text": " "})
    price = client_of().post(address(lot, "jury_samples"), {"criterion": "P", "text": "Antwoord"})

    assert (late.status_code, empty.status_code, price.status_code) == (409, 422, 409)
    assert Sample.objects.count() == 0


def test_practice_belongs_to_ones_own_criteria_and_levels(lot: Lot) -> None:
    first = panel.assessor(lot, "a")
    sample = sample_of(lot)

    assert practise(first, sample, "onbekend").status_code == 422
    Assignment.objects.all().delete()
    assert practise(first, sample, "goed").status_code == 404
