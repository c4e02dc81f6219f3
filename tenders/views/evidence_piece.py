"""One piece of evidence: what it says, its bids with its shelf life, its files and its checks."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from procurement.words import words
from tenders.forms.evidence_register import FileForm, FindingForm
from tenders.models import Evidence
from tenders.services.evidence import why_frozen
from tenders.services.evidence_checks import may_check, record_check
from tenders.services.evidence_files import Altered, add_file, file_content
from tenders.services.evidence_register import Asked, evidence_of, lines_of
from tenders.services.phases import Refused
from tenders.views.access import takes_part
from tenders.views.award.page import person, tell
from tenders.views.bid_files import attachment
from tenders.views.evidence_access import evidence_or_404

CHECK, FILE = "check", "file"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def piece(request: HttpRequest, pk: int) -> HttpResponse:
    row = evidence_or_404(request.user, pk)
    if request.method != "POST":
        return _page(request, row)
    act = request.POST.get("act", "")
    if act == FILE:
        return _add_file(request, row)
    return _check(request, row)


def _check(request: HttpRequest, row: Evidence) -> HttpResponse:
    if not may_check(request.user, row.supplier.organisation):
        raise PermissionDenied
    form = FindingForm(request.POST, prefix=CHECK)
    if not form.is_valid():
        return _page(request, row, check=form, status=422)
    try:
        record_check(evidence=row, finding=form.finding(), at=timezone.now(), actor=person(request))
    except Refused as refusal:
        tell(form, refusal)
        return _page(request, row, check=form, status=409)
    messages.success(request, _("De controle is vastgelegd."))
    return redirect("tenders:evidence", pk=row.pk)


def _add_file(request: HttpRequest, row: Evidence) -> HttpResponse:
    if not takes_part(request.user, row.supplier.organisation):
        raise PermissionDenied
    form = FileForm(request.POST, request.FILES, prefix=FILE)
    if not form.is_valid():
        return _page(request, row, file=form, status=422)
    sent: UploadedFile[bytes] = form.cleaned_data["file"]
    try:
        add_file(
            evidence=row,
            name=sent.name or "",
            content=sent.read(),
            at=timezone.now(),
            actor=person(request),
        )
    except Refused as refusal:
        for reason in refusal.reasons:
            form.add_error("file", words(reason))
        return _page(request, row, file=form, status=409)
    messages.success(request, _("Het bestand is toegevoegd."))
    return redirect("tenders:evidence", pk=row.pk)


def _page(
    request: HttpRequest,
    row: Evidence,
    *,
    check: forms.Form | None = None,
    file: forms.Form | None = None,
    status: int = 200,
) -> HttpResponse:
    organisation, frozen = row.supplier.organisation, why_frozen(row)
    [line] = lines_of(evidence_of(organisation, Asked()).filter(pk=row.pk), today=timezone.localdate())
    may_edit = takes_part(request.user, organisation) and frozen is None
    context = {
        "title": row.title,
        "organisation": organisation,
        "row": line.row,
        "uses": line.uses,
        "labels": line.labels,
        "today": timezone.localdate(),
        "files": row.files.defer("content").select_related("added_by").order_by("pk"),
        "checks": row.checks.select_related("made_by").order_by("-pk"),
        "frozen": frozen,
        "may_edit": may_edit,
        "may_copy": takes_part(request.user, organisation),
        "check": check or FindingForm(prefix=CHECK, initial={"checked_on": timezone.localdate()}),
        "may_check": may_check(request.user, organisation),
        "file_form": file or FileForm(prefix=FILE),
    }
    return render(request, "tenders/evidence_piece.html", context, status=status)


@never_cache
@login_required
@require_safe
def file(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """As a download under a name of our own; never shown in the browser."""
    row = evidence_or_404(request.user, pk)
    keys = list(row.files.order_by("pk").values_list("pk", flat=True))
    if file not in keys:
        raise Http404
    kept = row.files.get(pk=file)
    try:
        content = file_content(kept)
    except Altered:
        messages.error(
            request,
            _("Dit bestand is in de opslag veranderd en wordt niet uitgeleverd. Waarschuw de beheerder."),
        )
        return redirect("tenders:evidence", pk=row.pk)
    return attachment(content, f"bewijs-{row.pk}-{keys.index(file) + 1}.{kept.kind}")
