"""The legal check: a lawyer reads one draft, known by its digest, and approves it or hands it back."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from procurement.organisations.access import has_role
from procurement.organisations.access_resets import reason_against_signing
from procurement.organisations.models import Role
from tenders.models import Approval, Lot, PhaseChange, Tender
from tenders.procedure.facts import Facts
from tenders.procedure.guards import every_deviation_has_a_reason, nothing_open_in_the_check
from tenders.procedure.phases import Phase
from tenders.scoring.files import UnreadableTender
from tenders.services.check import Obstacles, before_publication, draft_digest
from tenders.services.phases import Refused, require_phase

_NO_LAWYER = Text(
    nl="Alleen een jurist van deze organisatie keurt een concept goed.",
    en="Only a lawyer of this organisation approves a draft.",
)
ANOTHER_DRAFT = Text(
    nl="Niet goedgekeurd: het concept is gewijzigd nadat u deze pagina opende. Lees het opnieuw en keur het "
    "dan goed.",
    en="Not approved: the draft was changed after you opened this page. Read it again, and approve it then.",
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One judgement, and whether it is about the draft as it is now."""

    approval: Approval
    still_fits: bool


def reasons_against_approval(
    tender: Tender, *, at: datetime, actor: User, found: Obstacles | None = None
) -> list[Text]:
    """Everything in the way, apart from the phase. `found` by the check now, when the caller has it."""
    reasons = []
    if actor.is_superuser or not has_role(actor, tender.organisation, Role.LAWYER):
        reasons.append(_NO_LAWYER)
    reset = reason_against_signing(actor, at=at)
    if reset is not None:  # who approves cannot publish, so this too is the work of two people
        reasons.append(reset)
    found = found or before_publication(tender, at=at)
    facts = Facts(now=at, lot=1, problems=len(found.problems), unreasoned=len(found.unreasoned))
    told = (nothing_open_in_the_check(facts), every_deviation_has_a_reason(facts))
    return [*reasons, *(reason for reason in told if reason is not None)]


@transaction.atomic
def approve(
    *, tender: Tender, at: datetime, actor: User, reason: str = "", seen: str | None = None
) -> Approval:
    """Approve the draft exactly as it is now. Raises `Refused`, also when `seen` is the digest of another."""
    Tender.objects.select_for_update(no_key=True).get(pk=tender.pk)
    tender = Tender.objects.select_related("organisation").get(pk=tender.pk)  # as it is now
    for lot in tender.lots.order_by("pk"):
        require_phase(lot, Phase.LEGAL_CHECK)
    found = before_publication(tender, at=at)
    reasons = reasons_against_approval(tender, at=at, actor=actor, found=found)
    if reasons:
        raise Refused(reasons)
    if seen not in (None, found.digest):
        raise Refused([ANOTHER_DRAFT])
    return _judged(tender, found.digest, is_approved=True, at=at, actor=actor, reason=reason)


def disapprove_when_a_lawyer_hands_back(lot: Lot, change: PhaseChange) -> None:
    """What goes with the step `hand-back`. A draft that cannot be read has no digest to judge."""
    actor = change.made_by
    if actor is None or not has_role(actor, lot.tender.organisation, Role.LAWYER):
        return
    try:
        digest = draft_digest(lot.tender)
    except UnreadableTender:
        return
    _judged(lot.tender, digest, is_approved=False, at=change.at, actor=actor, reason=change.reason)


def _judged(
    tender: Tender, digest: str, *, is_approved: bool, at: datetime, actor: User, reason: str
) -> Approval:
    approval = Approval.objects.create(
        tender=tender, digest=digest, is_approved=is_approved, at=at, made_by=actor, reason=reason
    )
    record(
        organisation=tender.organisation,
        at=at,
        actor=actor,
        action="tender.approved" if is_approved else "tender.disapproved",
        subject=tender.reference,
        details={"sha256": digest, "reason": reason},
    )
    return approval


def judgements_of(tender: Tender) -> list[Judgement]:
    """The newest first."""
    rows = tender.approvals.select_related("made_by").order_by("-pk")
    try:
        now = draft_digest(tender)
    except UnreadableTender:
        now = ""
    return [Judgement(row, row.digest == now) for row in rows]
