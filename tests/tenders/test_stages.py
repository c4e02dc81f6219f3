"""The stage of a tender follows from the phase of its lots: state, word and the one next action."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client

from procurement.organisations.models import Role
from tenders.models import Lot
from tenders.procedure.guards import deadline_has_passed
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tenders.stage_actions import NEXT_THINGS
from tenders.stage_facts import LotFacts, TenderFacts
from tenders.stages import Progress, progress, progress_of, progress_of_one
from tests import cast

LOT = LotFacts(pk=7, number=1, criteria=3, weight=Decimal(100), has_award_rule=True)
FACTS = TenderFacts(pk=3, deadline=cast.DEADLINE, lots=(LOT,))


def of(**changed: object) -> Progress:
    return progress(replace(FACTS, **changed), now=cast.NOW)  # type: ignore[arg-type]


def lot(**changed: object) -> LotFacts:
    return replace(LOT, **changed)  # type: ignore[arg-type]


def at(*phases: Phase) -> tuple[LotFacts, ...]:
    return tuple(lot(pk=7 + place, number=place + 1, phase=phase) for place, phase in enumerate(phases))


@pytest.mark.parametrize(
    ("changed", "step", "done", "label"),
    [
        ({"lots": ()}, "Opzet", 0, "Voeg een perceel toe"),
        ({"lots": (lot(criteria=0, weight=Decimal(0)),)}, "Criteria", 1, "Werk de criteria uit"),
        ({"lots": (lot(weight=Decimal(95)),)}, "Criteria", 1, "Werk de criteria uit"),
        ({"lots": (lot(has_award_rule=False),)}, "Criteria", 1, "Werk de criteria uit"),
        ({}, "Toets", 2, "Bekijk de toets"),
        ({"problems": 2}, "Toets", 2, "Bekijk de toets"),
        ({"problems": 0}, "Toets", 2, "Vraag de juridische toets"),
        ({"lots": at(Phase.LEGAL_CHECK)}, "Toets", 2, "Rond de juridische toets af"),
        ({"lots": at(Phase.PUBLISHED)}, "Publicatie", 3, "Ga verder met de procedure"),
        ({"lots": at(Phase.CLARIFICATION)}, "Publicatie", 3, "Beantwoord de vragen"),
        ({"lots": at(Phase.SUBMISSION)}, "Publicatie", 3, "Open de inschrijvingen"),
        ({"lots": at(Phase.OPENING)}, "Beoordeling", 4, "Beoordeel de toelating"),
        ({"lots": at(Phase.ASSESSMENT)}, "Beoordeling", 4, "Volg de beoordelaars"),
        ({"lots": at(Phase.CONSENSUS)}, "Beoordeling", 4, "Houd het consensusoverleg"),
        ({"lots": at(Phase.PRICE_OPENING)}, "Beoordeling", 4, "Open de prijzen"),
        ({"lots": at(Phase.EVALUATION)}, "Gunning", 5, "Bekijk de rangorde"),
        ({"lots": at(Phase.VERIFICATION)}, "Gunning", 5, "Controleer het bewijs"),
        ({"lots": at(Phase.AWARD)}, "Gunning", 5, "Verzend de brieven"),
        ({"lots": at(Phase.STANDSTILL)}, "Gunning", 5, "Ga naar de overeenkomst"),
        ({"lots": at(Phase.CONTRACT)}, "Contract", 6, "Maak de overeenkomst"),
        ({"lots": at(Phase.STOPPED)}, "Gunning", 5, "Bekijk de procedure"),
        ({"lots": at(Phase.CONTRACT, Phase.EVALUATION)}, "Gunning", 5, "Bekijk de rangorde"),
        ({"lots": at(Phase.CONTRACT, Phase.STOPPED)}, "Contract", 6, "Maak de overeenkomst"),
        ({"lots": at(Phase.EVALUATION, Phase.OPENING)}, "Beoordeling", 4, "Beoordeel de toelating"),
    ],
)
def test_the_current_step_and_the_next_action(
    changed: dict[str, object], step: str, done: int, label: str
) -> None:
    found = of(**changed)

    assert (found.current.name, found.done, found.action.label) == (step, done, label)


def test_every_phase_after_the_draft_has_its_next_thing() -> None:
    assert set(NEXT_THINGS) == set(Phase) - {Phase.PREPARATION}


@pytest.mark.django_db
@pytest.mark.parametrize("phase", sorted(set(Phase) - {Phase.PREPARATION}))
def test_the_page_of_the_next_thing_is_there_for_an_officer(phase: Phase, client: Client) -> None:
    row = cast.lot_with_bids()
    cast.published(row.tender, phase)
    client.force_login(cast.person(Role.OFFICER))

    url = progress_of_one(row.tender, now=cast.NOW).action.url

    assert client.get(url).status_code == 200


def test_the_reason_names_the_lot_and_what_is_left() -> None:
    found = of(lots=(LOT, lot(number=2, weight=Decimal("95.5000"))))

    assert found.action.why == "De gewichten van perceel 2 tellen op tot 95,5%. Verdeel nog 4,5%."


def test_with_several_lots_the_reason_names_the_one_that_is_least_far() -> None:
    found = of(lots=at(Phase.EVALUATION, Phase.PRICE_OPENING))

    assert found.action.why == "Perceel 2: De scores staan vast. Twee personen openen de prijskluis."
    assert found.action.url == "/aanbestedingen/3/procedure/?lot=8"


def test_before_the_deadline_opening_waits_in_the_words_of_the_guard() -> None:
    ahead = cast.NOW + timedelta(days=1)
    facts = replace(FACTS, lots=at(Phase.SUBMISSION), deadline=ahead)

    found = progress(facts, now=cast.NOW)

    reason = deadline_has_passed(facts.calendar(facts.lots[0], cast.NOW))
    assert reason is not None
    assert (found.action.reason, found.waits) == (reason.nl, False)


def test_during_the_standstill_the_contract_waits() -> None:
    [standing] = at(Phase.STANDSTILL)
    running = replace(standing, standstill_until=cast.NOW + timedelta(days=5))
    ended = replace(standing, standstill_until=cast.NOW)

    assert [of(lots=(each,)).waits for each in (running, ended)] == [False, True]


def test_one_step_is_current_and_those_before_it_are_done() -> None:
    found = of(lots=at(Phase.OPENING))

    assert [step.state for step in found.steps] == ["done"] * 4 + ["current"] + ["later"] * 2
    assert [step.word for step in found.steps][1:4] == ["bevroren", "klaar", "bevroren"]


@pytest.mark.django_db
def test_from_an_empty_tender_to_the_publication() -> None:
    tender = cast.tender()
    at = cast.PUBLISHED_AT
    seen = [progress_of_one(tender, now=at).current.name]

    row = Lot.objects.create(tender=tender, number=2, title="Docks")
    seen.append(progress_of_one(tender, now=at).current.name)
    row.delete()
    cast.lot(tender)
    seen.append(progress_of_one(tender, now=at).action.label)
    cast.published(tender)
    seen.append(progress_of_one(tender, now=cast.NOW).current.name)

    assert seen == ["Opzet", "Criteria", "Vraag de juridische toets", "Publicatie"]


@pytest.mark.django_db
def test_many_tenders_cost_the_queries_of_one(django_assert_num_queries) -> None:  # type: ignore[no-untyped-def]
    tenders = [
        cast.in_phase(cast.lot(cast.tender(reference=f"T-{n}")), Phase.STANDSTILL).tender for n in range(4)
    ]

    with django_assert_num_queries(5):
        progress_of(tenders[:1], now=cast.NOW)
    with django_assert_num_queries(5):
        progress_of(tenders, now=cast.NOW)


def test_a_missing_award_rule_leads_to_the_page_where_it_is_stated() -> None:
    assert of(lots=(lot(has_award_rule=False),)).action.url == "/percelen/7/gunningsregels/"


@pytest.mark.django_db
def test_once_nothing_stands_in_the_way_the_stepper_offers_the_step_itself() -> None:
    lot = cast.in_phase(cast.lot_with_bids(), Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))

    action = progress_of_one(lot.tender, now=cast.NOW).action

    assert action.label == "Start de verificatie"


@pytest.mark.django_db
def test_the_stepper_says_what_stands_in_the_way_in_the_words_of_the_guard() -> None:
    lot = cast.in_phase(cast.lot_with_bids(), Phase.EVALUATION)

    action = progress_of_one(lot.tender, now=cast.NOW).action

    assert action.why.endswith("Er is nog geen rangorde berekend. Bereken de rangorde eerst.")
