"""The record of the consensus meeting as a download: who gets it, and the copy with names."""

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Lot
from tenders.procedure.phases import Phase
from tests import award, meeting
from tests.signing_in import client_of

pytestmark = pytest.mark.django_db
CONSENSUS = Lot.Combination.CONSENSUS


@pytest.fixture
def officer() -> Client:
    return client_of(Role.OFFICER)


def record_address(lot: Lot, query: str = "") -> str:
    return reverse("tenders:consensus_record", args=[lot.pk]) + query


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_record_is_a_word_file(officer: Client, language: str) -> None:
    lot = meeting.published(meeting.judged_lot(CONSENSUS))

    response = officer.get(record_address(lot, f"?language={language}"))

    assert response.status_code == 200
    assert response["Content-Disposition"] == 'attachment; filename="T-1-verslag-overleg-perceel-1.docx"'


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.OFFICER, 200), (Role.PROJECT_LEAD, 403), (Role.LAWYER, 403), (Role.AUDITOR, 403)],
)
def test_the_copy_with_names_is_for_the_secretary(role: Role, status: int) -> None:
    lot = meeting.published(meeting.judged_lot(CONSENSUS))

    assert client_of(role).get(record_address(lot, "?exemplaar=secretaris")).status_code == status


def test_there_is_no_record_before_the_meeting(officer: Client) -> None:
    lot = meeting.published(meeting.judged_lot(CONSENSUS), Phase.ASSESSMENT)

    assert officer.get(record_address(lot)).status_code == 404


@pytest.mark.parametrize(
    ("phase", "status"), [(Phase.ASSESSMENT, 404), (Phase.CONSENSUS, 200), (Phase.PRICE_OPENING, 200)]
)
def test_a_lot_that_was_ended_keeps_its_record(officer: Client, phase: Phase, status: int) -> None:
    lot = meeting.published(meeting.judged_lot(CONSENSUS), phase)
    award.step(lot, "stop")

    documents = officer.get(reverse("tenders:documents", args=[lot.tender_id])).content.decode()

    assert officer.get(record_address(lot)).status_code == status
    assert (record_address(lot) in documents) is (phase is Phase.PRICE_OPENING)


def test_the_documents_page_offers_the_record_once_the_scores_are_locked(officer: Client) -> None:
    lot = meeting.published(meeting.judged_lot(CONSENSUS))
    documents = reverse("tenders:documents", args=[lot.tender_id])

    before = list(officer.get(documents).context["records"])
    meeting.in_phase(lot, Phase.PRICE_OPENING)
    after = list(officer.get(documents).context["records"])

    assert (before, after) == ([], [lot])
