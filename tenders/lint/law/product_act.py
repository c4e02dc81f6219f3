"""Minimum requirements for green procurement of a product group, art. 65 ESPR."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from procurement.language import Text
from procurement.law import Citation
from tenders.lint.draft.contract import ProductGroup


class DemandKind(StrEnum):
    """The four forms of art. 65 lid 3 ESPR."""

    SPECIFICATION = "specification"
    AWARD_CRITERION = "award_criterion"
    CONDITION = "condition"
    TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductAct:
    """`least` in percent: the weight of an award criterion, or the share of purchases of a target."""

    code: str
    products: frozenset[ProductGroup]
    demand: DemandKind
    least: Decimal | None = None
    about: Text
    source: Citation
    valid_from: date
    valid_until: date | None = None
    review_by: date
    confirmed: bool

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)
