"""The check before publication names each open point; publishing asks for the reference and freezes."""

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Publication, Tender
from tests import cast

pytestmark = pytest.mark.django_db


def client_of(role: Role, of: str = "Amaranth") -> Client:
    client = Client()
    client.force_login(cast.person(role, of))
    return client


def url(tender: Tender) -> str:
    return reverse("tenders:check", args=[tender.pk])


@pytest.mark.parametrize(
    ("role", "of", "status"),
    [
        (Role.OFFICER, "Amaranth", 200),
        (Role.LAWYER, "Amaranth", 200),
        (Role.JUROR, "Amaranth", 404),
        (Role.OFFICER, "Bellis", 404),
    ],
)
def test_who_may_open_it(role: Role, of: str, status: int) -> None:
    assert client_of(role, of).get(url(cast.lot().tender)).status_code == status


def test_an_open_point_names_the_lot_and_the_criterion() -> None:
    lot = cast.lot()
    lot.criteria.filter(code="D1").update(weight=20)

    findings = client_of(Role.OFFICER).get(url(lot.tender)).context["findings"]

    assert [finding.where for finding in findings] == ["Perceel 1 › D Duurzaamheid"]
    assert findings[0].url == f"{reverse('tenders:criteria', args=[lot.pk])}#c{lot.criteria.get(code='D').pk}"


def test_publishing_needs_the_reference() -> None:
    lot = cast.lot()

    response = client_of(Role.OFFICER).post(url(lot.tender), {"reference": "T-2"})

    assert (response.status_code, Publication.objects.count()) == (422, 0)


def test_publishing_freezes() -> None:
    lot = cast.lot()
    client = client_of(Role.OFFICER)

    first = client.post(url(lot.tender), {"reference": "T-1"})
    second = client.post(url(lot.tender), {"reference": "T-1"})

    assert (first.status_code, second.status_code, Publication.objects.count()) == (302, 409, 1)


def test_open_points_block_publication() -> None:
    lot = cast.lot()
    lot.criteria.filter(code="P").update(weight=10)

    response = client_of(Role.OFFICER).post(url(lot.tender), {"reference": "T-1"})

    assert (response.status_code, Publication.objects.count()) == (409, 0)


def test_a_lawyer_does_not_publish() -> None:
    lot = cast.lot()

    assert client_of(Role.LAWYER).post(url(lot.tender), {"reference": "T-1"}).status_code == 403


def test_a_rule_that_is_missing_is_called_as_on_the_screen() -> None:
    lot = cast.lot()
    type(lot).objects.filter(pk=lot.pk).update(points=None, rounding_places=None)

    findings = client_of(Role.OFFICER).get(url(lot.tender)).context["findings"]

    assert [finding.where for finding in findings] == [
        "Perceel 1 › Punten voor 100%",
        "Perceel 1 › Decimalen bij afronding",
    ]
