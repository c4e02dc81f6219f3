"""Before publication: what the check finds, and whether a lawyer approved exactly this draft."""

from dataclasses import replace
from datetime import date

from django.contrib.auth.models import User

from procurement.organisations.access_resets import reason_against_both
from tenders.legal_statements import stated_answers
from tenders.models import Approval, Lot, Tender
from tenders.procedure.facts import Facts
from tenders.procedure.phases import DRAFT
from tenders.scoring.files import UnreadableTender
from tenders.services.check import before_publication


def part(facts: Facts, lot: Lot, actor: User | None) -> Facts:
    facts = replace(facts, deadline=lot.tender.deadline)
    if facts.phase not in DRAFT:
        return facts
    found = before_publication(lot.tender, at=facts.now)
    approval = None if found.problems else _approval(lot, found.digest)
    return replace(
        facts,
        procedure=lot.tender.procedure,
        is_urgent=bool(lot.tender.urgency.strip()),
        problems=len(found.problems),
        unreasoned=len(found.unreasoned),
        notice_planned=_planned(lot.tender),
        is_approved=approval is not None,
        approver_is_actor=approval is not None and actor is not None and approval.made_by_id == actor.pk,
        approver_is_tied=_are_tied(approval, actor, facts),
    )


def _planned(tender: Tender) -> date | None:
    try:
        return stated_answers(tender).planning.notice_sent
    except UnreadableTender:
        return None


def _are_tied(approval: Approval | None, actor: User | None, facts: Facts) -> bool:
    approver = approval.made_by if approval is not None else None
    if approver is None or actor is None:
        return False
    return reason_against_both(approver, actor, at=facts.now) is not None


def _approval(lot: Lot, digest: str) -> Approval | None:
    """The newest judgement about this very draft, if it is an approval."""
    newest = Approval.objects.filter(tender=lot.tender_id, digest=digest).order_by("-pk").first()
    return newest if newest is not None and newest.is_approved else None
