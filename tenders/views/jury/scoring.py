"""The page on which an assessor scores one criterion for all bids, and what saves a score while writing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from procurement.language import Text
from procurement.vault.errors import VaultError
from procurement.words import words
from tenders.assessment.motivation import LEAST_CHARACTERS, LEAST_WORDS
from tenders.models import Criterion, CriterionLevel
from tenders.procedure.phases import CLOSED, Phase
from tenders.services.jury import Duty, duty_of
from tenders.services.phases import Refused, phase_of
from tenders.services.scoring_alone import StaleScore, save_score
from tenders.services.unfinished import levels_of, unfinished
from tenders.views.jury.access import assessor_or_404, criterion_or_404
from tenders.views.jury.cells import Cell, cells_of, with_faults

READING = (Phase.CONSENSUS, Phase.PRICE_OPENING, Phase.EVALUATION, Phase.VERIFICATION, *sorted(CLOSED))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One criterion of one assessor. `is_open`: the scores may still change."""

    duty: Duty
    criterion: Criterion
    levels: Sequence[CriterionLevel]
    is_open: bool


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def scores(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    sheet = _sheet(request, pk, code)
    if not sheet.duty.may_read:
        return redirect("tenders:jury_declaration", pk)
    try:
        cells = cells_of(sheet.duty, sheet.criterion, levels=sheet.levels)
    except VaultError as error:
        return _page(request, sheet, [], unreadable=error.message, status=503)
    if request.method != "POST":
        return _page(request, sheet, cells)
    tried = [_saved(sheet, cell.typed(request.POST), timezone.now()) for cell in cells]
    if any(cell.reasons or cell.is_stale for cell in tried):
        wrong = any(cell.reasons for cell in tried) and sheet.is_open
        return _page(request, sheet, with_faults(tried, sheet.levels), status=422 if wrong else 409)
    changed = sum(cell.version != before.version for cell, before in zip(tried, cells, strict=True))
    messages.success(
        request,
        ngettext("%(count)s score opgeslagen.", "%(count)s scores opgeslagen.", changed) % {"count": changed},
    )
    return redirect(request.path)


def _sheet(request: HttpRequest, pk: int, code: str) -> Sheet:
    """404 outside the assessment, except to read one's own scores afterwards."""
    assessor = assessor_or_404(request.user, pk)
    phase = phase_of(assessor.lot)
    if phase is not Phase.ASSESSMENT and phase not in READING:
        raise Http404
    duty = duty_of(assessor)
    criterion = criterion_or_404(duty, code)
    is_open = phase is Phase.ASSESSMENT and assessor.ready_at is None
    return Sheet(duty, criterion, levels_of([criterion])[criterion.pk], is_open)


def _saved(sheet: Sheet, cell: Cell, at: datetime) -> Cell:
    """The cell after an attempt to save it: as stored, or with what stands in the way."""
    if not cell.is_changed:
        return cell
    try:
        stored = save_score(
            assessor=sheet.duty.assessor,
            bid=cell.bid,
            criterion=sheet.criterion,
            value=cell.value,
            motivation=cell.motivation,
            seen_version=cell.version,
            at=at,
        )
    except StaleScore as stale:
        return cell.after(stale.stored, is_stale=True)
    except Refused as refused:
        return replace(cell, reasons=refused.reasons)
    return cell.after(stored)


@login_required
@require_POST
def save(request: HttpRequest, pk: int, code: str, token: str) -> HttpResponse:
    """One cell, while writing: JSON. 409 with what is stored, 422 with what to change."""
    sheet = _sheet(request, pk, code)
    if not sheet.duty.may_read:
        raise Http404
    cells = cells_of(sheet.duty, sheet.criterion, levels=sheet.levels, with_content=False)
    place = next((number for number, cell in enumerate(cells) if cell.token == token), None)
    if place is None:
        raise Http404
    cells[place] = _saved(sheet, cells[place].typed(request.POST), timezone.now())
    cell = with_faults(cells, sheet.levels)[place]
    return JsonResponse(_answer(cell), status=_status(sheet, cell))


def _status(sheet: Sheet, cell: Cell) -> int:
    if cell.is_stale or (cell.reasons and not sheet.is_open):
        return 409
    return 422 if cell.reasons else 200


def _answer(cell: Cell) -> dict[str, object]:
    stored = cell.stored
    at = timezone.localtime(stored.saved_at) if stored else None
    return {
        "version": cell.version,
        "at": at.strftime("%H:%M:%S") if at else "",
        "value": stored.value if stored else "",
        "motivation": stored.motivation if stored else "",
        "faults": _spoken(cell.faults),
        "reasons": _spoken(cell.reasons),
    }


def _spoken(texts: Sequence[Text]) -> list[str]:
    return [words(text) for text in texts]


def _page(
    request: HttpRequest,
    sheet: Sheet,
    cells: list[Cell],
    *,
    unreadable: Text | None = None,
    status: int = 200,
) -> HttpResponse:
    criteria = sheet.duty.criteria
    place = criteria.index(sheet.criterion)
    gaps = {(gap.bid.pk, gap.criterion.pk) for gap in unfinished(sheet.duty)}
    done = {(bid.pk, each.pk) for bid in sheet.duty.bids for each in criteria} - gaps
    context = {
        "title": sheet.criterion.title,
        "lot": sheet.duty.assessor.lot,
        "assessor": sheet.duty.assessor,
        "sheet": sheet,
        "cells": cells,
        "stale": [cell for cell in cells if cell.is_stale],
        "wrong": [cell for cell in cells if cell.reasons],
        "unreadable": _spoken([unreadable])[0] if unreadable else "",
        "criteria": [(each, _count(done, each), len(sheet.duty.bids)) for each in criteria],
        "previous": criteria[place - 1] if place else None,
        "next": criteria[place + 1] if place + 1 < len(criteria) else None,
        "done": len(done),
        "total": sheet.duty.size,
        "least": {"characters": LEAST_CHARACTERS, "words": LEAST_WORDS},
    }
    return render(request, "jury/scores.html", context, status=status)


def _count(done: set[tuple[int, int]], criterion: Criterion) -> int:
    return sum(key[1] == criterion.pk for key in done)
