"""The page of the dossier: the download for who may, the reason for who is early."""

import pytest
from django.urls import reverse

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.dossier.verify import verify_dossier
from tenders.models import Lot
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tests import cast
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


def evaluated() -> Lot:
    lot = cast.lot_with_bids()
    cast.published(lot.tender, Phase.EVALUATION)
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))
    return lot


def page_of(lot: Lot) -> str:
    return reverse("tenders:dossier", args=[lot.tender_id])


@pytest.mark.parametrize("role", [Role.OFFICER, Role.LAWYER, Role.PROJECT_LEAD, Role.AUDITOR])
def test_the_download_is_accepted_and_logged(role: Role) -> None:
    lot = evaluated()

    answer = client_of(role).post(page_of(lot))

    assert answer.headers["Content-Disposition"] == 'attachment; filename="T-1-dossier.zip"'
    assert verify_dossier(answer.content).rankings == 1
    assert Event.objects.latest("sequence").actor == cast.person(role)


@pytest.mark.parametrize(
    ("role", "status"), [(Role.CONTRACT_MANAGER, 403), (Role.JUROR, 404), (Role.ORGANISATION_ADMIN, 404)]
)
def test_others_do_not_get_it(role: Role, status: int) -> None:
    lot = evaluated()

    assert client_of(role).post(page_of(lot)).status_code == status


def test_before_the_prices_are_open_the_page_says_why_not() -> None:
    lot = evaluated()
    cast.in_phase(lot, Phase.CONSENSUS)
    client = client_of(Role.OFFICER)

    answer = client.post(page_of(lot))

    assert answer.status_code == 409
    assert "Perceel 1 is in de fase ‘Consensus’." in answer.content.decode()
    assert 'aria-disabled="true"' in client.get(page_of(lot)).content.decode()
