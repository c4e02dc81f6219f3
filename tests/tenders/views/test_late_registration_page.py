"""What the page of the sealed bids shows and does after the deadline."""

from datetime import datetime

import pytest
from django.test import Client

from procurement.organisations.models import Role
from tenders.models import LateReplacement, Lot, Tender
from tests import cast
from tests.guards import without_guards
from tests.sealed import CANARY, bid_fields, bids_page, open_for_bids, sealed
from tests.tenders.services.late_registration import AFTER, WHY, first

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    return open_for_bids()


def test_the_page_shows_a_number_and_no_name_after_the_deadline_alone(client: Client, lot: Lot) -> None:
    first(lot)
    sealed(lot, at=AFTER)
    client.force_login(cast.person(Role.OFFICER))

    closed = client.get(bids_page(lot)).content.decode()
    as_if_open(lot)
    still_open = client.get(bids_page(lot)).content.decode()

    words = "is 1 inschrijving geregistreerd"
    assert (words in closed, CANARY in closed, words in still_open) == (True, False, False)


def as_if_open(lot: Lot) -> None:
    """As if the deadline still lay ahead."""
    with without_guards("tenders_tender"):
        Tender.objects.filter(pk=lot.tender_id).update(deadline=datetime(2099, 1, 1, tzinfo=AFTER.tzinfo))


def test_a_lawyer_signs_on_the_page_and_an_officer_registers(client: Client, lot: Lot) -> None:
    earlier = first(lot)
    client.force_login(cast.person(Role.LAWYER))
    signed_page = client.post(
        bids_page(lot), {"sign": "1", "sign-receipt": earlier.receipt, "sign-reason": WHY}, follow=True
    )
    client.force_login(cast.person(Role.OFFICER))

    done = client.post(bids_page(lot), bid_fields(lot, replaces=earlier.receipt))
    again = client.post(bids_page(lot), bid_fields(lot, replaces=earlier.receipt))

    assert "U hebt getekend." in signed_page.content.decode()
    assert (done.status_code, again.status_code, LateReplacement.objects.count()) == (302, 422, 1)
    assert "Iemand anders tekent eerst" in again.content.decode()


def test_an_auditor_signs_nothing_on_the_page(client: Client, lot: Lot) -> None:
    client.force_login(cast.person(Role.AUDITOR))

    assert client.post(bids_page(lot), {"sign": "1"}).status_code == 403
