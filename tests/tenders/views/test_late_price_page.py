"""The price of an opened bid: missing, it goes in by two people; present, it stays."""

import pytest
from django.test import Client

from procurement.organisations.models import Role
from tenders.models import SealedPrices
from tests import cast
from tests.sealed import CANARY_PRICE
from tests.tenders.views.bids_pages import of_bid, opened_lot

pytestmark = pytest.mark.django_db


def test_a_missing_price_goes_into_the_vault_by_two_people_and_comes_back_nowhere(client: Client) -> None:
    lot = opened_lot()
    key = lot.criteria.get(code="P").pk
    client.force_login(cast.person(Role.LAWYER))
    client.post(of_bid(lot, "B"), {"sign": "1", "late-reason": "De prijskluis ging later open."})
    client.force_login(cast.person(Role.OFFICER))

    page = client.post(of_bid(lot, "B"), {"price": "1", f"price-price-{key}": "8.675.309,17"}, follow=True)

    assert SealedPrices.objects.filter(bid__opened__code="B").count() == 1
    assert [text in page.content.decode() for text in ("8.675.309,17", CANARY_PRICE)] == [False, False]


def test_one_officer_replaces_no_price_after_the_opening(officer: Client) -> None:
    lot = opened_lot()
    key, before = lot.criteria.get(code="P").pk, SealedPrices.objects.count()

    page = officer.post(of_bid(lot), {"price": "1", f"price-price-{key}": "1"})

    assert (page.status_code, SealedPrices.objects.count()) == (409, before)
    assert "Na het uiterste tijdstip wordt hij niet vervangen." in page.content.decode()
