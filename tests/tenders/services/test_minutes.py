import json

import pytest

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Lot, Minutes
from tenders.procedure.phases import Phase
from tenders.services.minutes import StaleMinutes, Written, minutes_of, write_minutes
from tenders.services.phases import Refused
from tests import cast, meeting

pytestmark = pytest.mark.django_db
TEXT = "Alle beoordelaars lichtten hun score toe. Over K is het langst gesproken."


def save(lot, text=TEXT, seen=0, present=(), held_at=cast.NOW):
    written = Written(held_at=held_at, present=tuple(present), text=text, seen=seen)
    return write_minutes(lot=lot, written=written, at=cast.NOW, actor=cast.person(Role.OFFICER))


def lot_in_meeting(phase=Phase.CONSENSUS):
    return meeting.judged_lot(Lot.Combination.CONSENSUS, phase)


def test_minutes_keep_who_was_there_and_what_was_said():
    lot = lot_in_meeting()
    there = list(lot.assessors.all())

    save(lot, present=there)

    stored = minutes_of(lot)
    assert (stored.text, stored.held_at, stored.version) == (TEXT, cast.NOW, 1)
    assert stored.present == [assessor.pk for assessor in there]


def test_the_same_minutes_again_add_no_version():
    lot = lot_in_meeting()
    save(lot)

    assert save(lot, seen=1).version == 1
    assert Event.objects.filter(action="consensus.minutes").count() == 1


def test_a_colleague_who_wrote_meanwhile_is_not_overwritten():
    lot = lot_in_meeting()
    save(lot)

    with pytest.raises(StaleMinutes) as refused:
        save(lot, text="Een andere tekst.", seen=0)

    assert refused.value.stored.text == TEXT
    assert Minutes.objects.get().text == TEXT


def test_the_log_holds_digests_and_not_the_text():
    lot = lot_in_meeting()
    save(lot)
    save(lot, text="Beter verwoord.", seen=1)

    first, second = (
        json.loads(event.details)
        for event in Event.objects.filter(action="consensus.minutes").order_by("sequence")
    )

    assert (first["before"], second["before"]) == ("", first["after"])
    assert sorted(second) == ["after", "before", "version"]


def test_an_assessor_of_another_lot_was_not_there():
    lot = lot_in_meeting()
    elsewhere = meeting.assessor(cast.lot(cast.tender(reference="T-2")), "A")

    assert save(lot, present=[elsewhere]).present == []


def test_minutes_are_closed_once_the_scores_are_locked():
    with pytest.raises(Refused):
        save(lot_in_meeting(Phase.PRICE_OPENING))
