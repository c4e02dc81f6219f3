"""The page of the letters: preparing, the concept, sending with a confirmation, and what was sent."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Letter, LetterDraft, Lot
from tenders.services.transitions import take_step
from tests import cast
from tests.signing_in import client_of
from tests.tenders.services.decided import REASONS, decided
from tests.tenders.views.letters_pages import form

pytestmark = pytest.mark.django_db

SENT = {"send": "1", "today": "on", "left_out": "on"}


@pytest.fixture
def lot() -> Lot:
    return decided()


def page(lot: Lot) -> str:
    return reverse("tenders:letters", args=[lot.pk])


def download(client: Client, lot: Lot, code: str = "B", kind: str = "docx"):
    return client.get(reverse("tenders:letter", args=[lot.pk, code, kind]))


def test_without_a_decision_the_page_says_what_it_waits_for():
    lot = cast.lot_with_bids()

    shown = client_of().get(page(lot)).content.decode()

    assert "nog geen gunningsbeslissing" in shown


def test_the_page_lists_every_bidder_and_its_state(lot):
    shown = client_of().get(page(lot)).content.decode()

    assert [name in shown for name in ("Leverancier A", "Leverancier B", "Leverancier C")] == [True] * 3
    assert "Geblokkeerd" not in shown


def test_what_blocks_a_letter_is_named():
    shown = client_of().get(page(decided(reasons={**REASONS, "B": ""}))).content.decode()

    assert "Motivering bij ‘Service’: De motivering ontbreekt." in shown


def test_a_concept_says_that_it_was_not_sent(lot):
    answer = download(client_of(), lot)

    text = ZipFile(BytesIO(answer.content)).read("word/document.xml").decode()
    assert "CONCEPT. Deze brief is nog niet verzonden." in text


def test_the_preparation_is_kept(lot):
    answer = client_of().post(page(lot), form(court="de rechtbank Den Haag", **{"value-0": "on"}))

    draft = LetterDraft.objects.get()
    assert answer.status_code == 302
    assert (draft.court, draft.disclosed["P"]["shows_value"]) == ("de rechtbank Den Haag", True)


def test_an_older_preparation_is_refused_and_keeps_what_was_typed(lot):
    client_of().post(page(lot), form(court="een"))

    answer = client_of().post(page(lot), form(court="mijn rechtbank"))

    assert answer.status_code == 409
    assert "mijn rechtbank" in answer.content.decode()


def test_letters_are_not_sent_without_the_confirmation(lot):
    answer = client_of().post(page(lot), {"send": "1"})

    assert (answer.status_code, Letter.objects.count()) == (422, 0)


def test_what_was_sent_is_served_as_it_was(lot):
    client = client_of()
    client.post(page(lot), SENT)

    letter = Letter.objects.get(bid__code="B")

    assert download(client, lot).content == bytes(letter.word)
    assert download(client, lot, kind="odt").content == bytes(letter.open_document)
    assert letter.digest in client.get(page(lot)).content.decode()


def test_letters_about_a_withdrawn_decision_stay_available(lot):
    client = client_of()
    client.post(page(lot), SENT)
    sent = download(client, lot).content
    take_step(
        lot=lot, code="withdraw-decision", at=timezone.now(), actor=cast.person(Role.OFFICER), reason="Fout."
    )

    address = reverse("tenders:letter", args=[lot.pk, "B", "docx"])
    assert client.get(f"{address}?decision=1").content == sent
    assert client.get(f"{address}?decision=2").status_code == 404
    assert client.get(address).status_code == 404
    assert "?decision=1" in client.get(page(lot)).content.decode()


def test_letters_are_sent_once(lot):
    client = client_of()
    client.post(page(lot), SENT)

    answer = client.post(page(lot), SENT)

    assert (answer.status_code, Letter.objects.count()) == (409, 3)


def test_a_contract_manager_reads_and_sends_nothing(lot):
    client = client_of(Role.CONTRACT_MANAGER)

    answers = [client.get(page(lot)), client.post(page(lot), SENT)]

    assert [each.status_code for each in answers] == [200, 403]


def test_another_kind_of_file_or_bidder_is_not_there(lot):
    client = client_of()

    assert download(client, lot, kind="pdf").status_code == 404
    assert download(client, lot, code="Z").status_code == 404


def test_more_bids_cost_no_more_queries(lot):
    client, larger = client_of(), decided(of="T-2", more="DEF")
    with CaptureQueriesContext(connection) as few:
        client.get(page(lot))
    with CaptureQueriesContext(connection) as many:
        client.get(page(larger))

    assert len(many) == len(few)


def test_a_price_that_follows_from_the_points_is_shown_and_left_out_on_purpose_only(lot):
    client = client_of()

    shown = client.get(page(lot)).content.decode()
    refused = client.post(page(lot), {"send": "1", "today": "on"})
    client.post(page(lot), SENT)

    assert "Uit de punten van de winnaar en de bekendgemaakte formule volgt dat dit ligt van" in shown
    assert (refused.status_code, Letter.objects.count()) == (422, 3)
    assert json.loads(Event.objects.get(action="letters.sent").details)["left_out_in_vain"] == ["P", "D1"]


def test_what_the_letters_state_needs_no_second_confirmation(lot):
    client = client_of()
    client.post(page(lot), form(**{"value-0": "on", "value-1": "on", "value-2": "on", "text-1": "Sneller."}))

    answer = client.post(page(lot), {"send": "1", "today": "on"})

    assert (answer.status_code, Letter.objects.count()) == (302, 3)
