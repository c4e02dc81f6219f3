"""Taking a step: who may, in which phase, with which reason, alone or with two people."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from procurement.audit.log import first_broken_event
from procurement.organisations.models import Role
from tenders.models import Lot, PhaseChange
from tenders.procedure.phases import Phase
from tenders.procedure.transition import Transition
from tenders.procedure.transitions import TRANSITIONS
from tenders.services.phases import (
    Refused,
    move,
    phases_of,
    reasons_against,
    require_phase,
    why_not_in,
)
from tests import cast

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)
AFTER = cast.NOW
OPEN_BIDS = TRANSITIONS["open-bids"]


@pytest.fixture
def lot() -> Lot:
    lot = cast.lot()
    cast.published(lot.tender, Phase.SUBMISSION)
    return lot


def sign(lot: Lot, role: Role, *, after: timedelta = timedelta(0)) -> list[PhaseChange]:
    return move(lot=lot, code="open-bids", at=AFTER + after, actor=cast.person(role))


def refusal(
    lot: Lot, code: str, actor: User, *, reason: str = "", after: timedelta = timedelta(0)
) -> list[str]:
    with pytest.raises(Refused) as refused:
        move(lot=lot, code=code, at=AFTER + after, actor=actor, reason=reason)
    return [each.nl for each in refused.value.reasons]


@pytest.mark.parametrize("role", [Role.CONTRACT_MANAGER, Role.JUROR, Role.AUDITOR, Role.ORGANISATION_ADMIN])
def test_who_has_no_role_in_a_step_is_told_who_has(lot: Lot, role: Role) -> None:
    assert refusal(lot, "open-bids", cast.person(role)) == [
        "‘Open de inschrijvingen’ doet een van deze rollen: Inkoper, Jurist, Projectleider."
    ]


def test_an_officer_of_another_organisation_takes_no_step(lot: Lot) -> None:
    assert refusal(lot, "open-bids", cast.person(Role.OFFICER, "Bellis")) != []


def test_who_runs_the_site_takes_no_step(lot: Lot) -> None:
    assert refusal(lot, "open-bids", User.objects.create_superuser("beheer")) != []


def test_every_reason_is_said_at_once_in_both_languages() -> None:
    lot = cast.in_phase(cast.lot(), Phase.CONTRACT)

    reasons = reasons_against(lot, OPEN_BIDS, at=AFTER, actor=cast.person(Role.JUROR))

    assert [reason.en for reason in reasons] == [
        "‘Open the bids’ is done by one of these roles: Procurement officer, Lawyer, Project lead.",
        "Lot 1 is in the phase ‘Contract’. ‘Open the bids’ cannot be done there.",
    ]


@pytest.mark.parametrize("transition", TRANSITIONS, ids=lambda each: each.code)
def test_a_step_is_refused_in_every_phase_that_is_not_its_own(transition: Transition) -> None:
    lot, actor = cast.lot(), cast.person(Role(transition.roles[0].value))

    refused = {
        phase
        for phase in Phase
        for reason in reasons_against(cast.in_phase(lot, phase), transition, at=AFTER, actor=actor)
        if reason.en.startswith("Lot 1 is in the phase")
    }

    assert refused == set(Phase) - set(transition.sources)


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_a_way_back_without_a_reason_is_refused(reason: str) -> None:
    lot = cast.in_phase(cast.lot(), Phase.ASSESSMENT)

    assert refusal(lot, "correct-admission", cast.person(Role.OFFICER), reason=reason) == [
        "Schrijf op waarom u dit doet."
    ]


def test_a_way_back_keeps_its_reason() -> None:
    lot = cast.in_phase(cast.lot(), Phase.ASSESSMENT)

    [change] = move(
        lot=lot, code="correct-admission", at=AFTER, actor=cast.person(Role.OFFICER), reason=" Eis E1. "
    )

    assert (change.reason, change.source, change.target) == ("Eis E1.", Phase.ASSESSMENT, Phase.OPENING)


def test_a_lot_that_was_ended_does_not_hold_up_the_others() -> None:
    lot = cast.lot()
    ended = cast.lot(lot.tender, number=2)
    cast.published(lot.tender, Phase.SUBMISSION)
    move(lot=ended, code="stop", at=AFTER, actor=cast.person(Role.OFFICER), reason="Geen behoefte meer.")

    sign(lot, Role.OFFICER)
    sign(lot, Role.LAWYER)

    assert phases_of([lot, ended]) == {lot.pk: Phase.OPENING, ended.pk: Phase.STOPPED}


def test_a_lot_that_was_ended_is_not_opened_from_its_own_page() -> None:
    lot = cast.lot()
    cast.lot(lot.tender, number=2)
    cast.published(lot.tender, Phase.SUBMISSION)
    move(lot=lot, code="stop", at=AFTER, actor=cast.person(Role.OFFICER), reason="Geen behoefte meer.")

    assert refusal(lot, "open-bids", cast.person(Role.OFFICER)) == [
        "Perceel 1 is in de fase ‘Beëindigd zonder gunning’. ‘Open de inschrijvingen’ kan daar niet."
    ]


def test_a_lot_added_during_the_legal_check_can_catch_up() -> None:
    lot = cast.lot()
    cast.approved(lot.tender)
    late = cast.lot(lot.tender, number=2)

    move(lot=late, code="ask-legal-check", at=cast.PUBLISHED_AT, actor=cast.person(Role.OFFICER))

    assert phases_of([lot, late]) == {lot.pk: Phase.LEGAL_CHECK, late.pk: Phase.LEGAL_CHECK}


def test_the_log_tells_each_step_and_stays_whole(lot: Lot) -> None:
    sign(lot, Role.OFFICER)
    sign(lot, Role.LAWYER)

    organisation = lot.tender.organisation
    assert [event.action for event in organisation.events.order_by("sequence")] == [
        "procedure.ask-legal-check",
        "tender.approved",
        "procedure.publish",
        "tender.published",
        "procedure.first_signature",
        "procedure.open-bids",
    ]
    assert first_broken_event(organisation) is None


def test_what_a_phase_does_not_allow_is_refused_with_the_phases_that_do() -> None:
    lot = cast.in_phase(cast.lot(), Phase.PUBLISHED)

    with pytest.raises(Refused) as refused:
        require_phase(lot, Phase.CONSENSUS, Phase.OPENING)

    [reason] = refused.value.reasons
    assert reason.nl == "Perceel 1 is in de fase ‘Gepubliceerd’. Dit kan alleen in: Opening / Consensus."
    assert reason.en == "Lot 1 is in the phase ‘Published’. This can only be done in: Opening / Consensus."


def test_what_a_phase_allows_has_no_reason_against_it() -> None:
    assert why_not_in(cast.lot(), Phase.PREPARATION) is None
