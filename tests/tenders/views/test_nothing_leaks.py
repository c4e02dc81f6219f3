"""As long as bids are sealed no page, file, log line or row tells anything of them; trying is an event."""

import logging

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.urls import reverse

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Lot, SealedBid, SealedFile, Supplier
from tenders.procedure.phases import Phase
from tests import cast
from tests.everything import named_addresses, path_to
from tests.sealed import CANARY, CANARY_PRICE, bid_fields, bids_page, open_for_bids, sealed

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    return open_for_bids()


WHO = [(Role.OFFICER,), (Role.LAWYER,), (Role.JUROR,), (Role.AUDITOR,), (Role.OFFICER, "Bellis"), None]


@pytest.mark.parametrize("who", WHO, ids=str)
@pytest.mark.parametrize("phase", [Phase.PUBLISHED, Phase.CLARIFICATION, Phase.SUBMISSION])
def test_reading_a_bid_is_refused_and_logged(client: Client, who: tuple[Role] | None, phase: Phase) -> None:
    lot = open_for_bids(phase)
    sealed(lot)
    user = cast.person(*who) if who else User.objects.create_superuser("site")
    client.force_login(user)
    of_bid = reverse("tenders:bid", args=[lot.pk, "A"])
    of_file = reverse("tenders:bid_file", args=[lot.pk, "A", SealedFile.objects.get().pk])

    statuses = [client.get(each).status_code for each in (of_bid, of_file)]

    assert statuses == [404, 404]
    assert (
        list(Event.objects.filter(action="bids.read_refused").values_list("actor", flat=True))
        == [user.pk] * 2
    )


CANARIES = (CANARY, "Kanarie-8fd2", CANARY_PRICE, "8.675.309,17", "8675309", "plan van aanpak.pdf")


@pytest.mark.parametrize("who", ["officer", "superuser"])
def test_no_page_and_no_log_line_tells_anything(
    client: Client, lot: Lot, who: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client.force_login(
        cast.person(Role.OFFICER) if who == "officer" else User.objects.create_superuser("site")
    )
    sealed(lot)
    pages = [each for each in named_addresses() if each.route.startswith(("percelen/", "aanbestedingen/"))]

    for each in pages:
        answer = client.get(path_to(each))
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        assert [word for word in CANARIES if word.encode() in content] == [], each.name

    assert [word for word in CANARIES if word in caplog.text] == []
    assert Supplier.objects.count() == 0


def test_the_database_holds_nothing_readable(officer: Client, lot: Lot) -> None:
    sealed(lot)
    officer.post(bids_page(lot), bid_fields(lot), follow=True)  # sessions and messages are rows too
    found = []
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{name}"')
            for row in cursor.fetchall():
                cells = [bytes(c) if isinstance(c, bytes | memoryview) else str(c).encode() for c in row]
                found += [(name, word) for word in CANARIES if any(word.encode() in cell for cell in cells)]

    assert (SealedBid.objects.count(), found) == (2, [])


def test_the_database_file_and_its_dump_hold_nothing_readable(officer: Client, lot: Lot) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the file of SQLite; the rows of PostgreSQL are looked at in another test")
    sealed(lot)
    officer.post(bids_page(lot), bid_fields(lot), follow=True)

    file, dump = connection.connection.serialize(), "\n".join(connection.connection.iterdump())

    assert [word for word in CANARIES if word.encode() in file or word in dump] == []
    assert SealedBid.objects.earliest("pk").receipt.encode() in file
