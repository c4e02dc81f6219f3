"""A lot with a price sheet of three lines, and bids for it."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from procurement.organisations.models import Role
from tenders.models import Lot, SealedBid
from tenders.procedure.phases import Phase
from tenders.scoring.price_lines import PriceLine
from tenders.services.price_lines import lines_version, save_price_lines
from tests import cast, sealed

LINES = (
    PriceLine(number=1, group="Levering", description="Laptop", unit="stuk", quantity=Decimal(100)),
    PriceLine(
        number=2, group="Levering", description="Dock", unit="stuk", quantity=Decimal("40"),
        maximum=Decimal(150),
    ),
    PriceLine(number=3, description="Ondersteuning", unit="uur", quantity=Decimal("12.5")),
)  # fmt: skip
PRICES = {"price_line:1": "899.95", "price_line:2": "120", "price_line:3": "86.6667"}
SUM = "95878.33"
"""100 x 899.95 = 89995.00; 40 x 120 = 4800.00; 12.5 x 86.6667 = 1083.33375, so 1083.33."""


def lot() -> Lot:
    """The lot of the cast with its price from the sheet; not published."""
    row = cast.lot()
    row.criteria.filter(code="P").update(
        parameters={"floor": "80000", "ceiling": "120000", "outside": "clip"}
    )
    save(row, LINES)
    return row


def save(row: Lot, lines: Sequence[PriceLine], criterion: str = "P", at: datetime = cast.NOW) -> None:
    save_price_lines(
        lot=row,
        lines=lines,
        criterion=criterion,
        seen=lines_version(row),
        at=at,
        actor=cast.person(Role.OFFICER),
    )


def open_for_bids() -> Lot:
    row = lot()
    cast.published(row.tender, Phase.SUBMISSION)
    return row


def hand_in(row: Lot, supplier: str = "Leverancier A", **prices: str) -> SealedBid:
    """`prices` by "line_2", in canonical text; an empty text leaves the price of that line out."""
    stated = PRICES | {name.replace("line_", "price_line:"): value for name, value in prices.items()}
    given = {code: value for code, value in stated.items() if value}
    return sealed.sealed(row, sealed.new_bid(supplier, prices=given))


def prices_opened(row: Lot) -> Lot:
    cast.in_phase(row, Phase.SUBMISSION)
    sealed.opened(row)
    for bid in row.bids.all():
        bid.outcomes.update_or_create(requirement=row.requirements.get(), defaults={"met": True})
    cast.in_phase(row, Phase.PRICE_OPENING)
    sealed.opened(row, "open-prices")
    return row


def price_sheet() -> Lot:
    """The prices of two bids were opened, line by line."""
    row = open_for_bids()
    hand_in(row)
    hand_in(row, "Leverancier B", line_1="950")
    return prices_opened(row)
