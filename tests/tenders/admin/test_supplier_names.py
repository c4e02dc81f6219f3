"""The name of a supplier stands fast once a bid of it was opened."""

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Bid, Supplier
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


@pytest.mark.parametrize("field", ["name", "chamber_of_commerce"])
@pytest.mark.parametrize("phase", [Phase.OPENING, Phase.STANDSTILL, Phase.CONTRACT, Phase.STOPPED])
def test_the_database_keeps_who_a_bid_is_of_whatever_program_asks(phase: Phase, field: str) -> None:
    lot = cast.in_phase(cast.lot_with_bids(), phase)
    supplier = Supplier.objects.get(bids__lot=lot, bids__code="A")
    before = getattr(supplier, field)

    with pytest.raises(IntegrityError), transaction.atomic():
        Supplier.objects.filter(pk=supplier.pk).update(**{field: "12345678"})

    supplier.refresh_from_db()
    assert getattr(supplier, field) == before


def test_a_supplier_without_an_opened_bid_can_still_get_another_name() -> None:
    cast.in_phase(cast.lot_with_bids(), Phase.OPENING)
    free = Supplier.objects.create(organisation=cast.organisation(), name="Nog Niets BV")

    Supplier.objects.filter(pk=free.pk).update(name="Nu Iets BV")

    free.refresh_from_db()
    assert free.name == "Nu Iets BV"
