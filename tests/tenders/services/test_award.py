"""The decision to award is taken once, on a ranking that holds, can be withdrawn, and closes the lot."""

import json
from threading import Barrier, Thread

import pytest
from django.db import connection

from procurement.organisations.models import Role
from tenders.models import AwardDecision, BidValue, DecisionWithdrawal, Lot
from tenders.procedure.phases import Phase
from tenders.services.decided import decision_of, earlier_decisions
from tenders.services.evaluate import evaluate_lot
from tenders.services.phases import Refused, phase_of
from tenders.services.transitions import take_step
from tests import award, cast
from tests.guards import lift_guards


def reasons(lot: Lot, code: str) -> list[str]:
    with pytest.raises(Refused) as refusal:
        award.step(lot, code)
    return [reason.nl for reason in refusal.value.reasons]


@pytest.mark.django_db
def test_the_first_bid_wins_and_one_event_tells_it() -> None:
    lot = award.decided()

    decision = award.standing(lot)
    events = lot.tender.organisation.events.filter(action="lot.awarded")
    assert (decision.winner, decision.number, decision.decided_at) == ("A", 1, cast.NOW)
    ranked = decision.evaluation.digest
    assert [json.loads(event.details) for event in events] == [
        {"before": "", "after": ranked, "decision": 1, "number": 1, "sha256": ranked, "winner": "A"}
    ]


@pytest.mark.django_db
def test_it_is_decided_once() -> None:
    lot = award.decided()

    assert reasons(lot, "decide-award") == [
        "Perceel 1 is in de fase ‘Gunningsbeslissing’. ‘Neem de gunningsbeslissing’ kan daar niet."
    ]
    assert AwardDecision.objects.count() == 1


@pytest.mark.django_db
def test_without_a_ranking_there_is_no_winner_to_verify() -> None:
    lot = cast.in_phase(cast.lot_with_bids(), Phase.EVALUATION)

    assert reasons(lot, "start-verification") == [
        "Er is nog geen rangorde berekend. Bereken de rangorde eerst."
    ]


@pytest.mark.django_db
def test_a_stale_ranking_and_a_bare_score_are_said_at_once() -> None:
    lot = cast.lot_with_bids()
    BidValue.objects.filter(criterion__code="K").update(motivation=" ")
    award.in_evaluation(lot)
    lift_guards("tenders_bidvalue")
    BidValue.objects.filter(bid__code="A", criterion__code="P").update(value="950")

    assert reasons(lot, "start-verification") == [
        "De gegevens zijn veranderd na de berekening. Bereken de rangorde opnieuw.",
        "Scores zonder motivering: 2. Schrijf de motivering op.",
    ]


@pytest.mark.django_db
def test_a_ranking_that_went_stale_during_the_verification_is_not_decided_on() -> None:
    lot = award.verified(award.in_verification())
    lift_guards("tenders_bidvalue")
    BidValue.objects.filter(bid__code="A", criterion__code="P").update(value="950")

    assert reasons(lot, "decide-award") == [
        "De gegevens zijn veranderd na de berekening. Bereken de rangorde opnieuw."
    ]


@pytest.mark.django_db
def test_a_tie_at_the_top_waits_for_its_rule() -> None:
    lot = cast.lot()
    cast.bid(lot, "A", "1000", "goed", "200")
    cast.bid(lot, "B", "1000", "goed", "200")

    assert reasons(award.in_evaluation(lot), "start-verification") == [
        "Op plaats 1 staan inschrijvingen gelijk. Beslis eerst over de gelijke stand."
    ]


@pytest.mark.django_db
def test_without_a_valid_bid_nothing_is_awarded() -> None:
    lot = cast.lot()
    cast.bid(lot, "C", "700", "goed", "160", meets=False)

    assert reasons(award.in_evaluation(lot), "start-verification") == [
        "Er is geen geldige inschrijving over. Beëindig dit perceel zonder gunning."
    ]


@pytest.mark.django_db
def test_a_figure_needs_no_motivation() -> None:
    lot = cast.lot_with_bids()
    BidValue.objects.filter(criterion__code__in=("P", "D1")).update(motivation="")

    assert award.standing(award.decided(award.in_verification(award.in_evaluation(lot)))).winner == "A"


@pytest.mark.django_db
def test_unchecked_proof_keeps_the_decision_waiting() -> None:
    lot = award.in_verification()

    assert reasons(lot, "decide-award") == ["Bewijs van de beoogde winnaar dat nog niet is gecontroleerd: 3."]


@pytest.mark.django_db
@pytest.mark.parametrize("from_standstill", [False, True])
def test_a_withdrawn_decision_stays_and_the_next_gets_its_own_number(*, from_standstill: bool) -> None:
    lot = award.in_standstill() if from_standstill else award.decided()

    award.step(lot, "withdraw-decision", reason="Vals certificaat.")
    withdrawn = decision_of(lot)
    award.decided(award.in_verification(lot))

    second = award.standing(lot)
    assert (withdrawn, second.number) == (None, 2)
    assert [(each.number, each.withdrawal.reason) for each in earlier_decisions(lot)] == [
        (1, "Vals certificaat.")
    ]


@pytest.mark.django_db
def test_a_withdrawal_says_why() -> None:
    lot = award.decided()

    with pytest.raises(Refused):
        award.step(lot, "withdraw-decision", reason=" ")

    assert DecisionWithdrawal.objects.count() == 0


@pytest.mark.django_db
def test_ending_without_an_award_withdraws_the_decision_that_stood() -> None:
    lot = award.decided()

    award.step(lot, "stop", reason="Het budget vervalt.")

    assert (phase_of(lot), decision_of(lot)) == (Phase.STOPPED, None)
    assert DecisionWithdrawal.objects.get().reason == "Het budget vervalt."


@pytest.mark.django_db
def test_ending_before_a_decision_withdraws_nothing() -> None:
    lot = award.in_evaluation()

    award.step(lot, "stop", reason="Het budget vervalt.")

    assert (phase_of(lot), DecisionWithdrawal.objects.count()) == (Phase.STOPPED, 0)


@pytest.mark.django_db
def test_after_the_decision_no_other_calculation_is_stored() -> None:
    lot = award.decided()

    same = evaluate_lot(lot=lot, at=cast.NOW, actor=None)

    assert (same.number, lot.evaluations.count()) == (1, 1)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_two_awards_at_the_same_moment_one_is_taken() -> None:
    lot, officer = award.verified(award.in_verification()), cast.person(Role.OFFICER)
    start, outcomes = Barrier(2), []

    def decide() -> None:
        start.wait()
        try:
            take_step(lot=Lot.objects.get(pk=lot.pk), code="decide-award", at=cast.NOW, actor=officer)
            outcomes.append("taken")
        except Refused:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [Thread(target=decide) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["refused", "taken"]
    assert AwardDecision.objects.count() == 1
