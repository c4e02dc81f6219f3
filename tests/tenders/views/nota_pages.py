"""The page of a nota van inlichtingen, for the tests of it."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from procurement.organisations.models import Role
from tenders.models import Clarification, Tender
from tenders.procedure.phases import Phase
from tenders.services.clarifications import version_of
from tests import cast
from tests.signing_in import client_of


def asked() -> Tender:
    """In the round of questions, with a deadline that lies ahead of the clock of this machine."""
    lot = cast.lot()
    Tender.objects.update(deadline=timezone.now() + timedelta(days=30))
    cast.published(Tender.objects.get(), Phase.CLARIFICATION)
    return lot.tender


def page(tender: Tender, number: int = 1) -> str:
    return reverse("tenders:clarification", args=[tender.pk, number])


def started(tender: Tender) -> Clarification:
    client_of(Role.OFFICER).post(reverse("tenders:clarifications", args=[tender.pk]))
    return Clarification.objects.get()


def text(row: Clarification, *questions: tuple[str, str], **grounds: str) -> dict[str, Any]:
    data: dict[str, Any] = {
        "act": "save",
        "seen": version_of(row),
        "question-TOTAL_FORMS": str(len(questions)),
        "question-INITIAL_FORMS": "0",
    }
    for place, (question, answer) in enumerate(questions):
        data |= {f"question-{place}-question": question, f"question-{place}-answer": answer}
    return data | {f"grounds-{name}": value for name, value in grounds.items()}


def publish(officer: Client, tender: Tender, shown: str | None = None) -> HttpResponse:
    """With the version that the page shows, or the one it showed earlier."""
    nota = officer.get(page(tender)).context["shown"] if shown is None else shown
    return officer.post(page(tender), {"act": "publish", "shown": nota}, follow=True)
