"""Recording that somebody checked a piece of evidence: a check is an event and never changes."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from procurement.organisations.access import has_role
from procurement.organisations.models import Organisation, Role
from tenders.assessment.motivation import words_of
from tenders.models import Evidence, EvidenceCheck
from tenders.procedure.standstill import sent_on
from tenders.services.evidence import subject_of, why_frozen
from tenders.services.phases import Refused
from tenders.services.verification import LEAST_WORDS

CHECKERS = (Role.OFFICER, Role.PROJECT_LEAD, Role.CONTRACT_MANAGER)

_NOT_YOU = Text(
    nl="Een inkoper, projectleider of contractmanager van deze organisatie legt een controle vast.",
    en="An officer, project lead or contract manager of this organisation records a check.",
)
_NOT_YET = Text(
    nl="De dag van de controle ligt in de toekomst. Vul de dag in waarop u keek.",
    en="The day of the check lies in the future. Fill in the day on which you looked.",
)
_TOO_SHORT = Text(
    nl="Schrijf in minstens drie woorden op wat u zag: welk stuk of register, en wat het zegt.",
    en="Write down in three words at least what you saw: which document or register, and what it says.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What somebody found: the codes of `EvidenceCheck.Outcome` and `EvidenceCheck.Way`, and in words."""

    outcome: str
    way: str
    remark: str
    on: date


def may_check(user: User | AnonymousUser, organisation: Organisation) -> bool:
    """Who runs the site decides nothing."""
    return not user.is_superuser and has_role(user, organisation, *CHECKERS)


@transaction.atomic
def record_check(*, evidence: Evidence, finding: Finding, at: datetime, actor: User) -> EvidenceCheck:
    """Beside all earlier checks. Raises `Refused` with every reason.

    The day from which the evidence counts as checked follows the newest check, as long as no scores or
    ranking rest on it; from then on only the check itself is added.
    """
    row = Evidence.objects.select_for_update().select_related("supplier__organisation").get(pk=evidence.pk)
    reasons = _against(row.supplier.organisation, finding, sent_on(at), actor)
    if reasons:
        raise Refused(reasons)
    check = EvidenceCheck.objects.create(
        evidence=row,
        outcome=finding.outcome,
        way=finding.way,
        remark=finding.remark.strip(),
        checked_on=finding.on,
        at=at,
        made_by=actor,
    )
    before = row.checked_on
    if why_frozen(row) is None:
        row.checked_on = finding.on if finding.outcome == EvidenceCheck.Outcome.RIGHT else None
        row.save(update_fields=["checked_on"])
    _recorded(check, before)
    return check


def _against(organisation: Organisation, finding: Finding, today: date, actor: User) -> list[Text]:
    found = (
        (not may_check(actor, organisation), _NOT_YOU),
        (finding.on > today, _NOT_YET),
        (len(words_of(finding.remark)) < LEAST_WORDS, _TOO_SHORT),
    )
    return [reason for is_so, reason in found if is_so]


def _recorded(check: EvidenceCheck, before: date | None) -> None:
    counts_on = check.evidence.checked_on
    record(
        organisation=check.evidence.supplier.organisation,
        at=check.at,
        actor=check.made_by,
        action="evidence.checked",
        subject=subject_of(check.evidence),
        details={
            "row": check.evidence.pk,
            "check": check.pk,
            "outcome": check.outcome,
            "way": check.way,
            "remark": check.remark,
            "checked_on": check.checked_on.isoformat(),
        },
        before={"checked_on": before.isoformat() if before else None},
        after={"checked_on": counts_on.isoformat() if counts_on else None},
    )
