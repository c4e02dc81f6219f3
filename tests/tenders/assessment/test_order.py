"""Each assessor reads the bids in an order and under labels of their own."""

from hypothesis import given
from hypothesis import strategies as st

from tenders.assessment.order import labelled, letters_of, token_of

SEEDS = st.text(min_size=1, max_size=32)
KEYS = st.sets(st.integers(min_value=1, max_value=10**9), max_size=40)


@given(SEEDS, KEYS)
def test_every_bid_stands_in_the_order_once_whatever_order_it_comes_in(seed: str, keys: set[int]) -> None:
    shown = labelled(seed, sorted(keys))

    assert sorted(each.key for each in shown) == sorted(keys)
    assert len({each.letters for each in shown}) == len({each.token for each in shown}) == len(keys)
    assert labelled(seed, sorted(keys, reverse=True)) == shown


@given(SEEDS, KEYS, st.integers(min_value=1, max_value=10**9))
def test_a_bid_that_goes_leaves_the_order_of_the_others(seed: str, keys: set[int], other: int) -> None:
    without = [each.key for each in labelled(seed, keys - {other})]

    assert [each.key for each in labelled(seed, keys | {other}) if each.key != other] == without


def test_two_assessors_get_other_orders_and_tokens() -> None:
    first, second = (labelled(seed, range(1, 9)) for seed in ("a" * 32, "b" * 32))

    assert [each.key for each in first] != [each.key for each in second]
    assert {each.token for each in first}.isdisjoint(each.token for each in second)


def test_over_many_assessors_every_bid_comes_first_about_as_often() -> None:
    firsts = [labelled(str(seed), range(1, 5))[0].key for seed in range(400)]

    assert all(70 < firsts.count(key) < 130 for key in range(1, 5))


def test_a_token_is_the_same_on_every_page() -> None:
    shown = labelled("seed", [7])[0]

    assert (shown.token, shown.label.nl, shown.label.en) == (token_of("seed", 7), "Inschrijver A", "Bidder A")


def test_letters_go_on_after_z() -> None:
    assert [letters_of(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip
