"""Trying the scale on an invented answer, before the bids are opened."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from procurement.words import words
from tenders.models import Assessor, Criterion, CriterionLevel, Sample, SampleScore
from tenders.services.calibration import TRYING, try_sample
from tenders.services.jury import duty_of
from tenders.services.phases import Refused, phase_of
from tenders.services.scoring_alone import WrongEntry
from tenders.services.unfinished import levels_of
from tenders.views.jury.access import assessor_or_404


@dataclass(frozen=True, slots=True)
class Exercise:
    sample: Sample
    criterion: Criterion
    levels: list[CriterionLevel]
    value: str
    motivation: str


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def practice(request: HttpRequest, pk: int) -> HttpResponse:
    assessor = assessor_or_404(request.user, pk)
    if phase_of(assessor.lot) not in TRYING:
        raise Http404
    exercises = _exercises(assessor)
    if request.method != "POST":
        return _page(request, assessor, exercises)
    chosen = next((each for each in exercises if str(each.sample.pk) == request.POST.get("sample")), None)
    if chosen is None:
        raise Http404
    value, motivation = request.POST.get("value", ""), request.POST.get("motivation", "")
    try:
        try_sample(assessor=assessor, sample=chosen.sample, value=value, motivation=motivation)
    except Refused as refused:
        status = 422 if isinstance(refused, WrongEntry) else 409
        typed = {chosen.sample.pk: (value, motivation)}
        return _page(request, assessor, _exercises(assessor, typed), refused=refused, status=status)
    messages.success(request, _("Uw oefenscore is opgeslagen. Hij telt niet mee."))
    return redirect(request.path)


def _exercises(assessor: Assessor, typed: Mapping[int, tuple[str, str]] | None = None) -> list[Exercise]:
    """The newest invented answer of each criterion of this assessor."""
    criteria = duty_of(assessor).criteria
    samples = {
        each.criterion_id: each for each in Sample.objects.filter(criterion__in=criteria).order_by("pk")
    }
    levels = levels_of(criteria)
    own = SampleScore.objects.filter(assessor=assessor, sample__in=samples.values())
    given = {score.sample_id: (score.value, score.motivation) for score in own} | dict(typed or {})
    return [
        Exercise(sample, criterion, levels[criterion.pk], *given.get(sample.pk, ("", "")))
        for criterion in criteria
        if (sample := samples.get(criterion.pk)) is not None
    ]


def _page(
    request: HttpRequest,
    assessor: Assessor,
    exercises: list[Exercise],
    *,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "title": _("Oefenen"),
        "lot": assessor.lot,
        "exercises": exercises,
        "reasons": [words(reason) for reason in refused.reasons] if refused else [],
    }
    return render(request, "jury/practice.html", context, status=status)
