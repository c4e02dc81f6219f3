"""The front page of who works in the admin: what waits for this person, and where each tender stands."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AnonymousUser, User

from procurement.organisations.models import Role
from tenders.models import Assessor, Tender
from tenders.procedure.phases import Phase
from tenders.procedure.transitions import transitions_from
from tenders.stage_facts import TenderFacts, facts_of
from tenders.stages import Progress, progress
from tenders.views.access import tenders_for
from tenders.waiting import Roles, Waiting, roles_of, unapproved_lots, waiting_for

LENGTH = 50


@dataclass(frozen=True, slots=True)
class Work:
    """`is_mine`: the next step can be taken now, by a role that this person holds."""

    tender: Tender
    progress: Progress
    is_mine: bool


@dataclass(frozen=True, slots=True)
class WorkList:
    waiting: list[Waiting]
    work: list[Work]
    manages_accounts: bool

    @property
    def mine(self) -> int:
        return sum(item.is_mine for item in self.work)


def work_list(user: User | AnonymousUser, *, now: datetime) -> WorkList:
    assert isinstance(user, User)
    roles = roles_of(user)
    tenders = list(tenders_for(user)[:LENGTH])
    facts = facts_of(tenders)
    others = _waits_for_others(facts.values(), {tender.organisation_id for tender in tenders})
    items = [_item(tender, facts[tender.pk], user, roles, others, now) for tender in tenders]
    return WorkList(
        waiting_for(user, roles, now=now),
        sorted(items, key=lambda item: (not item.is_mine, -item.tender.pk)),
        any(Role.ORGANISATION_ADMIN in held for held in roles.values()),
    )


def _item(
    tender: Tender, facts: TenderFacts, user: User, roles: Roles, others: Collection[int], now: datetime
) -> Work:
    shown = progress(facts, now=now)
    held = frozenset() if user.is_superuser else roles.get(tender.organisation_id, frozenset())
    is_mine = shown.waits and tender.pk not in others and bool(held & _takers(facts))
    return Work(tender, shown, is_mine)


def _takers(facts: TenderFacts) -> frozenset[str]:
    """Whose step the next one is: of a draft the officer, then the roles that may take the way forward."""
    phase = facts.lot_at_work.phase if facts.lots else Phase.PREPARATION
    if phase is Phase.PREPARATION:
        return frozenset({Role.OFFICER})
    if phase is Phase.CONTRACT:
        return frozenset({Role.OFFICER, Role.LAWYER})
    forward = (each for each in transitions_from(phase) if each.leads_on)
    return frozenset(role.value for each in forward for role in each.roles)


def _waits_for_others(facts: Collection[TenderFacts], organisations: Collection[int]) -> frozenset[int]:
    """The tenders that wait for a lawyer to read the draft, or for assessors to finish."""
    scoring = {
        each.lot_at_work.pk: each.pk
        for each in facts
        if each.lots and each.lot_at_work.phase is Phase.ASSESSMENT
    }
    busy = Assessor.objects.filter(lot__in=list(scoring), is_active=True, ready_at=None)
    assessed = {scoring[lot] for lot in busy.values_list("lot", flat=True)}
    return frozenset(assessed | {lot.tender_id for lot in unapproved_lots(organisations)})
