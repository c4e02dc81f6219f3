"""What if other values held? Nothing of it is kept, and every page says that it is not what was published."""

from typing import Any, NamedTuple

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from procurement.words import words
from tenders.forms.life_cycle.what_if import WhatIfForm
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.what_if import NOT_PUBLISHED, WhatIf, lot_with, what_if
from tenders.models import Lot
from tenders.procedure.phases import DRAFT
from tenders.scoring.evaluate import evaluate
from tenders.scoring.problem import NotEvaluable
from tenders.services.evaluations import newest_evaluation, stored_tender
from tenders.services.phases import phase_of
from tenders.views.access import lot_or_404
from tenders.views.life_cycle.gathered import Gathered, gathered
from tenders.views.life_cycle.sheets import page_of
from tenders.views.unread_bids import refuse_if_sealed


@never_cache
@login_required
@require_safe
def what_if_page(request: HttpRequest, pk: int) -> HttpResponse:
    refuse_if_sealed(request, pk)
    lot = lot_or_404(request.user, pk)
    found = gathered(lot) if phase_of(lot) not in DRAFT else None
    if found is None or found.calculation.plan is None:
        raise Http404
    form = WhatIfForm(request.GET or None, plan=found.calculation.plan)
    outcome = _outcome(form, found) if form.is_bound and form.is_valid() else None
    context = page_of(lot) | {"form": form, "outcome": outcome, "warning": NOT_PUBLISHED}
    context["places"] = _places(lot, outcome) if outcome else []
    status = 422 if form.is_bound and outcome is None else 200
    response = render(request, "tenders/what_if.html", context, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


def _outcome(form: WhatIfForm, found: Gathered) -> WhatIf | None:
    """None where it is refused; the reasons are errors of the form."""
    calculation: Any = found.calculation
    figures = {
        code: figure
        for code, figure in calculation.figures.items()
        if found.with_prices or not figure.is_price
    }
    try:
        return what_if(calculation.plan, figures, found.given, form.changes())
    except NotComputable as refusal:
        for problem in refusal.problems:
            place = problem.place if problem.place in form.fields else None
            form.add_error(place, words(problem.message))
        return None


class Place(NamedTuple):
    """In the award as it was last calculated, and with the other values; None for a bid set aside."""

    bid: str
    published: int | None
    changed: int | None


def _places(lot: Lot, outcome: WhatIf) -> list[Place]:
    """Nothing as long as no ranking was calculated, or where the other values leave none."""
    evaluation = newest_evaluation(lot)
    if evaluation is None:
        return []
    frozen = stored_tender(evaluation).lots[0]
    try:
        before, after = (
            {each.bid.code: each.rank for each in evaluate(made).ranking}
            for made in (frozen, lot_with(frozen, outcome))
        )
    except NotEvaluable:
        return []
    return [Place(bid.code, before.get(bid.code), after.get(bid.code)) for bid in frozen.bids]
