import pytest

from tenders.models import Lot
from tenders.scoring.files import UnreadableTender, canonical, from_json
from tenders.snapshots import digest, lot_snapshot, tender_snapshot
from tests import cast

pytestmark = pytest.mark.django_db


def test_a_snapshot_holds_what_the_rows_hold():
    lot = cast.lot_with_bids()

    snapshot = lot_snapshot(lot)

    [frozen] = snapshot.lots
    assert [criterion.code for criterion in frozen.nodes()] == ["P", "K", "D", "D1"]
    assert [bid.code for bid in frozen.bids] == ["A", "B", "C"]
    assert frozen.bids[2].failed == {"E1": "Twee jaar garantie."}
    assert str(frozen.award.points) == "100"


def test_a_snapshot_survives_being_written_and_read():
    snapshot = lot_snapshot(cast.lot_with_bids())

    again = from_json(canonical(snapshot).decode())

    assert again == snapshot
    assert digest(again) == digest(snapshot)


def test_what_is_published_holds_no_bids():
    lot = cast.lot_with_bids()

    published = tender_snapshot(lot.tender, with_bids=False)

    assert published.lots[0].bids == ()


def test_an_empty_rule_is_reported_and_never_filled_in():
    lot = cast.lot()
    Lot.objects.filter(pk=lot.pk).update(rounding_places=None)

    with pytest.raises(UnreadableTender) as refused:
        lot_snapshot(lot)

    assert [problem.place for problem in refused.value.problems] == ["lots[0].award.rounding.places"]


@pytest.mark.parametrize("bids", [1, 6])
def test_the_number_of_queries_does_not_grow_with_the_bids(bids, django_assert_num_queries):
    lot = cast.lot()
    for number in range(bids):
        cast.bid(lot, f"B{number}", "900", "goed", "200")

    with django_assert_num_queries(12):
        lot_snapshot(lot)
