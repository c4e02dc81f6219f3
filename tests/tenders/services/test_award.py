"""The decision to award is taken once, on a calculation that is up to date, and closes the lot."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from procurement.organisations.models import Role
from tenders.models import AwardDecision, BidValue, Lot
from tenders.procedure.phases import Phase
from tenders.services.award import NotAwardable, decide_award
from tenders.services.bids import Entry, record_outcomes, record_values
from tenders.services.decided import DecidedLot
from tenders.services.draw import record_draw
from tenders.services.evaluate import evaluate_lot
from tenders.services.registration import choose_evidence
from tenders.services.scores import save_scores
from tests import cast

pytestmark = pytest.mark.django_db


def published(lot: Lot) -> Lot:
    cast.published(lot.tender, Phase.EVALUATION)
    return lot


def evaluated(lot: Lot) -> Lot:
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def decided() -> Lot:
    lot = evaluated(published(cast.lot_with_bids()))
    decide_award(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def reasons(lot: Lot, **other: object) -> tuple[str, ...]:
    with pytest.raises(NotAwardable) as refused:
        decide_award(lot=lot, actor=cast.person(Role.OFFICER), **{"at": cast.NOW, **other})  # type: ignore[arg-type]
    return refused.value.reasons


def test_the_first_bid_wins_and_one_event_tells_it() -> None:
    lot = decided()

    decision = AwardDecision.objects.get(lot=lot)
    event = lot.tender.organisation.events.order_by("pk").last()
    assert (decision.winner, decision.decided_at) == ("A", cast.NOW)
    assert (event.action, json.loads(event.details)) == (
        "lot.awarded",
        {"number": 1, "sha256": decision.evaluation.digest, "winner": "A"},
    )


def test_it_is_decided_once() -> None:
    lot = decided()

    with pytest.raises(DecidedLot):
        decide_award(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))


def test_without_a_ranking_there_is_nothing_to_decide() -> None:
    lot = published(cast.lot_with_bids())

    assert reasons(lot) == ("Er is nog geen rangorde berekend. Bereken de rangorde eerst.",)


def test_every_reason_is_said_at_once() -> None:
    lot = published(cast.lot_with_bids())
    BidValue.objects.filter(criterion__code="K").update(motivation=" ")
    evaluated(lot)
    BidValue.objects.filter(bid__code="A", criterion__code="P").update(value="950")

    assert reasons(lot, at=cast.DEADLINE - timedelta(seconds=1)) == (
        "Gunnen kan pas na de uiterste datum van inschrijving: 30 oktober 2026 12:00.",
        "De gegevens zijn veranderd na de berekening. Bereken de rangorde opnieuw.",
        "De motivering bij Service ontbreekt voor A, B. Schrijf die op en bereken opnieuw.",
    )


def test_a_tie_at_the_top_waits_for_its_rule() -> None:
    lot = published(cast.lot())
    cast.bid(lot, "A", "1000", "goed", "200")
    cast.bid(lot, "B", "1000", "goed", "200")

    assert reasons(evaluated(lot)) == ("Op plaats 1 staan gelijk: A, B. Beslis eerst over de gelijke stand.",)


def test_without_a_valid_bid_nothing_is_awarded() -> None:
    lot = published(cast.lot())
    cast.bid(lot, "C", "700", "goed", "160", meets=False)

    assert reasons(evaluated(lot)) == (
        "Er is geen geldige inschrijving over. Dit perceel kan niet worden gegund.",
    )


def test_a_price_needs_no_motivation() -> None:
    lot = published(cast.lot_with_bids())
    BidValue.objects.filter(criterion__code__in=("P", "D1")).update(motivation="")

    assert decide_award(lot=evaluated(lot), at=cast.NOW, actor=cast.person(Role.OFFICER)).winner == "A"


def changes(lot: Lot) -> dict[str, Callable[[], object]]:
    officer, bid = cast.person(Role.OFFICER), lot.bids.get(code="A")
    entry = Entry(bid=bid, criterion=lot.criteria.get(code="P"), value="1")
    by = {"at": cast.NOW, "actor": officer}
    return {
        "value": lambda: record_values(lot=lot, entries=[entry], **by),
        "cell": lambda: save_scores(lot=lot, entries=[entry], seen={}, **by),
        "outcome": lambda: record_outcomes(bid=bid, outcomes=[], **by),
        "evidence": lambda: choose_evidence(bid=bid, evidence=[], **by),
        "draw": lambda: record_draw(lot=lot, order=["A", "B"], held_by="Notaris", **by),
    }


@pytest.mark.parametrize("what", ["value", "cell", "outcome", "evidence", "draw"])
def test_after_the_decision_nothing_it_rests_on_changes(what: str) -> None:
    change = changes(decided())[what]

    with pytest.raises(DecidedLot, match="Op 2 november 2026 is de gunningsbeslissing over dit perceel"):
        change()


def test_after_the_decision_no_other_calculation_is_stored() -> None:
    lot = decided()
    same = evaluate_lot(lot=lot, at=cast.NOW, actor=None)
    BidValue.objects.filter(bid__code="A", criterion__code="P").update(value="950")

    with pytest.raises(DecidedLot):
        evaluate_lot(lot=lot, at=cast.NOW, actor=None)

    assert (same.number, lot.evaluations.count()) == (1, 1)
