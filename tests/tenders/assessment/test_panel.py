from hypothesis import given
from hypothesis import strategies as st

from tenders.assessment.panel import Judgement, JuryValue, letters_that_count, one_value_each

LEVELS = ("goed", "voldoende", "matig")


def judgement(letter: str, bid: int, value: str, motivation: str = "") -> Judgement:
    return Judgement(letter=letter, bid=bid, criterion=1, value=value, motivation=motivation)


def test_the_values_stand_in_the_order_of_the_letters():
    given = [judgement("AA", 7, "matig"), judgement("B", 7, "goed"), judgement("A", 7, "voldoende")]

    values = one_value_each(given, [7])

    assert values == {(7, 1): JuryValue(("voldoende", "goed", "matig"), "")}


def test_motivations_stand_under_pseudonyms():
    given = [judgement("A", 7, "goed", "Ruim. "), judgement("B", 7, "matig", "Krap.")]

    values = one_value_each(given, [7])

    assert values[7, 1].motivation == "Beoordelaar A: Ruim.\nBeoordelaar B: Krap."


def test_who_could_not_score_one_bid_counts_for_none():
    given = [
        judgement("A", 7, "goed"), judgement("A", 8, "matig"),
        judgement("B", 8, "goed"),
    ]  # fmt: skip

    values = one_value_each(given, [7, 8])

    assert values == {(7, 1): JuryValue(("goed",), ""), (8, 1): JuryValue(("matig",), "")}


def test_without_anybody_who_scored_all_bids_there_is_no_value():
    given = [judgement("A", 7, "goed"), judgement("B", 8, "goed")]

    assert one_value_each(given, [7, 8]) == {}


def test_a_bid_that_does_not_take_part_has_no_say_in_who_counts():
    given = [judgement("A", 7, "goed"), judgement("B", 7, "matig"), judgement("A", 9, "goed")]

    assert one_value_each(given, [7]) == {(7, 1): JuryValue(("goed", "matig"), "")}


@given(
    scores=st.dictionaries(
        st.tuples(st.sampled_from("ABCDEF"), st.integers(1, 4)), st.sampled_from(LEVELS), max_size=24
    ),
    data=st.data(),
)
def test_every_bid_gets_the_same_assessors_in_whatever_order_they_come(scores, data):
    judgements = [judgement(letter, bid, value) for (letter, bid), value in scores.items()]
    bids = sorted({each.bid for each in judgements})

    shuffled = data.draw(st.permutations(judgements))

    values = one_value_each(shuffled, bids)
    assert values == one_value_each(judgements, bids)
    counting = letters_that_count(judgements, bids)
    assert {len(value.values) for value in values.values()} <= {len(counting)}
