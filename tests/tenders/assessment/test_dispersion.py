"""How far assessors differ is counted exactly and shown as advice."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tenders.assessment.dispersion import LIKE_THE_PANEL, Given, Harshness, Spread, harshness, spreads

SHARES = (Decimal(100), Decimal(60), Decimal(0))


def gave(assessor: int, bid: int, step: int, criterion: int = 1) -> Given:
    return Given(assessor, bid, criterion, step, SHARES[step])


def test_the_largest_spread_comes_first() -> None:
    found = spreads(
        [gave(1, 1, 0), gave(2, 1, 0), gave(1, 2, 0), gave(2, 2, 2), gave(1, 3, 1), gave(2, 3, 2)]
    )

    assert found == (
        Spread(bid=2, criterion=1, steps=2, share=Decimal(100), assessors=2),
        Spread(bid=3, criterion=1, steps=1, share=Decimal(60), assessors=2),
        Spread(bid=1, criterion=1, steps=0, share=Decimal(0), assessors=2),
    )
    assert [spread.is_unanimous for spread in found] == [False, False, True]


def test_harshness_is_the_mean_difference_from_the_panel() -> None:
    scores = [gave(1, bid, 0) for bid in range(5)] + [gave(2, bid, 1) for bid in range(5)]

    mild, strict = harshness(scores)

    assert (mild, strict) == (Harshness(1, Decimal("20.0"), 5), Harshness(2, Decimal("-20.0"), 5))
    assert mild.advice.nl == "Milder dan het panel: gemiddeld 20,0 procentpunt hoger."
    assert strict.advice.en == "Stricter than the panel: 20.0 percentage points lower on average."


def test_a_small_difference_is_like_the_panel() -> None:
    assert Harshness(1, Decimal("-9.9"), 5).advice == LIKE_THE_PANEL


def test_few_scores_say_little() -> None:
    found = harshness([gave(1, 1, 0), gave(2, 1, 2), gave(1, 2, 0)])

    assert [(each.compared, each.says_little) for each in found] == [(1, True), (1, True)]
    assert (
        found[0].advice.nl
        == "Te weinig scores naast die van anderen (1) om iets over de strengheid te zeggen."
    )


def test_who_scores_alone_has_nothing_to_compare() -> None:
    assert harshness([gave(1, 1, 0)]) == (Harshness(1, Decimal(0), 0),)


def test_a_third_is_rounded_once_at_the_end() -> None:
    found = harshness([gave(1, 1, 1), gave(2, 1, 2), gave(3, 1, 2)])

    assert [each.difference for each in found] == [Decimal("40.0"), Decimal("-20.0"), Decimal("-20.0")]


CELLS = st.dictionaries(
    st.tuples(st.integers(1, 4), st.integers(1, 4), st.integers(1, 3)), st.integers(0, 2), max_size=30
)


@given(CELLS)
def test_order_does_not_matter_and_nobody_is_left_out(cells: dict[tuple[int, int, int], int]) -> None:
    scores = [gave(assessor, bid, step, criterion) for (assessor, bid, criterion), step in cells.items()]

    assert spreads(scores) == spreads(scores[::-1])
    assert harshness(scores) == harshness(scores[::-1])
    assert {each.assessor for each in harshness(scores)} == {score.assessor for score in scores}
