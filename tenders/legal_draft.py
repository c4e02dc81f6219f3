"""From rows to the draft that the legality check reads: answers joined with what the tender says already.

Nothing is asked twice: what stands in a row of the tender is no answer of its own. `DERIVED` names the
questions that rows answer. A suitability requirement is a row; what is asked about it goes by its code.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from tenders.lint.draft import Draft, Passage
from tenders.lint.draft.contract import Authority
from tenders.models import Requirement, Tender
from tenders.publication.draft import Circumstances, draft_of
from tenders.publication.model import Published
from tenders.published_form import published_form
from tenders.weight_policies import policy_on

DERIVED = frozenset(
    {
        "contract.authority",
        "contract.nature",
        "contract.estimate",
        "course.kind",
        "planning.bids_until",
        "planning.urgency",
        "award.weights",
        "bidders.suitability.code",
        "bidders.suitability.text",
    }
)


@dataclass(frozen=True, slots=True)
class Suitability:
    """A suitability requirement of one lot. `code` is unique in the tender: "E2", or "1/E2" of lot 1."""

    row: Requirement
    code: str


def legal_draft(
    tender: Tender, *, today: date, clauses: tuple[Passage, ...] = (), form: Published | None = None
) -> Draft:
    """The tender as the check reads it, on the law of the day of its notice. Raises `UnreadableTender`.

    Before publication that day is the planned one, or `today` where that is earlier or not known.
    `form` is that of the rows as they are now, when the caller has it.
    """
    draft = draft_from(tender, form or published_form(tender), today=today, clauses=clauses)
    assert draft is not None
    return draft


def draft_from(
    tender: Tender, form: Published, *, today: date, clauses: tuple[Passage, ...] = ()
) -> Draft | None:
    """As in this form; None where that is of before answers and reasons were part of a publication."""
    if form.terms is None:
        return None
    terms, sent_on = form.terms, notice_day(tender)
    planned = terms.legal.planning.notice_sent
    on = sent_on or max(filter(None, (planned, today)))
    known = Circumstances(
        authority=Authority(tender.organisation.kind),
        on=on,
        notice_sent=sent_on or (on if planned else None),
        bids_until=None if terms.deadline is None else _day(terms.deadline),
        policy=policy_on(tender.organisation_id, on),
        clauses=clauses,
    )
    return draft_of(form.tender, terms, known)


def notice_day(tender: Tender) -> date | None:
    """The day of the first publication, in local time; None for a draft."""
    made_at = tender.publications.order_by("version").values_list("made_at", flat=True).first()
    return None if made_at is None else _day(made_at)


def suitability_of(tender: Tender) -> tuple[Suitability, ...]:
    """In published order."""
    kind = Requirement.Kind.SUITABILITY
    rows = Requirement.objects.filter(lot__tender=tender.pk, kind=kind).select_related("lot")
    several = tender.lots.count() > 1
    return tuple(
        Suitability(row, f"{row.lot.number}/{row.code}" if several else row.code)
        for row in rows.order_by("lot__number", "position")
    )


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
