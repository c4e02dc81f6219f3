"""The checklist for lawyers in Word: of the draft as it is, or of what was published."""

from datetime import datetime

from django.utils import timezone

from procurement.documents.writers.docx import docx_bytes
from procurement.language import Language
from tenders.legal_draft import draft_from
from tenders.lint.draft import Draft
from tenders.lint.rules import RULES
from tenders.lint.run import Report, lint
from tenders.models import Tender
from tenders.published_form import form_digest, stored_form
from tenders.reports.legality_checklist import checklist_document
from tenders.services.contract_texts import contract_texts
from tenders.services.documents import file_stem
from tenders.services.legality import checked

NAME = "toetsrapport.docx"


def legality_checklist(*, tender: Tender, at: datetime, language: Language) -> tuple[str, bytes]:
    """File name and content. Raises `UnreadableTender` while the draft cannot be read.

    Of a published tender the newest version is checked, on the law of the day of its notice. A version of
    before answers were part of a publication is checked as its rows are.
    """
    draft, report, digest = _of_publication(tender) or (*checked(tender, at=at), form_digest(tender))
    local = timezone.localtime(at)
    document = checklist_document(draft, report, digest=digest, at=local, language=language)
    return f"{file_stem(tender)}-{NAME}", docx_bytes(document)


def _of_publication(tender: Tender) -> tuple[Draft, Report, str] | None:
    publication = tender.publications.order_by("-version").first()
    if publication is None:
        return None
    made_on = timezone.localtime(publication.made_at).date()
    draft = draft_from(tender, stored_form(publication), today=made_on, clauses=contract_texts(tender))
    return None if draft is None else (draft, lint(draft, RULES), publication.digest)
