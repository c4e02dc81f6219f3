"""Signals of an abnormally low price, worked out by hand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procurement.citations import cite
from tenders.procedure.low_bids import BASIS, QUESTION, Kind, signals


def found(estimate: str | None = None, **prices: str) -> list[tuple[str, str]]:
    """The bid and the kind of each signal."""
    offered = {code: Decimal(price) for code, price in prices.items()}
    raised = signals(offered, Decimal(estimate) if estimate else None)
    return [(signal.bid, signal.kind.value) for signal in raised]


def test_prices_that_lie_together_give_no_signal() -> None:
    assert found(A="900", B="1000", C="1050", estimate="1000") == []


def test_below_the_mean_of_the_others_counts_from_the_threshold_on() -> None:
    """The others are 1000 and 1000: 20% below is 800."""
    assert found(A="800", B="1000", C="1000") == [("A", "mean")]
    assert found(A="800.01", B="1000", C="1000") == []


def test_two_bids_have_no_mean_to_speak_of() -> None:
    assert found(A="750", B="1000") == []


def test_below_the_next_price_counts_from_the_threshold_on() -> None:
    assert found(A="700", B="1000") == [("A", "next")]
    assert found(A="700.01", B="1000") == []


def test_below_the_estimate_counts_from_the_threshold_on() -> None:
    assert found(A="700", estimate="1000") == [("A", "estimate")]
    assert found(A="700.01", estimate="1000") == []


def test_bids_that_are_all_far_below_the_estimate_do_not_hide_each_other() -> None:
    """Each differs from it by more than a factor two."""
    assert found(A="450", estimate="1000") == [("A", "estimate")]
    assert found(A="400", B="410", estimate="1000") == [("A", "estimate"), ("B", "estimate")]


def test_an_estimate_counts_as_of_another_order_above_ten_times_the_highest_price() -> None:
    assert found(A="100", estimate="1000") == [("A", "estimate")]
    assert found(A="100", estimate="1000.01") == []


def test_a_price_per_piece_is_not_held_against_the_value_of_the_contract() -> None:
    assert found(A="900", B="1000", estimate="500000") == []


def test_a_price_of_zero_is_a_signal_of_its_own() -> None:
    assert found(A="0", B="1000") == [("A", "zero"), ("A", "next")]


def test_the_only_bidder_can_only_be_compared_with_the_estimate() -> None:
    assert found(A="10") == []


def test_no_bids_no_signals() -> None:
    assert signals({}, Decimal(1000)) == ()


def test_each_signal_carries_its_working() -> None:
    [mean, following] = signals({"A": Decimal(600), "B": Decimal(1000), "C": Decimal(1100)})

    assert (mean.words.nl, following.words.nl) == (
        "600,00 is 42,9% lager dan het gemiddelde van de andere prijzen (1.050,00). Grens: 20%.",
        "600,00 is 40,0% lager dan de eerstvolgende prijs (1.000,00). Grens: 30%.",
    )


PRICES = st.dictionaries(
    st.sampled_from("ABCDEF"), st.decimals(min_value=0, max_value=10_000, places=2), min_size=1
)


@given(PRICES, st.decimals(min_value=0, max_value=10_000, places=2))
def test_the_highest_price_is_never_too_low_beside_the_others(
    prices: dict[str, Decimal], estimate: Decimal
) -> None:
    highest = max(prices.values())

    raised = [signal.kind for signal in signals(prices, estimate) if prices[signal.bid] == highest > 0]

    assert set(raised) <= {Kind.ESTIMATE}


@given(PRICES, st.decimals(min_value=0, max_value=10_000, places=2))
def test_every_price_so_far_below_the_estimate_is_signalled(
    prices: dict[str, Decimal], estimate: Decimal
) -> None:
    low = {code for code, price in prices.items() if estimate > 0 and price <= estimate * Decimal("0.7")}
    comparable = any(price * 10 >= estimate for price in prices.values())

    raised = {signal.bid for signal in signals(prices, estimate) if signal.kind is Kind.ESTIMATE}

    assert raised == (low if comparable else set())


@given(PRICES, st.decimals(min_value=0, max_value=10_000, places=2), st.decimals(0, 10_000, places=2))
def test_one_more_bid_takes_no_signal_of_the_estimate_away(
    prices: dict[str, Decimal], estimate: Decimal, another: Decimal
) -> None:
    before = {each.bid for each in signals(prices, estimate) if each.kind is Kind.ESTIMATE}

    after = {each.bid for each in signals(prices | {"Z": another}, estimate) if each.kind is Kind.ESTIMATE}

    assert before <= after


@given(PRICES)
def test_the_order_of_the_bids_does_not_matter(prices: dict[str, Decimal]) -> None:
    turned = dict(reversed(prices.items()))

    assert set(signals(prices)) == set(signals(turned))


@pytest.mark.parametrize("code", BASIS)
def test_the_rule_was_read_in_the_act(code: str) -> None:
    assert cite(code).confirmed


def test_the_question_to_a_bidder_holds_no_figure_of_another() -> None:
    assert [word for word in QUESTION.nl.split() if word.strip(".,").isdigit()] == ["2012"]
