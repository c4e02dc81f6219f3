"""The procedure of a tender: where each lot stands, what can follow, and why not."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.audit.attempts import mark_recorded
from procurement.citations import CITATIONS
from procurement.language import Text
from procurement.law import Citation
from procurement.words import words
from tenders.forms.step import StepForm
from tenders.models import Lot, PhaseChange, Tender
from tenders.procedure.guards import PEOPLE_WITHIN
from tenders.procedure.phases import TITLES, Phase
from tenders.procedure.transition import Transition
from tenders.procedure.transitions import TRANSITIONS
from tenders.services.confirming import Unconfirmed, needs_confirmation, take_confirmed_step
from tenders.services.phases import Refused, phases_of
from tenders.services.signatures import may_take, record_refusal
from tenders.services.steps import PossibleStep, history_of, phase_lines, possible_steps
from tenders.services.transitions import take_step
from tenders.stages import progress_of_one
from tenders.views.access import tender_or_404
from tenders.views.confirming import confirm_page, shown

_OWN_PAGE = Text(
    nl="‘{title}’ doet u op een eigen pagina, want u bevestigt daar iets. Volg de link bij deze stap.",
    en="‘{title}’ is done on a page of its own, because you confirm something there. Follow the link at "
    "this step.",
)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def procedure(request: HttpRequest, pk: int) -> HttpResponse:
    tender = tender_or_404(request.user, pk)
    lots = list(tender.lots.select_related("tender__organisation").order_by("number"))
    if request.method == "POST":
        return _step(request, tender, lots)
    lot = _chosen(lots, request.GET.get("lot"))
    if "confirm" in request.GET:
        return confirm_page(request, lot, request.GET["confirm"])
    return _page(request, tender, lots, lot)


def _step(request: HttpRequest, tender: Tender, lots: Sequence[Lot]) -> HttpResponse:
    assert isinstance(request.user, User)
    form = StepForm(request.POST)
    wrong_row = not form.is_valid() and {"lot", "code"} & set(form.errors)
    if wrong_row:
        return _page(request, tender, lots, _chosen(lots, None), status=422)
    lot = _chosen(lots, str(form.cleaned_data["lot"]))
    assert lot is not None
    transition = TRANSITIONS[form.cleaned_data["code"]]
    if not may_take(request.user, transition, tender.organisation):
        _remember_attempt(request.user, lot, transition)
        if transition.people > 1:
            mark_recorded(request)
        raise PermissionDenied
    if not form.is_valid():
        return _page(request, tender, lots, lot, form=form, status=422)
    if transition.has_own_page:
        refusal = Refused([_OWN_PAGE.format(title=transition.title)])
        return _page(request, tender, lots, lot, form=form, refusal=refusal, status=409)
    return _taken(request, tender, lots, lot, form)


def _taken(
    request: HttpRequest, tender: Tender, lots: Sequence[Lot], lot: Lot, form: StepForm
) -> HttpResponse:
    assert isinstance(request.user, User)
    code, reason, now = form.cleaned_data["code"], form.cleaned_data["reason"], timezone.now()
    try:
        changes = _changes(request, lot, code, now, reason)
    except Unconfirmed as unseen:
        return shown(request, lot, TRANSITIONS[code], unseen)
    except Refused as refusal:
        _remember_attempt(request.user, lot, TRANSITIONS[code])
        return _page(request, tender, lots, lot, form=form, refusal=refusal, status=409)
    title = words(TRANSITIONS[code].title)
    if changes:
        messages.success(request, _("Gedaan: %(step)s.") % {"step": title})
    else:
        until = date_format(localtime(now + PEOPLE_WITHIN), "H:i")
        text = _("U tekende als eerste voor ‘%(step)s’. Een tweede persoon tekent vóór %(until)s uur.")
        messages.info(request, text % {"step": title, "until": until})
    return redirect(f"{reverse('tenders:procedure', args=[tender.pk])}?lot={lot.pk}")


def _changes(request: HttpRequest, lot: Lot, code: str, now: datetime, reason: str) -> list[PhaseChange]:
    """With what the person confirmed, where the step asks for that."""
    assert isinstance(request.user, User)
    if not needs_confirmation(code):
        return take_step(lot=lot, code=code, at=now, actor=request.user, reason=reason)
    seen = request.POST.get("seen", "")
    return take_confirmed_step(lot=lot, code=code, seen=seen, at=now, actor=request.user, reason=reason)


def _remember_attempt(user: User, lot: Lot, transition: Transition) -> None:
    """Opening a vault, and all else that takes two: who tried it in vain is known."""
    if transition.people > 1:
        record_refusal(lot, transition, at=timezone.now(), actor=user)


def _chosen(lots: Sequence[Lot], key: str | None) -> Lot | None:
    """The lot with this key; the first one when none is named. Another tender's lot answers 404."""
    if key is None:
        return lots[0] if lots else None
    for lot in lots:
        if str(lot.pk) == key:
            return lot
    raise Http404


def _page(
    request: HttpRequest,
    tender: Tender,
    lots: Sequence[Lot],
    lot: Lot | None,
    *,
    form: StepForm | None = None,
    refusal: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    now = timezone.now()
    phases = phases_of(lots)
    context: dict[str, Any] = {
        "title": _("Procedure: %(tender)s") % {"tender": tender.title},
        "tender": tender,
        "lot": lot,
        "lots": [(each, TITLES[phases[each.pk]]) for each in lots],
        "form": form,
        "refusal": refusal,
        "stepper": progress_of_one(tender, now=now),
    }
    if lot is not None:
        assert isinstance(request.user, User)
        context |= _of_lot(lot, phases[lot.pk], possible_steps(lot, at=now, actor=request.user))
    return render(request, "tenders/procedure.html", context, status=status)


def _of_lot(lot: Lot, phase: Phase, steps: Sequence[PossibleStep]) -> dict[str, Any]:
    history = history_of(lot)
    return {
        "phase": TITLES[phase],
        "phases": phase_lines(phase, history),
        "forward": [with_basis(step) for step in steps if step.transition.leads_on],
        "back": [with_basis(step) for step in steps if not step.transition.leads_on],
        "history": [
            (change, TITLES[Phase(change.source)], TITLES[Phase(change.target)], _title(change.transition))
            for change in history
        ],
    }


def _title(code: str) -> Any:
    return TRANSITIONS[code].title


def with_basis(step: PossibleStep) -> tuple[PossibleStep, list[Citation]]:
    """The step and what it rests on."""
    return step, [CITATIONS[code] for code in step.transition.basis]
