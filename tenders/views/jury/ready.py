"""The last look of an assessor: what is missing, and the button that makes the scores final."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.words import readers_language
from tenders.models import Assessor
from tenders.procedure.phases import Phase
from tenders.services.jury import duty_of
from tenders.services.phases import Refused, phase_of
from tenders.services.scoring_alone import make_ready
from tenders.services.unfinished import Gap, unfinished
from tenders.views.jury.access import assessor_or_404


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ready(request: HttpRequest, pk: int) -> HttpResponse:
    assessor = assessor_or_404(request.user, pk)
    if phase_of(assessor.lot) is not Phase.ASSESSMENT:
        raise Http404
    if request.method != "POST":
        return _page(request, assessor)
    try:
        make_ready(assessor=assessor, at=timezone.now())
    except Refused as refused:
        return _page(request, assessor, refused=refused, status=409)
    messages.success(request, _("Uw scores zijn definitief."))
    return redirect("tenders:panels")


def _page(
    request: HttpRequest, assessor: Assessor, *, refused: Refused | None = None, status: int = 200
) -> HttpResponse:
    duty = duty_of(assessor)
    if not duty.may_read:
        return redirect("tenders:jury_declaration", assessor.lot_id)
    gaps = unfinished(duty)
    language = readers_language()
    context = {
        "title": _("Scores definitief maken"),
        "assessor": assessor,
        "lot": assessor.lot,
        "duty": duty,
        "missing": [(criterion, _lines(gaps, criterion.pk, language)) for criterion in duty.criteria],
        "is_complete": not gaps,
        "reasons": [reason.to(language) for reason in refused.reasons] if refused and not gaps else [],
    }
    return render(request, "jury/ready.html", context, status=status)


def _lines(gaps: list[Gap], criterion: int, language: str) -> list[tuple[str, str]]:
    """For each bid that lacks something: its label, and what it lacks."""
    return [
        (gap.label.to(language), " ".join(fault.to(language) for fault in gap.faults))
        for gap in gaps
        if gap.criterion.pk == criterion
    ]
