"""The officer puts the panel together; after the start of the work nothing is taken away silently."""

import json
from decimal import Decimal

import pytest
from django.contrib.auth.models import User

from procurement.audit.models import Event
from procurement.organisations.models import Role
from procurement.organisations.roles import give_role
from tenders.models import Assessor, Assignment, Clarification, Lot, RequirementOutcome, Sample
from tenders.procedure.phases import Phase
from tenders.services.amending import restore, rows_of
from tenders.services.calibration import write_sample
from tenders.services.facts import facts_of
from tenders.services.jury import active_assessors, duty_of, jurors_of
from tenders.services.panel import set_panel, withdraw_assessor
from tenders.services.phases import Refused
from tenders.services.transitions import take_step
from tenders.services.tree import NodeValues, save_tree, tree_version
from tests import cast, panel

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    return panel.lot_in_assessment()


def set_to(lot: Lot, **criteria: list[str]) -> list[Assessor]:
    """`set_to(lot, a=["K"])`: juror a scores criterion K."""
    wanted = {
        panel.juror(name).pk: [lot.criteria.get(code=code).pk for code in codes]
        for name, codes in criteria.items()
    }
    return set_panel(lot=lot, wanted=wanted, at=cast.NOW, actor=cast.person(Role.OFFICER))


def test_assessors_get_letters_and_an_order_of_their_own(lot: Lot) -> None:
    set_to(lot, a=["K"], b=["K"])

    assessors = active_assessors(lot)
    assert [each.letter for each in assessors] == ["A", "B"]
    assert len({each.seed for each in assessors}) == 2
    event = Event.objects.get(action="jury.panel_changed")
    assert json.loads(event.details) == {
        "before": {},
        "after": {"A": {"criteria": ["K"]}, "B": {"criteria": ["K"]}},
    }


def test_the_same_panel_again_changes_nothing(lot: Lot) -> None:
    set_to(lot, a=["K"])

    assert set_to(lot, a=["K"], b=[]) == []
    assert Event.objects.filter(action="jury.panel_changed").count() == 1


def test_before_the_work_starts_somebody_can_be_taken_off_again(lot: Lot) -> None:
    set_to(lot, a=["K"], b=["K"])
    set_to(lot, a=[])

    assert [each.letter for each in active_assessors(lot)] == ["B"]
    set_to(lot, c=["K"])
    assert [each.letter for each in active_assessors(lot)] == ["A", "B"]


def test_after_the_start_nothing_is_taken_away(lot: Lot) -> None:
    panel.declares(panel.assessor(lot, "a"))

    with pytest.raises(Refused) as refused:
        set_to(lot, a=[], b=["K"])

    assert refused.value.reasons[0].nl.startswith("Beoordelaar A is al begonnen.")
    assert len(active_assessors(lot)) == 1


@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.CONSENSUS, Phase.EVALUATION, Phase.STOPPED])
def test_nobody_is_appointed_before_publication_or_after_the_scoring(lot: Lot, phase: Phase) -> None:
    cast.in_phase(lot, phase)

    with pytest.raises(Refused):
        set_to(lot, a=["K"])


@pytest.mark.parametrize("code", ["P", "D", "D1"])
def test_only_criteria_with_described_levels_have_assessors(lot: Lot, code: str) -> None:
    with pytest.raises(Refused):
        set_to(lot, a=[code])


def test_officers_strangers_and_superusers_are_no_assessors(lot: Lot) -> None:
    officer, stranger = cast.person(Role.OFFICER), panel.juror("x", "Bellis")
    give_role(user=officer, organisation=cast.organisation(), role=Role.JUROR)
    site = User.objects.create_superuser("beheer")
    give_role(user=site, organisation=cast.organisation(), role=Role.JUROR)

    reader = panel.juror("y")
    give_role(user=reader, organisation=cast.organisation(), role=Role.AUDITOR)

    for user in (officer, stranger, site, reader):
        wanted = {user.pk: [panel.criterion(lot).pk]}
        with pytest.raises(Refused):
            set_panel(lot=lot, wanted=wanted, at=cast.NOW, actor=officer)

    assert list(jurors_of(cast.organisation())) == []


