"""Who opens the account of a colleague does not sign twice for what takes two people."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from procurement.audit.models import Event
from procurement.organisations.access_resets import (
    reason_against_both,
    reason_against_signing,
    record_reset,
    settle,
)
from procurement.organisations.models import AccessReset, Role, SecondFactor
from procurement.organisations.roles import give_role
from procurement.organisations.second_factor import turn_off
from tenders.procedure.transitions import TRANSITIONS
from tenders.services.legal_check import approve
from tenders.services.phases import Refused, reasons_against
from tenders.services.transitions import take_step
from tests import cast
from tests.planning import due
from tests.signing_in import signed_in

pytestmark = pytest.mark.django_db

PASSWORD, OWN = "een-heel-lang-wachtwoord", "mijn-eigen-lange-zin"
HOUR = timedelta(hours=1)


def administrator() -> User:
    """An officer who also manages the accounts: the combination that needs the rule."""
    user = cast.person(Role.OFFICER)
    give_role(user=user, organisation=cast.organisation(), role=Role.ORGANISATION_ADMIN)
    return user


def set_password(user: User) -> None:
    page = reverse("admin:auth_user_password_change", args=[user.pk])
    typed = {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"}
    signed_in(administrator()).post(page, {**typed, "set-password": "1"})


def reset(user: User) -> User:
    user.set_password(PASSWORD)
    user.save()
    record_reset(account=user, way="password", at=cast.NOW, actor=administrator())
    return user


def test_a_password_set_by_an_administrator_is_known_and_logged() -> None:
    lawyer = cast.person(Role.LAWYER)

    set_password(lawyer)

    [row] = AccessReset.objects.all()
    event = Event.objects.get(action="account.access_reset")
    lawyer.refresh_from_db()
    assert lawyer.check_password(PASSWORD)
    assert (row.account, row.made_by, row.settled_at) == (lawyer, administrator(), None)
    assert (event.subject, event.actor, event.details) == (
        f"account {lawyer.pk}",
        administrator(),
        '{"way":"password"}',
    )


def test_a_new_account_begins_with_a_password_that_its_maker_knows() -> None:
    typed = {"username": "nieuw", "usable_password": "true", "password1": PASSWORD, "password2": PASSWORD}
    place = {"organisation": cast.organisation().pk, "role": "lawyer"}

    signed_in(administrator()).post(reverse("admin:auth_user_add"), {**typed, **place})

    made = User.objects.get(username="nieuw")
    assert AccessReset.objects.get().account == made
    assert reason_against_signing(made, at=timezone.now()) is not None


def test_a_second_step_that_somebody_else_turned_off_counts_and_ones_own_does_not() -> None:
    lawyer = cast.person(Role.LAWYER)
    for actor in (lawyer, None):
        SecondFactor.objects.create(user=lawyer, secret="x", confirmed_at=cast.NOW)
        turn_off(user=lawyer, at=cast.NOW, actor=actor)

    assert [row.made_by for row in AccessReset.objects.all()] == [None]


@pytest.mark.parametrize(
    ("own_after", "asked_after", "may"),
    [
        (None, 1 * HOUR, False),
        (None, 48 * HOUR, False),  # the day passed, the password is still the one of the administrator
        (2 * HOUR, 3 * HOUR, False),
        (2 * HOUR, 24 * HOUR, True),
        (30 * HOUR, 29 * HOUR, False),
    ],
)
def test_one_signs_after_a_day_and_with_a_password_of_ones_own(
    own_after: timedelta | None, asked_after: timedelta, may: bool
) -> None:
    lawyer = reset(cast.person(Role.LAWYER))
    if own_after is not None and own_after <= asked_after:
        settle(account=lawyer, at=cast.NOW + own_after)

    assert (reason_against_signing(lawyer, at=cast.NOW + asked_after) is None) is may


@pytest.mark.parametrize(("days", "may"), [(0, False), (29, False), (30, True)])
def test_the_two_do_not_sign_together_for_a_month(days: int, may: bool) -> None:
    lawyer, other = reset(cast.person(Role.LAWYER)), cast.person(Role.PROJECT_LEAD)
    at = cast.NOW + timedelta(days=days)

    assert (reason_against_both(administrator(), lawyer, at=at) is None) is may
    assert (reason_against_both(lawyer, administrator(), at=at) is None) is may
    assert reason_against_both(lawyer, other, at=at) is None


@pytest.mark.parametrize("where", ["password", "admin:password_change"])
def test_choosing_a_password_oneself_settles_it(where: str) -> None:
    lawyer = reset(cast.person(Role.LAWYER))
    typed = {"old_password": PASSWORD, "new_password1": OWN, "new_password2": OWN}

    signed_in(lawyer).post(reverse(where), typed)

    assert AccessReset.objects.get().settled_at is not None
    assert Event.objects.filter(action="account.own_password").count() == 1


def test_a_wrong_old_password_settles_nothing() -> None:
    lawyer = reset(cast.person(Role.LAWYER))
    typed = {"old_password": "fout", "new_password1": OWN, "new_password2": OWN}

    signed_in(lawyer).post(reverse("password"), typed)

    assert AccessReset.objects.get().settled_at is None


def test_who_reset_the_lawyer_does_not_publish_what_that_account_approved() -> None:
    lot, lawyer = cast.lot(), cast.person(Role.LAWYER)
    cast.approved(lot.tender)
    publishing = TRANSITIONS["publish"]

    before = reasons_against(lot, publishing, at=cast.PUBLISHED_AT, actor=administrator())
    record_reset(account=lawyer, way="password", at=cast.PUBLISHED_AT, actor=administrator())
    after = reasons_against(lot, publishing, at=cast.PUBLISHED_AT, actor=administrator())
    somebody_else = reasons_against(
        lot, publishing, at=cast.PUBLISHED_AT, actor=cast.person(Role.PROJECT_LEAD)
    )

    assert (before, somebody_else) == ([], [])
    assert [reason.nl[:36] for reason in after] == ["Van u en wie deze versie goedkeurde "]


def test_a_lawyer_who_was_just_let_in_does_not_approve() -> None:
    lot, lawyer = cast.lot(), reset(cast.person(Role.LAWYER))
    due(lot.tender, cast.NOW + timedelta(days=60), notice=cast.NOW)
    take_step(lot=lot, code="ask-legal-check", at=cast.NOW, actor=cast.person(Role.OFFICER))

    with pytest.raises(Refused) as refused:
        approve(tender=lot.tender, at=cast.NOW, actor=lawyer)

    assert refused.value.reasons[0].nl.startswith("Een beheerder heeft op 02-11-2026 10:30 uw toegang")
