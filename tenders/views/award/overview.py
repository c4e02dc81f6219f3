"""The award of a lot: where it stands, the decision, the standstill and interim proceedings."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.citations import CITATIONS
from procurement.law import Citation
from procurement.organisations.models import Role
from tenders.forms.award import ClearanceForm, PartForm, ProceedingsForm, RulingForm, WaiverForm
from tenders.models import AwardDecision, Bid, Letter, Lot, Proceedings, StandstillWaiver
from tenders.procedure.phases import PRICES_SEALED, TITLES, Phase
from tenders.procedure.standstill import BASIS, days_left, sent_on, standstill
from tenders.services.decided import decision_of, earlier_decisions, standstill_end
from tenders.services.phases import Refused, phase_of
from tenders.services.proceedings import (
    clear_ruling,
    end_proceedings,
    proceedings_of,
    start_proceedings,
    waive_standstill,
)
from tenders.services.steps import PossibleStep, possible_steps
from tenders.views.access import lot_or_404
from tenders.views.award.page import may_act, page_of, person, require_actor, tell

PARTIES = (Role.OFFICER, Role.LAWYER, Role.PROJECT_LEAD)
RECORDED_BY = {"start": PARTIES, "end": PARTIES, "waive": (Role.LAWYER,), "clear": (Role.LAWYER,)}
FORMS: dict[str, type[PartForm]] = {
    "start": ProceedingsForm,
    "end": RulingForm,
    "waive": WaiverForm,
    "clear": ClearanceForm,
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def award(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    if request.method != "POST":
        return _page(request, lot)
    what = next((name for name in FORMS if name in request.POST), "start")
    require_actor(request, lot, *RECORDED_BY[what])
    form = FORMS[what](request.POST, prefix=_prefix(what, request.POST.get(what, "")))
    if not form.is_valid():
        return _page(request, lot, form=form, status=422)
    try:
        _done(request, lot, what, form.cleaned_data)
    except Refused as refusal:
        tell(form, refusal)
        return _page(request, lot, form=form, status=409)
    messages.success(request, _("Vastgelegd."))
    return redirect("tenders:award", lot.pk)


def _prefix(what: str, key: str) -> str:
    return f"{what}-{key}" if what in ("end", "clear") else what


def _done(request: HttpRequest, lot: Lot, what: str, given: dict[str, Any]) -> None:
    now, actor = timezone.now(), person(request)
    if what == "start":
        start_proceedings(lot=lot, **given, at=now, actor=actor)
    elif what == "waive":
        waive_standstill(lot=lot, **given, at=now, actor=actor)
    elif what == "clear":
        clear_ruling(proceedings=_of(lot, request.POST["clear"]), **given, at=now, actor=actor)
    else:
        row = _of(lot, request.POST["end"])
        end_proceedings(proceedings=row, **given, at=now, actor=actor)


def _of(lot: Lot, key: str) -> Proceedings:
    for row in proceedings_of(lot):
        if str(row.pk) == key:
            return row
    raise Http404


def _page(request: HttpRequest, lot: Lot, *, form: PartForm | None = None, status: int = 200) -> HttpResponse:
    phase, now = phase_of(lot), timezone.now()
    title = _("Gunning: %(lot)s") % {"lot": lot}
    context = page_of(request, lot, title, "award", Phase.AWARD, Phase.STANDSTILL)
    steps = [] if phase in PRICES_SEALED else possible_steps(lot, at=now, actor=person(request))
    decision = decision_of(lot)
    context |= {
        "phase": TITLES[phase],
        "is_stopped": phase is Phase.STOPPED,
        "to_be_told": _to_be_told(lot) if phase is Phase.STOPPED else [],
        "prices_are_sealed": phase in PRICES_SEALED,
        "forward": [(step, _basis(step)) for step in steps if step.transition.leads_on],
        "back": [(step, _basis(step)) for step in steps if not step.transition.leads_on],
        "decision": decision,
        "awarded": _winner(decision) if decision is not None else None,
        "earlier": earlier_decisions(lot),
        **_standstill(decision),
        **_after_the_letters(request, lot, phase, form),
    }
    return render(request, "tenders/award.html", context, status=status)


def _basis(step: PossibleStep) -> list[Citation]:
    return [CITATIONS[code] for code in step.transition.basis]


def _winner(decision: AwardDecision) -> Bid:
    return Bid.objects.select_related("supplier").get(lot=decision.lot_id, code=decision.winner)


def _to_be_told(lot: Lot) -> list[Bid]:
    return list(Bid.objects.filter(lot=lot).select_related("supplier").order_by("code"))


def _standstill(decision: AwardDecision | None) -> dict[str, Any]:
    """How the end follows from the day on which the last letter was sent."""
    if decision is None:
        return {"free_from": None}
    waiver = StandstillWaiver.objects.select_related("made_by").filter(decision=decision).first()
    until = standstill_end(decision)
    if until is None:
        return {"free_from": None, "waiver": waiver}
    last = Letter.objects.filter(decision=decision).order_by("-sent_at").values_list("sent_at", flat=True)[0]
    shown = standstill(sent_on(last))
    return {
        "free_from": until,
        "days_left": days_left(until, timezone.now()),
        "waiver": waiver,
        "working": shown.working if shown.free_from == until else (),
        "standstill_basis": [CITATIONS[code] for code in BASIS],
    }


def _after_the_letters(request: HttpRequest, lot: Lot, phase: Phase, form: PartForm | None) -> dict[str, Any]:
    bound = {form.prefix: form} if form is not None else {}
    rows = proceedings_of(lot)
    is_lawyer = may_act(request, lot, Role.LAWYER)
    may_clear = is_lawyer and phase in (Phase.AWARD, Phase.STANDSTILL)
    return {
        "proceedings": [
            (
                row,
                None if row.ended_on else bound.get(f"end-{row.pk}") or RulingForm(prefix=f"end-{row.pk}"),
                bound.get(f"clear-{row.pk}") or ClearanceForm(prefix=f"clear-{row.pk}")
                if may_clear and row.holds_the_contract
                else None,
            )
            for row in rows
        ],
        "may_record": may_act(request, lot, *PARTIES),
        "start": bound.get("start") or ProceedingsForm(prefix="start"),
        "waive": (bound.get("waive") or WaiverForm(prefix="waive"))
        if is_lawyer and phase is Phase.AWARD
        else None,
    }
