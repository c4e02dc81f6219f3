"""The officer's page of the practice round: write an invented answer, see how far the panel differs."""

from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.words import readers_language
from tenders.assessment.dispersion import Given, Spread, spreads
from tenders.models import Assignment, Criterion, CriterionLevel, Lot, Sample, SampleScore
from tenders.services.calibration import TRYING, WRITING, discuss_sample, write_sample
from tenders.services.jury_values import jury_criteria
from tenders.services.phases import Refused, phase_of
from tenders.services.pseudonyms import sees_names
from tenders.services.scoring_alone import WrongEntry
from tenders.services.unfinished import levels_of
from tenders.stages import progress_of_one
from tenders.views.access import lot_or_404
from tenders.views.jury.panel import secretary


@dataclass(frozen=True, slots=True)
class Tried:
    """An invented answer. Levels are shown only when everybody tried: nobody follows another."""

    sample: Sample
    tried: int
    assessors: int
    spread: Spread | None
    given: tuple[tuple[str, CriterionLevel], ...]

    @property
    def is_complete(self) -> bool:
        return bool(self.assessors) and self.tried >= self.assessors


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def samples(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    if not sees_names(request.user, lot.tender.organisation):
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, lot)
    try:
        _done(request, lot)
    except Refused as refused:
        status = 422 if isinstance(refused, WrongEntry) else 409
        return _page(request, lot, refused=refused, status=status)
    return redirect(request.path)


def _done(request: HttpRequest, lot: Lot) -> None:
    officer, now = secretary(request, lot), timezone.now()
    if "discussed" in request.POST:
        of_lot = Sample.objects.filter(criterion__lot=lot)
        sample = get_object_or_404(of_lot, pk=_key(request.POST["discussed"]))
        discuss_sample(lot=lot, sample=sample, at=now, actor=officer)
        messages.success(request, _("Vastgelegd: het oefenantwoord is besproken."))
        return
    criterion = get_object_or_404(lot.criteria, code=request.POST.get("criterion", ""))
    text = request.POST.get("text", "")
    write_sample(lot=lot, criterion=criterion, text=text, at=now, actor=officer)
    messages.success(request, _("Het oefenantwoord staat klaar voor de beoordelaars."))


def _key(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _page(
    request: HttpRequest, lot: Lot, *, refused: Refused | None = None, status: int = 200
) -> HttpResponse:
    language, phase = readers_language(), phase_of(lot)
    criteria = jury_criteria(lot).order_by("position", "pk")
    context = {
        "title": _("Oefenronde: %(lot)s") % {"lot": lot},
        "lot": lot,
        "tender": lot.tender,
        "rows": _rows(criteria),
        "may_write": phase in WRITING,
        "may_discuss": phase in TRYING,
        "reasons": [reason.to(language) for reason in refused.reasons] if refused else [],
        "typed": request.POST,
        "stepper": progress_of_one(lot.tender, now=timezone.now()),
    }
    return render(request, "jury/samples.html", context, status=status)


def _rows(criteria: QuerySet[Criterion]) -> list[tuple[Criterion, list[Tried]]]:
    found = list(criteria)
    levels = levels_of(found)
    assigned = Assignment.objects.filter(criterion__in=found, assessor__is_active=True)
    seats = list(assigned.values_list("criterion", "assessor"))
    scores = list(SampleScore.objects.filter(sample__criterion__in=found).select_related("assessor"))
    rows = list(Sample.objects.filter(criterion__in=found).order_by("-pk"))
    return [
        (
            criterion,
            [
                _tried(row, levels[criterion.pk], {who for key, who in seats if key == criterion.pk}, scores)
                for row in rows
                if row.criterion_id == criterion.pk
            ],
        )
        for criterion in found
    ]


def _tried(sample: Sample, levels: list[CriterionLevel], seats: set[int], scores: list[SampleScore]) -> Tried:
    places = {level.code: step for step, level in enumerate(levels)}
    own = [
        each
        for each in scores
        if each.sample_id == sample.pk and each.assessor_id in seats and each.value in places
    ]
    if not seats or len(own) < len(seats):
        return Tried(sample, len(own), len(seats), None, ())
    given = [
        Given(each.assessor_id, 0, sample.criterion_id, places[each.value], levels[places[each.value]].share)
        for each in own
    ]
    ordered = sorted(own, key=lambda each: (len(each.assessor.letter), each.assessor.letter))
    shown = [(each.assessor.letter, levels[places[each.value]]) for each in ordered]
    return Tried(sample, len(own), len(seats), spreads(given)[0], tuple(shown))
