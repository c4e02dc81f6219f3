"""What an assessor sees of the meeting: what was revealed, without a bid of a conflict of interest."""

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Lot
from tenders.procedure.phases import Phase
from tenders.services.consensus import reveal
from tests import award, cast, meeting

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    return meeting.judged_lot(Lot.Combination.CONSENSUS)


def revealed(lot: Lot) -> None:
    reveal(lot=lot, criterion=meeting.criterion(lot), at=cast.NOW, actor=cast.person(Role.OFFICER))


def client_of(letter: str) -> Client:
    client = Client()
    client.force_login(meeting.member(letter))
    return client


def address(lot: Lot) -> str:
    return reverse("tenders:follow_consensus", args=[lot.pk])


def test_nothing_of_others_before_it_is_revealed(lot: Lot) -> None:
    response = client_of("A").get(address(lot))

    assert response.status_code == 200
    assert meeting.WHY not in response.content.decode()


def test_all_scores_once_revealed_without_bidder_or_price(lot: Lot) -> None:
    revealed(lot)

    page = client_of("A").get(address(lot)).content.decode()

    assert page.count(meeting.WHY) == 6
    assert [word for word in ("Leverancier", "900", "1050") if word in page] == []


def test_a_bid_with_a_conflict_of_interest_is_hidden(lot: Lot) -> None:
    revealed(lot)
    meeting.conflict(lot, "C", "A")

    response = client_of("C").get(address(lot))

    [(_, bids)] = response.context["topics"]
    assert [talk.code for talk, _ in bids] == ["B"]
    assert "zegt A over A" not in response.content.decode()


@pytest.mark.parametrize("phase", [Phase.OPENING, Phase.ASSESSMENT])
def test_there_is_nothing_to_follow_before_the_meeting(lot: Lot, phase: Phase) -> None:
    meeting.in_phase(lot, phase)

    assert client_of("A").get(address(lot)).status_code == 404


@pytest.mark.parametrize(
    ("phase", "status"), [(Phase.ASSESSMENT, 404), (Phase.CONSENSUS, 200), (Phase.EVALUATION, 200)]
)
def test_after_a_lot_was_ended_what_was_revealed_can_still_be_read(
    lot: Lot, phase: Phase, status: int
) -> None:
    revealed(lot)
    meeting.in_phase(lot, phase)
    award.step(lot, "stop")

    response = client_of("A").get(address(lot))

    assert response.status_code == status
    assert (meeting.WHY in response.content.decode()) is (status == 200)


def test_who_is_not_on_the_panel_gets_nothing(lot: Lot) -> None:
    outsider = Client()
    outsider.force_login(cast.person(Role.JUROR))

    assert outsider.get(address(lot)).status_code == 404


def test_following_is_reading(lot: Lot) -> None:
    assert client_of("A").post(address(lot), {"do": "reveal"}).status_code == 405
