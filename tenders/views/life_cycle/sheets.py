"""What was calculated of the opened bids: side by side with charts, and of one bid row by row."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from procurement.words import readers_language
from tenders.lifecycle.footprint.criterion import Per
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.sheet.charts import axes_chart, kinds_chart, years_chart
from tenders.lifecycle.sheet.cost import CostSheet, explained
from tenders.lifecycle.sheet.footprint import footprint_sheet
from tenders.lifecycle.sheet.table import Drawing
from tenders.models import Lot
from tenders.procedure.phases import DRAFT, SEALED
from tenders.services.calculation import calculation_of
from tenders.services.named_evidence import named_evidence
from tenders.services.phases import phase_of
from tenders.stages import progress_of_one
from tenders.views.access import lot_or_404
from tenders.views.life_cycle.gathered import Gathered, gathered
from tenders.views.life_cycle.parts import circularity_of, parts_of, tables_of
from tenders.views.unread_bids import refuse_if_sealed


@never_cache
@login_required
@require_safe
def sheets(request: HttpRequest, pk: int) -> HttpResponse:
    """Before the opening it says so, and reads nothing of a bid."""
    lot = lot_or_404(request.user, pk)
    if phase_of(lot) in DRAFT | SEALED:
        context: dict[str, Any] = {"is_closed": True, "has_plan": calculation_of(lot).plan is not None}
    else:
        found = gathered(lot)
        context = {
            "found": found,
            "drawings": _drawings(found),
            "tables": tables_of(found, readers_language()),
            "prices": found.prices_of(found.bids, readers_language()),
            "has_plan": found.calculation.plan is not None,
            "has_life_cycle": counts_life_cycle(found.calculation.plan),
        }
    return render(request, "tenders/life_cycle.html", page_of(lot) | context)


@never_cache
@login_required
@require_safe
def sheet(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    refuse_if_sealed(request, pk)
    lot = lot_or_404(request.user, pk)
    if phase_of(lot) in DRAFT:
        raise Http404
    found = gathered(lot)
    if code not in found.bids or found.calculation.plan is None:
        raise Http404
    return render(request, "tenders/life_cycle_bid.html", page_of(lot) | _of_bid(found, code))


def counts_life_cycle(plan: Plan | None) -> bool:
    """Is anything calculated besides a price sheet?"""
    return plan is not None and plan.besides_price_lines != Plan()


def page_of(lot: Lot) -> dict[str, Any]:
    stepper = progress_of_one(lot.tender, now=timezone.now())
    return {"lot": lot, "tender": lot.tender, "stepper": stepper}


def _drawings(found: Gathered) -> list[tuple[str, Drawing]]:
    """A heading and its chart: for each kind of device the footprint, then the costs."""
    names, say, plan = found.names, readers_language(), found.calculation.plan
    drawn: list[tuple[str, Drawing]] = []
    for number, kind in enumerate(plan.kinds if plan else ()):
        of_kind = [each[kind.code] for each in found.footprints.values() if kind.code in each]
        for per in (Per.DEVICE_YEAR, Per.CONTRACT):
            if of_kind:
                name = f"axes-{number}-{per.value}"
                drawn.append((kind.title, axes_chart(of_kind, per, names, say, name=name)))
    if found.costs:
        costs = list(found.costs.values())
        drawn.append(("", kinds_chart(costs, names, say, name="kinds")))
        drawn.append(("", years_chart(costs, names, say, name="years")))
    return drawn


def _of_bid(found: Gathered, code: str) -> dict[str, Any]:
    plan, cost, promised = found.calculation.plan, found.costs.get(code), found.circularity.get(code)
    titles = {kind.code: kind.title for kind in (plan.kinds if plan else ())}
    footprints = found.footprints.get(code, {})
    return {
        "bid": found.bids[code],
        "footprints": [(titles[kind], footprint_sheet(each)) for kind, each in footprints.items()],
        "circularity": circularity_of(promised) if promised else None,
        "parts": parts_of(found, code),
        "ladder": found.ladder.get(code),
        "cost": CostSheet(cost) if cost else None,
        "amounts": [(titles[kind], explained(each)) for kind, each in cost.by_kind.items()] if cost else [],
        "priced": found.priced.get(code),
        "counts_cost": plan is not None and (plan.cost is not None or bool(plan.price_lines)),
        "with_prices": found.with_prices,
        "prices": found.prices_of([code], readers_language()),
        "reasons": found.reasons.get(code, []),
        "named": named_evidence(found.bids[code], found.given[code], today=timezone.localdate()),
    }
