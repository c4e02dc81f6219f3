"""What the evidence of a bid says beside the value that somebody entered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from procurement.numbers import NotANumber, parse
from procurement.words import words
from tenders.forms.values import NUMBER_KINDS, number_shown, value_shown
from tenders.models import Bid, Criterion
from tenders.scorecard.verified import Verified
from tenders.services.scores import CellKey
from tenders.supplier_evidence import evidence_of, verified_value


@dataclass(frozen=True, slots=True)
class Proof:
    """`entered` is the canonical value of the cell, "" when empty or unreadable."""

    criterion: Criterion
    verified: Verified
    entered: str

    @property
    def says(self) -> str:
        return value_shown(self.verified.value, self.criterion) if self.verified.value else ""

    @property
    def matches(self) -> bool:
        return bool(self.verified.value) and _same(self.entered, self.verified.value or "")

    @property
    def differs(self) -> bool:
        return bool(self.verified.value and self.entered) and not self.matches

    @property
    def to_enter(self) -> str:
        """The proven value as it is typed in the cell."""
        value = self.verified.value or ""
        return number_shown(value) if self.criterion.kind in NUMBER_KINDS else value

    @property
    def draft(self) -> str:
        return words(self.verified.motivation)


def verified_cells(
    leaves: Sequence[Criterion], bids: Sequence[Bid], on: date, failed: Collection[int] = ()
) -> dict[CellKey, Verified]:
    """What the evidence says in each cell that rests on evidence. A bid that is set aside is not scored."""
    found: dict[CellKey, Verified] = {}
    for bid in bids:
        evidence = evidence_of(bid)
        for leaf in leaves:
            verified = None if bid.pk in failed else verified_value(leaf, evidence, on)
            if verified is not None:
                found[bid.pk, leaf.pk] = verified
    return found


def _same(entered: str, proven: str) -> bool:
    try:
        return parse(entered) == parse(proven)
    except NotANumber:
        return entered == proven
