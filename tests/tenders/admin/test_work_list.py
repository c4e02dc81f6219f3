"""The front page of the admin: what waits on the officer, and what to do first when nothing does."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from procurement.organisations.models import Role
from tests import cast

pytestmark = pytest.mark.django_db


def officer_client(of: str = "Amaranth") -> Client:
    client = Client()
    client.force_login(cast.person(Role.OFFICER, of))
    return client


def test_an_empty_list_says_what_to_do_first() -> None:
    content = officer_client().get(reverse("admin:index")).content.decode()

    assert "Er zijn nog geen aanbestedingen. Maak eerst een aanbesteding met een perceel." in content


def test_it_counts_and_names_what_waits() -> None:
    cast.tender()
    cast.lot(cast.tender(reference="T-2"))

    response = officer_client().get(reverse("admin:index"))

    actions = {item.tender.reference: item.progress.action.label for item in response.context["work"]}
    assert actions == {"T-1": "Voeg een perceel toe", "T-2": "Bekijk de toets"}
    assert "2 aanbestedingen wachten op u." in response.content.decode()


def test_another_organisation_sees_its_own_work_only() -> None:
    cast.tender()

    response = officer_client("Bellis").get(reverse("admin:index"))

    assert response.context["work"] == []


def test_the_models_stand_under_their_task() -> None:
    response = officer_client().get(reverse("admin:index"))

    assert [str(title) for title, _models in response.context["tasks"]] == [
        "Voorbereiden",
        "Beoordelen",
        "Contract",
        "Verantwoorden",
    ]


def test_it_costs_the_same_for_one_tender_and_for_many() -> None:
    client, url = officer_client(), reverse("admin:index")
    cast.lot_with_bids()
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)

    for number in range(2, 6):
        cast.lot_with_bids(cast.tender(reference=f"T-{number}"))
    with CaptureQueriesContext(connection) as many:
        client.get(url)

    assert len(many) == len(few)
