"""The checklist of the legality check as a download, for who answers for it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from procurement.words import asked_language
from tenders.scoring.files import UnreadableTender
from tenders.services.documents import WORD
from tenders.services.legality_checklist import legality_checklist
from tenders.views.access import reads_checklist, tender_or_404


@login_required
@require_safe
def checklist(request: HttpRequest, pk: int) -> HttpResponse:
    """In the asked language, else in that of the reader."""
    tender = tender_or_404(request.user, pk)
    if not reads_checklist(request.user, tender.organisation):
        raise PermissionDenied(
            _("Alleen een inkoper, jurist of auditor van deze organisatie haalt dit verslag op.")
        )
    try:
        filename, content = legality_checklist(
            tender=tender, at=timezone.now(), language=asked_language(request)
        )
    except UnreadableTender:
        messages.error(
            request, _("Het verslag van de toets is niet gemaakt. Maak eerst compleet wat hieronder staat.")
        )
        return redirect("tenders:legality", pk=tender.pk)
    response = HttpResponse(content, content_type=WORD)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=filename) or ""
    return response
