"""Between the letters and the contract: no signature too early."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import User

from procurement.organisations.models import Role
from tenders.models import Lot, StandstillWaiver
from tenders.procedure.phases import Phase
from tenders.services.phases import Refused
from tenders.services.proceedings import waive_standstill
from tests import award, cast
from tests.tenders.services.proceedings import FREE, concluded, ended, refusals, started

pytestmark = pytest.mark.django_db

# Sent on 2 November 2026: day 20 is Sunday 22 November, so the term runs through Monday 23 November.
LAST_MOMENT = datetime(2026, 11, 23, 22, 59, 59, tzinfo=UTC)


def waived(lot: Lot, by: User, ground: str = "call_off", reason: str = "Raamovereenkomst.") -> None:
    waive_standstill(lot=lot, ground=ground, reason=reason, at=cast.NOW, actor=by)


def test_the_contract_waits_until_the_last_moment_of_the_term() -> None:
    lot = award.in_standstill()

    assert refusals(lot, LAST_MOMENT) == [
        "De opschortende termijn loopt nog. De overeenkomst mag vanaf 24 november 2026, 00:00 uur."
    ]
    assert concluded(lot) is Phase.CONTRACT


def test_the_last_letter_decides_when_the_term_ends() -> None:
    lot = award.decided()
    for bid, day in zip(lot.bids.order_by("code"), (2, 3, 4), strict=True):
        award.letter_to(bid, award.standing(lot), datetime(2026, 11, day, 9, tzinfo=UTC))
    cast.in_phase(lot, Phase.STANDSTILL)

    assert refusals(lot, FREE) == [
        "De opschortende termijn loopt nog. De overeenkomst mag vanaf 25 november 2026, 00:00 uur."
    ]


def test_no_contract_without_letters() -> None:
    lot = cast.in_phase(award.decided(), Phase.STANDSTILL)

    assert refusals(lot, FREE)[0] == "Brieven die nog niet zijn verzonden: 3. Verzend ze eerst."


def test_proceedings_hold_the_contract_until_the_ruling() -> None:
    lot = award.in_standstill()
    row = started(lot)

    held = refusals(lot, FREE)
    ended(row)

    assert held == ["Er loopt een kort geding. Sluit de overeenkomst pas na de beslissing."]
    assert concluded(lot) is Phase.CONTRACT


def test_a_ruling_within_the_term_does_not_shorten_it() -> None:
    lot = award.in_standstill()
    ended(started(lot))

    assert len(refusals(lot, LAST_MOMENT)) == 1


def test_dates_and_outcome_of_proceedings_make_sense() -> None:
    lot = award.in_standstill()
    row = started(lot)

    with pytest.raises(Refused):
        started(lot, on=date(2026, 11, 25))  # in the future
    with pytest.raises(Refused) as refusal:
        ended(row, on=date(2026, 11, 9), outcome=" ")
    ended(row)
    with pytest.raises(Refused):
        ended(row)

    assert [reason.nl for reason in refusal.value.reasons] == [
        "De beslissing kan niet vóór het begin liggen.",
        "Schrijf op wat de uitkomst is.",
    ]


def test_a_lawyer_may_record_that_no_standstill_is_needed() -> None:
    lot = award.decided()
    waived(lot, cast.person(Role.LAWYER))
    award.in_standstill(lot)

    assert concluded(lot, at=cast.NOW + timedelta(minutes=1)) is Phase.CONTRACT
    assert StandstillWaiver.objects.get().reason == "Raamovereenkomst."


def test_a_term_that_the_letters_promise_is_kept() -> None:
    lot = award.in_standstill()

    with pytest.raises(Refused):
        waived(lot, cast.person(Role.LAWYER))

    assert StandstillWaiver.objects.count() == 0


def test_no_notice_is_no_ground_where_the_procedure_has_one() -> None:
    lot = award.decided()

    with pytest.raises(Refused) as refusal:
        waived(lot, cast.person(Role.LAWYER), ground="no_notice")

    assert [reason.nl for reason in refusal.value.reasons] == [
        "Voor deze procedure is een aankondiging vereist. Deze grond geldt dan niet."
    ]


def test_even_then_the_letters_go_first() -> None:
    lot = award.decided()
    waived(lot, cast.person(Role.LAWYER))
    cast.in_phase(lot, Phase.STANDSTILL)

    assert refusals(lot, FREE)[0] == "Brieven die nog niet zijn verzonden: 3. Verzend ze eerst."


def test_proceedings_hold_the_contract_even_without_a_standstill() -> None:
    lot = award.decided()
    waived(lot, cast.person(Role.LAWYER))
    award.in_standstill(lot)
    started(lot)

    assert len(refusals(lot, FREE)) == 1


@pytest.mark.parametrize("role", [Role.OFFICER, Role.PROJECT_LEAD, Role.CONTRACT_MANAGER])
def test_nobody_else_may(role: Role) -> None:
    lot = award.decided()

    with pytest.raises(Refused):
        waived(lot, cast.person(role))

    assert StandstillWaiver.objects.count() == 0


def test_a_superuser_may_not() -> None:
    lot = award.decided()

    with pytest.raises(Refused):
        waived(lot, User.objects.create_superuser("root"))


def test_the_sole_bidder_is_really_alone() -> None:
    lot = award.decided()

    with pytest.raises(Refused) as refusal:
        waived(lot, cast.person(Role.LAWYER), ground="sole_bidder")

    assert [reason.nl for reason in refusal.value.reasons] == [
        "Er zijn meer inschrijvingen geopend. Dan is de winnaar niet de enige betrokken inschrijver."
    ]


def test_a_waiver_has_a_ground_and_a_reason_and_is_recorded_once() -> None:
    lot, lawyer = award.decided(), cast.person(Role.LAWYER)

    with pytest.raises(Refused) as refusal:
        waived(lot, lawyer, ground="haast", reason=" ")
    waived(lot, lawyer)
    with pytest.raises(Refused):
        waived(lot, lawyer)

    assert [reason.nl for reason in refusal.value.reasons] == [
        "Kies een grond van artikel 2.127 lid 4.",
        "Schrijf op waarom de uitzondering geldt.",
    ]


def test_a_new_decision_gets_a_new_standstill() -> None:
    lot = award.decided()
    waived(lot, cast.person(Role.LAWYER))
    award.in_standstill(lot)
    award.step(lot, "withdraw-decision")
    award.in_standstill(award.decided(award.in_verification(lot)))

    assert len(refusals(lot, LAST_MOMENT)) == 1
