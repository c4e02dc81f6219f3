"""The check before publication, and publishing itself."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.language import Text
from tenders.models import Tender
from tenders.procedure.deadlines import has_passed
from tenders.procedure.time_limits import too_short
from tenders.services.frozen import is_amending
from tenders.services.phases import Refused
from tenders.services.publish import publish
from tenders.stages import progress_of_one
from tenders.views.access import may_edit, require_editor, tender_or_404
from tenders.views.findings import findings_of_tender


@login_required
@require_http_methods(["GET", "POST"])
def check_page(request: HttpRequest, pk: int) -> HttpResponse:
    tender = tender_or_404(request.user, pk)
    status, now = 200, timezone.now()
    if request.method == "POST":
        require_editor(request.user, tender.organisation)
        if request.POST.get("reference", "").strip() != tender.reference:
            messages.error(request, _("Niet gepubliceerd. Typ het kenmerk precies zoals het hier staat."))
            status = 422
        elif _published(request, tender):
            return redirect("tenders:check", pk=tender.pk)
        else:
            status = 409
    context = {
        "tender": tender,
        "publication": tender.publications.first(),
        "findings": findings_of_tender(tender),
        "lots": tender.lots.all(),
        "may_edit": may_edit(request.user, tender.organisation),
        "is_late": tender.deadline is not None and tender.deadline < now,
        "time_warning": _time_warning(tender, now),
        "is_amending": is_amending(tender),
        "stepper": progress_of_one(tender, now=now),
    }
    return render(request, "tenders/check.html", context, status=status)


def _published(request: HttpRequest, tender: Tender) -> bool:
    try:
        publish(tender=tender, at=timezone.now(), actor=request.user)  # type: ignore[arg-type]
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason.to(get_language() or "nl"))
        return False
    messages.success(request, _("Gepubliceerd. De criteria en de regels zijn nu bevroren."))
    return True


def _time_warning(tender: Tender, now: datetime) -> Text | None:
    """Where publishing now leaves bidders less time than the act asks."""
    if tender.deadline is None or has_passed(tender.deadline, now):
        return None
    return too_short(tender.procedure, sent_at=now, deadline=tender.deadline)
