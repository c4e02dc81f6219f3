"""After the award: the proof of the promised level of the CO2 Performance Ladder, and the sanction."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.language import Text
from tenders.forms.ladder import LadderProofForm
from tenders.lifecycle.ladder.proof import Standing
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.working import Working, as_decimal
from tenders.models import Lot
from tenders.procedure.standstill import sent_on
from tenders.services.evidence_checks import CHECKERS
from tenders.services.ladder_promise import AWARDED, Promised, promised_of, proofs_of, sanction_of
from tenders.services.ladder_proof import record_proof
from tenders.services.phases import Refused
from tenders.views.access import lot_or_404
from tenders.views.award.page import may_act, page_of, person, require_actor, tell


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ladder(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    if request.method != "POST":
        return _page(request, lot, promised_of(lot))
    require_actor(request, lot, *CHECKERS)
    promised = promised_of(lot)
    if promised is None:
        return _page(request, lot, None, status=409)
    form = LadderProofForm(request.POST, promised=promised)
    if not form.is_valid():
        return _page(request, lot, promised, form=form, status=422)
    try:
        record_proof(lot=lot, shown=form.shown(), at=timezone.now(), actor=person(request))
    except Refused as refusal:
        tell(form, refusal)
        return _page(request, lot, promised, form=form, status=409)
    messages.success(request, _("Het bewijs is vastgelegd."))
    return redirect("tenders:ladder", lot.pk)


def _page(
    request: HttpRequest,
    lot: Lot,
    promised: Promised | None,
    *,
    form: LadderProofForm | None = None,
    status: int = 200,
) -> HttpResponse:
    title = _("CO2-Prestatieladder na de gunning: %(lot)s") % {"lot": lot}
    context = page_of(request, lot, title, "ladder", *AWARDED)
    if promised is not None:
        context |= _told(promised) | {
            "form": form or LadderProofForm(promised=promised),
            "may_write": context["closed"] is None and may_act(request, lot, *CHECKERS),
        }
    context |= {"promised": promised, "proofs": proofs_of(lot)}
    return render(request, "tenders/ladder.html", context, status=status)


def _told(promised: Promised) -> dict[str, Any]:
    today = sent_on(timezone.now())
    standing, proven = promised.standing(today), promised.proven(today)
    version = promised.version
    context: dict[str, Any] = {
        "today": today,
        "standing": standing.value,
        "is_owed": standing in (Standing.LOWER, Standing.LATE),
        "promised_level": version.label(promised.level),
        "proven_level": version.label(proven) if proven else None,
    }
    try:
        working = sanction_of(promised, proven)
    except NotComputable as refusal:
        return context | {"problems": [problem.message for problem in refusal.problems]}
    return context | {"working": working, "inputs": _inputs(working), "amount": as_decimal(working.exact)}


def _inputs(working: Working) -> list[tuple[str, Text, Any, str]]:
    """Of the formula: symbol, meaning, number and source."""
    return [(each.symbol, each.meaning, as_decimal(each.value), each.source) for each in working.inputs]
