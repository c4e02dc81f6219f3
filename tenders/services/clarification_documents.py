"""The nota van inlichtingen as a file in both languages, kept with the version that it belongs to."""

from collections.abc import Sequence

from django.utils import timezone

from procurement.audit.log import Head
from procurement.documents.writers.docx import docx_bytes
from procurement.language import Language
from tenders.models import Clarification, Publication, PublishedDocument
from tenders.publication.differences import Difference
from tenders.reports.clarification.document import clarification_document
from tenders.reports.clarification.model import Answered, ClarificationNote
from tenders.services.editions import edition_of
from tenders.services.published import LANGUAGES, keep_document


def nota_name(clarification: Clarification) -> str:
    return f"nota-van-inlichtingen-{clarification.number}.docx"


def keep_nota(
    row: Clarification, publication: Publication, changes: Sequence[Difference], *, log_head: Head
) -> list[PublishedDocument]:
    """`publication` is the version that holds from now on."""
    note = _note(row, publication, changes, log_head)
    return [
        keep_document(publication, nota_name(row), language, _bytes(publication, language, note))
        for language in LANGUAGES
    ]


def _bytes(publication: Publication, language: Language, note: ClarificationNote) -> bytes:
    edition = edition_of(publication.tender, language=language, publication=publication)
    return docx_bytes(clarification_document(edition, note))


def _note(
    row: Clarification, publication: Publication, changes: Sequence[Difference], log_head: Head
) -> ClarificationNote:
    assert row.published_at is not None
    questions = row.questions.order_by("position", "pk")
    is_next = publication.clarification_id == row.pk
    return ClarificationNote(
        number=row.number,
        published_at=timezone.localtime(row.published_at),
        answered=tuple(Answered(each.place, each.question, each.answer) for each in questions),
        changes=tuple(changes),
        reason=row.reason,
        is_substantial=row.is_substantial if is_next else None,
        new_deadline=timezone.localtime(row.new_deadline) if row.new_deadline and is_next else None,
        earlier_version=publication.version - 1 if is_next else None,
        log_head=log_head,
        why_not_substantial=row.why_not_substantial if is_next and row.is_substantial is False else "",
    )
