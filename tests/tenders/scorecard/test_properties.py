"""What always holds for a scorecard, whatever is handed in."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tenders.scorecard.evaluate import scorecard
from tenders.scorecard.model import Evidence, EvidenceKind

DAY = date(2026, 11, 9)
days = st.none() | st.dates(date(2026, 10, 1), date(2026, 12, 31))
evidence = st.builds(
    Evidence,
    kind=st.sampled_from(EvidenceKind),
    accredited=st.booleans(),
    covers_performance=st.booleans(),
    value=st.sampled_from(["", "0", "4", "55", "100", "x"]),
    valid_from=days,
    valid_until=days,
    equivalent_of=st.sampled_from(["", "ISO 14001"]),
    checked_on=days,
)
pieces = st.lists(evidence, max_size=6)


@given(pieces, evidence)
@settings(max_examples=200, deadline=None)
def test_one_more_piece_of_evidence_never_costs_points(handed_in: list[Evidence], extra: Evidence) -> None:
    without = scorecard(handed_in, on=DAY)

    with_extra = scorecard([*handed_in, extra], on=DAY)

    assert with_extra.points >= without.points


@given(pieces)
@settings(max_examples=200, deadline=None)
def test_the_order_of_the_evidence_does_not_change_the_points(handed_in: list[Evidence]) -> None:
    forwards, backwards = scorecard(handed_in, on=DAY), scorecard(handed_in[::-1], on=DAY)

    assert [line.points for line in forwards.lines] == [line.points for line in backwards.lines]


@given(pieces)
@settings(max_examples=200, deadline=None)
def test_points_stay_within_the_maximum_and_what_counts_is_valid_on_the_day(
    handed_in: list[Evidence],
) -> None:
    for line in scorecard(handed_in, on=DAY).lines:
        assert 0 <= line.points <= line.maximum
        assert line.expires is None or line.expires >= DAY
        assert line.used is None or line.used.covers_performance
