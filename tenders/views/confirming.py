"""The page before a step that fixes much: what it fixes, by which rule, and what cannot be undone."""

from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from procurement.words import words
from tenders.models import Lot
from tenders.procedure.transition import Transition
from tenders.procedure.transitions import TRANSITIONS
from tenders.services.confirming import Unconfirmed, confirmation_of, needs_confirmation
from tenders.services.phases import phase_of, reasons_against
from tenders.stages import progress_of_one


def confirm_page(request: HttpRequest, lot: Lot | None, code: str) -> HttpResponse:
    """Of a step that this lot can take from its phase; anything else answers 404."""
    if lot is None or not needs_confirmation(code) or phase_of(lot) not in TRANSITIONS[code].sources:
        raise Http404
    return shown(request, lot, TRANSITIONS[code])


def shown(
    request: HttpRequest, lot: Lot, transition: Transition, refusal: Unconfirmed | None = None
) -> HttpResponse:
    assert isinstance(request.user, User)
    now = timezone.now()
    title = _("Bevestig: %(step)s") % {"step": words(transition.title)}
    context = {
        "title": title,
        "tender": lot.tender,
        "lot": lot,
        "transition": transition,
        "refusal": refusal,
        "reasons": reasons_against(lot, transition, at=now, actor=request.user),
        "confirmation": confirmation_of(lot, transition.code, at=now),
        "stepper": progress_of_one(lot.tender, now=now),
    }
    return render(request, "tenders/confirm.html", context, status=200 if refusal is None else 409)
