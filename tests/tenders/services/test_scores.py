"""Two people on one grid: nothing is lost in silence, also when they save at the same moment."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from procurement.organisations.models import Role
from tenders.models import BidValue, Lot
from tenders.procedure.phases import Phase
from tenders.services.bids import Entry
from tenders.services.scores import StaleCells, fingerprint, save_scores, stored_cells
from tests import cast


def entry(lot: Lot, value: str) -> Entry:
    bid, criterion = lot.bids.get(code="A"), lot.criteria.get(code="D1")
    return Entry(bid=bid, criterion=criterion, value=value, motivation="Nagerekend.")


def seen(lot: Lot) -> dict[tuple[int, int], str]:
    return {key: fingerprint(*cell) for key, cell in stored_cells(lot).items()}


@pytest.mark.django_db
def test_a_conflict_carries_what_is_stored_now() -> None:
    lot, officer = cast.in_phase(cast.lot_with_bids(), Phase.OPENING), cast.person(Role.OFFICER)
    shown = seen(lot)
    save_scores(lot=lot, entries=[entry(lot, "275")], seen=shown, at=cast.NOW, actor=officer)

    with pytest.raises(StaleCells) as stale:
        save_scores(lot=lot, entries=[entry(lot, "270")], seen=shown, at=cast.NOW, actor=officer)

    (conflict,) = stale.value.conflicts
    assert (conflict.entry.value, conflict.stored_value, conflict.stored_motivation) == (
        "270",
        "275",
        "Nagerekend.",
    )


@pytest.mark.django_db
def test_the_same_change_by_two_people_is_no_conflict() -> None:
    lot, officer = cast.in_phase(cast.lot_with_bids(), Phase.OPENING), cast.person(Role.OFFICER)
    shown = seen(lot)
    save_scores(lot=lot, entries=[entry(lot, "275")], seen=shown, at=cast.NOW, actor=officer)

    assert save_scores(lot=lot, entries=[entry(lot, "275")], seen=shown, at=cast.NOW, actor=officer) == []


@pytest.mark.django_db
def test_a_cell_that_somebody_cleared_is_not_filled_again_unseen() -> None:
    lot, officer = cast.in_phase(cast.lot_with_bids(), Phase.OPENING), cast.person(Role.OFFICER)
    shown = seen(lot)
    BidValue.objects.filter(bid__code="A", criterion__code="D1").delete()

    with pytest.raises(StaleCells):
        save_scores(lot=lot, entries=[entry(lot, "270")], seen=shown, at=cast.NOW, actor=officer)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_the_same_moment_one_is_told() -> None:
    lot, officer = cast.in_phase(cast.lot_with_bids(), Phase.OPENING), cast.person(Role.OFFICER)
    shown, start, outcomes = seen(lot), Barrier(2), []

    def save(value: str) -> None:
        change = entry(lot, value)
        start.wait()
        try:
            save_scores(lot=lot, entries=[change], seen=shown, at=cast.NOW, actor=officer)
            outcomes.append("saved")
        except StaleCells:
            outcomes.append("told")
        finally:
            connection.close()

    threads = [Thread(target=save, args=(value,)) for value in ("275", "270")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["saved", "told"]
