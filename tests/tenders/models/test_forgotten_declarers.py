"""Declarations from before accounts were left out lose theirs, and none can be written any more."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.migrations.executor import MigrationExecutor

from procurement.organisations.models import Role
from tenders.models import Declaration, Lot
from tests import cast, meeting

pytestmark = pytest.mark.django_db
BEFORE = ("tenders", "0011_rulings_and_prices_not_asked_about")


def declared_with_an_account(lot: Lot) -> None:
    """As an earlier program wrote it."""
    values = [cast.NOW, "", False, meeting.assessor(lot, "A").pk, meeting.bid(lot, "A").pk]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO tenders_declaration (at, reason, has_conflict, assessor_id, bid_id, made_by_id)"
            " VALUES (%s, %s, %s, %s, %s, %s)",
            [*values, cast.person(Role.JUROR).pk],
        )


def settle_constraints() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.django_db(transaction=True)
def test_an_old_declaration_loses_its_account_and_keeps_the_rest() -> None:
    lot = cast.lot_with_bids()
    meeting.assessor(lot, "A")
    settle_constraints()
    MigrationExecutor(connection).migrate([BEFORE])
    declared_with_an_account(lot)
    before = Declaration.objects.values_list("made_by", flat=True).get()
    settle_constraints()

    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())

    row = Declaration.objects.get()
    assert (before is None, row.made_by_id) == (False, None)
    assert (row.assessor.letter, row.bid.code, row.has_conflict, row.at) == ("A", "A", False, cast.NOW)
    with pytest.raises(DatabaseError, match="a record never changes"), transaction.atomic():
        Declaration.objects.update(has_conflict=True)


def test_no_account_is_written_with_a_declaration() -> None:
    lot = cast.lot_with_bids()

    with pytest.raises(DatabaseError, match="declaration_names_no_account"), transaction.atomic():
        declared_with_an_account(lot)
