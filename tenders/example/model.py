"""What the example holds besides the tender that is scored: suppliers, evidence, products and dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from procurement.numbers import plain
from tenders.lint.draft import Legal
from tenders.scorecard.model import Evidence, EvidenceKind
from tenders.scoring.model import Tender
from tenders.scoring.numbers import round_half_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """The dates of the procedure, in the order in which they fall; `nature` and `procedure` are row codes."""

    nature: str
    procedure: str
    publication: date
    questions_until: date
    clarifications: date
    deadline: datetime
    opening: datetime
    assessment_until: date
    price_opening: date
    award_decision: date
    standstill_until: date
    contract_start: date
    contract_end: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplier:
    code: str
    name: str
    chamber_of_commerce: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """Published figures of a model: kg CO2e over its life, the shares of it, and kWh per year.

    `counted_share` and `refurbishing` (kg CO2e) serve a refurbished device: the part of production
    and transport that belongs to the years of use under this contract, and what repair adds.
    """

    manufacturer: str
    model: str
    total: Decimal
    production_share: Decimal
    transport_share: Decimal
    energy: Decimal
    report: str
    reported: date
    counted_share: Decimal = Decimal(1)
    refurbishing: Decimal = Decimal(0)
    note: str = ""
    checked_on: date | None = None  # the day the buyer recalculated the report
    lifetime: int | None = None  # years; with `end_of_life` (kg CO2e) invented, for the calculation of a lot
    end_of_life: Decimal | None = None

    @property
    def production_and_transport(self) -> Decimal:
        """kg CO2e, unrounded; the tender rounds it half-up to one decimal."""
        return self.production + self.transport

    @property
    def production(self) -> Decimal:
        """kg CO2e; what repair adds counts as making the device."""
        return self.total * self.production_share * self.counted_share + self.refurbishing

    @property
    def transport(self) -> Decimal:
        """kg CO2e."""
        return self.total * self.transport_share * self.counted_share

    @property
    def footprint(self) -> Evidence:
        return Evidence(
            kind=EvidenceKind.PRODUCT_FOOTPRINT,
            title=f"{self.manufacturer} {self.model}",
            body=self.manufacturer,
            covers_performance=True,
            value=plain(round_half_up(self.production_and_transport, 1)),
            valid_from=self.reported,
            source=self.report,
            checked_on=self.checked_on,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Who made bid `bid` on lot `lot`, when it came in, with which product and with which evidence of it."""

    lot: str
    bid: str
    supplier: str
    received_at: datetime
    product: Product
    evidence: tuple[Evidence, ...] = ()
    statement: Mapping[str, str] = field(
        default_factory=dict
    )  # what it states for the calculation of its lot

    @property
    def proof(self) -> tuple[Evidence, ...]:
        """What was handed in with this bid alone."""
        return (*self.evidence, self.product.footprint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What an assessor (1 is the first) gave alone, where the panel later agreed on another level."""

    lot: str
    bid: str
    criterion: str
    assessor: int
    level: str
    motivation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculated:
    """What a lot calculates, in the format of `tenders.lifecycle.plan`, and what its criteria take of it."""

    plan: Mapping[str, Any]
    figures: Mapping[str, Mapping[str, Any]]  # by criterion code


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    procedure: Procedure
    suppliers: tuple[Supplier, ...]
    offers: tuple[Offer, ...]
    opinions: tuple[Opinion, ...]
    answers: Mapping[tuple[str, str], Mapping[str, str]]  # of lot and bid, by code of the criterion
    catalogue: Mapping[tuple[str, str], str]  # (lot, criterion) → code of the catalogue item
    calculated: Mapping[str, Calculated]  # by lot
    tender: Tender
    estimates: Mapping[str, Decimal]  # in euros without VAT, by lot
    legal: Legal  # answers to the legal questions

    def supplier(self, code: str) -> Supplier:
        return next(supplier for supplier in self.suppliers if supplier.code == code)

    def offer(self, *, lot: str, bid: str) -> Offer:
        return next(offer for offer in self.offers if (offer.lot, offer.bid) == (lot, bid))

    def opinion(self, *, lot: str, bid: str, criterion: str, assessor: int) -> Opinion | None:
        asked = (lot, bid, criterion, assessor)
        return next((o for o in self.opinions if (o.lot, o.bid, o.criterion, o.assessor) == asked), None)
