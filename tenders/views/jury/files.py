"""A file of a bid, for the assessors of its criterion: always a download, under a name of ours, logged."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from procurement.audit.log import record
from procurement.words import words
from tenders.models import Assessor, Bid
from tenders.procedure.phases import Phase
from tenders.services.jury import Duty, duty_of
from tenders.services.opened import OpenedFile, file_content, files_of
from tenders.services.phases import phase_of
from tenders.services.unfinished import labels_of
from tenders.views.jury.access import assessor_or_404
from tenders.views.jury.cells import ending_of, file_token


@login_required
@require_safe
def file(request: HttpRequest, pk: int, token: str) -> HttpResponse:
    assessor = assessor_or_404(request.user, pk)
    if phase_of(assessor.lot) not in (Phase.ASSESSMENT, Phase.CONSENSUS):
        raise Http404
    duty = duty_of(assessor)
    bid, opened = _found(duty, token)
    content = file_content(opened.pk)[1]
    label = words(labels_of(duty)[bid.pk])
    name = f"{label} {opened.criterion} {_('bijlage')} {token[:4]}.{ending_of(opened.name)}"
    _logged(assessor, bid, opened)
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


def _found(duty: Duty, token: str) -> tuple[Bid, OpenedFile]:
    """Among the files of the criteria and bids of this assessor alone."""
    if not duty.may_read:
        raise Http404
    codes = {criterion.code for criterion in duty.criteria}
    files = files_of(duty.assessor.lot)
    for bid in duty.bids:
        for each in files.get(bid.pk, []):
            if each.criterion in codes and file_token(duty, each) == token:
                return bid, each
    raise Http404


def _logged(assessor: Assessor, bid: Bid, opened: OpenedFile) -> None:
    tender = assessor.lot.tender
    record(
        organisation=tender.organisation,
        at=timezone.now(),
        actor=None,
        action="jury.file_read",
        subject=f"{tender.reference} / {assessor.lot.number}",
        details={
            "assessor": assessor.letter,
            "bid": bid.code,
            "criterion": opened.criterion,
            "file": opened.pk,
        },
    )
