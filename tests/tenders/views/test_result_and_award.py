"""What the result page tells of low prices, later ties and bids that fell away."""

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Lot
from tests import award, cast
from tests.guards import without_guards

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> Client:
    client = Client()
    client.force_login(cast.person(Role.OFFICER))
    return client


def address(page: str, lot: Lot) -> str:
    return reverse(f"tenders:{page}", args=[lot.pk])


def test_the_result_page_shows_the_signals_and_leads_to_the_questions(officer: Client) -> None:
    lot = cast.lot()
    for code, price in (("A", "600"), ("B", "1000"), ("C", "1000")):
        cast.bid(lot, code, price, "goed", "200")
    award.in_evaluation(lot)

    page = officer.get(address("result", lot))

    assert [(signal.bid, signal.kind.value) for signal in page.context["signals"]] == [
        ("A", "mean"),
        ("A", "next"),
    ]
    way = f'href="{address("low_prices", lot)}"'
    assert page.content.decode().count(way) == 2  # from the signals, and from the step that waits for them


def test_a_second_tie_is_offered_a_second_draw(officer: Client) -> None:
    lot = cast.lot()
    for code, price in (("A", "1000"), ("B", "1000"), ("C", "1100")):
        cast.bid(lot, code, price, "goed", "200")
    award.in_evaluation(lot)
    data = {"draw": "1", "place-1": "A", "place-2": "B", "held_by": "Notaris"}
    officer.post(address("result", lot), data)
    with without_guards("tenders_bidvalue"):
        lot.bids.get(code="B").values.filter(criterion__code="P").update(value="1100")
    award.ranked(lot)

    page = officer.get(address("result", lot))
    officer.post(address("result", lot), data | {"place-1": "C"})

    assert [len(page.context["draws"]), page.context["draw_form"].places] == [1, ["place-1", "place-2"]]
    assert [draw.order for draw in lot.draws.all()] == [["A", "B"], ["C", "B"]]


def test_a_fallen_bid_stands_among_those_that_dropped_out(officer: Client) -> None:
    lot = award.in_evaluation()
    data = {"bid": lot.bids.get(code="B").pk, "cause": "withdrawn", "reason": "Wil niet.", "sure": "on"}
    officer.post(address("fallen", lot), data)
    award.ranked(lot)

    page = officer.get(address("result", lot))

    assert [(found.bid.code, place) for found, place in page.context["excluded"]] == [
        ("B", "vervallen"),
        ("C", "Garantie"),
    ]
