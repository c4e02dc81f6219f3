"""The consensus meeting on screen: closed until revealed, no work lost, read-only once locked."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import ConsensusScore, Lot, Minutes, Reveal
from tenders.procedure.phases import Phase
from tenders.services.consensus import Agreement, agree
from tests import cast, meeting
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db
CONSENSUS, MEAN = Lot.Combination.CONSENSUS, Lot.Combination.MEAN


@pytest.fixture
def officer() -> Client:
    return client_of(Role.OFFICER)


@pytest.fixture
def lot() -> Lot:
    return meeting.judged_lot(CONSENSUS)


def address(lot: Lot, criterion: str = "") -> str:
    return reverse("tenders:consensus", args=[lot.pk]) + (f"?criterion={criterion}" if criterion else "")


def sent(**fields: str) -> dict[str, str]:
    """The form of one criterion as a browser sends it, with nothing typed but `fields`."""
    empty = {f"{name}-{code}": "" for name in ("level", "why") for code in "AB"}
    seen = {f"seen-{code}": "0" for code in "AB"}
    return empty | seen | {name.replace("_", "-"): text for name, text in fields.items()} | {"do": "agree"}


def text_of(response: Any) -> str:
    return str(response.content.decode())


def test_scores_are_not_on_the_page_before_they_are_revealed(officer: Client, lot: Lot) -> None:
    pages = text_of(officer.get(address(lot))) + text_of(officer.get(address(lot, "K")))

    assert (meeting.WHY in pages, "Onthul de scores" in pages) == (False, True)


def test_revealing_shows_all_scores_side_by_side(officer: Client, lot: Lot) -> None:
    response = officer.post(address(lot, "K"), {"do": "reveal"}, follow=True)

    topic = response.context["topic"]
    assert [[said.letter for said in talk.said] for talk in topic.bids] == [["A", "B", "C"]] * 2
    assert text_of(response).count(meeting.WHY) == 6


def test_no_bidder_and_no_price_is_on_the_pages(officer: Client, lot: Lot) -> None:
    meeting.revealed(lot)

    pages = text_of(officer.get(address(lot))) + text_of(officer.get(address(lot, "K")))

    assert [word for word in ("Leverancier", "900", "1050") if word in pages] == []


def test_what_was_agreed_is_saved_and_shown(officer: Client, lot: Lot) -> None:
    meeting.revealed(lot)

    response = officer.post(address(lot, "K"), sent(level_A="matig", why_A=meeting.WHY_A), follow=True)

    score = ConsensusScore.objects.get()
    assert (score.value, score.reason, score.number) == ("matig", meeting.WHY_A, 1)
    assert response.context["topic"].settled == 1


def test_a_useless_motivation_keeps_what_was_typed(officer: Client, lot: Lot) -> None:
    meeting.revealed(lot)

    response = officer.post(address(lot, "K"), sent(level_A="matig", why_A="Matig."))

    assert response.status_code == 422
    assert response.context["form"]["why-A"].value() == "Matig."
    assert not ConsensusScore.objects.exists()


def test_two_people_on_one_cell_both_versions_are_shown(officer: Client, lot: Lot) -> None:
    meeting.revealed(lot)
    theirs = Agreement(bid=meeting.bid(lot, "A"), value="goed", reason=meeting.WHY_B, seen=0)
    agree(
        lot=lot, criterion=meeting.criterion(lot), agreements=[theirs], at=cast.NOW,
        actor=cast.person(Role.PROJECT_LEAD),
    )  # fmt: skip

    response = officer.post(address(lot, "K"), sent(level_A="matig", why_A=meeting.WHY_A))

    assert response.status_code == 409
    assert response.context["conflicts"] == [
        {
            "bid": "A",
            "mine": "matig",
            "my_reason": meeting.WHY_A,
            "stored": "goed",
            "stored_reason": meeting.WHY_B,
        }
    ]
    again = {
        **sent(level_A="matig", why_A=meeting.WHY_A),
        "seen-A": response.context["form"]["seen-A"].value(),
    }
    assert officer.post(address(lot, "K"), again).status_code == 302
    assert [row.value for row in ConsensusScore.objects.order_by("number")] == ["goed", "matig"]


def test_a_score_from_before_a_conflict_is_not_filled_in_again(officer: Client, lot: Lot) -> None:
    meeting.revealed(lot)
    officer.post(address(lot, "K"), sent(level_A="matig", why_A=meeting.WHY_A))
    at = ConsensusScore.objects.get().at + timedelta(minutes=1)
    meeting.conflict(lot, "C", "A", at=at)

    response = officer.get(address(lot, "K"))

    assert response.context["form"]["why-A"].value() is None
    assert meeting.WHY_A in text_of(response)


def test_with_a_mean_there_is_no_level_to_pick(officer: Client) -> None:
    lot = meeting.revealed(meeting.judged_lot(MEAN))

    response = officer.get(address(lot, "K"))

    assert "level-A" not in response.context["form"].fields
    assert "Het gemiddelde van de scores: <strong>53,33%</strong>" in text_of(response)


def test_minutes_are_saved_with_who_was_there(officer: Client, lot: Lot) -> None:
    there = meeting.assessor(lot, "B")

    officer.post(
        address(lot),
        {
            "do": "minutes", "minutes-held_at": "02-11-2026 10:30", "minutes-present": [str(there.pk)],
            "minutes-text": "Iedereen lichtte toe.", "minutes-seen": "0",
        },
    )  # fmt: skip

    stored = Minutes.objects.get()
    assert (stored.present, stored.text) == ([there.pk], "Iedereen lichtte toe.")
    assert stored.held_at == cast.NOW


def test_minutes_of_a_colleague_are_shown_beside_mine(officer: Client, lot: Lot) -> None:
    Minutes.objects.create(lot=lot, text="Wat de ander schreef.", version=3)

    response = officer.post(
        address(lot), {"do": "minutes", "minutes-text": "Wat ik schreef.", "minutes-seen": "2"}
    )

    assert response.status_code == 409
    assert response.context["stale"].text == "Wat de ander schreef."
    assert response.context["form"]["text"].value() == "Wat ik schreef."


@pytest.mark.parametrize("phase", [Phase.OPENING, Phase.ASSESSMENT])
def test_before_the_meeting_the_page_tells_nothing(officer: Client, lot: Lot, phase: Phase) -> None:
    meeting.in_phase(meeting.revealed(lot), phase)

    response = officer.get(address(lot))

    assert (response.status_code, response.context["meeting"]) == (200, None)
    assert officer.get(address(lot, "K")).status_code == 404


@pytest.mark.parametrize("do", ["reveal", "agree"])
def test_after_the_lock_the_page_is_for_reading(officer: Client, lot: Lot, do: str) -> None:
    meeting.in_phase(lot, Phase.PRICE_OPENING)

    read = officer.get(address(lot, "K"))
    written = officer.post(address(lot, "K"), sent(level_A="matig", why_A=meeting.WHY_A) | {"do": do})

    assert (read.status_code, written.status_code) == (200, 409)
    assert read.context["topic"].bids[0].said != ()
    assert not Reveal.objects.exists()


@pytest.mark.parametrize(
    ("role", "statuses"),
    [
        (Role.PROJECT_LEAD, (200, 302)),
        (Role.LAWYER, (200, 403)),
        (Role.AUDITOR, (200, 403)),
        (Role.JUROR, (404, 404)),
        (Role.ORGANISATION_ADMIN, (404, 404)),
    ],
)
def test_who_may_read_and_who_may_reveal(lot: Lot, role: Role, statuses: tuple[int, int]) -> None:
    client = client_of(role)

    answers = (
        client.get(address(lot)).status_code,
        client.post(address(lot, "K"), {"do": "reveal"}).status_code,
    )

    assert answers == statuses


def test_another_organisation_sees_nothing(lot: Lot) -> None:
    assert client_of(Role.OFFICER, "Bellis").get(address(lot)).status_code == 404


def test_who_runs_the_site_takes_no_part(lot: Lot, admin_client: Client) -> None:
    assert admin_client.post(address(lot, "K"), {"do": "reveal"}).status_code == 403


@pytest.mark.parametrize("data", [{}, {"do": "agree", "seen-A": "veel"}, {"do": "weg"}])
def test_a_request_that_makes_no_sense_is_no_server_error(officer: Client, lot: Lot, data: Any) -> None:
    meeting.revealed(lot)

    assert officer.post(address(lot, "K"), data).status_code in (302, 400, 422)


def test_more_bids_take_no_more_queries(officer: Client, lot: Lot) -> None:
    meeting.revealed(lot)
    few = queries(officer, address(lot, "K"))
    meeting.in_phase(lot, Phase.EVALUATION)
    for code in "DEF":
        cast.bid(lot, code, "900", "goed", "200")
    meeting.in_phase(lot, Phase.CONSENSUS)

    assert queries(officer, address(lot, "K")) == few
