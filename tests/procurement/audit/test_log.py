"""The log keeps its order: within one transaction, per organisation and with writers at the same time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction

from procurement.audit.chain import GENESIS
from procurement.audit.log import first_broken_event, record
from procurement.audit.models import Event
from procurement.organisations.models import Organisation

Happened = Callable[[Organisation, str], Event]
pytestmark = pytest.mark.django_db


def test_each_event_carries_the_hash_of_the_one_before(log_of_three: list[Event]) -> None:
    assert [event.sequence for event in log_of_three] == [1, 2, 3]
    assert [event.previous_hash for event in log_of_three] == [
        GENESIS,
        log_of_three[0].hash,
        log_of_three[1].hash,
    ]


def test_details_are_canonical_json(ministry: Organisation) -> None:
    officer = User.objects.create_user("inkoper")
    event = record(
        organisation=ministry,
        at=datetime(2026, 9, 1, tzinfo=UTC),
        actor=officer,
        action="tender.published",
        subject="tender 1",
        details={"weight": "12.5", "title": "Één perceel"},
    )

    assert event.details == '{"title":"Één perceel","weight":"12.5"}'


def test_what_was_stored_verifies(ministry: Organisation, log_of_three: list[Event]) -> None:
    assert first_broken_event(ministry) is None


def test_every_organisation_has_a_chain_of_its_own(log_of_three: list[Event], happened: Happened) -> None:
    town = Organisation.objects.create(name="Gemeente (voorbeeld)", kind=Organisation.Kind.OTHER)

    event = happened(town, "tender.created")

    assert (event.sequence, event.previous_hash) == (1, GENESIS)


def test_an_event_goes_when_its_transaction_is_undone(ministry: Organisation, happened: Happened) -> None:
    with transaction.atomic():
        happened(ministry, "tender.published")
        transaction.set_rollback(True)

    assert Event.objects.count() == 0


def test_the_same_sequence_twice_is_refused(log_of_three: list[Event]) -> None:
    copy = Event.objects.get(pk=log_of_three[1].pk)
    copy.pk = None

    with pytest.raises(Exception, match=r"(?i)unique"), transaction.atomic():
        copy.save(force_insert=True)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_time_lose_nothing(ministry: Organisation, happened: Happened) -> None:
    def write(writer: int) -> None:
        try:
            for number in range(25):
                happened(ministry, f"writer {writer} event {number}")
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, (1, 2)))

    assert list(Event.objects.values_list("sequence", flat=True)) == list(range(1, 51))
    assert first_broken_event(ministry) is None
