"""What one issue of a document is made from: the frozen tender, its dates, its version and its digest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from procurement.documents.properties import Properties
from procurement.language import Language, Text
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import Figure
from tenders.lint.draft import Draft
from tenders.scorecard.model import CardRules
from tenders.scoring.model import Lot, Tender
from tenders.scoring.result import LotResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What the file of the tender says besides its arithmetic; what is not known yet stays None."""

    nature: Text
    procedure: Text
    deadline: datetime | None = None
    contract_start: date | None = None
    contract_end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What one document rests on: named in words, with a SHA-256 and the moment that it was made."""

    words: Text
    digest: str
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """`digest` is the SHA-256 of the snapshot in `tender`; `created` the moment that snapshot was made.

    `cards`: by lot code, what was laid down about the supplier scorecard. `draft`: what the legality check
    reads; None where a publication was made before answers and reasons were part of it.

    `plans` and `figures`: by lot code what is calculated, and what criteria take from it by their code.
    """

    tender: Tender
    particulars: Particulars
    language: Language
    version: Text
    digest: str
    created: datetime
    cards: Mapping[str, CardRules] = field(default_factory=dict)
    draft: Draft | None = None
    plans: Mapping[str, Plan] = field(default_factory=dict)
    figures: Mapping[str, Mapping[str, Figure]] = field(default_factory=dict)

    @property
    def stamp(self) -> Stamp:
        """Of a document that holds the criteria and nothing that came later."""
        return Stamp(words=self.version, digest=self.digest, created=self.created)

    def properties(self, title: Text, stamp: Stamp | None = None) -> Properties:
        rests_on = stamp or self.stamp
        return Properties(
            author=self.tender.authority,
            created=rests_on.created,
            subject=f"{title.to(self.language)} – {self.tender.title}",
            tender=self.tender.reference,
            version=rests_on.words.to(self.language),
            digest=rests_on.digest,
        )


class HeldDraw(NamedTuple):
    """A drawing of lots as it was recorded, the first drawn first."""

    order: tuple[str, ...]
    held_at: datetime
    held_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One calculated lot; `digest` is the SHA-256 of the snapshot that this calculation was made from."""

    lot: Lot
    result: LotResult
    number: int
    digest: str
    made_at: datetime
    draws: tuple[HeldDraw, ...] = ()
