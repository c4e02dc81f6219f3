"""Several bids are sealed as the page listed them, and once."""

from typing import Any

import pytest
from django.test import Client

from procurement.organisations.models import Role
from tenders.models import Lot, SealedBid
from tests import cast
from tests.sealed import bids_page, open_for_bids

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    return open_for_bids()


@pytest.fixture
def officer(client: Client) -> Client:
    client.force_login(cast.person(Role.OFFICER))
    return client


def table(*lines: str) -> dict[str, str]:
    return {"table": "seal", "table-table": "\n".join(lines)}


def listed_as(page: Any) -> dict[str, str]:
    """What the button under the list sends along."""
    return {"table-listed": page.context["table"].listed_as}


def test_a_second_click_seals_no_second_set_and_leads_to_the_receipts(officer: Client, lot: Lot) -> None:
    lines = table("leverancier;ontvangen", "Delta B.V.;27-10-2026 10:15")
    lines |= listed_as(officer.post(bids_page(lot), lines))

    pages = [officer.post(bids_page(lot), lines) for _ in range(2)]
    shown = officer.get(bids_page(lot)).content.decode()

    assert [page.status_code for page in pages] == [302, 302]
    assert SealedBid.objects.get().receipt in shown


def test_another_table_than_was_listed_is_listed_first(officer: Client, lot: Lot) -> None:
    head = "leverancier;ontvangen;P"
    listed = officer.post(bids_page(lot), table(head, "Delta B.V.;27-10-2026 10:15;900"))
    other = table(head, "Delta B.V.;27-10-2026 10:15;9000") | listed_as(listed)

    pages = [officer.post(bids_page(lot), other), officer.post(bids_page(lot), other | {"table-listed": ""})]

    assert [(page.status_code, bool(page.context["table"].listed_as)) for page in pages] == [(200, True)] * 2
    assert not SealedBid.objects.exists()
