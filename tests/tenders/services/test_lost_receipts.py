"""Who lost a receipt number gets back the numbers of what this officer sealed, and nothing else."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from procurement.audit.models import Event
from procurement.organisations.models import Role
from procurement.organisations.roles import give_role
from tenders.models import Lot, SealedBid
from tenders.services.lost_receipts import own_receipts
from tenders.services.phases import Refused
from tenders.services.sealing import seal_bid, withdraw_bid
from tests import cast, sealed

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    """The officer sealed three bids, of which one was withdrawn; a colleague sealed one."""
    row, officer = sealed.open_for_bids(), cast.person(Role.OFFICER)
    for name in ("Anemoon", "Brem", "Clematis"):
        sealed.sealed(row, sealed.new_bid(name), at=sealed.EARLY)
    gone = SealedBid.objects.latest("pk")
    withdraw_bid(lot=row, receipt=gone.receipt, reason="by-bidder", at=sealed.EARLY, actor=officer)
    seal_bid(lot=row, bid=sealed.new_bid("Dahlia"), at=sealed.EARLY, actor=colleague())
    return row


def colleague() -> User:
    user, _ = User.objects.get_or_create(username="tweede-inkoper")
    give_role(user=user, organisation=cast.organisation(), role=Role.OFFICER)
    return user


def test_one_gets_back_what_one_sealed_and_was_not_withdrawn(lot: Lot) -> None:
    own = own_receipts(lot=lot, at=timezone.now(), actor=cast.person(Role.OFFICER))

    kept = SealedBid.objects.filter(sealed_by=cast.person(Role.OFFICER), withdrawal=None)
    assert [each.number for each in own] == list(kept.values_list("receipt", flat=True))
    assert len(own) == 2


def test_that_it_was_asked_is_logged_and_not_how_many_there_are(lot: Lot) -> None:
    own_receipts(lot=lot, at=timezone.now(), actor=colleague())

    event = Event.objects.get(action="bids.receipts_shown")
    assert (event.actor, event.details) == (colleague(), "{}")


@pytest.mark.parametrize("role", [Role.LAWYER, Role.PROJECT_LEAD, Role.AUDITOR])
def test_nobody_but_an_officer_asks(lot: Lot, role: Role) -> None:
    with pytest.raises(Refused):
        own_receipts(lot=lot, at=timezone.now(), actor=cast.person(role))


def test_after_the_opening_this_way_is_closed(lot: Lot) -> None:
    sealed.opened(lot)

    with pytest.raises(Refused):
        own_receipts(lot=lot, at=timezone.now(), actor=cast.person(Role.OFFICER))


def test_the_page_shows_them_once_without_a_name(lot: Lot) -> None:
    client, page = Client(), reverse("tenders:bids", args=[lot.pk])
    client.force_login(cast.person(Role.OFFICER))
    mine = SealedBid.objects.filter(sealed_by=cast.person(Role.OFFICER), withdrawal=None)

    client.post(page, {"lost": "1"})
    once = client.get(page).content.decode()
    again = client.get(page).content.decode()

    assert all(row.receipt in once for row in mine)
    assert [row.receipt for row in mine if row.receipt in again] == []
    assert SealedBid.objects.get(sealed_by=colleague()).receipt not in once
    assert "Anemoon" not in once