def test_withdrawing_needs_a_reason_and_somebody_who_stays(lot: Lot) -> None:
    officer, first = cast.person(Role.OFFICER), panel.assessor(lot, "a")
    said = []
    for reason in ("", "Ziek"):
        with pytest.raises(Refused) as refused:
            withdraw_assessor(assessor=first, reason=reason, at=cast.NOW, actor=officer)
        said += [each.nl for each in refused.value.reasons]
    panel.assessor(lot, "b")
    withdraw_assessor(assessor=first, reason="Ziek", at=cast.NOW, actor=officer)

    assert said == [
        "Schrijf op waarom de beoordelaar stopt.",
        "Beoordelaar A is de enige voor: Service. Wijs eerst iemand anders aan.",
    ]
    assert [each.letter for each in active_assessors(lot)] == ["B"]
    assert json.loads(Event.objects.latest("pk").details) == {
        "assessor": "A",
        "reason": "Ziek",
        "before": "active",
        "after": "withdrawn",
    }


def test_who_was_withdrawn_does_not_come_back(lot: Lot) -> None:
    first = panel.assessor(lot, "a")
    panel.assessor(lot, "b")
    withdraw_assessor(assessor=first, reason="Ziek", at=cast.NOW, actor=cast.person(Role.OFFICER))

    with pytest.raises(Refused) as refused:
        set_to(lot, a=[])

    assert refused.value.reasons[0].nl == "Beoordelaar A is teruggetrokken. Wijs iemand anders aan."


def test_the_facts_count_the_panel(lot: Lot) -> None:
    def facts() -> tuple[int, int, int, int]:
        found = facts_of(lot, at=cast.NOW, actor=None)
        return found.jury_criteria, found.unassigned, found.assessors, found.waiting_for

    seen = [facts()]
    first, second = panel.assessor(lot, "a"), panel.assessor(lot, "b")
    seen.append(facts())
    panel.ready(first, A="goed", B="matig")
    seen.append(facts())
    panel.declares(second, "A")
    panel.declares(first, "A")
    seen.append(facts())

    assert seen == [(1, 1, 0, 0), (1, 0, 2, 2), (1, 0, 2, 1), (1, 1, 2, 1)]


def test_a_bid_that_is_admitted_later_is_scored_by_those_who_were_ready(lot: Lot) -> None:
    officer, first = cast.person(Role.OFFICER), panel.assessor(lot, "a")
    panel.ready(first, A="goed", B="matig")
    take_step(lot=lot, code="correct-admission", at=cast.NOW, actor=officer, reason="E1 klopte niet.")
    RequirementOutcome.objects.filter(bid__code="C").update(met=True)

    take_step(lot=lot, code="start-assessment", at=cast.NOW, actor=officer)

    first.refresh_from_db()
    assert first.ready_at is None
    assert Event.objects.filter(action="jury.reopened").count() == 1


def published_lot_with_a_panel() -> tuple[Lot, Assessor]:
    lot = cast.lot(cast.tender(reference="T-2"))
    cast.published(lot.tender, Phase.CLARIFICATION)
    first, officer = panel.assessor(lot, "a"), cast.person(Role.OFFICER)
    write_sample(lot=lot, criterion=panel.criterion(lot), text="Verzonnen.", at=cast.NOW, actor=officer)
    Clarification.objects.create(tender=lot.tender, number=1, opened_at=cast.NOW, is_amending=True)
    return lot, first


def test_a_criterion_that_a_clarification_takes_out_takes_its_assessors_along() -> None:
    lot, first = published_lot_with_a_panel()
    price = NodeValues(key=f"c{lot.criteria.get(code='P').pk}", parent="", columns={"weight": Decimal(100)})

    save_tree(lot=lot, nodes=[price], seen=tree_version(lot), at=cast.NOW, actor=cast.person(Role.OFFICER))

    assert (Assignment.objects.count(), Sample.objects.count()) == (0, 0)
    assert duty_of(first).criteria == ()


def test_a_criterion_that_a_discarded_clarification_added_goes_with_its_assessors() -> None:
    lot = cast.lot(cast.tender(reference="T-2"))
    cast.published(lot.tender, Phase.CLARIFICATION)
    row = Clarification(tender=lot.tender, number=1, opened_at=cast.NOW, is_amending=True)
    row.before = rows_of(lot.tender)
    row.save()
    added = lot.criteria.create(position=9, code="N", title="Nieuw", weight=Decimal(0), kind="scale")
    first = panel.assessor(lot, "a")
    Assignment.objects.create(assessor=first, criterion=added)

    restore(row)

    assert [criterion.code for criterion in duty_of(first).criteria] == ["K"]


def test_a_criterion_that_is_no_longer_judged_by_people_is_nobodys_duty(lot: Lot) -> None:
    first = panel.assessor(lot, "a")
    cast.in_phase(lot, Phase.CLARIFICATION)
    Clarification.objects.create(tender=lot.tender, number=1, opened_at=cast.NOW, is_amending=True)

    lot.criteria.filter(code="K").update(kind="yes_no")

    assert duty_of(first).criteria == ()
