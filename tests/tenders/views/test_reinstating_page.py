"""Two people undo a wrong rejection on the page of the bids that fell away."""

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tests import cast
from tests.tenders.services.reinstated import WHY, bid_of, fallen, in_evaluation

pytestmark = pytest.mark.django_db


def test_a_lawyer_signs_on_the_page_and_an_officer_seconds(client: Client) -> None:
    lot = fallen(in_evaluation())
    page, row = reverse("tenders:fallen", args=[lot.pk]), bid_of(lot)
    client.force_login(cast.person(Role.LAWYER))
    empty = client.post(page, {"reinstate": "1"})
    client.post(page, {"reinstate": "1", "undo-bid": row.pk, "undo-reason": WHY})
    own = client.post(page, {"second": "1", "second-ruling": ""})
    client.force_login(cast.person(Role.OFFICER))

    shown = client.get(page).content.decode()
    done = client.post(page, {"second": "1", "second-ruling": "zaak 12"}, follow=True).content.decode()

    assert (empty.status_code, own.status_code, WHY in shown) == (422, 409, True)
    assert ("Inschrijving B doet weer mee." in done, "Uitspraak: zaak 12." in done) == (True, True)


def test_an_auditor_signs_nothing_on_the_page(client: Client) -> None:
    lot = fallen(in_evaluation())
    client.force_login(cast.person(Role.AUDITOR))

    answered = client.post(reverse("tenders:fallen", args=[lot.pk]), {"reinstate": "1"})

    assert answered.status_code == 403
