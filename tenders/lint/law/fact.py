"""One fact of law with the period in which it holds."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from procurement.language import Text
from procurement.law import Citation
from tenders.lint.law.reach import Reach

_UNCONFIRMED = Text(
    nl="{about} Dit is niet in de bron gelezen: laat een jurist het bevestigen.",
    en="{about} This was not read at its source: let a lawyer confirm it.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """`value` in the unit that `about` names; both ends of the period are included.

    The same code comes back with another period when the law changes.
    """

    code: str
    about: Text
    value: Decimal | None = None
    source: Citation
    valid_from: date
    valid_until: date | None = None
    review_by: date
    confirmed: bool
    reach: Reach

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    @property
    def stated(self) -> Text:
        """The fact as a finding states it: one that nobody read at its source says so."""
        return self.about if self.confirmed else _UNCONFIRMED.format(about=self.about)


class Change(NamedTuple):
    """`day` is the first day on which the fact holds, or the first on which it no longer does."""

    day: date
    fact: Fact
    begins: bool
