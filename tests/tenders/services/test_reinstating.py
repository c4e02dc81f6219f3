"""A wrong rejection is undone by two people, as long as the bid can still be judged as the others were."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Bid, FallenBid, Lot, Reinstatement
from tenders.procedure.phases import Phase
from tenders.services.award_record import award_record
from tenders.services.evaluate import evaluate_lot
from tenders.services.evaluations import is_current, stored_result
from tenders.services.falling_away import admitted_bids
from tenders.services.phases import Refused
from tests import cast
from tests.tenders.services.reinstated import AT, MINUTE, WHY, bid_of, fallen, in_evaluation, seconded, signed

pytestmark = pytest.mark.django_db


def admitted(lot: Lot) -> list[str]:
    return sorted(bid.code for bid in admitted_bids(lot))


def test_two_people_reinstate_a_bid_and_the_ranking_is_made_again() -> None:
    lot = fallen(in_evaluation())
    evaluation = evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    before = admitted(lot)
    signed(lot)

    row = seconded(lot, ruling="ECLI:NL:RBDHA:2026:1")

    again = evaluate_lot(lot=lot, at=AT + 2 * MINUTE, actor=cast.person(Role.OFFICER))
    assert (before, admitted(lot), is_current(lot, evaluation)) == (["A"], ["A", "B"], False)
    assert [each.bid.code for each in stored_result(again).ranking] == ["A", "B"]
    assert (row.made_by, row.seconded_by, row.reason, row.ruling) == (
        cast.person(Role.LAWYER),
        cast.person(Role.OFFICER),
        WHY,
        "ECLI:NL:RBDHA:2026:1",
    )
    actions = ("bid.reinstatement_signed", "bid.reinstated")
    assert [Event.objects.filter(action=each).count() for each in actions] == [1, 1]


def test_one_person_reinstates_nothing() -> None:
    lot = fallen(in_evaluation())

    with pytest.raises(Refused, match="Iemand anders tekent eerst"):
        seconded(lot)
    signed(lot, role=Role.OFFICER)
    with pytest.raises(Refused, match="Iemand anders tekent eerst"):
        seconded(lot)

    assert (admitted(lot), Reinstatement.objects.count()) == (["A"], 0)


def test_the_second_person_has_ten_minutes() -> None:
    lot = fallen(in_evaluation())
    signed(lot)

    with pytest.raises(Refused, match="binnen tien minuten"):
        seconded(lot, after=timedelta(minutes=10))

    assert seconded(lot, after=timedelta(minutes=10) - MINUTE / 60).fallen.bid.code == "B"


def test_a_reason_is_compulsory() -> None:
    lot = fallen(in_evaluation())

    with pytest.raises(Refused, match="waarom de afwijzing onterecht was"):
        signed(lot, reason=" ")


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.CONTRACT_MANAGER, Role.ORGANISATION_ADMIN])
def test_others_do_not_sign(role: Role) -> None:
    lot = fallen(in_evaluation())

    with pytest.raises(Refused, match="Alleen een inkoper, jurist of projectleider"):
        signed(lot, role=role)


def test_a_reinstated_bid_can_fall_away_once_more() -> None:
    lot = fallen(in_evaluation())
    signed(lot)
    seconded(lot)

    fallen(lot, cause="withdrawn")

    assert (admitted(lot), FallenBid.objects.filter(bid__code="B").count()) == (["A"], 2)
    with pytest.raises(Refused, match="trok zich zelf terug"):
        signed(lot)


def test_of_two_falls_at_most_one_stands_in_the_database_too() -> None:
    lot = fallen(in_evaluation())

    with pytest.raises(DatabaseError, match="a record never changes"), transaction.atomic():
        FallenBid.objects.create(bid=bid_of(lot), cause="proof", reason="Nog eens.", at=AT)


def test_what_was_recorded_stays() -> None:
    lot = fallen(in_evaluation())
    signed(lot)
    seconded(lot)

    with pytest.raises(DatabaseError, match="a record never changes"), transaction.atomic():
        Reinstatement.objects.update(reason="Anders.")


def test_a_bid_that_takes_part_is_not_reinstated() -> None:
    with pytest.raises(Refused, match="Inschrijving B is niet vervallen"):
        signed(in_evaluation())


def test_a_bid_that_came_too_late_was_never_read() -> None:
    lot = cast.lot()
    cast.bid(lot, "A", "900", "goed", "200")
    Bid.objects.update(received_at=cast.DEADLINE + MINUTE)
    cast.in_phase(lot, Phase.OPENING)
    fallen(lot, "A", "invalid")

    with pytest.raises(Refused, match="nooit gelezen"):
        signed(lot, "A")


def test_the_record_of_the_award_is_made_where_no_court_ruled() -> None:
    lot = fallen(in_evaluation())
    signed(lot)
    seconded(lot)

    course = award_record(lot).course

    titles = [taken.title.nl for taken in course]
    assert "Afwijzing hersteld: Leverancier B" in titles


def test_the_record_of_the_award_tells_the_rejection_and_that_it_was_undone() -> None:
    lot = fallen(in_evaluation())
    signed(lot)
    seconded(lot, ruling="zaak 12")

    record = award_record(lot)

    course = [(each.title.nl, each.people, each.reason) for each in record.course]
    people = ("lawyer.amaranth", "officer.amaranth")
    assert ("Inschrijving vervallen, later hersteld: Leverancier B", (), "Bewijs ontbreekt.") in course
    assert ("Afwijzing hersteld: Leverancier B (uitspraak: zaak 12)", people, WHY) in course
    assert [each.fallen for each in record.bidders if each.code == "B"] == [""]
