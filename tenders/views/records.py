"""The records of a lot as Word or OpenDocument files."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from procurement.documents.writers.docx import docx_bytes
from procurement.documents.writers.odt import odt_bytes
from procurement.words import asked_language
from tenders.models import Lot
from tenders.reports.files import file_name
from tenders.services.notice_sending import sent_file
from tenders.services.records import made_record
from tenders.views.access import lot_or_404
from tenders.views.letters import TYPES, WORD


@login_required
@require_safe
def record(request: HttpRequest, pk: int, name: str, kind: str) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    if kind not in TYPES:
        raise Http404
    content = sent_file(lot, name, is_word=kind == WORD) or _made_now(request, lot, name, kind)
    filename = file_name(lot.tender.reference, f"{name}-perceel-{lot.number}.{kind}")
    response = HttpResponse(content, content_type=TYPES[kind])
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=filename) or ""
    return response


def _made_now(request: HttpRequest, lot: Lot, name: str, kind: str) -> bytes:
    made = made_record(lot, name, asked_language(request))
    if made is None:
        raise Http404
    return docx_bytes(made) if kind == WORD else odt_bytes(made)
