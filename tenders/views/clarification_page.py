"""What the page of one nota shows: what changed, what stands in the way, and its documents once it is out."""

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from tenders.forms.clarifications import ClarificationText
from tenders.models import Clarification, PublishedDocument
from tenders.procedure.clarification import needs_later_deadline, reasons_against
from tenders.scoring.files import UnreadableTender
from tenders.services.clarification_documents import nota_name
from tenders.services.coming_version import (
    approval_of,
    changes_of,
    coming_digest,
    newest_version,
    nota_of,
    nota_version,
)


def open_context(row: Clarification, text: ClarificationText, *, at: datetime, actor: User) -> dict[str, Any]:
    nota = nota_of(row, at=at, actor=actor)
    return {
        "text": text,
        "nota": nota,
        "version": newest_version(row.tender),
        "reasons": reasons_against(nota),
        "needs_later_deadline": needs_later_deadline(nota),
        "changes": _changes(row),
        "coming": coming_digest(row) if nota.documents_change else "",
        "shown": nota_version(row),
        "approval": approval_of(row) if nota.documents_change else None,
        "lots": list(row.tender.lots.order_by("number")),
    }


def closed_context(row: Clarification) -> dict[str, Any]:
    kept = PublishedDocument.objects.filter(publication__tender=row.tender_id, name=nota_name(row))
    return {
        "questions": list(row.questions.order_by("position", "pk")),
        "changes": _changes(row) if row.published_at else (),
        "documents": list(kept.select_related("publication").defer("content").order_by("-language")),
    }


def _changes(row: Clarification) -> Any:
    """None where the changed documents cannot be read yet: the check says what is missing."""
    try:
        return changes_of(row)
    except UnreadableTender:
        return None
