"""Bids that fell away, and letting one fall away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tenders.forms.award import FallForm
from tenders.models import Bid, Lot
from tenders.services.admitted import taking_part
from tenders.services.falling_away import BIDS_MAY_FALL, fallen_bids, let_fall
from tenders.services.phases import Refused
from tenders.views.access import lot_or_404
from tenders.views.award.page import page_of, person, require_actor, tell
from tenders.views.award.reinstating import Reinstating


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def fallen(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    if request.method != "POST":
        return _page(request, lot, FallForm(bids=_may_fall(lot)))
    undo = Reinstating(request, lot, request.POST)
    if undo.is_sent:
        return _undone(request, lot, undo)
    require_actor(request, lot)
    form = FallForm(request.POST, bids=_may_fall(lot))
    if not form.is_valid():
        return _page(request, lot, form, status=422)
    given = form.cleaned_data
    try:
        let_fall(
            bid=given["bid"],
            cause=given["cause"],
            reason=given["reason"],
            at=timezone.now(),
            actor=person(request),
        )
    except Refused as refusal:
        tell(form, refusal)
        return _page(request, lot, form, status=409)
    text = _("Inschrijving %(code)s is vervallen. Bereken de rangorde opnieuw.")
    messages.success(request, text % {"code": given["bid"].code})
    return redirect("tenders:fallen", lot.pk)


def _undone(request: HttpRequest, lot: Lot, undo: Reinstating) -> HttpResponse:
    """One of two signatures on a reinstatement."""
    if not undo.may_sign or not undo.falls:
        raise PermissionDenied
    fall = FallForm(bids=_may_fall(lot))
    if not undo.form.is_valid():
        return _page(request, lot, fall, undo, status=422)
    try:
        undo.save()
    except Refused as refusal:
        tell(undo.form, refusal)
        return _page(request, lot, fall, undo, status=409)
    return redirect("tenders:fallen", lot.pk)


def _may_fall(lot: Lot) -> list[Bid]:
    return list(taking_part(Bid.objects.filter(lot=lot)).select_related("supplier", "lot__tender"))


def _page(
    request: HttpRequest, lot: Lot, form: FallForm, undo: Reinstating | None = None, *, status: int = 200
) -> HttpResponse:
    title = _("Vervallen inschrijvingen: %(lot)s") % {"lot": lot}
    context = page_of(request, lot, title, "fallen", *BIDS_MAY_FALL)
    context |= {"fallen": fallen_bids(lot), "form": form, "undo": undo or Reinstating(request, lot)}
    return render(request, "tenders/fallen.html", context, status=status)
