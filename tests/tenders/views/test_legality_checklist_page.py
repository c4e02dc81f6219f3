"""The checklist of the legality check as a download: of the draft, or of what was published."""

import io

import docx
import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import Criterion, LegalAnswers, Lot, Tender
from tenders.published_form import form_digest
from tenders.services.legal_reasons import About, give_reason
from tenders.services.legality import checked
from tests import cast
from tests.guards import without_guards

pytestmark = pytest.mark.django_db

LABEL = "Controlegetal van het getoetste concept (SHA-256)"


def address(tender: Tender) -> str:
    return reverse("tenders:legality_checklist", args=[tender.pk])


def reader(role: Role = Role.LAWYER) -> Client:
    client = Client()
    client.force_login(cast.person(role))
    return client


def tables(tender: Tender, language: str = "nl") -> list[list[list[str]]]:
    answer = reader().get(address(tender), {"language": language})
    document = docx.Document(io.BytesIO(answer.content))
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def particulars(tender: Tender) -> dict[str, str]:
    return {row[0]: row[1] for row in tables(tender)[0]}


@pytest.mark.parametrize("role", [Role.OFFICER, Role.LAWYER, Role.AUDITOR])
def test_who_signs_it_and_who_audits_get_it_as_a_word_file(role: Role) -> None:
    answer = reader(role).get(address(cast.lot().tender))

    assert answer["Content-Disposition"] == 'attachment; filename="T-1-toetsrapport.docx"'
    assert answer.content[:2] == b"PK"


@pytest.mark.parametrize("role", [Role.PROJECT_LEAD, Role.CONTRACT_MANAGER])
def test_who_neither_signs_nor_audits_does_not_get_it(role: Role) -> None:
    assert reader(role).get(address(cast.lot().tender)).status_code == 403


def test_an_auditor_gets_that_of_a_published_tender() -> None:
    tender = cast.published(cast.lot().tender).tender

    assert reader(Role.AUDITOR).get(address(tender)).content[:2] == b"PK"


def test_a_draft_is_known_by_the_digest_that_a_lawyer_approves() -> None:
    tender = cast.lot().tender

    assert particulars(tender)[LABEL].replace(" ", "") == form_digest(tender)


def test_of_a_published_tender_the_publication_is_checked_on_the_law_of_its_day() -> None:
    publication = cast.published(cast.lot().tender)
    with without_guards("tenders_lot"):  # as while a nota has the documents open for change
        Lot.objects.update(points=1000)

    found = particulars(publication.tender)

    assert found[LABEL].replace(" ", "") == publication.digest
    assert found["Recht van"] == "14 september 2026"


@pytest.mark.parametrize(("language", "outcome"), [("nl", "Gemotiveerd"), ("en", "Reason given")])
def test_the_reason_of_a_lawyer_stands_with_its_rule_also_after_publication(
    language: str, outcome: str
) -> None:
    tender = cast.lot().tender
    Criterion.objects.filter(code="K").update(
        description="Een ISO 14001-certificaat of gelijkwaardig telt voor 10% van de kwaliteit."
    )
    for judged in checked(tender, at=cast.PUBLISHED_AT)[1].judged:
        for finding in judged.open:
            about = About(rule=judged.rule.code, place=finding.place, quote=finding.quote)
            give_reason(
                tender=tender,
                about=about,
                text="Het hoort bij het wissen.",
                at=cast.PUBLISHED_AT,
                actor=cast.person(Role.LAWYER),
            )
    cast.published(tender)

    given = [row for row in tables(tender, language)[1] if "Het hoort bij het wissen." in row[3]]

    assert [(row[0].split()[0], row[2]) for row in given] == [("L12", outcome)]
    assert "K Service" in given[0][3]


def test_a_draft_that_cannot_be_read_leads_to_what_is_not_complete() -> None:
    tender = cast.lot().tender
    LegalAnswers.objects.filter(tender=tender).update(answers={"contract": {"merged": "misschien"}})

    answer = reader().get(address(tender))

    assert (answer.status_code, answer["Location"]) == (302, reverse("tenders:legality", args=[tender.pk]))


@pytest.mark.parametrize("page", ["tenders:documents", "tenders:legality"])
@pytest.mark.parametrize(
    ("role", "offered"), [(Role.LAWYER, True), (Role.AUDITOR, True), (Role.PROJECT_LEAD, False)]
)
def test_the_pages_offer_it_to_who_gets_it(page: str, role: Role, offered: bool) -> None:
    tender = cast.lot().tender

    shown = reader(role).get(reverse(page, args=[tender.pk])).content.decode()

    assert (address(tender) in shown) == offered
