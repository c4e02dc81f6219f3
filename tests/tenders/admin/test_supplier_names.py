"""The name of a supplier stands fast once a bid of it was opened."""

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Bid
from tenders.procedure.phases import Phase
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("phase", "stays"), [(None, False), (Phase.OPENING, True), (Phase.STANDSTILL, True)])
def test_who_a_bid_is_of_is_not_changed_after_the_opening(
    client: Client, phase: Phase | None, stays: bool
) -> None:
    lot = cast.lot_with_bids()
    if phase is not None:
        cast.in_phase(lot, phase)
    supplier = Bid.objects.get(lot=lot, code="A").supplier
    client.force_login(cast.person(Role.OFFICER))
    before = supplier.name

    response = client.post(
        reverse("admin:tenders_supplier_change", args=[supplier.pk]),
        {"name": "Heel Ander BV", "evidence-TOTAL_FORMS": "0", "evidence-INITIAL_FORMS": "0"},
    )

    supplier.refresh_from_db()
    assert response.status_code == 302
    assert supplier.name == (before if stays else "Heel Ander BV")
