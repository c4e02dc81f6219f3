"""The database refuses to change a published price sheet, and what bids priced on it."""

import pytest
from django.db import DatabaseError, connection, transaction

from tenders.models import LifecycleAnswer, PriceLine
from tests import cast, priced

pytestmark = pytest.mark.django_db

CHANGES = {
    "another quantity": "UPDATE tenders_priceline SET quantity = '101' WHERE number = 1",
    "another maximum": "UPDATE tenders_priceline SET maximum = '' WHERE number = 2",
    "another description": "UPDATE tenders_priceline SET description = 'Tablet' WHERE number = 1",
    "a removed line": "DELETE FROM tenders_priceline WHERE number = 3",
}


def run(statement: str) -> int:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.rowcount


@pytest.mark.parametrize("statement", CHANGES.values(), ids=CHANGES.keys())
def test_raw_sql_cannot_change_a_published_line(statement: str) -> None:
    priced.open_for_bids()

    with pytest.raises(DatabaseError, match="what was published is frozen"):
        run(statement)


@pytest.mark.parametrize("statement", CHANGES.values(), ids=CHANGES.keys())
def test_before_publication_the_same_statement_works(statement: str) -> None:
    priced.lot()

    assert run(statement) == 1


def test_no_line_is_added_to_a_published_sheet() -> None:
    lot = priced.open_for_bids()

    with pytest.raises(DatabaseError, match="what was published is frozen"), transaction.atomic():
        PriceLine.objects.create(lot=lot, number=4, description="Tas", unit="stuk", quantity="1")


def test_no_line_moves_into_a_published_sheet() -> None:
    lot = priced.open_for_bids()
    other = cast.lot(cast.tender(reference="T-2"))
    PriceLine.objects.create(lot=other, number=4, description="Tas", unit="stuk", quantity="1")

    with pytest.raises(DatabaseError, match="what was published is frozen"), transaction.atomic():
        PriceLine.objects.filter(lot=other).update(lot=lot)


def test_an_opened_unit_price_never_changes() -> None:
    lot = priced.open_for_bids()
    priced.hand_in(lot)
    priced.prices_opened(lot)

    with pytest.raises(DatabaseError, match="a record never changes"), transaction.atomic():
        LifecycleAnswer.objects.filter(code="price_line:1").update(value="1")
