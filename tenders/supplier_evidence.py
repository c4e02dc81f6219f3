"""From rows of evidence to the frozen values that the supplier scorecard reads."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from tenders.models import Bid, Criterion, Lot, Tender
from tenders.models import Evidence as EvidenceRow
from tenders.scorecard.model import CardRules, Evidence, EvidenceKind
from tenders.scorecard.shortlist import FEWEST_PLACES
from tenders.scorecard.stored import parts_from_data, rules_from_data
from tenders.scorecard.verified import Verified, verified_figure, verified_label


def reference_day(tender: Tender) -> date:
    """Evidence must be valid on the deadline; without one, today."""
    return timezone.localtime(tender.deadline).date() if tender.deadline else timezone.localdate()


def evidence_of(bid: Bid) -> list[Evidence]:
    """From the rows as they are prefetched."""
    return [evidence_value(row) for row in sorted(bid.evidence.all(), key=lambda row: row.pk)]


def verified_value(criterion: Criterion, evidence: Sequence[Evidence], on: date) -> Verified | None:
    """What the evidence of a bid says about this criterion; None where the criterion rests on no evidence."""
    if not criterion.evidence_kind:
        return None
    kind = EvidenceKind(criterion.evidence_kind)
    if criterion.kind == Criterion.Kind.LABEL:
        return verified_label(evidence, kind=kind, accepted=criterion.accepted_labels, on=on)
    if criterion.kind == Criterion.Kind.QUANTITY:
        return verified_figure(evidence, kind=kind, on=on)
    return None


def evidence_value(row: EvidenceRow) -> Evidence:
    return Evidence(
        kind=EvidenceKind(row.kind),
        title=row.title,
        number=row.number,
        body=row.body,
        accredited=row.accredited,
        scope=row.scope,
        covers_performance=row.covers_performance,
        value=row.value,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        source=row.source,
        equivalent_of=row.equivalent_of,
        checked_on=row.checked_on,
    )


def rules_of(lot: Lot) -> CardRules:
    """What the lot lays down about the scorecard; what is empty was not published.

    A number of places means nothing in a procedure that knows no shortlist.
    """
    return CardRules(
        parts=rules_from_data(lot.scorecard_rules),
        required=parts_from_data(lot.suitability_parts),
        places=lot.shortlist_places if lot.tender.procedure in FEWEST_PLACES else None,
    )
