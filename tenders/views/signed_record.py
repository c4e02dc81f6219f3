"""The signed copy of the record of a consensus meeting: registering it, and which ones were registered."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.words import words
from tenders.forms.signed_record import SignedRecordForm
from tenders.models import Lot
from tenders.services.phases import Refused
from tenders.services.signed_records import may_be_signed, register_signed_record, signed_records_of
from tenders.stages import progress_of_one
from tenders.views.access import lot_or_404
from tenders.views.consensus import may_record


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def signed_record(request: HttpRequest, pk: int) -> HttpResponse:
    """404 until the scores are locked: there is nothing to sign."""
    lot = lot_or_404(request.user, pk)
    if not may_be_signed(lot):
        raise Http404
    if request.method != "POST":
        return _page(request, lot, SignedRecordForm())
    if not may_record(request.user, lot):
        raise PermissionDenied
    form = SignedRecordForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, lot, form, status=422)
    return _registered(request, lot, form)


def _registered(request: HttpRequest, lot: Lot, form: SignedRecordForm) -> HttpResponse:
    assert isinstance(request.user, User)
    digest, day = form.cleaned_data["file"], form.cleaned_data["signed_on"]
    try:
        register_signed_record(lot=lot, digest=digest, signed_on=day, at=timezone.now(), actor=request.user)
    except Refused as refused:
        for reason in refused.reasons:
            form.add_error(None, words(reason))
        return _page(request, lot, form, status=409)
    messages.success(request, _("Vastgelegd: de SHA-256 van het getekende verslag staat in het logboek."))
    return redirect("tenders:signed_record", lot.pk)


def _page(request: HttpRequest, lot: Lot, form: SignedRecordForm, *, status: int = 200) -> HttpResponse:
    context = {
        "title": _("Getekend verslag: %(lot)s") % {"lot": lot},
        "lot": lot,
        "tender": lot.tender,
        "form": form,
        "records": signed_records_of(lot),
        "may_write": may_record(request.user, lot),
        "stepper": progress_of_one(lot.tender, now=timezone.now()),
    }
    return render(request, "tenders/signed_record.html", context, status=status)
