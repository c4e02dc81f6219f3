"""The stage of a tender follows from its facts: state, word and the one next action with its reason."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from procurement.organisations.models import Role
from tenders.models import Lot
from tenders.services.award import decide_award
from tenders.services.evaluate import evaluate_lot
from tenders.stage_facts import LotFacts, TenderFacts
from tenders.stages import Progress, progress, progress_of_one
from tests import cast

LOT = LotFacts(
    pk=7, number=1, criteria=3, weight=Decimal(100), has_award_rule=True, bids=2, open_bids=2, evaluations=0
)
FACTS = TenderFacts(pk=3, deadline=cast.DEADLINE, lots=(LOT,), published=False)


def of(**changed: object) -> Progress:
    return progress(replace(FACTS, **changed), now=cast.NOW)  # type: ignore[arg-type]


def lot(**changed: object) -> LotFacts:
    return replace(LOT, **changed)  # type: ignore[arg-type]


AWARDED = lot(evaluations=1, is_decided=True)
EMPTY = lot(evaluations=1, open_bids=0)


@pytest.mark.parametrize(
    ("changed", "step", "done", "label"),
    [
        ({"lots": ()}, "Opzet", 0, "Voeg een perceel toe"),
        ({"lots": (lot(criteria=0, weight=Decimal(0)),)}, "Criteria", 1, "Werk de criteria uit"),
        ({"lots": (lot(weight=Decimal(95)),)}, "Criteria", 1, "Werk de criteria uit"),
        ({"lots": (lot(has_award_rule=False),)}, "Criteria", 1, "Werk de criteria uit"),
        ({}, "Toets", 2, "Bekijk de toets"),
        ({"problems": 2}, "Toets", 2, "Bekijk de toets"),
        ({"problems": 0}, "Publicatie", 3, "Publiceer de criteria"),
        ({"published": True}, "Beoordeling", 4, "Beoordeel de inschrijvingen"),
        ({"published": True, "lots": (lot(bids=0),)}, "Beoordeling", 4, "Voeg een inschrijving toe"),
        ({"published": True, "lots": (lot(evaluations=1),)}, "Gunning", 5, "Bekijk de rangorde"),
        (
            {"published": True, "lots": (AWARDED, lot(evaluations=1))},
            "Gunning",
            5,
            "Bekijk de rangorde",
        ),
        ({"published": True, "lots": (AWARDED, EMPTY)}, "Contract", 6, "Maak de overeenkomst"),
        ({"published": True, "lots": (EMPTY,)}, "Gunning", 5, "Bekijk de rangorde"),
        (
            {"published": True, "lots": (lot(evaluations=1), LOT)},
            "Beoordeling",
            4,
            "Beoordeel de inschrijvingen",
        ),
    ],
)
def test_the_current_step_and_the_next_action(
    changed: dict[str, object], step: str, done: int, label: str
) -> None:
    found = of(**changed)

    assert (found.current.name, found.done, found.action.label) == (step, done, label)


def test_the_reason_names_the_lot_and_what_is_left() -> None:
    found = of(lots=(LOT, lot(number=2, weight=Decimal("95.5000"))))

    assert found.action.why == "De gewichten van perceel 2 tellen op tot 95,5%. Verdeel nog 4,5%."


def test_before_the_deadline_assessing_waits_with_the_moment() -> None:
    found = of(published=True, deadline=cast.NOW + timedelta(days=1))

    assert found.action.reason == "Dit kan na de uiterste datum van inschrijving: 3 november 2026 10:30."
    assert not found.waits


def test_one_step_is_current_and_those_before_it_are_done() -> None:
    found = of(published=True)

    assert [step.state for step in found.steps] == ["done"] * 4 + ["current"] + ["later"] * 2
    assert [step.word for step in found.steps][1:4] == ["bevroren", "klaar", "bevroren"]


@pytest.mark.django_db
def test_from_an_empty_tender_to_the_ranking() -> None:
    tender, officer = cast.tender(), cast.person(Role.OFFICER)
    seen = [progress_of_one(tender, now=cast.NOW).current.name]

    row = Lot.objects.create(tender=tender, number=2, title="Docks")
    seen.append(progress_of_one(tender, now=cast.NOW).current.name)
    row.delete()
    row = cast.lot_with_bids(tender)
    seen.append(progress_of_one(tender, now=cast.NOW).current.name)
    cast.published(tender)
    seen.append(progress_of_one(tender, now=cast.NOW).current.name)
    evaluate_lot(lot=row, at=cast.NOW, actor=officer)
    seen.append(progress_of_one(tender, now=cast.NOW).current.name)

    assert seen == ["Opzet", "Criteria", "Publicatie", "Beoordeling", "Gunning"]


def test_the_award_of_the_first_lot_that_is_not_decided_comes_next() -> None:
    found = of(published=True, lots=(AWARDED, lot(pk=8, number=2, evaluations=1)))

    assert found.action.url == "/percelen/8/uitkomst/"


@pytest.mark.django_db
def test_after_the_decision_the_contract_is_made() -> None:
    row, officer = cast.lot_with_bids(), cast.person(Role.OFFICER)
    cast.published(row.tender)
    evaluate_lot(lot=row, at=cast.NOW, actor=officer)
    decide_award(lot=row, at=cast.NOW, actor=officer)

    assert progress_of_one(row.tender, now=cast.NOW).current.name == "Contract"


def test_a_missing_award_rule_leads_to_the_page_where_it_is_stated() -> None:
    assert of(lots=(lot(has_award_rule=False),)).action.url == "/percelen/7/gunningsregels/"
