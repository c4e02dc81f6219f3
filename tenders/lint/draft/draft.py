"""A draft as a whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from tenders.lint.draft.legal import Legal
from tenders.lint.draft.passage import Passage, PassageKind
from tenders.scoring.model import Tender


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a lawyer accepts a finding: printed in the documents and kept.

    It belongs to one rule, one place and the very words read there; other words need another reason.
    """

    rule: str = ""
    place: str = ""
    quote: str = ""
    text: str = ""
    given_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`on` is the day whose law counts: that of publication, of the later step, or today for a draft."""

    tender: Tender
    legal: Legal
    passages: tuple[Passage, ...]
    on: date
    reasons: tuple[Reason, ...] = ()

    def texts(self, kinds: Iterable[PassageKind]) -> Iterator[Passage]:
        """The passages of these kinds that say something, in published order."""
        wanted = frozenset(kinds)
        return (each for each in self.passages if each.kind in wanted and each.text.strip())
