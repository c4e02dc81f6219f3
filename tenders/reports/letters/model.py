"""What the letters of one decision are made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from procurement.audit.chain import Head
from procurement.language import Language, Text
from tenders.procedure.standstill import Standstill
from tenders.reports.edition import Assessment
from tenders.reports.letters.withdrawn import Replaced
from tenders.scoring.result import BidResult, Exclusion, LotResult


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What other bidders may read about the winner on one criterion besides its points.

    Nothing that may be a business secret is disclosed unless somebody decided so (art. 2.138 Aw 2012).
    """

    shows_value: bool = False  # the value or the price that the winner offered
    shows_motivation: bool = False  # the motivation of the winner's score, word for word
    text: str = ""  # what the officer adds about the characteristics and relative advantages
    written_in: Language | None = None  # the language of that text; None: that of the letter


NOTHING = Disclosure()


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """A decision with its calculation. `disclosed` by criterion code; `sent_on` is the Dutch date.

    `standstill` is None where none applies; `waived` then says why.
    """

    assessment: Assessment
    decided_at: datetime
    reason: str
    sent_on: date
    standstill: Standstill | None
    head: Head
    waived: Text | None = None
    court: str = ""  # where interim proceedings are brought; empty: the competent court
    contact: str = ""
    disclosed: Mapping[str, Disclosure] = field(default_factory=dict)
    replaced: Mapping[str, Replaced] = field(default_factory=dict)  # by bid code, the letter before this one

    @property
    def result(self) -> LotResult:
        return self.assessment.result

    @property
    def winner(self) -> BidResult:
        """Raises `ValueError` for a calculation that nobody won: no letter can be based on it."""
        if self.result.winner is None:
            raise ValueError("no bid stands alone at rank 1")
        return self.result.winner

    def of(self, criterion: str) -> Disclosure:
        return self.disclosed.get(criterion, NOTHING)


@dataclass(frozen=True, slots=True)
class Addressee:
    """The bidder that a letter is for: ranked, or set aside with a reason."""

    code: str
    name: str
    ranked: BidResult | None
    aside: Exclusion | None


def addressees(result: LotResult) -> tuple[Addressee, ...]:
    """Every bidder of the lot, in the order of the codes of their bids."""
    ranked = [Addressee(each.bid.code, each.bid.name, each, None) for each in result.ranking]
    aside = [Addressee(each.bid.code, each.bid.name, None, each) for each in result.excluded]
    return tuple(sorted((*ranked, *aside), key=lambda each: (len(each.code), each.code)))
