"""What a nota van inlichtingen says."""

from dataclasses import dataclass
from datetime import datetime

from procurement.audit.chain import Head
from tenders.publication.differences import Difference


@dataclass(frozen=True, slots=True)
class Answered:
    """`place`: the document and the place in it; may be empty."""

    place: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClarificationNote:
    """`is_substantial` is None where only the deadline moves or nothing changes; moments in Dutch time.

    `earlier_version`: the version that lapses, None where the documents stay as they were.
    `log_head`: the last event of the log at that moment, to hold the log against later.
    """

    number: int
    published_at: datetime
    answered: tuple[Answered, ...]
    changes: tuple[Difference, ...]
    reason: str
    is_substantial: bool | None
    new_deadline: datetime | None
    earlier_version: int | None
    log_head: Head
    why_not_substantial: str = ""
