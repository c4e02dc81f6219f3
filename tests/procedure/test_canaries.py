"""What the database, the log lines and the log of decisions hold of the canaries of the journey."""

import logging

import pytest
from django.db import connection

from procurement.audit.models import Event
from tests.procedure import journey
from tests.procedure.canaries import found_in

PRICES = {"price of A", "price of B", "price of C"}
OF_BIDS = PRICES | {
    "suppliers", "chamber numbers", "offered value", "answer of A", "answer of B", "file of A", "file of B",
    "loose file", "file names",
}  # fmt: skip

pytestmark = pytest.mark.django_db


def stored() -> bytes:
    """Every cell of every row as text or bytes; and of SQLite, the file itself."""
    found = []
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{name}"')
            for row in cursor.fetchall():
                found += [bytes(c) if isinstance(c, bytes | memoryview) else str(c).encode() for c in row]
    if connection.vendor == "sqlite":
        found.append(connection.connection.serialize())
    return b"\0".join(found)


def test_the_database_holds_nothing_readable_of_what_is_sealed() -> None:
    journey.everybody()
    readable = {}

    for stop in journey.journey():
        secret = OF_BIDS if stop in ("preparation", "published") else PRICES
        if stop == "evaluation":
            break
        readable[stop] = found_in(stored()) & secret

    assert readable == {stop: set() for stop in journey.STOPS[:6]}


def test_the_log_of_decisions_and_the_log_of_the_site_name_no_price(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Lines of the database itself are left out: only a developer turns them on; they hold every value.
    Values and outcomes are decisions of after the opening."""
    caplog.set_level(logging.DEBUG)
    journey.everybody()

    for _stop in journey.journey():
        pass

    lines = "\n".join(each.getMessage() for each in caplog.records if each.name != "django.db.backends")
    details = "\n".join(f"{each.subject} {each.details}" for each in Event.objects.all())
    assert (found_in(lines.encode()), found_in(details.encode())) == (set(), {"knock-out", "offered value"})
