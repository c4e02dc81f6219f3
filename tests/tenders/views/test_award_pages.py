"""The pages between the ranking and the contract."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from procurement.organisations.models import Role
from tenders.models import FallenBid, Inquiry, Lot, Proceedings, StandstillWaiver, Verification
from tenders.procedure.phases import Phase
from tenders.services.phases import phase_of
from tests import award, cast
from tests.queries import queries
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db

PAGES = ("award", "low_prices", "proof", "fallen")
SOON = "2099-01-04"


@pytest.fixture
def officer() -> Client:
    return client_of(Role.OFFICER)


def address(page: str, lot: Lot) -> str:
    return reverse(f"tenders:{page}", args=[lot.pk])


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("phase", list(Phase))
def test_every_page_opens_in_every_phase(page: str, phase: Phase, officer: Client) -> None:
    lot = cast.in_phase(award.in_evaluation(), phase)

    assert officer.get(address(page, lot)).status_code == 200


@pytest.mark.parametrize("page", ["low_prices", "proof", "award"])
@pytest.mark.parametrize("phase", [Phase.OPENING, Phase.CONSENSUS, Phase.PRICE_OPENING])
def test_no_price_is_on_a_page_before_the_prices_are_open(page: str, phase: Phase, officer: Client) -> None:
    lot = cast.in_phase(award.in_evaluation(), phase)

    text = officer.get(address(page, lot)).content.decode()

    assert [price for price in ("900", "1.050", "700,00") if price in text] == []


@pytest.mark.parametrize("page", PAGES)
def test_more_bids_cost_no_more_queries(page: str, officer: Client) -> None:
    few = award.in_verification()
    many = cast.lot_with_bids(cast.tender(reference="T-2"))
    for number, code in enumerate("DEFG"):
        cast.bid(many, code, f"{1060 + number}", "goed", "200")
    award.in_verification(award.in_evaluation(many))

    assert queries(officer, address(page, many)) == queries(officer, address(page, few))


def test_the_page_asks_for_an_explanation_and_keeps_the_verification_waiting(officer: Client) -> None:
    lot = award.in_evaluation()
    bid = lot.bids.get(code="A")

    page = officer.post(
        address("low_prices", lot),
        {"ask": "1", "ask-bid": bid.pk, "ask-question": "Hoe kan dit?", "ask-answer_by": SOON},
        follow=True,
    )
    step = officer.get(address("award", lot))

    assert Inquiry.objects.get().question == "Hoe kan dit?"
    assert [str(message) for message in get_messages(page.wsgi_request)] == [
        "De vraag is vastgelegd. Stuur haar nu aan de inschrijver."
    ]
    said = "Een vraag over een abnormaal lage inschrijving staat nog open."
    assert step.content.decode().count(said) == 2  # beside the step, and in the stepper above


def test_a_question_without_time_to_answer_is_refused_and_stays_on_the_page(officer: Client) -> None:
    lot = award.in_evaluation()
    data = {"ask": "1", "ask-bid": lot.bids.get(code="A").pk, "ask-question": "Hoe kan dit?"}

    page = officer.post(address("low_prices", lot), data | {"ask-answer_by": "2026-01-01"})

    assert (page.status_code, Inquiry.objects.count()) == (409, 0)
    assert page.context["ask"].non_field_errors() == ["Geef de inschrijver tijd: kies een dag na vandaag."]
    assert page.content.decode().count("Hoe kan dit?") == 1


def test_an_explanation_is_recorded_and_judged(officer: Client) -> None:
    lot = award.in_evaluation()
    asked = {"ask": "1", "ask-bid": lot.bids.get(code="A").pk, "ask-question": "?", "ask-answer_by": SOON}
    officer.post(address("low_prices", lot), asked)
    key = Inquiry.objects.get().pk

    officer.post(address("low_prices", lot), {"answer": key, f"answer-{key}-answer": "Eigen fabriek."})
    judged = {"judge": key, f"judge-{key}-outcome": "rejected", f"judge-{key}-reason": "Geen bewijs."}
    officer.post(address("low_prices", lot), judged)

    assert Inquiry.objects.values_list("answer", "outcome").get() == ("Eigen fabriek.", "rejected")
    assert FallenBid.objects.values_list("bid__code", "cause").get() == ("A", "low")


def test_a_piece_of_proof_is_checked(officer: Client) -> None:
    lot = award.in_verification()

    wrong = officer.post(
        address("proof", lot), {"item": "requirement:E1", "item-1-verdict": "wrong", "item-1-reason": ""}
    )
    found = {"item": "requirement:E1", "item-1-verdict": "right", "item-1-seen_on": "2026-11-02"}
    unseen = officer.post(address("proof", lot), found)
    vague = officer.post(address("proof", lot), found | {"item-1-reason": "ok"})
    right = officer.post(address("proof", lot), found | {"item-1-reason": award.SEEN})

    assert (wrong.status_code, unseen.status_code, vague.status_code, right.status_code) == (
        422, 422, 409, 302,
    )  # fmt: skip
    assert Verification.objects.values_list("item", "is_right").get() == ("requirement:E1", True)


def test_an_item_that_is_not_on_the_list_does_not_exist(officer: Client) -> None:
    lot = award.in_verification()

    assert officer.post(address("proof", lot), {"item": "requirement:E9"}).status_code == 404


def test_the_winner_falls_away_and_the_lot_goes_back_to_the_ranking(officer: Client) -> None:
    lot = award.in_verification()
    data = {"bid": lot.bids.get(code="A").pk, "cause": "proof", "reason": "Vals certificaat."}

    unsure = officer.post(address("fallen", lot), data)
    officer.post(address("fallen", lot), data | {"sure": "on"})

    assert unsure.status_code == 422
    assert FallenBid.objects.get().reason == "Vals certificaat."
    assert phase_of(lot) is Phase.EVALUATION


def test_the_page_of_a_decided_lot_shows_the_decision_and_how_the_term_runs(officer: Client) -> None:
    lot = award.in_standstill()

    page = officer.get(address("award", lot))

    assert (page.context["decision"].winner, page.context["awarded"].supplier.name) == ("A", "Leverancier A")
    assert page.context["working"][-1].nl == (
        "De laatste dag is 23 november 2026. De overeenkomst mag vanaf 24 november 2026, 00:00 uur."
    )


def test_interim_proceedings_are_recorded_from_start_to_ruling(officer: Client) -> None:
    lot = award.in_standstill()

    officer.post(
        address("award", lot), {"start": "1", "start-started_on": "2026-11-10", "start-reference": "C/09/1"}
    )
    key = Proceedings.objects.get().pk
    ruled = {"end": key, f"end-{key}-ended_on": "2026-11-20", f"end-{key}-outcome": "Afgewezen."}
    ruled |= {f"end-{key}-ruling": "dismissed"}
    officer.post(address("award", lot), ruled)

    row = Proceedings.objects.get()
    assert (row.reference, row.started_on.isoformat(), row.outcome) == ("C/09/1", "2026-11-10", "Afgewezen.")


def test_only_a_lawyer_is_offered_to_record_that_no_standstill_is_needed(officer: Client) -> None:
    lot, lawyer = award.decided(), client_of(Role.LAWYER)
    data = {"waive": "1", "waive-ground": "call_off", "waive-reason": "Nadere overeenkomst."}

    refused = officer.post(address("award", lot), data)
    lawyer.post(address("award", lot), data)

    assert (refused.status_code, officer.get(address("award", lot)).context["waive"]) == (403, None)
    assert StandstillWaiver.objects.get().reason == "Nadere overeenkomst."


def test_a_stopped_lot_says_who_must_be_told(officer: Client) -> None:
    lot = award.in_evaluation()
    award.step(lot, "stop", reason="Geen budget.")

    page = officer.get(address("award", lot))

    assert [bid.code for bid in page.context["to_be_told"]] == ["A", "B", "C"]


@pytest.mark.parametrize("page", ["low_prices", "proof", "fallen"])
def test_a_lawyer_reads_and_changes_nothing(page: str) -> None:
    lot, lawyer = award.in_verification(), client_of(Role.LAWYER)

    assert lawyer.get(address(page, lot)).context["may_write"] is False
    assert lawyer.post(address(page, lot), {"x": "1"}).status_code == 403


def test_a_page_that_was_left_open_is_refused_after_the_decision(officer: Client) -> None:
    lot = award.decided()
    data = {"bid": lot.bids.get(code="B").pk, "cause": "withdrawn", "reason": "Wil niet.", "sure": "on"}

    page = officer.post(address("fallen", lot), data)

    assert (page.status_code, FallenBid.objects.count()) == (409, 0)
    assert page.context["form"].non_field_errors()[0].startswith("Perceel 1 is in de fase")


def test_the_days_that_are_left_are_counted(officer: Client) -> None:

    lot = award.in_standstill(sent_at=timezone.now() - timedelta(hours=1))

    assert officer.get(address("award", lot)).context["days_left"] >= 20
