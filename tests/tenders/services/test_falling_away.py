"""A bid that falls away after the opening, and what the published rule makes of the ranking."""

import json

import pytest

from procurement.organisations.models import Role
from tenders.models import Bid, FallenBid, Lot
from tenders.procedure.phases import Phase
from tenders.scoring.problem import NotEvaluable
from tenders.services.evaluate import evaluate_lot
from tenders.services.evaluations import stored_result
from tenders.services.falling_away import BIDS_MAY_FALL, admitted_bids, fallen_bids, let_fall
from tenders.services.phases import Refused, phase_of
from tests import award, cast

pytestmark = pytest.mark.django_db


def falls(lot: Lot, code: str, cause: str = "withdrawn", reason: str = "Wil niet meer.") -> FallenBid:
    bid = Bid.objects.select_related("lot__tender").get(lot=lot, code=code)
    return let_fall(bid=bid, cause=cause, reason=reason, at=cast.NOW, actor=cast.person(Role.OFFICER))


def relative_lot(rule: str) -> Lot:
    """By price relative to the lowest: C, the cheapest, decides which of A and B comes first."""
    lot = cast.lot()
    lot.falling_away = rule
    lot.save()
    price = lot.criteria.get(code="P")
    price.method, price.parameters = "relative-inverse", {}
    price.save()
    cast.bid(lot, "A", "1000", "voldoende", "250")
    cast.bid(lot, "B", "1400", "goed", "200")
    cast.bid(lot, "C", "500", "matig", "350")
    return lot


def order(lot: Lot) -> list[str]:
    officer = cast.person(Role.OFFICER)
    result = stored_result(evaluate_lot(lot=lot, at=cast.NOW, actor=officer))
    return [found.bid.code for found in result.ranking]


def test_one_event_tells_which_bid_fell_and_why() -> None:
    lot = award.in_evaluation()

    falls(lot, "B", reason=" Teruggetrokken per brief. ")

    event = lot.tender.organisation.events.get(action="bid.fell_away")
    assert json.loads(event.details) == {
        "cause": "withdrawn",
        "reason": "Teruggetrokken per brief.",
        "before": "admitted",
        "after": "fallen",
    }
    assert [row.bid.code for row in fallen_bids(lot)] == ["B"]


def test_admitted_is_what_no_requirement_knocks_out_and_has_not_fallen() -> None:
    lot = award.in_evaluation()

    falls(lot, "B")

    assert [bid.code for bid in admitted_bids(lot)] == ["A"]


def test_the_ranking_is_stale_until_it_is_calculated_without_the_bid() -> None:
    lot = award.in_evaluation()
    falls(lot, "A")

    with pytest.raises(Refused) as refusal:
        award.step(lot, "start-verification")

    assert [reason.nl for reason in refusal.value.reasons] == [
        "De gegevens zijn veranderd na de berekening. Bereken de rangorde opnieuw."
    ]
    assert order(lot) == ["B"]


@pytest.mark.parametrize(("rule", "expected"), [("keep", ["B", "A"]), ("recalculate", ["A", "B"])])
def test_the_published_rule_decides_the_order_of_the_others(rule: str, expected: list[str]) -> None:
    lot = award.in_evaluation(relative_lot(rule))
    before = [code for code in order(lot) if code != "C"]

    falls(lot, "C")

    assert before == ["B", "A"]
    assert order(lot) == expected


def test_both_ways_come_out_of_the_stored_snapshot_again() -> None:
    lot = award.in_evaluation(relative_lot("keep"))
    falls(lot, "C")
    evaluation = evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))

    again = stored_result(evaluation)

    assert [found.bid.code for found in again.ranking] == ["B", "A"]
    assert [found.reason.nl for found in again.excluded] == ["Vervallen na de opening: Wil niet meer."]


def test_without_a_published_rule_there_is_no_ranking() -> None:
    lot = relative_lot("keep")
    cast.in_phase(lot, Phase.EVALUATION)  # never published: the rows themselves count
    lot.falling_away = ""
    lot.save()
    falls(lot, "C")

    with pytest.raises(NotEvaluable) as refusal:
        evaluate_lot(lot=lot, at=cast.NOW, actor=None)

    assert [problem.place for problem in refusal.value.problems] == ["award.falling_away"]


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase not in BIDS_MAY_FALL])
def test_no_bid_falls_before_the_opening_or_after_the_decision(phase: Phase) -> None:
    lot = cast.in_phase(award.in_evaluation(), phase)

    with pytest.raises(Refused):
        falls(lot, "A")

    assert FallenBid.objects.count() == 0


def test_a_bid_falls_once() -> None:
    lot = award.in_evaluation()
    falls(lot, "B")

    with pytest.raises(Refused) as refusal:
        falls(lot, "B")

    assert [reason.nl for reason in refusal.value.reasons] == ["Inschrijving B is al vervallen."]


def test_a_reason_is_compulsory() -> None:
    with pytest.raises(Refused):
        falls(award.in_evaluation(), "B", reason="  ")


def test_a_low_price_alone_fells_nobody() -> None:
    with pytest.raises(Refused) as refusal:
        falls(award.in_evaluation(), "A", cause="low")

    assert [reason.nl for reason in refusal.value.reasons] == [
        "Vraag eerst om een toelichting op de lage prijs en wijs die met een reden af."
    ]


def test_the_winner_falls_during_the_verification_and_the_next_is_verified() -> None:
    lot = award.in_verification()

    falls(lot, "A", cause="proof", reason="Vals certificaat.")
    back = phase_of(lot)
    award.step(award.ranked(lot), "start-verification")

    assert back is Phase.EVALUATION
    assert award.standing(award.decided(lot)).winner == "B"
