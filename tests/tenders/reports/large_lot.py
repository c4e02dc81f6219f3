"""The largest lot that is promised: 200 bids under 60 criteria that three assessors judge, and the price."""

from decimal import Decimal

from procurement.documents.workbook import Workbook
from tenders.reports.edition import Assessment
from tenders.reports.matrix.workbook import scoring_workbook
from tenders.scoring.model import (
    AwardRule,
    Bid,
    Combination,
    Criterion,
    Kind,
    Lot,
    RoundAt,
    Rounding,
    TieBreak,
    TieRule,
    ZeroPrice,
    ZeroPriceRule,
)
from tests.tenders.reports.making import edition, tender_of
from tests.tenders.reports.random_lots import LEVELS

BIDS, CRITERIA, ASSESSORS = 200, 60, 3


def large_lot(bids: int = BIDS) -> Lot:
    return Lot(
        code="1",
        title="Laptops",
        criteria=(_price(), *(_scale(number) for number in range(CRITERIA))),
        award=AwardRule(
            method="weighted-points",
            points=Decimal(100),
            rounding=Rounding(2, RoundAt.CRITERION),
            ties=(TieRule(TieBreak.PRICE),),
            zero_price=ZeroPriceRule(ZeroPrice.TREAT_AS, Decimal("0.01")),
            combination=Combination.MEAN,
        ),
        bids=tuple(_bid(number) for number in range(bids)),
    )


def large_workbook(assessment: Assessment) -> Workbook:
    """The evaluation workbook of the lot, made anew."""
    return scoring_workbook(edition(tender_of((assessment.lot,))), (assessment,))


def _price() -> Criterion:
    return Criterion(
        code="P",
        title="Prijs",
        weight=Decimal(100 - CRITERIA),
        kind=Kind.PRICE,
        method="absolute-linear",
        parameters={"floor": Decimal(70), "ceiling": Decimal(1000), "outside": "clip"},
    )


def _scale(number: int) -> Criterion:
    return Criterion(
        code=f"K{number}",
        title=f"Criterium {number}",
        weight=Decimal(1),
        kind=Kind.SCALE,
        method="graded-scale",
        levels=LEVELS,
    )


def _bid(number: int) -> Bid:
    values = {
        f"K{n}": tuple(LEVELS[(number + n + seat) % len(LEVELS)].code for seat in range(ASSESSORS))
        for n in range(CRITERIA)
    }
    return Bid(code=f"I{number}", name=f"Inschrijver {number}", values={"P": Decimal(80 + number), **values})
