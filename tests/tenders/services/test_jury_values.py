"""What the panel gives a bid, worked by hand: K weighs 15 points, goed 100%, voldoende 60%, matig 0%."""

from datetime import timedelta
from decimal import Decimal

import pytest

from tenders.models import Bid, ConsensusScore, FallenBid, Lot, Supplier
from tenders.procedure.phases import Phase
from tenders.scoring.evaluate import evaluate
from tenders.services.jury_values import JuryValue, jury_values
from tenders.snapshots import lot_snapshot
from tests import cast, meeting
from tests.guards import lift_guards, without_guards

pytestmark = pytest.mark.django_db
MEAN, MEDIAN, CONSENSUS = Lot.Combination.MEAN, Lot.Combination.MEDIAN, Lot.Combination.CONSENSUS


def agreed(lot, code, value, number=1, reason="Samen zo gezien."):
    with without_guards("tenders_consensusscore"):
        ConsensusScore.objects.create(
            bid=meeting.bid(lot, code), criterion=meeting.criterion(lot), number=number, value=value,
            reason=reason, at=cast.NOW + timedelta(minutes=number),
        )  # fmt: skip


def points(lot):
    """The points for K of every bid, from the snapshot of the lot."""
    result = evaluate(lot_snapshot(lot).lots[0])
    return {each.bid.code: each.scores["K"].points for each in result.ranking}


def levels(lot, code):
    value = jury_values(lot).get((meeting.bid(lot, code).pk, meeting.criterion(lot).pk))
    return value and value.values


def unpriced(lot):
    """Bid D, which came in with the others."""
    supplier = Supplier.objects.create(organisation=lot.tender.organisation, name="Leverancier D")
    with without_guards("tenders_bid"):
        return Bid.objects.create(lot=lot, supplier=supplier, code="D", received_at=cast.DEADLINE)


def test_the_mean_of_three_assessors():
    lot = meeting.judged_lot(MEAN, Phase.EVALUATION)

    # A: (100 + 60 + 0) / 3 = 53,33% of 15 = 8,00; B: (100 + 100 + 60) / 3 = 86,67% of 15 = 13,00
    assert points(lot) == {"A": Decimal("8.00"), "B": Decimal("13.00")}


def test_the_median_of_three_assessors():
    lot = meeting.judged_lot(MEDIAN, Phase.EVALUATION)

    # A: the middle of 100, 60, 0 is 60% of 15; B: the middle of 100, 100, 60 is 100% of 15
    assert points(lot) == {"A": Decimal("9.00"), "B": Decimal("15.00")}


def test_the_level_that_was_agreed_on_last():
    lot = meeting.judged_lot(CONSENSUS, Phase.EVALUATION)
    agreed(lot, "A", "matig")
    agreed(lot, "B", "voldoende")
    agreed(lot, "A", "voldoende", number=2)

    assert points(lot) == {"A": Decimal("9.00"), "B": Decimal("9.00")}


def test_a_conflict_with_one_bid_takes_the_assessor_out_for_all_of_them():
    lot = meeting.judged_lot(MEAN, Phase.EVALUATION)
    meeting.conflict(lot, "C", "A")

    # without C: A (100 + 60) / 2 = 80% of 15; B (100 + 100) / 2 = 100% of 15
    assert points(lot) == {"A": Decimal("12.00"), "B": Decimal("15.00")}


def test_a_conflict_that_was_taken_back_counts_no_more():
    lot = meeting.judged_lot(MEAN)
    meeting.conflict(lot, "C", "A")
    meeting.conflict(lot, "C", "A", is_so=False)

    assert levels(lot, "A") == ("goed", "voldoende", "matig")


def test_a_conflict_with_a_bid_that_was_knocked_out_changes_nothing():
    lot = meeting.judged_lot(MEAN)
    meeting.conflict(lot, "C", "C")

    assert levels(lot, "A") == ("goed", "voldoende", "matig")


