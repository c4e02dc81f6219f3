"""What lies on the table: spread in percent of the points of K (goed 100, voldoende 60, matig 0)."""

from decimal import Decimal

import pytest

from procurement.organisations.models import Role
from tenders.models import Assignment, Criterion, Lot
from tenders.procedure.phases import Phase
from tenders.scoring.model import Combination
from tenders.services.consensus import reveal
from tenders.services.meeting import meeting_of
from tests import cast, meeting

pytestmark = pytest.mark.django_db
CONSENSUS, MEAN, MEDIAN = Lot.Combination.CONSENSUS, Lot.Combination.MEAN, Lot.Combination.MEDIAN


def revealed(combination):
    lot = meeting.judged_lot(combination)
    reveal(lot=lot, criterion=meeting.criterion(lot), at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def second_criterion(lot: Lot) -> Criterion:
    """All give both bids the same: no spread at all."""
    other = Criterion.objects.create(
        lot=lot, position=1, code="A0", title="Advies", weight=Decimal(0), kind="scale", method="graded-scale"
    )
    other.levels.create(position=1, code="goed", title="goed", share=Decimal(100), description="Is goed.")
    cast.in_phase(lot, Phase.ASSESSMENT)
    for letter in "ABC":
        lot.assessors.filter(letter=letter).update(ready_at=None)
        meeting.scored(lot, letter, {"A": "goed", "B": "goed"}, code="A0")
    cast.in_phase(lot, Phase.CONSENSUS)
    return other


def test_nothing_of_the_scores_is_there_before_they_are_revealed():
    lot = meeting.judged_lot(CONSENSUS)

    [topic] = meeting_of(lot).topics

    assert not topic.is_revealed
    assert [(talk.said, talk.spread, talk.counted) for talk in topic.bids] == [((), None, None)] * 2
    assert meeting_of(lot).strictness == ()


def test_all_scores_are_there_once_revealed():
    [topic] = meeting_of(revealed(CONSENSUS)).topics

    [first, second] = topic.bids
    assert [(each.letter, each.level) for each in first.said] == [
        ("A", "goed"), ("B", "voldoende"), ("C", "matig"),
    ]  # fmt: skip
    assert (first.spread.share, first.spread.steps) == (Decimal(100), 2)
    assert (second.spread.share, second.spread.steps) == (Decimal(40), 1)
    assert topic.spread == first.spread


def test_the_largest_spread_comes_first_but_tells_nothing_before_it_is_revealed():
    lot = meeting.judged_lot(CONSENSUS)
    second_criterion(lot)

    before = [topic.code for topic in meeting_of(lot).topics]
    shown = meeting_of(lot, shows_all=True).topics

    assert (before, [topic.code for topic in shown]) == (["A0", "K"], ["K", "A0"])
    shares = [talk.spread.share for talk in shown[0].bids]
    assert shares == sorted(shares, reverse=True)


def test_who_has_a_conflict_is_named_without_a_score():
    lot = revealed(CONSENSUS)
    cast.in_phase(lot, Phase.ASSESSMENT)
    Assignment.objects.create(assessor=meeting.assessor(lot, "C"), criterion=meeting.criterion(lot))
    cast.in_phase(lot, Phase.CONSENSUS)
    meeting.conflict(lot, "C", "A")

    [topic] = meeting_of(lot).topics

    last = topic.bids[0].said[-1]
    assert (last.letter, last.level, last.motivation, last.has_conflict) == ("C", "", "", True)
    assert topic.bids[0].spread.share == Decimal(40)


@pytest.mark.parametrize(
    ("combination", "shares"),
    [(MEAN, ["53.33", "86.67"]), (MEDIAN, ["60.00", "100.00"])],
)
def test_what_the_assessors_make_of_it_together(combination, shares):
    found = meeting_of(revealed(combination))

    assert [str(talk.counted) for talk in found.topics[0].bids] == shares
    assert found.combination is Combination(combination)
    assert found.settled == found.cells == 2


def test_with_a_mean_a_score_of_who_could_not_score_all_bids_does_not_count():
    lot = revealed(MEAN)
    meeting.conflict(lot, "C", "A")

    [topic] = meeting_of(lot).topics

    assert [(each.letter, each.counts) for each in topic.bids[1].said] == [
        ("A", True), ("B", True), ("C", False),
    ]  # fmt: skip
    assert [str(talk.counted) for talk in topic.bids] == ["80.00", "100.00"]


def test_strictness_follows_from_what_was_revealed():
    found = meeting_of(revealed(CONSENSUS)).strictness

    # A: (100 − 53,33 + 100 − 86,67) / 2 = +30,0; C: (0 − 53,33 + 60 − 86,67) / 2 = −40,0
    assert [(each.letter, str(each.harshness.difference)) for each in found] == [
        ("A", "30.0"), ("B", "10.0"), ("C", "-40.0"),
    ]  # fmt: skip


def test_a_bid_can_be_left_out_for_who_may_not_see_it():
    lot = revealed(CONSENSUS)

    seen = meeting_of(lot).without({meeting.bid(lot, "A").pk})

    assert [talk.code for talk in seen.topics[0].bids] == ["B"]


@pytest.mark.parametrize("bids", [1, 4])
def test_the_number_of_queries_does_not_grow_with_the_bids(bids, django_assert_num_queries):
    lot = cast.lot()
    for number in range(bids):
        cast.bid(lot, f"B{number}", "900", "goed", "200")
    for letter in "ABC":
        meeting.scored(lot, letter, {f"B{number}": "goed" for number in range(bids)})

    with django_assert_num_queries(16):
        meeting_of(lot, shows_all=True)
