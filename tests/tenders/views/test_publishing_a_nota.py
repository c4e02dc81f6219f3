"""From open documents to the next version, by an officer and a lawyer."""

import pytest
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Criterion, Publication
from tests.signing_in import client_of
from tests.tenders.views.nota_pages import asked, page, publish, started, text

pytestmark = pytest.mark.django_db


def test_an_answer_that_was_changed_meanwhile_is_not_published() -> None:
    tender = asked()
    row, officer = started(tender), client_of(Role.OFFICER)
    officer.post(page(tender), text(row, ("Grijs?", "Ja.")))
    shown = officer.get(page(tender)).context["shown"]
    officer.post(page(tender), text(row, ("Grijs?", "Nee.")))

    refused = [publish(officer, tender, shown), publish(officer, tender, "")]

    row.refresh_from_db()
    assert ([answer.status_code for answer in refused], row.published_at) == ([409, 409], None)
    assert publish(officer, tender).status_code == 200
    row.refresh_from_db()
    assert row.published_at is not None


def test_from_open_documents_to_the_next_version() -> None:
    tender = asked()
    row, officer = started(tender), client_of(Role.OFFICER)
    officer.post(page(tender), {"act": "amend"})
    Criterion.objects.filter(code="K").update(description="Wij vragen een plan.")
    banner = officer.get(reverse("tenders:criteria", args=[tender.lots.get().pk])).content.decode()
    why = "De vraag is dezelfde, zij staat er nu alleen volledig."
    officer.post(
        page(tender),
        text(row, reason="Fout hersteld.", is_substantial="no", why_not_substantial=why),
    )
    refused = publish(officer, tender)
    lawyer = client_of(Role.LAWYER)
    lawyer.post(page(tender), {"act": "approve", "coming": lawyer.get(page(tender)).context["coming"]})

    published = publish(officer, tender)

    assert banner.count("U werkt aan nota 1. Inschrijvers zien nog versie 1.") == 1
    assert refused.status_code == 409
    assert Publication.objects.filter(clarification=row).get().version == 2
    assert published.content.decode().count("Wij vragen een plan.") == 1
    assert published.content.decode().count("nota-van-inlichtingen-1.docx/?language=") == 2
