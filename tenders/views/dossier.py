"""The dossier of a tender: what is in it, when it can be made, and the download."""

from collections.abc import Sequence

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from procurement.audit.attempts import mark_refusal
from procurement.language import Text
from procurement.organisations.access import has_role
from tenders.models import Tender
from tenders.services.dossier import dossier_name, reasons_against_dossier, write_dossier
from tenders.services.phases import Refused
from tenders.stages import progress_of_one
from tenders.views.access import LOG_READERS, tender_or_404


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def dossier(request: HttpRequest, pk: int) -> HttpResponse:
    """Making one is an event in the log, so the download is a POST."""
    tender = tender_or_404(request.user, pk)
    if not has_role(request.user, tender.organisation, *LOG_READERS):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, tender, reasons_against_dossier(tender))
    assert request.user.is_authenticated
    try:
        content = write_dossier(tender=tender, at=timezone.now(), actor=request.user)
    except Refused as refusal:
        mark_refusal(request)
        return _page(request, tender, refusal.reasons, status=409)
    response = HttpResponse(content, content_type="application/zip")
    name = content_disposition_header(as_attachment=True, filename=dossier_name(tender))
    response["Content-Disposition"] = name or ""
    return response


def _page(
    request: HttpRequest, tender: Tender, reasons: Sequence[Text], *, status: int = 200
) -> HttpResponse:
    context = {
        "tender": tender,
        "lot": tender.lots.order_by("number").first(),
        "reasons": reasons,
        "stepper": progress_of_one(tender, now=timezone.now()),
    }
    return render(request, "tenders/dossier.html", context, status=status)
