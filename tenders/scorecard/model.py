"""Evidence, published rules and the scorecard that follows from them, as frozen values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from procurement.language import Text


class EvidenceKind(StrEnum):
    """The same codes as the rows carry."""

    ISO_14001 = "iso_14001"
    EMAS = "emas"
    EQUIVALENT_MEASURES = "equivalent_measures"
    ENERGY_STAR = "energy_star"
    TCO_CERTIFIED = "tco_certified"
    EPEAT = "epeat"
    EU_ECOLABEL = "eu_ecolabel"
    BLAUER_ENGEL = "blauer_engel"
    TEST_REPORT = "test_report"
    PRODUCT_FOOTPRINT = "product_footprint"
    REFURBISHED_SHARE = "refurbished_share"
    TAKE_BACK = "take_back"
    SPARE_PARTS = "spare_parts"
    SECOND_LIFE = "second_life"
    DECLARATION = "declaration"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One piece of evidence. Dates are inclusive; `value` is a plain number such as "35" (percent, years)."""

    kind: EvidenceKind
    title: str = ""
    number: str = ""
    body: str = ""
    accredited: bool = False
    scope: str = ""
    covers_performance: bool = False
    value: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    source: str = ""
    equivalent_of: str = ""
    checked_on: date | None = None  # the day the buyer established the equivalence or looked it up


class Part(StrEnum):
    ENVIRONMENTAL_MANAGEMENT = "environmental-management"
    ENERGY = "energy"
    REFURBISHED = "refurbished"
    TAKE_BACK = "take-back"
    SPARE_PARTS = "spare-parts"
    SECOND_LIFE = "second-life"


@dataclass(frozen=True, slots=True)
class Grade:
    """A published level: a value of `at_least` earns `share` (0..1) of the points."""

    at_least: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True)
class AcceptedKind:
    """A kind of evidence that counts for a part, and the published share (0..1) of the points it earns."""

    kind: EvidenceKind
    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class PartRule:
    """How one part is scored: by the kind of evidence, or by a value against published grades."""

    part: Part
    title: Text
    points: Decimal
    accepted: tuple[AcceptedKind, ...]
    grades: tuple[Grade, ...] = ()  # from high to low; empty: the kind alone decides
    unit: Text | None = None
    basis: tuple[str, ...]  # citation codes


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRules:
    """What one lot publishes about the scorecard; what is empty was not published.

    `required`: the parts that are a suitability requirement. `places`: how many candidates are invited.
    """

    parts: tuple[PartRule, ...] = ()
    required: frozenset[Part] = frozenset()
    places: int | None = None


class Product(StrEnum):
    """What is bought, for the table of labels that exist for it."""

    COMPUTER = "computer"
    DISPLAY = "display"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Evidence that was handed in and does not count, with the reason."""

    evidence: Evidence
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`points` and `maximum` are None where the tender published no points for this part."""

    part: Part
    title: Text
    points: Decimal | None
    maximum: Decimal | None
    reason: Text
    used: Evidence | None
    refused: tuple[Refusal, ...]
    remarks: tuple[Text, ...]
    basis: tuple[str, ...]

    @property
    def met(self) -> bool:
        """Whether evidence counts and, where levels are published, reaches the lowest of them."""
        return self.used is not None and (self.points is None or self.points > 0)

    @property
    def expires(self) -> date | None:
        """The last day on which the evidence used is valid; None when nothing counts or no end is stated."""
        return self.used.valid_until if self.used else None


@dataclass(frozen=True, slots=True)
class Scorecard:
    on: date
    lines: tuple[Line, ...]

    @property
    def scored(self) -> bool:
        """Whether the tender published points for any part."""
        return any(line.points is not None for line in self.lines)

    @property
    def points(self) -> Decimal:
        return sum((line.points for line in self.lines if line.points is not None), Decimal(0))

    @property
    def maximum(self) -> Decimal:
        return sum((line.maximum for line in self.lines if line.maximum is not None), Decimal(0))
