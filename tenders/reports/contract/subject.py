"""What a contract is for: which lots, with whose award."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from tenders.reports.contract.securing import Origin
from tenders.reports.edition import Assessment, Edition
from tenders.scoring.model import Lot


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractFor:
    """`lots` this contract is for; `awarded` their assessments by lot code, as far as there are any.

    `drafted_at` is when a person chose its clauses; None where the tender itself chose them.
    """

    edition: Edition
    lots: tuple[Lot, ...]
    awarded: Mapping[str, Assessment]
    origin: Origin
    drafted_at: datetime | None = None