def test_who_left_the_panel_or_is_not_ready_does_not_count():
    lot = meeting.judged_lot(MEDIAN)
    lot.assessors.filter(letter="A").update(is_active=False)
    with without_guards("tenders_assessor"):
        lot.assessors.filter(letter="B").update(ready_at=None)

    assert levels(lot, "A") == ("matig",)


def test_a_joint_motivation_comes_in_the_place_of_those_of_the_assessors():
    lot = meeting.judged_lot(MEAN)
    agreed(lot, "A", "", reason="Wij lazen hetzelfde, maar wogen de levertijd anders.")

    value = jury_values(lot)[meeting.bid(lot, "A").pk, meeting.criterion(lot).pk]

    assert value == JuryValue(
        ("goed", "voldoende", "matig"), "Wij lazen hetzelfde, maar wogen de levertijd anders."
    )


def test_nothing_is_known_of_a_score_that_was_not_agreed():
    lot = meeting.judged_lot(CONSENSUS)

    assert jury_values(lot) == {}


@pytest.mark.parametrize("phase", [Phase.OPENING, Phase.ASSESSMENT, Phase.CONSENSUS])
def test_the_snapshot_tells_nothing_before_the_scores_are_locked(phase):
    lot = meeting.judged_lot(MEAN, phase)

    values = [bid.values for bid in lot_snapshot(lot).lots[0].bids]

    assert ["K" in each for each in values] == [False, False, False]


def test_values_typed_for_a_jury_criterion_never_count_beside_a_panel():
    lot = meeting.judged_lot(CONSENSUS, Phase.PRICE_OPENING)
    agreed(lot, "A", "matig")

    [first, second, _] = lot_snapshot(lot).lots[0].bids

    assert first.values["K"] == "matig"
    assert "K" not in second.values  # typed as "goed" in the grid
    assert first.motivations["K"] == "Samen zo gezien."


def test_a_lot_without_a_panel_reads_what_was_typed():
    lot = meeting.in_phase(cast.lot_with_bids(), Phase.EVALUATION)

    assert [bid.values["K"] for bid in lot_snapshot(lot).lots[0].bids] == ["voldoende", "goed", "goed"]


@pytest.mark.parametrize("bids", [1, 5])
def test_the_number_of_queries_does_not_grow_with_the_bids(bids, django_assert_num_queries):
    lot = cast.lot()
    lot.combination = MEAN
    lot.save()
    for number in range(bids):
        cast.bid(lot, f"B{number}", "900", "goed", "200")
    for letter in "ABC":
        meeting.scored(lot, letter, {f"B{number}": "goed" for number in range(bids)})
    meeting.in_phase(lot, Phase.EVALUATION)

    with django_assert_num_queries(18):
        lot_snapshot(lot)


@pytest.mark.parametrize("combination", [MEAN, MEDIAN])
def test_a_bid_that_fell_away_before_it_was_scored_takes_nobody_out(combination):
    lot = meeting.judged_lot(combination)
    FallenBid.objects.create(bid=unpriced(lot), cause=FallenBid.Cause.INVALID, at=cast.NOW, reason="Te laat.")

    assert (levels(lot, "A"), levels(lot, "D")) == (("goed", "voldoende", "matig"), None)


def test_a_bid_that_fell_away_halfway_takes_nobody_out():
    lot = meeting.judged_lot(MEAN)
    bid = unpriced(lot)
    lift_guards("tenders_assessor")
    meeting.scored(lot, "E", {"A": "goed", "B": "goed", "D": "goed"})
    FallenBid.objects.create(bid=bid, cause=FallenBid.Cause.WITHDRAWN, at=cast.NOW, reason="Trok terug.")

    assert levels(lot, "A") == ("goed", "voldoende", "matig", "goed")


def test_who_could_not_score_a_bid_does_not_come_back_when_it_falls_away():
    lot = meeting.judged_lot(MEAN)
    meeting.conflict(lot, "C", "B")
    bid = meeting.bid(lot, "B")
    FallenBid.objects.create(bid=bid, cause=FallenBid.Cause.PROOF, at=cast.NOW, reason="Bewijs klopt niet.")

    assert levels(lot, "A") == ("goed", "voldoende")
