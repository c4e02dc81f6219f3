import pytest

from procurement.organisations.models import Role
from tenders.models import BidValue, Draw
from tenders.services.bids import Entry, record_values
from tenders.services.draw import WrongDraw, record_draw
from tests import cast

pytestmark = pytest.mark.django_db


def entry(lot, bid: str, criterion: str, value: str, motivation: str = "") -> Entry:
    return Entry(
        bid=lot.bids.get(code=bid),
        criterion=lot.criteria.get(code=criterion),
        value=value,
        motivation=motivation,
    )


def test_only_what_changed_is_saved_and_logged():
    lot = cast.lot_with_bids()
    same = entry(lot, "A", "P", "900", "Waarde van P gecontroleerd.")
    changed = entry(lot, "B", "P", "1000", "Herstelde rekenfout.")

    changes = record_values(lot=lot, entries=[same, changed], at=cast.NOW, actor=cast.person(Role.OFFICER))

    assert [(change.entry.bid.code, change.old_value) for change in changes] == [("B", "1050")]
    assert BidValue.objects.get(bid__code="B", criterion__code="P").value == "1000"
    assert lot.tender.organisation.events.get().action == "bids.scored"


def test_an_emptied_cell_is_removed():
    lot = cast.lot_with_bids()

    record_values(lot=lot, entries=[entry(lot, "A", "P", "")], at=cast.NOW, actor=None)

    assert not BidValue.objects.filter(bid__code="A", criterion__code="P").exists()


def test_saving_nothing_new_leaves_no_event():
    lot = cast.lot_with_bids()

    record_values(
        lot=lot,
        entries=[entry(lot, "A", "P", "900", "Waarde van P gecontroleerd.")],
        at=cast.NOW,
        actor=None,
    )

    assert lot.tender.organisation.events.count() == 0


@pytest.mark.parametrize("order", [["A"], ["A", "B", "B"], ["A", "B", "X"]])
def test_a_draw_names_two_or_more_bids_each_once(order):
    lot = cast.lot_with_bids()

    with pytest.raises(WrongDraw):
        record_draw(lot=lot, order=order, held_by="notaris", at=cast.NOW, actor=None)

    assert Draw.objects.count() == 0


def test_a_draw_is_recorded_once():
    lot = cast.lot_with_bids()
    record_draw(lot=lot, order=["C", "A", "B"], held_by="notaris", at=cast.NOW, actor=None)

    with pytest.raises(WrongDraw):
        record_draw(lot=lot, order=["A", "B", "C"], held_by="notaris", at=cast.NOW, actor=None)

    assert lot.draw.order == ["C", "A", "B"]
