"""A lawyer accepts a finding with a reason: comply or explain. It is printed in the documents and kept."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from procurement.organisations.access import has_role
from procurement.organisations.models import Role
from tenders.lint.finding import Finding
from tenders.lint.run import Report
from tenders.lint.severity import Severity
from tenders.lint.subjects import subject_of
from tenders.models import LegalReason, Tender
from tenders.scoring.files.fields import unwritable
from tenders.services.frozen import require_not_frozen
from tenders.services.legality import checked
from tenders.services.phases import Refused

_NO_LAWYER = Text(
    nl="Alleen een jurist van deze organisatie legt een motivering vast.",
    en="Only a lawyer of this organisation records a reason.",
)
_EMPTY = Text(nl="Schrijf waarom deze afwijking mag.", en="Write why this deviation is allowed.")
_GONE = Text(
    nl="Niet bewaard: de toets vindt dit punt niet meer. De tekst is intussen gewijzigd.",
    en="Not saved: the check does not find this point any more. The text was changed meanwhile.",
)


@dataclass(frozen=True, slots=True)
class About:
    """Which finding: the code of the rule, its place and the words found there."""

    rule: str
    place: str
    quote: str = ""


@transaction.atomic
def give_reason(*, tender: Tender, about: About, text: str, at: datetime, actor: User) -> LegalReason:
    """The newest reason about a finding counts. Raises `Refused`, and `FrozenTender` after publication."""
    require_not_frozen(tender)
    _require_lawyer(tender, actor)
    wrong = unwritable(text + about.quote) if text.strip() else _EMPTY
    if wrong is not None:
        raise Refused([wrong])
    draft, report = checked(tender, at=at)
    finding = {**_open(report), **_accepted(report)}.get(about)
    if finding is None:
        raise Refused([_GONE])
    subject = subject_of(draft, finding)
    return _kept(tender, about, subject, text.strip(), action="legal_reason.given", at=at, actor=actor)


@transaction.atomic
def take_back_reason(*, tender: Tender, about: About, at: datetime, actor: User) -> LegalReason:
    """The finding waits for a reason again. Raises `Refused`, and `FrozenTender` after publication."""
    require_not_frozen(tender)
    _require_lawyer(tender, actor)
    _, report = checked(tender, at=at)
    if about not in _accepted(report):
        raise Refused([_GONE])
    return _kept(tender, about, "", "", action="legal_reason.taken_back", at=at, actor=actor)


def _require_lawyer(tender: Tender, actor: User) -> None:
    if actor.is_superuser or not has_role(actor, tender.organisation, Role.LAWYER):
        raise Refused([_NO_LAWYER])


def _open(report: Report) -> dict[About, Finding]:
    found = report.open(Severity.MOTIVATE)
    return {About(rule.code, finding.place, finding.quote): finding for rule, finding in found}


def _accepted(report: Report) -> dict[About, Finding]:
    return {
        About(judged.rule.code, each.finding.place, each.finding.quote): each.finding
        for judged in report.judged
        for each in judged.accepted
    }


def _kept(
    tender: Tender, about: About, subject: str, text: str, *, action: str, at: datetime, actor: User
) -> LegalReason:
    same = LegalReason.objects.filter(tender=tender, rule=about.rule, place=about.place, quote=about.quote)
    earlier = same.order_by("-pk").first()
    row = LegalReason.objects.create(
        tender=tender,
        rule=about.rule,
        place=about.place,
        quote=about.quote,
        subject=subject,
        text=text,
        given_at=at,
        given_by=actor,
    )
    record(
        organisation=tender.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=tender.reference,
        details={"rule": about.rule, "place": about.place, "quote": about.quote, "subject": subject},
        before=earlier.text if earlier is not None else "",
        after=text,
    )
    return row
