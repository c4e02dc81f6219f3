"""From the award decision to the draft of the contract at the push of a button."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from clauses.models import ContractDraft
from procurement.organisations.models import Role
from tenders.models import Lot
from tests import award
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def lot() -> Lot:
    call_command("load_clauses", verbosity=0)
    return award.decided()


def address(lot: Lot) -> str:
    return reverse("tenders:start_contract", args=[lot.pk])


def test_an_officer_and_a_lawyer_start_it_and_others_do_not(lot: Lot) -> None:
    roles = (Role.PROJECT_LEAD, Role.CONTRACT_MANAGER, Role.AUDITOR, Role.OFFICER, Role.LAWYER)

    answered = {role: client_of(role).post(address(lot)).status_code for role in roles}

    assert answered == dict(zip(roles, (403, 403, 403, 302, 302), strict=True))
    assert client_of(Role.OFFICER, "Bellis").post(address(lot)).status_code == 404
    assert ContractDraft.objects.count() == 1


def test_it_leads_to_the_questions_and_says_what_was_done(lot: Lot) -> None:
    client = client_of(Role.OFFICER)

    page = client.post(address(lot), follow=True)

    draft = ContractDraft.objects.get()
    assert page.redirect_chain == [(reverse("clauses:fill_in", args=[draft.pk]), 302)]
    assert (
        page.content.decode().count("De toezeggingen van de winnende inschrijving staan in het concept.") == 1
    )


def test_the_page_of_the_documents_offers_it_for_an_awarded_lot_and_to_who_may(lot: Lot) -> None:
    documents = reverse("tenders:documents", args=[lot.tender_id])

    offered = {
        role: client_of(role).get(documents).content.decode().count(f'action="{address(lot)}"')
        for role in (Role.OFFICER, Role.LAWYER, Role.AUDITOR)
    }

    assert offered == {Role.OFFICER: 1, Role.LAWYER: 1, Role.AUDITOR: 0}


def test_before_the_award_it_is_not_offered_and_a_try_says_what_to_do() -> None:
    lot = award.in_evaluation()
    client = client_of(Role.OFFICER)

    page = client.post(address(lot), follow=True)

    documents = reverse("tenders:documents", args=[lot.tender_id])
    text = page.content.decode()
    assert page.redirect_chain == [(documents, 302)]
    assert text.count("Er is nog geen gunningsbeslissing die geldt. Neem die eerst.") == 1
    assert f'action="{address(lot)}"' not in text


def test_it_is_a_step_and_no_page(lot: Lot) -> None:
    assert client_of(Role.OFFICER).get(address(lot)).status_code == 405
