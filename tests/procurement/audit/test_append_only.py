"""The database refuses to change the log; and who gets round that is found by the chain."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction

from procurement.audit.log import first_broken_event
from procurement.audit.models import Event
from procurement.organisations.models import Organisation

pytestmark = pytest.mark.django_db

LIFT_THE_GUARD = {
    "sqlite": ["DROP TRIGGER audit_event_no_update", "DROP TRIGGER audit_event_no_delete"],
    "postgresql": ["SET CONSTRAINTS ALL IMMEDIATE", "ALTER TABLE audit_event DISABLE TRIGGER USER"],
}
WRITE_OVER = {
    "sqlite": ("REPLACE", ""),  # a delete and an insert: the trigger needs recursive_triggers=ON
    "postgresql": ("INSERT", "ON CONFLICT (organisation_id, sequence) DO UPDATE SET action = 'nothing'"),
}
TAMPERINGS = {
    "an edited text": ("UPDATE audit_event SET details = '{}' WHERE sequence = 2", 2),
    "another moment": ("UPDATE audit_event SET at = '2026-09-02 08:30:00+00:00' WHERE sequence = 1", 1),
    "a removed event": ("DELETE FROM audit_event WHERE sequence = 2", 2),
    "a new number": ("UPDATE audit_event SET sequence = 4 WHERE sequence = 3", 3),
}


def execute(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_event SET details = '{}'",
        "UPDATE audit_event SET hash = hash WHERE sequence = 2",
        "DELETE FROM audit_event WHERE sequence = 3",
    ],
)
def test_raw_sql_cannot_change_the_log(log_of_three: list[Event], statement: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"):
        execute(statement)

    assert Event.objects.count() == 3


def test_the_orm_cannot_change_the_log(log_of_three: list[Event]) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Event.objects.update(action="nothing")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Event.objects.all().delete()


def test_writing_over_an_event_is_refused(log_of_three: list[Event]) -> None:
    columns = "organisation_id, sequence, at, actor_id, action, subject, details, previous_hash, hash"
    insert, otherwise = WRITE_OVER[connection.vendor]
    with pytest.raises(DatabaseError, match="append-only"):
        execute(
            f"{insert} INTO audit_event ({columns}) SELECT organisation_id, sequence, at, actor_id,"
            " 'nothing', subject, details, previous_hash, hash FROM audit_event WHERE sequence = 2"
            f" {otherwise}"
        )

    assert Event.objects.get(sequence=2).action == "tender.published"


@pytest.mark.parametrize(("statement", "broken"), TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_tampering_past_the_guard_is_found(
    ministry: Organisation, log_of_three: list[Event], statement: str, broken: int
) -> None:
    for lift in LIFT_THE_GUARD[connection.vendor]:
        execute(lift)
    execute(statement)

    assert first_broken_event(ministry) == broken


@pytest.mark.django_db(transaction=True)
def test_a_test_with_real_transactions_can_leave_events_behind(
    ministry: Organisation, happened: Callable[[Organisation, str], Event]
) -> None:
    happened(ministry, "tender.created")

    assert Event.objects.count() == 1
