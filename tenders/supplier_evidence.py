"""From rows of evidence to the frozen values that the supplier scorecard reads."""

from tenders.models import Evidence as EvidenceRow
from tenders.scorecard.model import Evidence, EvidenceKind


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
