"""Whose panel it is. Anybody else gets a 404: another lot, another organisation, no longer on the panel."""

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from tenders.models import Assessor, Criterion
from tenders.services.jury import Duty, jurors_of


def seats_of(user: User | AnonymousUser) -> QuerySet[Assessor]:
    """Every panel on which this person takes part, the newest lot first."""
    if user.pk is None:
        return Assessor.objects.none()
    seats = Assessor.objects.filter(user_id=user.pk, is_active=True, user__is_active=True)
    seats = seats.select_related("lot__tender__organisation", "user")
    return seats.order_by("-lot__tender__pk", "lot__number")


def assessor_or_404(user: User | AnonymousUser, lot: int) -> Assessor:
    """A seat lasts as long as the role of assessor does."""
    assessor = get_object_or_404(seats_of(user), lot=lot)
    jurors = jurors_of(assessor.lot.tender.organisation)
    if assessor.user_id not in jurors.values_list("pk", flat=True):
        raise Http404
    return assessor


def criterion_or_404(duty: Duty, code: str) -> Criterion:
    found = next((criterion for criterion in duty.criteria if criterion.code == code), None)
    if found is None:
        raise Http404
    return found
