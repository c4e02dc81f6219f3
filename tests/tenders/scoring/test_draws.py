"""Several drawings of lots: which one counts, and how they stand in a file."""

from dataclasses import replace

from tenders.scoring.check import check
from tenders.scoring.draws import Drawn, drawn, without
from tenders.scoring.evaluate import evaluate
from tenders.scoring.files import canonical, from_json
from tenders.scoring.model import Lot, Tender, TieBreak
from tests.tenders.scoring.build import award, bid, lot, price, quantity
from tests.tenders.scoring.offers import order

EQUAL = lot(
    price(),
    quantity(),
    award=award(ties=(TieBreak.DRAW,)),
    bids=[bid(code, price=50, co2=50) for code in "ABC"],
)


def drawn_twice(first: str, second: str) -> Lot:
    return replace(EQUAL, draw=tuple(first), later_draws=(tuple(second),))


def test_a_draw_between_all_who_are_equal_decides() -> None:
    assert order(evaluate(replace(EQUAL, draw=("B", "C", "A")))) == [(1, "B"), (2, "C"), (3, "A")]


def test_the_later_draw_replaces_the_earlier_one_for_the_bids_it_names() -> None:
    found = evaluate(drawn_twice("BCA", "ACB"))

    assert order(found) == [(1, "A"), (2, "C"), (3, "B")]


def test_a_draw_of_which_no_bid_is_left_does_not_undo_the_later_one() -> None:
    found = evaluate(drawn_twice("", "BCA"))

    assert order(found) == [(1, "B"), (2, "C"), (3, "A")]


def test_bids_from_different_draws_stay_equal() -> None:
    """A and C were drawn again after B left; B came back: nothing was drawn between the three."""
    found = evaluate(drawn_twice("BCA", "AC"))

    assert [tie.bids for tie in found.undecided] == [("A", "B", "C")]


def test_a_draw_without_one_of_the_equal_bids_decides_nothing() -> None:
    assert [tie.bids for tie in evaluate(replace(EQUAL, draw=("B", "A"))).undecided] == [("A", "B", "C")]


def test_the_place_of_a_bid_is_that_in_its_newest_draw() -> None:
    found = drawn_twice("BCA", "AC")

    assert [drawn(found, code) for code in "ABCD"] == [Drawn(2, 1), Drawn(1, 1), Drawn(2, 2), None]


def test_leaving_a_bid_out_leaves_it_out_of_every_draw() -> None:
    assert without(drawn_twice("BCA", "AC"), "A") == (("B", "C"), ("C",))


def test_a_later_draw_names_bids_of_the_lot_once() -> None:
    found = check(drawn_twice("BA", "ACAX"))

    assert [problem.place for problem in found] == ["later_draws[0][2]", "later_draws[0][3]"]


def test_draws_survive_the_file_and_one_draw_keeps_its_bytes() -> None:
    def tender(of: Lot) -> Tender:
        return Tender(reference="T", title="T", authority="A", lots=(of,))

    twice, once = tender(drawn_twice("BCA", "AC")), tender(replace(EQUAL, draw=("A", "B", "C")))

    assert from_json(canonical(twice).decode()) == twice
    assert b'"draw":["A","B","C"]' in canonical(once)
    assert b"later_draws" not in canonical(once)
