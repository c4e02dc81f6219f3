"""Copying criteria into a lot: from sets, the catalogue and other lots of one's own organisation."""

import pytest
from django.urls import reverse

from tenders.models import Lot
from tests import cast
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


def url(lot: Lot) -> str:
    return reverse("tenders:copy_criteria", args=[lot.pk])


def test_a_ready_made_set_is_copied_with_its_sources() -> None:
    lot = Lot.objects.create(tender=cast.tender(), number=1, title="Laptops")

    client_of().post(url(lot), {"source": "set:sustainability-25"})

    group = lot.criteria.get(parent=None)
    leaves = lot.criteria.filter(children=None)
    assert [int(row.weight) for row in group.children.all()] == [10, 8, 7]
    assert all(row.proof and row.verification and row.link and row.basis for row in leaves)


@pytest.mark.parametrize("source", ["set:verzonnen", "item:verzonnen", "lot:999999", "lot:x", "", "x:y"])
def test_an_unknown_source_is_refused(source: str) -> None:
    lot = cast.lot()

    response = client_of().post(url(lot), {"source": source})

    assert response.status_code == 400


def test_criteria_of_another_organisation_cannot_be_copied() -> None:
    theirs, lot = cast.lot(cast.tender(of="Bellis", reference="T-9")), cast.lot()

    response = client_of().post(url(lot), {"source": f"lot:{theirs.pk}"})

    assert (response.status_code, lot.criteria.count()) == (400, 4)


def test_a_ready_made_set_brings_the_evidence_behind_each_value() -> None:
    lot = Lot.objects.create(tender=cast.tender(), number=1, title="Laptops")

    client_of().post(url(lot), {"source": "set:sustainability-25"})

    assert dict(lot.criteria.filter(children=None).values_list("code", "evidence_kind")) == {
        "D1": "product_footprint",
        "D2": "test_report",
        "D3.1": "refurbished_share",
        "D3.2": "take_back",
        "D3.3": "spare_parts",
    }


def test_a_ready_made_set_brings_its_themes() -> None:
    lot = Lot.objects.create(tender=cast.tender(), number=1, title="Laptops")

    client_of().post(url(lot), {"source": "set:sustainability-25"})

    assert dict(lot.criteria.filter(children=None).values_list("code", "theme")) == {
        "D1": "climate",
        "D2": "energy",
        "D3.1": "circularity",
        "D3.2": "circularity",
        "D3.3": "circularity",
    }
