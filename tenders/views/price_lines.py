"""The price sheet of a lot: its lines, and the criterion that takes their sum."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.words import words
from tenders.forms.price_lines import PriceLinesForm
from tenders.models import Lot
from tenders.services.phases import Refused
from tenders.services.price_lines import criteria_for_sum, lines_version, save_price_lines, stored_lines
from tenders.views.access import lot_or_404, require_editor
from tenders.views.lot_page import lot_context, refuse_frozen, why_closed


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def price_lines(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    closed = why_closed(request.user, lot.tender)
    if request.method != "POST":
        return _page(request, lot, _form(lot), closed=closed)
    refuse_frozen(closed)
    require_editor(request.user, lot.tender.organisation)
    form = _form(lot, request)
    if not form.is_valid():
        return _page(request, lot, form, status=422)
    assert isinstance(request.user, User)
    try:
        save_price_lines(lot=lot, at=timezone.now(), actor=request.user, **form.cleaned_data)
    except Refused as refused:
        for reason in refused.reasons:
            form.add_error(None, words(reason))
        return _page(request, lot, form, status=409)
    messages.success(request, _("Het prijzenblad is opgeslagen."))
    return redirect("tenders:price_lines", pk=lot.pk)


def _form(lot: Lot, request: HttpRequest | None = None) -> PriceLinesForm:
    return PriceLinesForm(
        request.POST if request else None,
        stored=stored_lines(lot),
        criteria=criteria_for_sum(lot),
        seen=lines_version(lot),
    )


def _page(
    request: HttpRequest, lot: Lot, form: PriceLinesForm, *, closed: str = "", status: int = 200
) -> HttpResponse:
    context = {
        **lot_context(lot),
        "form": form,
        "closed": closed,
        "lines": stored_lines(lot),
        "taking": form["criterion"].initial,
    }
    return render(request, "tenders/price_lines.html", context, status=status)
