"""The figures of the report, each with its definition in `definitions`. Nothing is rounded here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from procurement.language import Text
from tenders.catalogue.model import Theme
from tenders.catalogue.themes import is_sustainability
from tenders.reports.register import Entry
from tenders.scoring.numbers import exactly, quotient


@dataclass(frozen=True, slots=True)
class Period:
    """Both days included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedLot:
    """`weight` and `least` as percentages of the lot; `themes`: the weight of each that is there."""

    tender: int  # its key: a reference may be used again
    reference: str
    title: str
    lot: str
    published_on: date
    weight: Decimal
    least: Decimal
    themes: Mapping[Theme, Decimal]

    @property
    def meets(self) -> bool:
        return self.weight >= self.least


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleCount:
    """One rule that found something in running drafts. `drafts`: in how many of them."""

    code: str
    title: Text
    drafts: int
    blocking: int
    motivate: int
    advice: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """Tenders that are not published yet. `unreadable`: those that are not complete enough to check."""

    checked: int
    unreadable: int
    rules: tuple[RuleCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """`lots` in the order of publication; `least` is the minimum on the day of making, `decided` by whom."""

    authority: str
    period: Period
    made_at: datetime
    least: Decimal
    decided: str  # empty: the proposal of this product
    lots: tuple[PublishedLot, ...]
    deviations: tuple[Entry, ...]
    drafts: Drafts

    @property
    def tenders(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(lot.tender for lot in self.lots))

    @property
    def average(self) -> Decimal | None:
        """Each lot counts once; None without a lot."""
        if not self.lots:
            return None
        with exactly():
            total = sum((lot.weight for lot in self.lots), Decimal(0))
        return quotient(total, Decimal(len(self.lots)))

    @property
    def lowest(self) -> Decimal | None:
        return min((lot.weight for lot in self.lots), default=None)

    @property
    def meeting(self) -> int:
        """Tenders of which every lot meets its minimum."""
        below = {lot.tender for lot in self.lots if not lot.meets}
        return sum(tender not in below for tender in self.tenders)

    @property
    def share_meeting(self) -> Decimal | None:
        """A percentage of the tenders."""
        number = len(self.tenders)
        return quotient(Decimal(100 * self.meeting), Decimal(number)) if number else None

    def per_theme(self) -> Iterator[tuple[Theme, int]]:
        """How many tenders have a criterion about it; themes without one are left out."""
        for theme in Theme:
            found = {lot.tender for lot in self.lots if theme in lot.themes}
            if found and is_sustainability(theme):
                yield theme, len(found)
