"""A draft as a whole."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from tenders.catalogue.themes import Themes
from tenders.lint.draft.legal import Legal
from tenders.lint.draft.passage import Passage, PassageKind
from tenders.lint.draft.policy import WeightPolicy
from tenders.scoring.model import Tender


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a lawyer accepts a finding: printed in the documents and kept.

    It belongs to one rule, one place and the very words read there; other words need another reason.
    `subject` is what stood at the place, see `tenders.lint.subjects`; empty in a file that does not say.
    """

    rule: str = ""
    place: str = ""
    quote: str = ""
    subject: str = ""
    text: str = ""
    given_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """`on` is the day whose law counts: that of publication, of the later step, or today for a draft.

    `policy` is that of the organisation on that day, None where nobody knows whose tender it is. `themes`:
    what the criteria are about, by code of the lot and then of the criterion.
    """

    tender: Tender
    legal: Legal
    passages: tuple[Passage, ...]
    on: date
    reasons: tuple[Reason, ...] = ()
    policy: WeightPolicy | None = None
    themes: Mapping[str, Themes] = field(default_factory=dict)

    def texts(self, kinds: Iterable[PassageKind]) -> Iterator[Passage]:
        """The passages of these kinds that say something, in published order."""
        wanted = frozenset(kinds)
        return (each for each in self.passages if each.kind in wanted and each.text.strip())
