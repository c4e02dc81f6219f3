"""A document as a Word file to download, in the house style of its organisation."""

from django.http import HttpResponse
from django.utils.text import slugify

from clauses.house_styles import active_house_style
from clauses.models import ContractDraft
from procurement.documents.model import Document
from procurement.documents.writers.docx import docx_bytes

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_response(document: Document, draft: ContractDraft) -> HttpResponse:
    style = active_house_style(draft.organisation_id)
    response = HttpResponse(docx_bytes(document, style), content_type=WORD)
    name = slugify(draft.reference) or str(draft.pk)
    response["Content-Disposition"] = f'attachment; filename="concept-{name}.docx"'
    return response
