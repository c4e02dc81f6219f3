"""A step of two people: two different ones, within ten minutes, each signature for one step."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from procurement.organisations.access_resets import record_reset, settle
from procurement.organisations.models import Role
from tenders.models import FirstSignature, Lot, PhaseChange, Procedure
from tenders.procedure.phases import Phase
from tenders.procedure.transitions import TRANSITIONS
from tenders.services.phases import Refused, move, phase_of, phases_of
from tenders.services.signatures import waiting_signature
from tests import cast
from tests.guards import without_guards

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


@pytest.mark.parametrize(
    ("one", "other"),
    [(Role.OFFICER, Role.LAWYER), (Role.LAWYER, Role.OFFICER), (Role.PROJECT_LEAD, Role.LAWYER)],
)
def test_two_people_open_together_in_either_order(lot: Lot, one: Role, other: Role) -> None:
    first, second = sign(lot, one), sign(lot, other, after=9 * MINUTE)

    [change] = second
    assert (first, phase_of(lot)) == ([], Phase.OPENING)
    assert (change.made_by, change.seconded_by) == (cast.person(one), cast.person(other))


def test_one_person_does_not_sign_twice(lot: Lot) -> None:
    sign(lot, Role.OFFICER)

    reasons = refusal(lot, "open-bids", cast.person(Role.OFFICER), after=MINUTE)

    assert reasons == ["U hebt al getekend. Iemand anders tekent als tweede, binnen tien minuten."]
    assert phase_of(lot) is Phase.SUBMISSION


def test_who_reset_a_colleague_does_not_sign_for_both(lot: Lot) -> None:
    lawyer, officer = cast.person(Role.LAWYER), cast.person(Role.OFFICER)
    record_reset(account=lawyer, way="password", at=AFTER - timedelta(days=2), actor=officer)
    settle(account=lawyer, at=AFTER - timedelta(days=2))
    sign(lot, Role.OFFICER)

    [reason] = refusal(lot, "open-bids", lawyer, after=MINUTE)

    assert reason.startswith("Van u en de eerste ondertekenaar heeft de een")
    assert phase_of(lot) is Phase.SUBMISSION


def test_an_account_that_was_just_reset_gives_neither_signature(lot: Lot) -> None:
    lawyer = cast.person(Role.LAWYER)
    lawyer.set_password("een-heel-lang-wachtwoord")
    record_reset(
        account=lawyer, way="password", at=AFTER - MINUTE, actor=cast.person(Role.ORGANISATION_ADMIN)
    )

    [reason] = refusal(lot, "open-bids", lawyer)

    assert reason.startswith("Een beheerder heeft op 02-11-2026 10:29 uw toegang hersteld.")
    assert FirstSignature.objects.count() == 0


def test_after_ten_minutes_the_first_signature_has_lapsed(lot: Lot) -> None:
    sign(lot, Role.OFFICER)

    late = sign(lot, Role.LAWYER, after=10 * MINUTE)

    assert (late, phase_of(lot), FirstSignature.objects.count()) == ([], Phase.SUBMISSION, 2)


def test_a_moment_before_ten_minutes_it_still_counts(lot: Lot) -> None:
    sign(lot, Role.OFFICER)

    sign(lot, Role.LAWYER, after=10 * MINUTE - timedelta(microseconds=1))

    assert phase_of(lot) is Phase.OPENING


def test_a_signature_is_spent_by_the_step_it_was_given_for(lot: Lot) -> None:
    sign(lot, Role.OFFICER)
    sign(lot, Role.LAWYER, after=MINUTE)
    cast.in_phase(lot, Phase.SUBMISSION)

    again = sign(lot, Role.PROJECT_LEAD, after=2 * MINUTE)

    assert (again, phase_of(lot)) == ([], Phase.SUBMISSION)


def test_any_step_since_spends_a_signature(lot: Lot) -> None:
    cast.in_phase(lot, Phase.PRICE_OPENING)
    move(lot=lot, code="open-prices", at=AFTER, actor=cast.person(Role.LAWYER))
    move(lot=lot, code="reopen-consensus", at=AFTER + MINUTE, actor=cast.person(Role.OFFICER), reason="Fout.")
    cast.in_phase(lot, Phase.PRICE_OPENING)

    prices = TRANSITIONS["open-prices"]
    assert waiting_signature(lot, prices, at=AFTER + 2 * MINUTE) is None


def test_a_signature_ends_with_the_role_or_the_account(lot: Lot) -> None:
    sign(lot, Role.LAWYER)
    lawyer = cast.person(Role.LAWYER)
    seen = [waiting_signature(lot, OPEN_BIDS, at=AFTER) is not None]
    User.objects.filter(pk=lawyer.pk).update(is_active=False)
    seen.append(waiting_signature(lot, OPEN_BIDS, at=AFTER) is not None)
    User.objects.filter(pk=lawyer.pk).update(is_active=True)
    lawyer.memberships.all().delete()
    seen.append(waiting_signature(lot, OPEN_BIDS, at=AFTER) is not None)

    assert seen == [True, False, False]


def test_no_step_is_dated_before_the_previous_one(lot: Lot) -> None:
    with without_guards("tenders_procedure"):
        Procedure.objects.update(since=AFTER + MINUTE)

    [reason] = refusal(lot, "open-bids", cast.person(Role.OFFICER))

    assert reason.startswith("Het tijdstip van deze stap ligt vóór de vorige stap")


def test_the_second_person_may_sign_from_another_lot_of_the_tender() -> None:
    lot = cast.lot()
    other = cast.lot(lot.tender, number=2)
    cast.published(lot.tender, Phase.SUBMISSION)

    sign(lot, Role.OFFICER)
    sign(other, Role.LAWYER, after=MINUTE)

    assert phases_of([lot, other]) == {lot.pk: Phase.OPENING, other.pk: Phase.OPENING}


def test_a_signature_for_the_prices_of_one_lot_says_nothing_of_another() -> None:
    lot = cast.lot()
    other = cast.lot(lot.tender, number=2)
    cast.published(lot.tender, Phase.PRICE_OPENING)
    move(lot=lot, code="open-prices", at=AFTER, actor=cast.person(Role.OFFICER))

    changes = move(lot=other, code="open-prices", at=AFTER, actor=cast.person(Role.LAWYER))

    assert (changes, phase_of(lot), phase_of(other)) == ([], Phase.PRICE_OPENING, Phase.PRICE_OPENING)


def test_the_first_signature_is_written_down_and_seen(lot: Lot) -> None:
    sign(lot, Role.OFFICER)

    waiting = waiting_signature(lot, OPEN_BIDS, at=AFTER + MINUTE)

    assert waiting == FirstSignature.objects.get()
    assert lot.tender.organisation.events.filter(action="procedure.first_signature").count() == 1


def test_a_refused_signature_leaves_nothing_behind(lot: Lot) -> None:
    early = cast.DEADLINE - MINUTE - AFTER

    reasons = refusal(lot, "open-bids", cast.person(Role.OFFICER), after=early)

    assert reasons == ["Dit kan pas na het uiterste tijdstip van inschrijving: 30 oktober 2026, 12:00 uur."]
    assert FirstSignature.objects.count() == 0
