"""From rows to the draft that the legality check reads: answers joined with what the tender says already.

Nothing is asked twice: what stands in a row of the tender is no answer of its own. `DERIVED` names the
questions that rows answer. A suitability requirement is a row; what is asked about it goes by its code.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone

from procurement.numbers import plain
from tenders.legal_statements import reasons_given, stated_answers
from tenders.lint.draft import Draft, Legal, Passage
from tenders.lint.draft.award import Weights, WeightStyle
from tenders.lint.draft.bidders import SuitabilityRequirement
from tenders.lint.draft.contract import Authority, Nature
from tenders.lint.draft.procedure import ProcedureKind
from tenders.lint.passages import passages_of
from tenders.models import Lot, Requirement, Tender
from tenders.scoring import model
from tenders.snapshots import tender_snapshot
from tenders.weight_policies import policy_on, themes_of

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


def legal_draft(tender: Tender, *, today: date, clauses: tuple[Passage, ...] = ()) -> Draft:
    """The tender as the check reads it, on the law of the day of its notice. Raises `UnreadableTender`.

    Before publication that day is the planned one, or `today` where that is earlier or not known.
    """
    frozen = _without_suitability(tender_snapshot(tender, with_bids=False), suitability_of(tender))
    sent_on = notice_day(tender)
    stated = stated_answers(tender)
    planned = stated.planning.notice_sent
    on = sent_on or max(filter(None, (planned, today)))
    legal = _joined(stated, tender, notice_sent=sent_on or (on if planned else None))
    passages = (*passages_of(frozen, legal), *clauses)
    return Draft(
        tender=frozen,
        legal=legal,
        passages=passages,
        on=on,
        reasons=reasons_given(tender),
        policy=policy_on(tender.organisation_id, on),
        themes=themes_of(tender),
    )


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


def _without_suitability(tender: model.Tender, found: Iterable[Suitability]) -> model.Tender:
    """The check reads these among the facts about bidders, not among the demands on the offer."""
    taken = {(str(each.row.lot.number), each.row.code) for each in found}
    lots = (
        replace(lot, requirements=tuple(r for r in lot.requirements if (lot.code, r.code) not in taken))
        for lot in tender.lots
    )
    return replace(tender, lots=tuple(lots))


def _joined(stated: Legal, tender: Tender, *, notice_sent: date | None) -> Legal:
    lots = list(tender.lots.order_by("number"))
    suitability = tuple(_with_details(each, stated) for each in suitability_of(tender))
    exact = tuple(Weights(lot=str(lot.number), style=WeightStyle.EXACT) for lot in lots)
    return replace(
        stated,
        contract=replace(
            stated.contract,
            authority=Authority(tender.organisation.kind),
            nature=Nature(tender.nature),
            estimate=_estimate(lots),
        ),
        course=replace(stated.course, kind=ProcedureKind(tender.procedure)),
        planning=replace(
            stated.planning,
            notice_sent=notice_sent,
            bids_until=None if tender.deadline is None else _day(tender.deadline),
            urgency=tender.urgency,
        ),
        bidders=replace(stated.bidders, suitability=suitability),
        award=replace(stated.award, weights=exact),
    )


def _with_details(each: Suitability, stated: Legal) -> SuitabilityRequirement:
    nothing = SuitabilityRequirement()
    details = next((d for d in stated.bidders.suitability if d.code == each.code), nothing)
    return replace(details, code=each.code, text=each.row.text)


def _estimate(lots: Iterable[Lot]) -> Decimal | None:
    """Of all lots together, in euros without VAT; None while one of them has none."""
    values = [lot.estimated_value for lot in lots]
    if not values or None in values:
        return None
    return Decimal(plain(sum((value for value in values if value is not None), Decimal(0))))


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
