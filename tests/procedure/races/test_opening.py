"""Sealing and opening at one moment, on PostgreSQL, in real processes: one order, nothing lost."""

import os
import signal
import time
from datetime import datetime, timedelta
from functools import partial
from multiprocessing.connection import Connection

import pytest
from django.contrib.auth.models import User

from procurement.audit.log import first_broken_event
from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Bid, BidValue, FirstSignature, Lot, PhaseChange, SealedBid
from tenders.procedure.phases import Phase
from tenders.services.phases import Refused
from tenders.services.sealing import seal_bid
from tenders.services.transitions import take_step
from tests import cast
from tests.sealed import new_bid, open_for_bids, opened
from tests.side_by_side import REFUSED, heard, running, together

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

SEALERS = 3
SOON = cast.NOW + timedelta(minutes=1)
LATER = cast.NOW + timedelta(minutes=5)


def seal_until_opened(connection: Connection, number: int, lot: int) -> None:
    row, officer = Lot.objects.get(pk=lot), User.objects.get(username="officer.amaranth")
    for place in range(1000):
        try:
            bid = seal_bid(lot=row, bid=new_bid(f"L {number}-{place}", files=()), at=cast.NOW, actor=officer)
        except Refused:
            break
        connection.send(bid.receipt)


def sign(lot: Lot, code: str, who: User, at: datetime) -> None:
    take_step(lot=Lot.objects.get(pk=lot.pk), code=code, at=at, actor=who)


def test_every_bid_that_got_its_receipt_is_opened() -> None:
    lot = open_for_bids()
    officer, lawyer = cast.person(Role.OFFICER), cast.person(Role.LAWYER)
    sealers = [running(seal_until_opened, number, lot.pk) for number in range(SEALERS)]
    time.sleep(0.5)

    take_step(lot=lot, code="open-bids", at=cast.NOW, actor=officer)
    take_step(lot=lot, code="open-bids", at=cast.NOW + timedelta(minutes=1), actor=lawyer)

    receipts = sorted(receipt for _, connection in sealers for receipt in heard(connection))
    for process, _ in sealers:
        process.join(60)
    assert len(receipts) > 0
    assert receipts == sorted(Bid.objects.filter(lot=lot).values_list("sealed__receipt", flat=True))
    assert receipts == sorted(SealedBid.objects.values_list("receipt", flat=True))
    assert first_broken_event(lot.tender.organisation) is None


def test_of_two_second_signatures_one_opens() -> None:
    lot = open_for_bids()
    seal_bid(lot=lot, bid=new_bid(), at=cast.NOW, actor=cast.person(Role.OFFICER))
    take_step(lot=lot, code="open-bids", at=cast.NOW, actor=cast.person(Role.OFFICER))
    people = [cast.person(Role.LAWYER), cast.person(Role.PROJECT_LEAD)]

    codes = together(*(partial(sign, lot, "open-bids", who, SOON) for who in people))

    assert sorted(codes, key=str) == [0, REFUSED]
    assert (PhaseChange.objects.filter(transition="open-bids").count(), lot.bids.count()) == (1, 1)


def test_of_two_first_and_two_second_signatures_comes_one_opening() -> None:
    """Each of two people signs in two windows, all four at one moment."""
    lot = open_for_bids()
    seal_bid(lot=lot, bid=new_bid(), at=cast.NOW, actor=cast.person(Role.OFFICER))
    people = [cast.person(Role.OFFICER), cast.person(Role.LAWYER)]

    codes = together(*(partial(sign, lot, "open-bids", who, SOON) for who in people * 2))

    change, waiting = PhaseChange.objects.get(transition="open-bids"), FirstSignature.objects.get()
    assert sorted(codes, key=str) == [0, 0, REFUSED, REFUSED]
    assert {change.made_by, change.seconded_by} == set(people)
    assert waiting.made_by == change.made_by
    assert lot.bids.count() == 1
    assert Event.objects.filter(action="bids.opened").count() == 1


def test_prices_are_opened_once() -> None:
    lot = open_for_bids()
    seal_bid(lot=lot, bid=new_bid(), at=cast.NOW, actor=cast.person(Role.OFFICER))
    opened(lot)
    cast.in_phase(lot, Phase.PRICE_OPENING)
    people = [cast.person(Role.OFFICER), cast.person(Role.LAWYER)]

    codes = together(*(partial(sign, lot, "open-prices", who, LATER) for who in people * 2))

    assert sorted(codes, key=str) == [0, 0, REFUSED, REFUSED]
    assert BidValue.objects.filter(criterion__code="P").count() == 1
    assert Event.objects.filter(action="prices.opened").count() == 1


@pytest.mark.parametrize("seconds", [0.2, 0.6])
def test_a_receipt_that_was_given_survives_a_kill(seconds: float) -> None:
    lot = open_for_bids()
    cast.person(Role.OFFICER)
    process, connection = running(seal_until_opened, 0, lot.pk)
    time.sleep(seconds)
    assert process.pid is not None

    os.kill(process.pid, signal.SIGKILL)

    receipts = heard(connection)
    process.join(60)
    opened(lot)
    assert set(receipts) <= set(Bid.objects.filter(lot=lot).values_list("sealed__receipt", flat=True))
    assert first_broken_event(lot.tender.organisation) is None
