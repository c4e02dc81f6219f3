"""After the deadline nobody alone puts a bid in the place of one that was sealed already."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import LateReplacement, Lot, SealedBid
from tenders.services.late_registration import registered_late, replace_late, sign_replacement
from tenders.services.opened import receipts_of
from tenders.services.phases import Refused
from tenders.services.records import OPENING, made_record
from tests import cast
from tests.sealed import (
    CANARY,
    EARLY,
    new_bid,
    open_for_bids,
    opened,
    sealed,
    values_of,
)
from tests.tenders.reports.making import texts
from tests.tenders.services.late_registration import AFTER, WHY, first

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)
NEWER = {"received_at": EARLY + timedelta(hours=2), "values": {"D1": "200"}}


@pytest.fixture
def lot() -> Lot:
    return open_for_bids()


def signed(lot: Lot, earlier: SealedBid, *, reason: str = WHY, role: Role = Role.LAWYER) -> None:
    sign_replacement(lot=lot, receipt=earlier.receipt, reason=reason, at=AFTER, actor=cast.person(role))


def replaced(
    lot: Lot, earlier: SealedBid, *, after: timedelta = MINUTE, actor: User | None = None, name: str = CANARY
) -> LateReplacement:
    return replace_late(
        lot=lot,
        receipt=earlier.receipt,
        bid=new_bid(name, **NEWER),
        at=AFTER + after,
        actor=actor or cast.person(Role.OFFICER),
    )


def verdicts(lot: Lot) -> list[str]:
    return [each.verdict.value for each in receipts_of(lot)]


@pytest.mark.parametrize("sealed_at", [EARLY, cast.DEADLINE, AFTER])
def test_one_officer_replaces_no_bid_that_was_sealed_already(lot: Lot, sealed_at: datetime) -> None:
    first(lot, sealed_at)
    sealed(lot, new_bid(**NEWER), AFTER + MINUTE)

    opened(lot)

    assert (values_of(lot), verdicts(lot)) == ({"A": {"D1": "300"}}, ["counts", "unsigned"])


def test_until_the_deadline_the_newest_counts(lot: Lot) -> None:
    first(lot)
    sealed(lot, new_bid(**NEWER), cast.DEADLINE)

    opened(lot)

    assert (values_of(lot), verdicts(lot)) == ({"A": {"D1": "200"}}, ["replaced", "counts"])


def test_a_bid_of_somebody_else_is_registered_by_one_officer(lot: Lot) -> None:
    first(lot)
    sealed(lot, new_bid("Ander", **NEWER), AFTER)

    opened(lot)

    assert verdicts(lot) == ["counts", "counts"]


def test_an_older_bid_that_is_registered_later_replaces_nothing(lot: Lot) -> None:
    sealed(lot, new_bid(**NEWER), AFTER)
    first(lot, AFTER + MINUTE)

    opened(lot)

    assert (values_of(lot), verdicts(lot)) == ({"A": {"D1": "200"}}, ["replaced", "counts"])


def test_two_people_replace_a_bid_after_the_deadline(lot: Lot) -> None:
    earlier = first(lot)
    signed(lot, earlier)

    row = replaced(lot, earlier)
    opened(lot)

    assert (values_of(lot), verdicts(lot)) == ({"A": {"D1": "200"}}, ["replaced", "counts"])
    assert (row.signed_by, row.made_by, row.reason) == (
        cast.person(Role.LAWYER),
        cast.person(Role.OFFICER),
        WHY,
    )
    actions = Event.objects.filter(action__in=("bids.late_replacement_signed", "bids.replaced_late"))
    assert actions.count() == 2


def test_the_signatures_for_one_bidder_do_not_replace_another(lot: Lot) -> None:
    """The receipt does not say whose the bid is, so the opening looks."""
    other = sealed(lot, new_bid("Ander"), EARLY)
    first(lot)
    signed(lot, other)
    replaced(lot, other)

    opened(lot)

    assert verdicts(lot) == ["counts", "counts", "unsigned"]


def test_without_the_first_signature_or_with_ones_own_it_is_refused(lot: Lot) -> None:
    earlier = first(lot)

    with pytest.raises(Refused, match="Iemand anders tekent eerst"):
        replaced(lot, earlier)
    signed(lot, earlier, role=Role.OFFICER)
    with pytest.raises(Refused, match="Iemand anders tekent eerst"):
        replaced(lot, earlier)

    assert SealedBid.objects.count() == 1


def test_a_signature_lasts_ten_minutes_and_serves_once(lot: Lot) -> None:
    earlier = first(lot)
    signed(lot, earlier)

    with pytest.raises(Refused, match="binnen tien minuten"):
        replaced(lot, earlier, after=timedelta(minutes=10))
    replaced(lot, earlier, after=timedelta(minutes=9))
    with pytest.raises(Refused, match="binnen tien minuten"):
        replaced(lot, earlier, after=timedelta(minutes=9, seconds=1))

    assert LateReplacement.objects.count() == 1


def test_before_the_deadline_and_after_the_opening_nobody_signs(lot: Lot) -> None:
    earlier = first(lot)
    with pytest.raises(Refused, match="Tot het uiterste tijdstip"):
        sign_replacement(
            lot=lot, receipt=earlier.receipt, reason=WHY, at=cast.DEADLINE, actor=cast.person(Role.LAWYER)
        )
    opened(lot)

    with pytest.raises(Refused, match="Dit kan alleen in"):
        signed(lot, earlier)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.CONTRACT_MANAGER, Role.ORGANISATION_ADMIN])
def test_others_do_not_sign(lot: Lot, role: Role) -> None:
    with pytest.raises(Refused, match="Alleen een inkoper, jurist of projectleider"):
        signed(lot, first(lot), role=role)


def test_a_signature_has_a_reason(lot: Lot) -> None:
    with pytest.raises(Refused, match="waaruit blijkt"):
        signed(lot, first(lot), reason=" ")


def test_a_replacement_stays_as_it_was_recorded(lot: Lot) -> None:
    earlier = first(lot)
    signed(lot, earlier)
    replaced(lot, earlier)

    with pytest.raises(DatabaseError, match="a record never changes"), transaction.atomic():
        LateReplacement.objects.update(reason="Anders.")


def test_the_record_names_every_late_registration(lot: Lot) -> None:
    earlier = first(lot)
    signed(lot, earlier)
    later = replaced(lot, earlier).later
    sealed(lot, new_bid("Ander"), AFTER)
    opened(lot)

    said = texts(made_record(lot, OPENING, "nl"))  # type: ignore[arg-type]

    assert said.count(later.receipt) == 2  # among what was received, and among the late registrations
    assert said.count(earlier.receipt) == 1
    assert f"{earlier.receipt}, mede getekend door lawyer.amaranth: {WHY}" in said
    assert "Geregistreerd na het uiterste tijdstip" in said


def test_the_number_after_the_deadline_says_nothing_of_those_before_it(lot: Lot) -> None:
    first(lot)
    sealed(lot, new_bid("Ander"), AFTER)

    assert registered_late(lot) == 1
