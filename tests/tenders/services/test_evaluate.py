import pytest

from procurement.audit.log import first_broken_event
from procurement.organisations.models import Role
from tenders.models import BidValue, Evaluation
from tenders.procedure.phases import Phase
from tenders.scoring.evaluate import NotEvaluable
from tenders.services.evaluate import evaluate_lot
from tenders.services.evaluations import stored_result
from tenders.services.phases import Refused
from tests import cast
from tests.guards import lift_guards, without_guards

pytestmark = pytest.mark.django_db


def test_the_ranking_is_stored_with_everything_it_was_calculated_from():
    lot = cast.in_phase(cast.lot_with_bids(), Phase.EVALUATION)

    evaluation = evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))

    result = stored_result(evaluation)
    # A: price 60×(1200−900)/400 = 45, service 15×0.6 = 9, footprint 25×(350−280)/200 = 8.75
    # B: price 60×(1200−1050)/400 = 22.5, service 15, footprint 25×(350−190)/200 = 20
    assert [(bid.bid.code, str(bid.total)) for bid in result.ranking] == [("A", "62.75"), ("B", "57.50")]
    assert [excluded.bid.code for excluded in result.excluded] == ["C"]


def test_a_stored_evaluation_does_not_change_when_the_rows_do():
    lot = cast.in_phase(cast.lot_with_bids(), Phase.EVALUATION)
    evaluation = evaluate_lot(lot=lot, at=cast.NOW, actor=None)

    with without_guards("tenders_bidvalue"):
        BidValue.objects.filter(bid__code="B", criterion__code="P").update(value="800")

    assert stored_result(Evaluation.objects.get(pk=evaluation.pk)).ranking[0].bid.code == "A"


def test_the_same_input_adds_no_second_evaluation():
    lot = cast.in_phase(cast.lot_with_bids(), Phase.EVALUATION)

    first = evaluate_lot(lot=lot, at=cast.NOW, actor=None)
    second = evaluate_lot(lot=lot, at=cast.NOW, actor=None)

    assert second == first
    assert lot.tender.organisation.events.filter(action="lot.evaluated").count() == 1


def test_a_lot_that_cannot_be_evaluated_stores_nothing():
    lot = cast.in_phase(cast.lot_with_bids(), Phase.EVALUATION)
    with without_guards("tenders_bidvalue"):
        BidValue.objects.filter(bid__code="A", criterion__code="D1").delete()

    with pytest.raises(NotEvaluable):
        evaluate_lot(lot=lot, at=cast.NOW, actor=None)

    assert Evaluation.objects.count() == 0
    assert lot.tender.organisation.events.count() == 0


def test_each_step_stands_in_the_log():
    lot = cast.in_phase(cast.lot_with_bids(), Phase.EVALUATION)

    evaluation = evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))

    event = lot.tender.organisation.events.get()
    assert event.action == "lot.evaluated"
    assert evaluation.digest in event.details
    assert first_broken_event(lot.tender.organisation) is None


def test_a_row_changed_behind_the_back_of_the_program_does_not_change_the_ranking():
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.EVALUATION)
    before = stored_result(evaluate_lot(lot=lot, at=cast.NOW, actor=None))
    lift_guards("tenders_criterion")
    lot.criteria.filter(code="P").update(weight="10")
    lot.criteria.filter(code="K").update(weight="65")

    evaluation = evaluate_lot(lot=lot, at=cast.NOW, actor=None)

    assert evaluation.number == 1
    assert stored_result(evaluation) == before


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.EVALUATION])
def test_a_ranking_is_calculated_in_its_phase_alone(phase: Phase):
    lot = cast.in_phase(cast.lot_with_bids(), phase)

    with pytest.raises(Refused):
        evaluate_lot(lot=lot, at=cast.NOW, actor=None)

    assert Evaluation.objects.count() == 0


def test_in_a_later_phase_the_same_input_gives_the_stored_ranking():
    lot = cast.in_phase(cast.lot_with_bids(), Phase.EVALUATION)
    first = evaluate_lot(lot=lot, at=cast.NOW, actor=None)
    cast.in_phase(lot, Phase.CONTRACT)

    assert evaluate_lot(lot=lot, at=cast.NOW, actor=None) == first
