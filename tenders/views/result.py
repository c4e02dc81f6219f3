"""The result of a lot: calculating it, the ranking, how firm it is, ties and the recorded draw."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tenders.forms.draw import DrawForm
from tenders.models import AwardDecision, Draw, Evaluation, Lot
from tenders.scoring.files import UnreadableTender
from tenders.scoring.model import TieBreak
from tenders.scoring.problem import NotEvaluable, Problem
from tenders.scoring.result import LotResult
from tenders.scoring.sensitivity import price_gap, spread, without_each_bid
from tenders.services.award import NotAwardable, decide_award, is_current, reasons_to_wait
from tenders.services.decided import DecidedLot, decision_of, why_decided
from tenders.services.draw import WrongDraw, record_draw
from tenders.services.evaluate import evaluate_lot, stored_result
from tenders.services.frozen import is_frozen
from tenders.stages import progress_of_one
from tenders.turning_point import turning_point
from tenders.views.access import lot_or_404, may_edit, require_editor
from tenders.views.problem_links import obstacles
from tenders.views.standing import chart_of, standings_of, tie_rules, titles_of


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def result(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    if request.method != "POST":
        return _page(request, lot)
    assert isinstance(request.user, User)
    require_editor(request.user, lot.tender.organisation)
    if not is_frozen(lot.tender):
        return _page(request, lot, status=409)
    if "award" in request.POST:
        return _award(request, lot, request.user)
    if "draw" in request.POST:
        return _draw(request, lot, request.user)
    return _calculate(request, lot, request.user)


def _calculate(request: HttpRequest, lot: Lot, actor: User) -> HttpResponse:
    latest = newest(lot)
    try:
        evaluation = evaluate_lot(lot=lot, at=timezone.now(), actor=actor)
    except (NotEvaluable, UnreadableTender) as refusal:
        return _page(request, lot, problems=refusal.problems, status=422)
    except DecidedLot:
        return _page(request, lot, status=409)
    if latest is not None and evaluation.pk == latest.pk:
        messages.info(
            request, _("Er is niets veranderd sinds de vorige berekening. De uitkomst blijft gelijk.")
        )
    else:
        messages.success(request, _("Berekening %(number)s is gemaakt.") % {"number": evaluation.number})
    return redirect("tenders:result", lot.pk)


def _award(request: HttpRequest, lot: Lot, actor: User) -> HttpResponse:
    try:
        decision = decide_award(lot=lot, at=timezone.now(), actor=actor)
    except (NotAwardable, DecidedLot):
        return _page(request, lot, refused=True, status=409)
    messages.success(request, _("Perceel gegund aan %(code)s.") % {"code": decision.winner})
    return redirect("tenders:result", lot.pk)


def _draw(request: HttpRequest, lot: Lot, actor: User) -> HttpResponse:
    evaluation = newest(lot)
    codes = tied(stored_result(evaluation)) if evaluation else []
    form = DrawForm(request.POST, codes=codes)
    if not codes or not form.is_valid():
        return _page(request, lot, draw_form=form, status=422)
    now = timezone.now()
    try:
        record_draw(lot=lot, order=form.order(), held_by=form.cleaned_data["held_by"], at=now, actor=actor)
    except WrongDraw:
        form.add_error(None, _("Er is al een loting vastgelegd. Een loting kan niet worden gewijzigd."))
        return _page(request, lot, draw_form=form, status=409)
    except DecidedLot:
        return _page(request, lot, status=409)
    return _calculate(request, lot, actor)


def newest(lot: Lot) -> Evaluation | None:
    return lot.evaluations.select_related("made_by").order_by("-number").first()


def tied(result: LotResult) -> list[str]:
    """The bids between which lots must be drawn; empty where no draw was published or none is needed."""
    if not any(rule.by is TieBreak.DRAW for rule in result.lot.award.ties):
        return []
    return [code for group in result.undecided for code in group.bids]


def _page(
    request: HttpRequest,
    lot: Lot,
    *,
    problems: Sequence[Problem] = (),
    draw_form: DrawForm | None = None,
    refused: bool = False,
    status: int = 200,
) -> HttpResponse:
    evaluation, decision, is_published = newest(lot), decision_of(lot), is_frozen(lot.tender)
    decided = why_decided(decision)
    context: dict[str, Any] = {
        "title": _("Uitkomst: %(lot)s") % {"lot": lot},
        "lot": lot,
        "tender": lot.tender,
        "evaluation": evaluation,
        "obstacles": obstacles(lot, problems),
        "is_published": is_published,
        "decision": decision,
        "decided": decided,
        "refused": refused,
        "may_write": is_published and not decided and may_edit(request.user, lot.tender.organisation),
        "stepper": progress_of_one(lot.tender, now=timezone.now()),
    }
    if evaluation is not None:
        context |= outcome(evaluation)
        context |= _decision(lot, evaluation, decision, context["result"])
        codes = tied(context["result"])
        context["draw_form"] = draw_form or (DrawForm(codes=codes) if codes else None)
        context["draw"] = Draw.objects.filter(lot=lot).first()
    return render(request, "tenders/result.html", context, status=status)


def outcome(evaluation: Evaluation) -> dict[str, Any]:
    """Everything on the page that follows from the stored snapshot alone."""
    result = stored_result(evaluation)
    standings = standings_of(result)
    titles = titles_of(result)
    return {
        "result": result,
        "standings": standings,
        "chart": chart_of(standings),
        "excluded": [(found, titles.get(found.place, found.place)) for found in result.excluded],
        "ties": [found for found in result.ranking if found.tie],
        "tie_rules": tie_rules(result),
        "reversal": without_each_bid(result.lot),
        "spread": sorted(spread(result), key=lambda row: -row.effective),
        "gap": price_gap(result),
        "turning_point": turning_point(result),
    }


def _decision(
    lot: Lot, evaluation: Evaluation, decision: AwardDecision | None, result: LotResult
) -> dict[str, Any]:
    """Who the lot was awarded to, or what stands in the way of the decision."""
    current = is_current(lot, evaluation)
    if decision is not None:
        return {"has_changed": not current, "awarded": result.of(decision.winner).bid}
    deadline, now = lot.tender.deadline, timezone.now()
    reasons = reasons_to_wait(deadline=deadline, result=result, current=current, at=now)
    return {"has_changed": not current, "reasons_to_wait": reasons}
