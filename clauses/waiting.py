"""What waits in the library: texts and deviations to decide about, and texts to look at again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from clauses.access import deviations_for, proposals_for
from clauses.approvers import ROLES, TEXTS
from clauses.drafts import holding
from clauses.models import ClauseDeviation, ClauseProposal, ClauseVersion
from procurement.organisations.models import Membership


@dataclass(frozen=True, slots=True)
class Decidable:
    """What this person can decide about now, the oldest first."""

    proposals: list[ClauseProposal]
    deviations: list[ClauseDeviation]


def decidable(user: User) -> Decidable:
    """Handed in by somebody else, in an organisation where this person has the role for it."""
    held = set(Membership.objects.filter(user=user).values_list("organisation", "role"))
    proposals = proposals_for(user).filter(state=ClauseProposal.State.SUBMITTED).exclude(author=user)
    deviations = open_deviations(user).exclude(recorded_by=user)
    return Decidable(
        [row for row in proposals.order_by("submitted_at", "pk") if _holds(held, row.organisation_id, TEXTS)],
        [row for row in deviations if _holds(held, row.draft.organisation_id, ROLES[row.approver])],
    )


def open_deviations(user: User) -> QuerySet[ClauseDeviation]:
    """Those that nobody decided about, also the own ones."""
    return deviations_for(user).filter(decision=None).select_related("recorded_by").order_by("pk")


def overdue_versions(organisations: Collection[int], *, today: date) -> list[ClauseVersion]:
    """The texts that hold today for one of these organisations and should have been looked at again.

    One query, however many organisations.
    """
    visible = Q(organisation=None) | Q(organisation__in=organisations)
    rows = ClauseVersion.objects.filter(visible, valid_from__lte=today).defer("source")
    ordered = list(rows.select_related("clause").order_by("clause__order", "clause__code", "number"))
    found = {
        version.pk: version
        for organisation in organisations
        for version in holding(each for each in ordered if each.organisation_id in (None, organisation))
        if version.review_by < today
    }
    return list(found.values())


def _holds(held: Collection[tuple[int, str]], organisation: int, roles: Collection[str]) -> bool:
    return any((organisation, str(role)) in held for role in roles)
