"""The check before publication names each open point; publishing asks for the reference and freezes."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from procurement.organisations.models import Role
from tenders.models import Clarification, Lot, Publication, Tender
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


def test_weights_that_do_not_add_up_are_told_before_the_award_rule_is_complete() -> None:
    lot = cast.lot()
    Lot.objects.filter(pk=lot.pk).update(award_method="")
    lot.criteria.filter(code="P").update(weight=55)

    findings = client_of(Role.OFFICER).get(url(lot.tender)).context["findings"]

    assert [(finding.where, finding.message) for finding in findings] == [
        ("Perceel 1 › Gunningsmethode", "Dit veld ontbreekt. Vul het in."),
        ("Perceel 1", "De gewichten van perceel 1 tellen op tot 95%. Nog 5% te verdelen."),
    ]


@pytest.mark.parametrize(("days", "warns"), [(-1, True), (1, False)])
def test_a_deadline_that_has_passed_is_told_before_publication(days: int, warns: bool) -> None:
    lot = cast.lot()
    lot.tender.deadline = timezone.now() + timedelta(days=days)
    lot.tender.save()

    page = client_of(Role.OFFICER).get(url(lot.tender))

    assert page.context["is_late"] == warns


def test_a_requirement_is_added_from_here_and_leads_back() -> None:
    lot = cast.lot()

    page = client_of(Role.OFFICER).get(url(lot.tender)).content.decode()

    asked = f"?lot={lot.pk}&amp;next={url(lot.tender)}"
    assert page.count(f'href="{reverse("admin:tenders_requirement_add")}{asked}"') == 1


@pytest.mark.parametrize(("days", "warned"), [(39, 1), (41, 0)])
def test_too_little_time_for_bidders_is_told_of(days: int, warned: int) -> None:
    tender = cast.lot().tender
    Tender.objects.update(deadline=timezone.now() + timedelta(days=days))

    shown = client_of(Role.OFFICER).get(url(tender)).content.decode()

    assert shown.count("Voor deze procedure zijn het er ten minste 40") == warned


def test_open_documents_show_what_is_missing_while_a_nota_is_written() -> None:
    lot = cast.lot()
    cast.published(lot.tender)
    Clarification.objects.create(tender=lot.tender, number=1, opened_at=cast.NOW, is_amending=True)
    lot.criteria.filter(code="D1").update(weight=20)

    shown = client_of(Role.OFFICER).get(url(lot.tender)).content.decode()

    assert shown.count("Perceel 1 › D Duurzaamheid") == 1
