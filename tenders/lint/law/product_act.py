"""Minimum requirements for green procurement of a product group, art. 65 ESPR."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from procurement.language import Text
from procurement.law import Citation
from tenders.lint.draft.contract import ProductGroup
from tenders.lint.law.fact import Fact
from tenders.lint.law.reach import Reach


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

    @property
    def fact(self) -> Fact:
        """The act as one more dated fact, for who asks what changes."""
        return Fact(
            code=self.code,
            about=self.about,
            value=self.least,
            source=self.source,
            valid_from=self.valid_from,
            valid_until=self.valid_until,
            review_by=self.review_by,
            confirmed=self.confirmed,
            reach=Reach(
                articles=frozenset({self.source.code}),
                rules=("L52",),
                products=self.products,
                in_contract=False,
            ),
        )
