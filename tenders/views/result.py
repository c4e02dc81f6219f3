"""The result of a lot: calculating it, the ranking, how firm it is, ties and the recorded draw."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.audit.attempts import mark_refusal
from procurement.words import words
from tenders.forms.draw import DrawForm
from tenders.models import Draw, Evaluation, Lot
from tenders.procedure.phases import Phase
from tenders.scoring.files import UnreadableTender
from tenders.scoring.problem import NotEvaluable, Problem
from tenders.scoring.result import Exclusion
from tenders.scoring.sensitivity import price_gap, spread, without_each_bid
from tenders.services.decided import decision_of, why_decided
from tenders.services.draw import WrongDraw, record_draw, tied_bids
from tenders.services.evaluate import evaluate_lot
from tenders.services.evaluations import is_current, newest_evaluation, stored_result
from tenders.services.low_prices import low_signals
from tenders.services.phases import Refused, why_not_in
from tenders.stages import progress_of_one
from tenders.turning_point import turning_point
from tenders.views.access import lot_or_404, require_part, takes_part
from tenders.views.problem_links import obstacles
from tenders.views.standing import chart_of, standings_of, tie_rules, titles_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def result(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    if request.method != "POST":
        return _page(request, lot)
    assert isinstance(request.user, User)
    require_part(request.user, lot.tender.organisation)
    closed = why_not_in(lot, Phase.EVALUATION)
    if closed is not None and lot.evaluations.exists():
        mark_refusal(request)
        return _refused(request, lot, Refused([closed]))
    if "draw" in request.POST:
        return _draw(request, lot, request.user)
    return _calculate(request, lot, request.user)


def _calculate(request: HttpRequest, lot: Lot, actor: User) -> HttpResponse:
    latest = newest_evaluation(lot)
    try:
        evaluation = evaluate_lot(lot=lot, at=timezone.now(), actor=actor)
    except (NotEvaluable, UnreadableTender) as refusal:
        return _page(request, lot, problems=refusal.problems, status=422)
    except Refused as refusal:
        return _refused(request, lot, refusal)
    if latest is not None and evaluation.pk == latest.pk:
        messages.info(
            request, _("Er is niets veranderd sinds de vorige berekening. De uitkomst blijft gelijk.")
        )
    else:
        messages.success(request, _("Berekening %(number)s is gemaakt.") % {"number": evaluation.number})
    return redirect("tenders:result", lot.pk)


def _draw(request: HttpRequest, lot: Lot, actor: User) -> HttpResponse:
    evaluation = newest_evaluation(lot)
    codes = tied_bids(stored_result(evaluation)) if evaluation else []
    form = DrawForm(request.POST, codes=codes)
    if not codes or not form.is_valid():
        return _page(request, lot, draw_form=form, status=422)
    now = timezone.now()
    try:
        record_draw(lot=lot, order=form.order(), held_by=form.cleaned_data["held_by"], at=now, actor=actor)
    except WrongDraw:
        form.add_error(None, _("De gelijke stand is intussen veranderd. Bereken de rangorde opnieuw."))
        return _page(request, lot, draw_form=form, status=409)
    except Refused as refusal:
        return _refused(request, lot, refusal)
    return _calculate(request, lot, actor)


def _refused(request: HttpRequest, lot: Lot, refusal: Refused) -> HttpResponse:
    for reason in refusal.reasons:
        messages.error(request, words(reason))
    return _page(request, lot, status=409)


def _page(
    request: HttpRequest,
    lot: Lot,
    *,
    problems: Sequence[Problem] = (),
    draw_form: DrawForm | None = None,
    status: int = 200,
) -> HttpResponse:
    evaluation, decision, closed = newest_evaluation(lot), decision_of(lot), why_not_in(lot, Phase.EVALUATION)
    context: dict[str, Any] = {
        "title": _("Uitkomst: %(lot)s") % {"lot": lot},
        "lot": lot,
        "tender": lot.tender,
        "evaluation": evaluation,
        "obstacles": obstacles(lot, problems),
        "decision": decision,
        "decided": why_decided(decision),
        "closed": closed,
        "may_write": closed is None and takes_part(request.user, lot.tender.organisation),
        "stepper": progress_of_one(lot.tender, now=timezone.now()),
    }
    if evaluation is not None:
        context |= outcome(evaluation)
        context["has_changed"] = not is_current(lot, evaluation)
        if decision is not None:
            context["awarded"] = context["result"].of(decision.winner).bid
        codes = tied_bids(context["result"])
        context["draw_form"] = draw_form or (DrawForm(codes=codes) if codes else None)
        context["draws"] = Draw.objects.filter(lot=lot)
        context["signals"] = low_signals(lot)
    return render(request, "tenders/result.html", context, status=status)


def _place(found: Exclusion, titles: Mapping[str, str]) -> str:
    """The requirement or criterion that a bid failed on; a bid that fell away failed on none."""
    return titles.get(found.place, found.place) or _("vervallen")


def outcome(evaluation: Evaluation) -> dict[str, Any]:
    """Everything on the page that follows from the stored snapshot alone."""
    result = stored_result(evaluation)
    standings = standings_of(result)
    titles = titles_of(result)
    return {
        "result": result,
        "standings": standings,
        "chart": chart_of(standings),
        "excluded": [(found, _place(found, titles)) for found in result.excluded],
        "ties": [found for found in result.ranking if found.tie],
        "tie_rules": tie_rules(result),
        "reversal": without_each_bid(result.lot),
        "spread": sorted(spread(result), key=lambda row: -row.effective),
        "gap": price_gap(result),
        "turning_point": turning_point(result),
    }
