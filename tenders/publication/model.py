"""The published form of a tender: all that is frozen, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from tenders.lifecycle.plan import Plan
from tenders.lifecycle.statement import Figure
from tenders.lint.draft import Legal, Reason
from tenders.scorecard.model import CardRules
from tenders.scoring.model import Tender

NO_CARD = CardRules()
NOTHING_ANSWERED = Legal()


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionTerms:
    """What stands behind a criterion: a code of the catalogue, a kind of evidence, a theme, and a figure.

    `figure`: what its value takes from the calculation of the lot; None for a value that a bid states.
    """

    catalogue_code: str = ""
    evidence_kind: str = ""
    theme: str = ""
    figure: Figure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementTerms:
    """`kind`: "suitability" or "requirement"."""

    kind: str = ""
    catalogue_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LotTerms:
    """`criteria` and `requirements` go by code; `estimated_value` is in euros, without VAT."""

    description: str = ""
    cpv: str = ""
    estimated_value: Decimal | None = None
    card: CardRules = NO_CARD
    life_cycle: Plan | None = None
    criteria: Mapping[str, CriterionTerms] = field(default_factory=dict)
    requirements: Mapping[str, RequirementTerms] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """`nature` and `procedure` are codes of the rows; `lots` goes by lot code.

    `legal` and `reasons`: what people stated for the legality check, without what the rows say already.
    """

    nature: str
    procedure: str
    urgency: str = ""  # why the ordinary time limits cannot be kept, art. 2.74 Aw 2012
    deadline: datetime | None = None
    contract_start: date | None = None
    contract_end: date | None = None
    lots: Mapping[str, LotTerms] = field(default_factory=dict)
    legal: Legal = NOTHING_ANSWERED
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """`terms` is None where a publication was made before terms were part of it."""

    tender: Tender
    terms: Terms | None
