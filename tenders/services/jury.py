"""The panel of a lot as it is now: who takes part, with what, and whose scores count.

No query here touches a price or the register of suppliers.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from procurement.organisations.models import Membership, Organisation, Role
from tenders.models import Assessor, Assignment, Bid, Criterion, Declaration, IndividualScore, Lot
from tenders.services.admitted import admitted_in
from tenders.services.jury_values import conflicted

Pair = tuple[int, int]  # assessor, bid


def jurors_of(organisation: Organisation) -> QuerySet[User]:
    """Who may sit on a panel: assessors and nothing else. Every other role here reads bidders or prices.

    A role in another organisation shows nothing of this one, so it neither stops nor ends a seat here. Staff
    without any role that explains it stays out.
    """
    members = Membership.objects.filter(organisation=organisation)
    jurors, others = members.filter(role=Role.JUROR), members.exclude(role=Role.JUROR)
    elsewhere = Membership.objects.exclude(organisation=organisation).exclude(role=Role.JUROR)
    people = User.objects.filter(is_active=True, is_superuser=False)
    people = people.filter(Q(is_staff=False) | Q(pk__in=elsewhere.values("user")))
    people = people.filter(pk__in=jurors.values("user")).exclude(pk__in=others.values("user"))
    return people.order_by("last_name", "first_name", "username")


def active_assessors(lot: Lot) -> list[Assessor]:
    """Who takes part, by letter."""
    assessors = Assessor.objects.filter(lot=lot, is_active=True)
    return sorted(assessors, key=lambda assessor: (len(assessor.letter), assessor.letter))


def conflicts_of(lot: Lot) -> set[Pair]:
    """The pairs whose newest declaration is of a conflict of interest."""
    return set(conflicted([lot]))


def admitted_bids(lot: Lot) -> list[Bid]:
    """The bids that no requirement knocks out and that have not fallen away; key and code alone."""
    return _admitted([lot.pk])


def _admitted(lots: Collection[int]) -> list[Bid]:
    return sorted(admitted_in(lots).only("pk", "code", "lot_id"), key=lambda bid: (len(bid.code), bid.code))


def scores_that_count(lot: Lot) -> list[IndividualScore]:
    """The final scores of active assessors on admitted bids without a conflict of interest."""
    conflicts, admitted = conflicts_of(lot), [bid.pk for bid in admitted_bids(lot)]
    scores = IndividualScore.objects.filter(
        assessor__lot=lot, assessor__is_active=True, assessor__ready_at__isnull=False, bid__in=admitted
    ).exclude(value="")
    return [
        score
        for score in scores.select_related("assessor").order_by("assessor__letter", "bid", "criterion")
        if (score.assessor_id, score.bid_id) not in conflicts
    ]


@dataclass(frozen=True, slots=True)
class Duty:
    """What one assessor scores: each of `criteria` for each of `bids`, once `undeclared` is empty."""

    assessor: Assessor
    criteria: tuple[Criterion, ...]
    bids: tuple[Bid, ...]  # admitted, without a conflict of interest, by code
    conflicting: tuple[Bid, ...]
    undeclared: tuple[Bid, ...]  # nothing was declared about these yet; content stays closed

    @property
    def may_read(self) -> bool:
        return not self.undeclared

    @property
    def size(self) -> int:
        return len(self.criteria) * len(self.bids)


def duty_of(assessor: Assessor) -> Duty:
    return duties_of([assessor])[0]


def duties_of(assessors: Collection[Assessor]) -> list[Duty]:
    """In five queries, whatever the number of lots, assessors, bids and criteria."""
    lots = sorted({assessor.lot_id for assessor in assessors})
    conflicts = set(conflicted(Lot.objects.filter(pk__in=lots)))
    rows = Declaration.objects.filter(assessor__in=[each.pk for each in assessors])
    declared = set(rows.values_list("assessor", "bid"))
    admitted = _admitted(lots)
    assigned: defaultdict[int, list[Criterion]] = defaultdict(list)
    for each in _assignments(assessors):
        assigned[each.assessor_id].append(each.criterion)

    def bids(assessor: Assessor, pairs: Collection[Pair], *, inside: bool) -> tuple[Bid, ...]:
        own = (bid for bid in admitted if bid.lot_id == assessor.lot_id)
        return tuple(bid for bid in own if ((assessor.pk, bid.pk) in pairs) is inside)

    return [
        Duty(
            assessor=each,
            criteria=tuple(assigned[each.pk]),
            bids=bids(each, conflicts, inside=False),
            conflicting=bids(each, conflicts, inside=True),
            undeclared=bids(each, declared, inside=False),
        )
        for each in assessors
    ]


def _assignments(assessors: Collection[Assessor]) -> QuerySet[Assignment]:
    """In the published order; a criterion that a clarification made something else has no assessors."""
    rows = Assignment.objects.filter(
        assessor__in=[each.pk for each in assessors],
        criterion__kind=Criterion.Kind.SCALE,
        criterion__children__isnull=True,
    )
    return rows.select_related("criterion").order_by("criterion__position", "criterion")
