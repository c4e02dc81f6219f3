"""A ranking starts from what the calculation gives now, whatever stands in the database."""

import pytest
from django.db import connection, transaction

from tenders.models import BidValue, LifecycleAnswer
from tenders.services.calculation import require_fresh_values
from tenders.services.evaluate import evaluate_lot
from tenders.services.phases import Refused
from tests import calculated, cast
from tests.guards import lift_guards

pytestmark = pytest.mark.django_db


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize(("code", "table"), [("D1", "tenders_bidvalue"), ("P", "tenders_bidvalue")])
def test_a_value_that_is_not_what_the_calculation_gives_stops_the_ranking(code: str, table: str) -> None:
    lot = calculated.open_for_bids()
    calculated.hand_in(lot)
    calculated.prices_opened(calculated.opened(lot))
    require_fresh_values(lot)
    lift_guards(table)
    BidValue.objects.filter(criterion__code=code).update(value="11")

    with pytest.raises(Refused) as refusal:
        evaluate_lot(lot=lot, at=cast.NOW, actor=None)

    assert code in refusal.value.reasons[0].nl
    assert not lot.evaluations.exists()


def test_an_answer_that_was_changed_behind_the_guards_stops_the_ranking() -> None:
    lot = calculated.open_for_bids()
    calculated.hand_in(lot)
    calculated.prices_opened(calculated.opened(lot))
    lift_guards("tenders_lifecycleanswer")
    LifecycleAnswer.objects.filter(code="laptop:energy.value").update(value="1")

    with pytest.raises(Refused):
        evaluate_lot(lot=lot, at=cast.NOW, actor=None)
