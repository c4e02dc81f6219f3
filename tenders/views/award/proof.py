"""Verifying the proof of the intended winner, item by item."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.citations import CITATIONS
from tenders.forms.award import CheckForm
from tenders.models import Lot
from tenders.procedure.phases import PRICES_SEALED, Phase
from tenders.procedure.standstill import sent_on
from tenders.procedure.verification import BASIS
from tenders.services.phases import Refused, phase_of
from tenders.services.proofs import Checklist, Proof, checklist
from tenders.services.verification import verify
from tenders.views.access import lot_or_404
from tenders.views.award.page import page_of, person, require_actor, tell


@dataclass(frozen=True, slots=True)
class Line:
    """`is_open`: the form was sent and has to be put right."""

    proof: Proof
    form: CheckForm
    is_open: bool


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def proof(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    listed = _listed(lot)
    if request.method != "POST":
        return _page(request, lot, listed)
    require_actor(request, lot)
    place, found = _posted(listed, request.POST.get("item", ""))
    form = _form(place, found, request.POST)
    if not form.is_valid():
        return _page(request, lot, listed, form=form, status=422)
    try:
        verify(
            lot=lot,
            item=found.item.code,
            seen=form.seen(),
            at=timezone.now(),
            actor=person(request),
        )
    except Refused as refusal:
        tell(form, refusal)
        return _page(request, lot, listed, form=form, status=409)
    messages.success(request, _("Vastgelegd."))
    return redirect("tenders:proof", lot.pk)


def _listed(lot: Lot) -> Checklist | None:
    """While the prices are sealed nobody stands first."""
    if phase_of(lot) in PRICES_SEALED:
        return None
    return checklist(lot, on=sent_on(timezone.now()))


def _posted(listed: Checklist | None, code: str) -> tuple[int, Proof]:
    for place, found in enumerate(listed.proofs if listed is not None else ()):
        if found.item.code == code:
            return place, found
    raise Http404


def _form(place: int, found: Proof, data: object = None) -> CheckForm:
    until = found.item.valid_until if found.check is None else found.check.valid_until
    return CheckForm(
        data,
        prefix=f"item-{place}",
        is_evidence=found.item.is_evidence,
        initial={"valid_until": until, "seen_on": sent_on(timezone.now())},
    )


def _page(
    request: HttpRequest,
    lot: Lot,
    listed: Checklist | None,
    *,
    form: CheckForm | None = None,
    status: int = 200,
) -> HttpResponse:
    title = _("Verificatie: %(lot)s") % {"lot": lot}
    context = page_of(request, lot, title, "proof", Phase.VERIFICATION)
    proofs = listed.proofs if listed is not None else ()
    context |= {
        "listed": listed,
        "lines": [_line(place, each, form) for place, each in enumerate(proofs)],
        "basis": [CITATIONS[code] for code in BASIS],
    }
    return render(request, "tenders/proof.html", context, status=status)


def _line(place: int, found: Proof, form: CheckForm | None) -> Line:
    is_open = form is not None and form.prefix == f"item-{place}"
    return Line(found, form if form is not None and is_open else _form(place, found), is_open)
