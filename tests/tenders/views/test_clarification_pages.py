"""The pages of the notas van inlichtingen, as an officer, a lawyer and a reader meet them."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Criterion, Publication, PublishedDocument
from tenders.services.coming_version import approval_of
from tests import cast
from tests.guards import lift_guards
from tests.signing_in import client_of
from tests.tenders.views.nota_pages import asked, page, started, text

pytestmark = pytest.mark.django_db


def test_an_officer_starts_a_nota_and_lands_on_its_page() -> None:
    tender = asked()

    response = client_of(Role.OFFICER).post(reverse("tenders:clarifications", args=[tender.pk]), follow=True)

    assert response.redirect_chain == [(page(tender), 302)]
    assert response.content.decode().count("Nota 1 is begonnen.") == 1


def test_a_second_nota_is_refused_with_the_reason() -> None:
    tender = asked()
    started(tender)

    response = client_of(Role.OFFICER).post(reverse("tenders:clarifications", args=[tender.pk]))

    assert response.status_code == 409
    assert (
        response.content.decode().count("Nota 1 staat nog open.") == 2
    )  # the refusal, and beside the button


def test_a_lawyer_reads_and_does_not_start() -> None:
    tender, lawyer = asked(), client_of(Role.LAWYER)
    address = reverse("tenders:clarifications", args=[tender.pk])

    assert (lawyer.get(address).status_code, lawyer.post(address).status_code) == (200, 403)


def test_questions_are_saved_and_empty_rows_left_out() -> None:
    row = started(asked())

    response = client_of(Role.OFFICER).post(page(row.tender), text(row, ("Grijs?", "Ja."), ("", "")))

    assert response.status_code == 302
    assert list(row.questions.values_list("question", "answer")) == [("Grijs?", "Ja.")]


def test_what_is_wrong_is_kept_as_typed() -> None:
    row = started(asked())

    response = client_of(Role.OFFICER).post(
        page(row.tender), text(row, ("", "Antwoord zonder vraag"), new_deadline="29-03-2026 02:30")
    )

    shown = response.content.decode()
    assert response.status_code == 422
    assert (shown.count("Antwoord zonder vraag"), shown.count("29-03-2026 02:30")) == (1, 1)
    assert shown.count("Dit tijdstip bestaat niet") == 1


def test_an_older_window_is_refused_and_kept_as_typed() -> None:
    row = started(asked())
    old = text(row, ("Zwart?", "Nee."))
    client_of(Role.OFFICER).post(page(row.tender), text(row, ("Grijs?", "Ja.")))

    response = client_of(Role.OFFICER).post(page(row.tender), old)

    assert response.status_code == 409
    assert response.content.decode().count("Zwart?") == 1


def test_a_lawyer_approves_only_the_changes_that_the_page_showed() -> None:
    tender = asked()
    row, lawyer = started(tender), client_of(Role.LAWYER)
    client_of(Role.OFFICER).post(page(tender), {"act": "amend"})
    Criterion.objects.filter(code="K").update(description="Wij vragen een plan.")
    shown = lawyer.get(page(tender)).context["coming"]
    Criterion.objects.filter(code="K").update(description="Wij vragen twee plannen.")

    late = lawyer.post(page(tender), {"act": "approve", "coming": shown})
    without = lawyer.post(page(tender), {"act": "approve"})

    assert (late.status_code, without.status_code) == (409, 409)
    assert approval_of(row) is None
    assert late.content.decode().count("gewijzigd nadat u deze pagina opende") == 1


def test_discarding_asks_for_a_reason_and_keeps_the_text() -> None:
    tender = asked()
    started(tender)
    officer = client_of(Role.OFFICER)

    refused = officer.post(page(tender), {"act": "discard", "reason": ""})
    done = officer.post(page(tender), {"act": "discard", "reason": "Niet nodig."}, follow=True)

    assert refused.status_code == 409
    assert done.content.decode().count("Verworpen op") == 1


def test_an_unknown_act_is_a_bad_request() -> None:
    tender = asked()
    started(tender)

    assert client_of(Role.OFFICER).post(page(tender), {"act": "alles"}).status_code == 400


def test_another_organisation_sees_nothing() -> None:
    tender = asked()
    started(tender)
    elsewhere = Client()
    elsewhere.force_login(cast.person(Role.OFFICER, "Bellis"))

    statuses = [
        elsewhere.get(address).status_code
        for address in (
            page(tender),
            reverse("tenders:clarifications", args=[tender.pk]),
            reverse("tenders:published_document", args=[tender.pk, 1, "gunningscriteria.docx"]),
        )
    ]

    assert statuses == [404, 404, 404]


def test_the_documents_page_serves_the_published_bytes_of_each_version() -> None:
    """Also where the program would make them otherwise today."""
    tender = asked()
    lift_guards("tenders_publisheddocument")
    PublishedDocument.objects.update(content=b"zoals het was")
    kept = Publication.objects.get().documents.get(name="gunningscriteria.docx", language="nl")
    client = client_of(Role.OFFICER)

    shown = client.get(reverse("tenders:documents", args=[tender.pk])).content.decode()
    newest = client.get(reverse("tenders:document", args=[tender.pk, kept.name]), {"language": "nl"})
    first = client.get(
        reverse("tenders:published_document", args=[tender.pk, 1, kept.name]), {"language": "nl"}
    )

    assert shown.count(kept.digest) == 1
    assert newest.content == first.content == b"zoals het was"


def test_more_questions_cost_no_more_queries(django_assert_max_num_queries: Any) -> None:
    row = started(asked())
    client, address = client_of(Role.OFFICER), page(row.tender)
    counts = []
    for rows in (1, 30):
        client.post(address, text(row, *(("Vraag?", "Antwoord."),) * rows))
        with django_assert_max_num_queries(100) as counted:
            client.get(address)
        counts.append(len(counted))

    assert counts[0] == counts[1]


def test_while_the_documents_are_open_the_ordinary_pages_change_them() -> None:
    tender = asked()
    started(tender)
    officer, lot = client_of(Role.OFFICER), tender.lots.get()
    requirement = reverse("admin:tenders_requirement_change", args=[lot.requirements.get().pk])
    data = {"position": "1", "kind": "requirement", "code": "E1", "title": "Garantie", "text": "Vijf jaar.",
            "proof": "", "basis": ""}  # fmt: skip
    closed = officer.post(requirement, data).status_code
    officer.post(page(tender), {"act": "amend"})

    opened = officer.post(requirement, data).status_code

    assert (closed, opened, lot.requirements.get().text) == (403, 302, "Vijf jaar.")
    shown = officer.get(page(tender)).content.decode()
    assert (shown.count("Drie jaar garantie."), shown.count("Vijf jaar.")) == (1, 1)
