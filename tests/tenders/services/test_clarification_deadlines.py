"""A nota and the deadline: later only, before it has passed, and along with what is late or weighty."""

from datetime import timedelta

import pytest

from procurement.organisations.models import Role
from tenders.models import Tender
from tenders.published_form import form_digest
from tenders.services.clarification_publishing import approve_changes, publish_clarification
from tenders.services.clarifications import (
    Grounds,
)
from tenders.services.frozen import is_frozen
from tenders.services.phases import Refused
from tests import cast
from tests.clarifying import AT, LATER, QUESTION, amended, officer, ready, started, urgent, write

pytestmark = pytest.mark.django_db


def test_a_substantial_change_moves_the_deadline() -> None:
    row = amended()
    write(row, grounds=Grounds(reason="Zwaarder gewicht.", is_substantial=True))
    approve_changes(clarification=row, at=AT, actor=cast.person(Role.LAWYER))

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=officer())

    assert [reason.nl[:34] for reason in refused.value.reasons] == ["De stukken wijzigen aanzienlijk. K"]


def test_with_a_later_deadline_it_is_published_and_the_deadline_holds() -> None:
    row = ready(is_substantial=True, new_deadline=LATER)

    second = publish_clarification(clarification=row, at=AT, actor=officer())

    assert Tender.objects.get().deadline == second.deadline == LATER
    assert second.digest == form_digest(Tender.objects.get())


def test_a_later_deadline_alone_needs_no_lawyer() -> None:
    row = started()
    write(row, grounds=Grounds(reason="Storing bij het platform.", new_deadline=LATER))

    second = publish_clarification(clarification=row, at=AT, actor=officer())

    assert (second.version, Tender.objects.get().deadline) == (2, LATER)
    assert is_frozen(row.tender)


def test_a_late_nota_moves_the_deadline() -> None:
    row, nine_days_before = started(), cast.DEADLINE - timedelta(days=9)
    write(row, QUESTION)

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=nine_days_before, actor=officer())

    assert [reason.nl[:44] for reason in refused.value.reasons] == [
        "De nota komt minder dan 10 dagen voor het ui"
    ]


def test_in_urgency_four_days_before_the_deadline_are_enough() -> None:
    row = urgent()

    publish_clarification(clarification=row, at=cast.DEADLINE - timedelta(days=4), actor=officer())

    row.refresh_from_db()
    assert row.published_at is not None


def test_in_urgency_three_days_are_not() -> None:
    row = urgent()

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=cast.DEADLINE - timedelta(days=3), actor=officer())

    assert refused.value.reasons[0].nl.startswith("De nota komt minder dan 4 dagen voor")


@pytest.mark.parametrize("moved", [timedelta(0), -timedelta(minutes=1)])
def test_the_deadline_moves_later_only(moved: timedelta) -> None:
    row = started()
    write(row, grounds=Grounds(reason="Sneller.", new_deadline=cast.DEADLINE + moved))

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=AT, actor=officer())

    assert [reason.nl for reason in refused.value.reasons] == [
        "Het nieuwe uiterste tijdstip moet later zijn dan 30 oktober 2026, 12:00 uur."
    ]


def test_after_the_deadline_no_nota_is_published() -> None:
    row, late = started(), cast.DEADLINE + timedelta(milliseconds=1)
    write(row, QUESTION, grounds=Grounds(reason="Te laat.", new_deadline=LATER))

    with pytest.raises(Refused) as refused:
        publish_clarification(clarification=row, at=late, actor=officer())

    assert refused.value.reasons[0].nl.startswith("Het uiterste tijdstip van inschrijving is voorbij")
    assert Tender.objects.get().deadline == cast.DEADLINE
