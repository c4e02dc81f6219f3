"""The admin shows the rows of one's own organisations only, at the same cost for one row or for many."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Bid, Lot, Supplier, Tender
from tenders.procedure.phases import Phase
from tests import cast
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db

LISTS = ("tender", "lot", "criterion", "requirement", "scale", "supplier", "evidence", "bid", "draw")
ROWS = {"tender": Tender, "lot": Lot, "bid": Bid, "supplier": Supplier}


def change_url(model: str) -> str:
    return reverse(f"admin:tenders_{model}_change", args=[ROWS[model].objects.earliest("pk").pk])


def queries_of(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200
    return len(queries)


@pytest.mark.parametrize("model", [*LISTS, "publication", "evaluation"])
def test_a_list_answers_the_officer(model: str) -> None:
    cast.lot_with_bids()

    response = client_of(Role.OFFICER).get(reverse(f"admin:tenders_{model}_changelist"))

    assert response.status_code == 200


@pytest.mark.parametrize("model", ["tender", "lot", "criterion", "requirement", "supplier", "bid"])
def test_a_list_holds_nothing_of_another_organisation(model: str) -> None:
    cast.lot_with_bids()
    url = reverse(f"admin:tenders_{model}_changelist")

    ours = client_of(Role.OFFICER).get(url).context["cl"].result_count
    theirs = client_of(Role.OFFICER, "Bellis").get(url).context["cl"].result_count

    assert (ours > 0, theirs) == (True, 0)


@pytest.mark.parametrize("model", list(ROWS))
def test_a_row_of_another_organisation_does_not_exist(model: str) -> None:
    cast.lot_with_bids()

    response = client_of(Role.OFFICER, "Bellis").get(change_url(model))

    assert response.status_code == 404


@pytest.mark.parametrize("model", list(ROWS))
def test_an_assessor_does_not_reach_the_admin(model: str) -> None:
    cast.lot_with_bids()

    response = client_of(Role.JUROR).get(change_url(model))

    assert response.status_code == 302
    assert response.headers["Location"].startswith(reverse("admin:login"))


def test_the_choices_of_a_form_are_of_ones_own_organisation() -> None:
    cast.tender(of="Bellis", reference="T-9")

    form = client_of(Role.OFFICER).get(reverse("admin:tenders_tender_add")).context["adminform"].form

    assert [str(row) for row in form.fields["organisation"].queryset] == ["Amaranth"]


def test_an_officer_cannot_put_a_lot_in_a_tender_of_another_organisation() -> None:
    theirs = cast.tender(of="Bellis", reference="T-9")

    response = client_of(Role.OFFICER).post(
        reverse("admin:tenders_lot_add"), {"tender": theirs.pk, "number": 1, "title": "Ingeslopen"}
    )

    assert "tender" in response.context["adminform"].form.errors
    assert Lot.objects.count() == 0


@pytest.mark.parametrize("model", ["tender", "lot", "criterion", "bid", "supplier"])
def test_a_list_costs_the_same_for_many_rows(model: str) -> None:
    client, url = client_of(Role.OFFICER), reverse(f"admin:tenders_{model}_changelist")
    cast.lot_with_bids()
    client.get(url)  # the session and the content types are read once
    few = queries_of(client, url)

    for number in range(2, 5):
        cast.lot_with_bids(cast.tender(reference=f"T-{number}"))

    assert queries_of(client, url) == few


def test_a_published_lot_is_read_only_with_the_reason() -> None:
    lot = cast.lot()
    cast.published(lot.tender, Phase.EVALUATION)

    response = client_of(Role.OFFICER).get(change_url("lot"))

    assert response.context["has_change_permission"] is False
    assert response.context["frozen_reason"].startswith("Deze aanbesteding is gepubliceerd.")


def test_a_published_lot_cannot_be_changed_by_posting() -> None:
    lot = cast.lot()
    cast.published(lot.tender, Phase.EVALUATION)

    response = client_of(Role.OFFICER).post(
        change_url("lot"), {"tender": lot.tender_id, "number": 1, "title": "X"}
    )

    assert response.status_code == 403
    assert Lot.objects.get().title == "Laptops"


def test_a_decimal_typed_with_a_point_is_refused_with_what_to_do() -> None:
    tender = cast.tender()

    response = client_of(Role.OFFICER).post(
        reverse("admin:tenders_lot_add"),
        {"tender": tender.pk, "number": 1, "title": "Laptops", "estimated_value": "12.5"},
    )

    errors = response.context["adminform"].form.errors["estimated_value"]
    assert errors == ["‘12.5’ is niet duidelijk. Gebruik een komma voor de decimalen, bijvoorbeeld 12,5."]


def test_a_dutch_amount_is_saved_to_the_cent() -> None:
    tender = cast.tender()

    client_of(Role.OFFICER).post(
        reverse("admin:tenders_lot_add"),
        {"tender": tender.pk, "number": 1, "title": "Laptops", "estimated_value": "1.234.567,89"},
    )

    assert str(Lot.objects.get().estimated_value) == "1234567.89"
