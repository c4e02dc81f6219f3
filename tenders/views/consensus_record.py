"""The record of the consensus meeting as a download; the copy with names is for the secretary."""

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from procurement.words import asked_language
from tenders.reports.files import consensus_name
from tenders.services.consensus_record import consensus_record
from tenders.services.documents import file_stem
from tenders.services.meeting import MET
from tenders.services.phase_records import phase_reached
from tenders.services.pseudonyms import sees_names
from tenders.views.access import lot_or_404

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SECRETARY = "secretaris"


@login_required
@require_safe
def record(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    if phase_reached(lot) not in MET or not lot.assessors.exists():
        raise Http404
    with_names = request.GET.get("exemplaar") == SECRETARY
    if with_names and not sees_names(request.user, lot.tender.organisation):
        raise PermissionDenied
    name = f"{file_stem(lot.tender)}-{consensus_name(str(lot.number), with_names=with_names)}"
    content = consensus_record(lot=lot, language=asked_language(request), with_names=with_names)
    response = HttpResponse(content, content_type=WORD)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response
