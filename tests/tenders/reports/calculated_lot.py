"""A lot of the example whose criterion takes a footprint."""

from decimal import Decimal

from tenders.scoring.model import AwardRule, Criterion, Direction, Kind, Lot, RoundAt, Rounding


def lot() -> Lot:
    band = {"floor": Decimal(10), "ceiling": Decimal(500_000), "outside": "clip"}
    price = Criterion(
        code="P", title="Kosten", weight=Decimal(60), kind=Kind.PRICE, unit="€", method="absolute-linear",
        parameters=band,
    )  # fmt: skip
    carbon = Criterion(
        code="C", title="Uitstoot", weight=Decimal(40), kind=Kind.QUANTITY, direction=Direction.LOWER,
        unit="kg CO2e per apparaatjaar", method="absolute-linear", parameters=band,
    )  # fmt: skip
    rule = AwardRule(method="weighted-points", points=Decimal(100), rounding=Rounding(2, RoundAt.CRITERION))
    return Lot(code="1", title="Laptops", criteria=(price, carbon), award=rule)
