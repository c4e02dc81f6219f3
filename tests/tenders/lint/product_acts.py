"""A product act with one requirement."""

from datetime import date
from decimal import Decimal

from procurement.citations import cite
from procurement.language import Text
from tenders.lint.draft.contract import ProductGroup
from tenders.lint.law import DemandKind, ProductAct


def act(
    demand: DemandKind = DemandKind.AWARD_CRITERION,
    *,
    least: str | None = "25",
    start: date = date(2026, 1, 1),
    until: date | None = None,
    product: ProductGroup = ProductGroup.COMPUTERS,
) -> ProductAct:
    return ProductAct(
        code="an-act",
        products=frozenset({product}),
        demand=demand,
        least=None if least is None else Decimal(least),
        about=Text(nl="ten minste dit gewicht.", en="at least this weight."),
        source=cite("espr:65(3)"),
        valid_from=start,
        valid_until=until,
        review_by=date(2027, 1, 1),
        confirmed=True,
    )
