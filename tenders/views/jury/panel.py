"""The officer's page of the panel: who scores what, how far everybody is, who has a conflict of interest.

Counts alone: no score of anybody. Names are for the secretary; others see letters.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from procurement.words import readers_language
from tenders.models import Assessor, Criterion, IndividualScore, Lot
from tenders.services.jury import Duty, duties_of, jurors_of
from tenders.services.jury_values import jury_criteria
from tenders.services.panel import APPOINTING, WITHDRAWING, set_panel, withdraw_assessor
from tenders.services.phases import Refused, phase_of
from tenders.services.pseudonyms import names_of, sees_names
from tenders.stages import progress_of_one
from tenders.views.access import lot_or_404

Chosen = Mapping[int, Collection[int]]  # keys of criteria by the key of the user


@dataclass(frozen=True, slots=True)
class Person:
    """A row of the matrix: somebody who may score, with what this person scores."""

    user: User
    letter: str
    boxes: tuple[tuple[Criterion, bool], ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one assessor is, in counts."""

    assessor: Assessor
    name: str
    duty: Duty
    done: int

    @property
    def conflicts(self) -> str:
        return ", ".join(bid.code for bid in self.duty.conflicting)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def panel(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    if request.method != "POST":
        return _page(request, lot)
    officer, chosen = secretary(request, lot), _chosen(request.POST, lot)
    try:
        changed = set_panel(lot=lot, wanted=chosen, at=timezone.now(), actor=officer)
    except Refused as refused:
        return _page(request, lot, refused=refused, chosen=chosen, status=409)
    said = _("Het panel is opgeslagen.") if changed else _("Er was niets veranderd.")
    messages.success(request, said)
    return redirect(request.path)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    lot = lot_or_404(request.user, pk)
    officer = secretary(request, lot)
    letter = request.POST.get("letter", "")
    assessor = get_object_or_404(
        Assessor.objects.select_related("lot__tender__organisation"), lot=lot, letter=letter
    )
    reason = request.POST.get("reason", "")
    try:
        withdraw_assessor(assessor=assessor, reason=reason, at=timezone.now(), actor=officer)
    except Refused as refused:
        return _page(request, lot, refused=refused, status=409)
    messages.success(request, _("Beoordelaar %(letter)s is teruggetrokken.") % {"letter": letter})
    return redirect("tenders:jury", lot.pk)


def secretary(request: HttpRequest, lot: Lot) -> User:
    """An officer of this organisation; who runs the site takes no step in a procedure."""
    if not sees_names(request.user, lot.tender.organisation):
        raise PermissionDenied
    assert isinstance(request.user, User)
    return request.user


def _chosen(data: QueryDict, lot: Lot) -> dict[int, set[int]]:
    """The boxes that are ticked, for everybody who was on the page: `user` names them, `scores` is u-c."""
    try:
        chosen: dict[int, set[int]] = {int(user): set() for user in data.getlist("user")}
        for box in data.getlist("scores"):
            user, criterion = box.split("-")
            chosen[int(user)].add(int(criterion))
    except (ValueError, KeyError) as error:
        raise BadRequest("no such box") from error
    return chosen


def _page(
    request: HttpRequest,
    lot: Lot,
    *,
    refused: Refused | None = None,
    chosen: Chosen | None = None,
    status: int = 200,
) -> HttpResponse:
    language, phase = readers_language(), phase_of(lot)
    criteria = list(jury_criteria(lot).order_by("position", "pk"))
    seats = list(Assessor.objects.filter(lot=lot).order_by("letter"))
    duties = duties_of(seats)
    named = sees_names(request.user, lot.tender.organisation)
    progress = _progress(lot, request.user, duties)
    context = {
        "title": _("Beoordelaars: %(lot)s") % {"lot": lot},
        "lot": lot,
        "tender": lot.tender,
        "criteria": criteria,
        "people": _people(lot, duties, criteria, chosen or {}) if named else [],
        "progress": [each for each in progress if each.assessor.is_active],
        "gone": [each for each in progress if not each.assessor.is_active],
        "without": _without(criteria, duties),
        "named": named,
        "may_appoint": named and phase in APPOINTING,
        "may_withdraw": named and phase in WITHDRAWING,
        "reasons": [reason.to(language) for reason in refused.reasons] if refused else [],
        "typed_reason": request.POST.get("reason", ""),
        "typed_letter": request.POST.get("letter", ""),
        "invitation": request.build_absolute_uri(reverse("tenders:panels")),
        "stepper": progress_of_one(lot.tender, now=timezone.now()),
    }
    return render(request, "jury/panel.html", context, status=status)


def _people(lot: Lot, duties: Collection[Duty], criteria: list[Criterion], chosen: Chosen) -> list[Person]:
    """Everybody who may be asked, and who sits on the panel already."""
    own = {duty.assessor.user_id: duty for duty in duties}
    gone = {duty.assessor.user_id for duty in duties if not duty.assessor.is_active}
    people = []
    for user in jurors_of(lot.tender.organisation).exclude(pk__in=[key for key in gone if key]):
        duty = own.get(user.pk)
        stored = {criterion.pk for criterion in duty.criteria} if duty else set()
        ticked = chosen.get(user.pk, stored)
        boxes = tuple((criterion, criterion.pk in ticked) for criterion in criteria)
        people.append(Person(user, duty.assessor.letter if duty else "", boxes))
    return people


def _progress(lot: Lot, user: User | AnonymousUser, duties: Collection[Duty]) -> list[Progress]:
    rows = IndividualScore.objects.filter(assessor__lot=lot).exclude(value="").exclude(motivation="")
    done = Counter(rows.values_list("assessor", "bid"))
    names = names_of(lot, user)
    return [
        Progress(
            duty.assessor,
            names[duty.assessor.pk],
            duty,
            sum(done[duty.assessor.pk, bid.pk] for bid in duty.bids),
        )
        for duty in duties
    ]


def _without(criteria: list[Criterion], duties: Collection[Duty]) -> list[Criterion]:
    taken = {criterion for duty in duties if duty.assessor.is_active for criterion in duty.criteria}
    return [criterion for criterion in criteria if criterion not in taken]
