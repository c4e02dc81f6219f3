"""A drawing of lots settles the tie of now, and another tie gets a draw of its own."""

import pytest

from procurement.organisations.models import Role
from tenders.models import BidValue, Draw, Lot
from tenders.procedure.phases import Phase
from tenders.services.draw import WrongDraw, record_draw
from tenders.services.evaluations import newest_evaluation, stored_result
from tenders.services.falling_away import let_fall
from tenders.services.phases import Refused
from tests import award, cast
from tests.guards import without_guards

pytestmark = pytest.mark.django_db


def tied(codes: str = "AB") -> Lot:
    """These bids are equal in everything."""
    lot = cast.lot()
    for code in codes:
        cast.bid(lot, code, "1000", "goed", "200")
    return award.in_evaluation(lot)


def drawn(lot: Lot, order: str) -> Draw:
    actor = cast.person(Role.OFFICER)
    return record_draw(lot=lot, order=list(order), held_by="Notaris", at=cast.NOW, actor=actor)


def ranking(lot: Lot) -> list[tuple[int, str]]:
    evaluation = newest_evaluation(award.ranked(lot))
    assert evaluation is not None
    return [(found.rank, found.bid.code) for found in stored_result(evaluation).ranking]


def test_the_draw_decides_the_tie() -> None:
    lot = tied()

    drawn(lot, "BA")

    assert ranking(lot) == [(1, "B"), (2, "A")]


@pytest.mark.parametrize("order", ["A", "ABB", "ABX", "AA", ""])
def test_a_draw_names_exactly_the_bids_that_are_tied(order: str) -> None:
    lot = tied()

    with pytest.raises(WrongDraw):
        drawn(lot, order)

    assert Draw.objects.count() == 0


def test_a_tie_that_was_drawn_is_not_drawn_again() -> None:
    lot = tied()
    drawn(lot, "BA")

    with pytest.raises(WrongDraw):
        drawn(lot, "AB")
    award.ranked(lot)
    with pytest.raises(WrongDraw):
        drawn(lot, "AB")

    assert [draw.order for draw in Draw.objects.all()] == [["B", "A"]]


def test_when_one_of_the_tied_falls_away_the_draw_still_holds_for_the_others() -> None:
    lot = tied("ABC")
    drawn(lot, "CBA")
    actor = cast.person(Role.OFFICER)
    bid = lot.bids.get(code="C")

    let_fall(bid=bid, cause="withdrawn", reason="Wil niet.", at=cast.NOW, actor=actor)

    assert ranking(lot) == [(1, "B"), (2, "A")]


def test_another_tie_gets_its_own_draw() -> None:
    lot = cast.lot()
    for code, price in (("A", "1000"), ("B", "1000"), ("C", "1100")):
        cast.bid(lot, code, price, "goed", "200")
    award.in_evaluation(lot)
    drawn(lot, "AB")
    with without_guards("tenders_bidvalue"):
        BidValue.objects.filter(bid__code="B", criterion__code="P").update(value="1100")
    award.ranked(lot)  # a corrected price: now B and C are tied

    drawn(lot, "CB")

    assert [(draw.number, draw.order) for draw in Draw.objects.all()] == [(1, ["A", "B"]), (2, ["C", "B"])]
    assert ranking(lot) == [(1, "A"), (2, "C"), (3, "B")]


def test_a_draw_belongs_to_the_evaluation() -> None:
    lot = cast.in_phase(tied(), Phase.VERIFICATION)

    with pytest.raises(Refused):
        drawn(lot, "AB")
