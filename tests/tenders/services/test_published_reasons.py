"""What bidders read of the legality check: the annex that was published, in both languages."""

import io
import subprocess
from pathlib import Path

import docx
import pytest

from procurement.language import Language
from tenders.models import Criterion, LegalReason, Lot, PublishedDocument, Tender
from tenders.services.documents import CRITERIA, document_bytes, open_document_bytes
from tenders.services.legality_checklist import legality_checklist
from tests import cast
from tests.libreoffice import to_pdf

pytestmark = pytest.mark.django_db

QUOTE = "Een ISO 14001-certificaat of gelijkwaardig telt voor 10% van de kwaliteit."
WHY = "Het certificaat gaat hier over het wissen van de laptops uit deze opdracht."
OFFICES = "Belastingdienst, Rijkswaterstaat en Nederlandse Arbeidsinspectie."


def with_a_certificate() -> Lot:
    """A draft that scores a certificate, which asks a lawyer's reason."""
    lot = cast.lot()
    Criterion.objects.filter(lot=lot, code="K").update(description=QUOTE)
    return lot


def reasoned(lot: Lot, text: str = WHY) -> Tender:
    place = "lots[0].criteria[1].account.description"
    LegalReason.objects.create(
        tender=lot.tender, rule="L12", place=place, quote=QUOTE, text=text, given_at=cast.PUBLISHED_AT
    )
    return lot.tender


def published_words(tender: Tender, language: Language) -> list[str]:
    """Of the paragraphs and tables that bidders got."""
    row = PublishedDocument.objects.get(publication__tender=tender, name=CRITERIA, language=language)
    document = docx.Document(io.BytesIO(bytes(row.content)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(each.text for each in document.paragraphs), *cells]


@pytest.mark.parametrize(
    ("language", "chapters"),
    [
        ("nl", ("Verantwoording", "Motivering van afwijkingen")),
        ("en", ("What the law asks us to state", "Reasons for deviations")),
    ],
)
def test_the_published_annex_prints_the_reason_and_what_the_law_wants_said(
    language: Language, chapters: tuple[str, str]
) -> None:
    tender = reasoned(with_a_certificate())
    cast.published(tender)

    words = published_words(tender, language)

    assert [chapter in words for chapter in chapters] == [True, True]
    assert [words.count(each) for each in (WHY, OFFICES)] == [1, 1]


def test_a_tender_without_deviations_prints_no_chapter_about_them() -> None:
    tender = cast.lot().tender
    cast.published(tender)

    assert "Motivering van afwijkingen" not in published_words(tender, "nl")


@pytest.mark.libreoffice
@pytest.mark.parametrize("language", ["nl", "en"])
def test_annex_and_checklist_open_as_pages(language: Language, tmp_path: Path) -> None:
    tender = reasoned(with_a_certificate())
    checklist = legality_checklist(tender=tender, at=cast.PUBLISHED_AT, language=language)[1]
    annex = document_bytes(tender=tender, name=CRITERIA, language=language)[2]
    odt = open_document_bytes(tender=tender, name="gunningscriteria.odt", language=language)[2]

    found = {}
    for name, content in (("checklist.docx", checklist), ("annex.docx", annex), ("annex-2.odt", odt)):
        path = tmp_path / name
        path.write_bytes(content)
        pdf = to_pdf(path, tmp_path)
        text = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
        found[name] = " ".join(text.split()).count(WHY)

    assert found == {"checklist.docx": 1, "annex.docx": 1, "annex-2.odt": 1}
