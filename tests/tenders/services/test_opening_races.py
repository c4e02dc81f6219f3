"""Sealing and opening at one moment, on PostgreSQL, in real processes: one order, nothing lost."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from datetime import timedelta
from multiprocessing.connection import Connection

import pytest
from django.contrib.auth.models import User
from django.db import connections

from procurement.audit.log import first_broken_event
from procurement.organisations.models import Role
from tenders.models import Bid, Lot, PhaseChange, SealedBid
from tenders.services.phases import Refused
from tenders.services.sealing import seal_bid
from tenders.services.transitions import take_step
from tests import cast
from tests.sealed import new_bid, open_for_bids, opened

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

CONTEXT = multiprocessing.get_context("fork")
SEALERS = 3


def running(work: Callable[..., None], *arguments: object) -> tuple[multiprocessing.Process, Connection]:
    """`work` in a process of its own, with a connection on which it says what was acknowledged."""
    connections.close_all()
    ours, theirs = CONTEXT.Pipe(duplex=False)
    process = CONTEXT.Process(target=work, args=(theirs, *arguments))
    process.start()
    theirs.close()
    return process, ours  # type: ignore[return-value]


def heard(connection: Connection) -> list[str]:
    """Everything that was acknowledged before the other end closed."""
    said = []
    while True:
        try:
            said.append(connection.recv())
        except EOFError:
            return said


def seal_until_opened(connection: Connection, number: int, lot: int) -> None:
    row, officer = Lot.objects.get(pk=lot), User.objects.get(username="officer.amaranth")
    for place in range(1000):
        try:
            bid = seal_bid(lot=row, bid=new_bid(f"L {number}-{place}", files=()), at=cast.NOW, actor=officer)
        except Refused:
            break
        connection.send(bid.receipt)
    connection.close()
    connections.close_all()


def sign(connection: Connection, lot: int, who: str) -> None:
    at = cast.NOW + timedelta(minutes=1)
    try:
        changes = take_step(
            lot=Lot.objects.get(pk=lot), code="open-bids", at=at, actor=User.objects.get(username=who)
        )
        connection.send("opened" if changes else "signed")
    except Refused:
        connection.send("refused")
    connection.close()
    connections.close_all()


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
    people = [cast.person(Role.LAWYER).username, cast.person(Role.PROJECT_LEAD).username]

    signers = [running(sign, lot.pk, who) for who in people]

    said = sorted(word for _, connection in signers for word in heard(connection))
    for process, _ in signers:
        process.join(60)
    assert said == ["opened", "refused"]
    assert (PhaseChange.objects.filter(transition="open-bids").count(), lot.bids.count()) == (1, 1)


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
