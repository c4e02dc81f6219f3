"""A lot without faults, and short ways to what the checks find."""

from tenders.scoring.check import check
from tenders.scoring.model import (
    Lot,
)
from tests.tenders.scoring.build import bid, group, lot, price, quantity, scale

GOOD = lot(price(40), group("green", 60, quantity("co2", 35), scale("quality", 25)))


OFFER = bid("A", price=1, co2=1, quality="good")


def found(published: Lot) -> list[tuple[str, str]]:
    return [(problem.place, problem.message.nl) for problem in check(published)]


def places(published: Lot) -> list[str]:
    return [problem.place for problem in check(published)]
