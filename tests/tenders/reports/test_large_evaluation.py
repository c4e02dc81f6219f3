"""The largest evaluation workbook that is promised can be sent in again: 200 bids under 60 criteria."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from procurement.documents.workbook import Workbook
from procurement.documents.writers.ods import ods_bytes
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.incoming import read_rows
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
from tenders.services.evaluation_sheet import LIMITS
from tests.tenders.reports.making import assessed, edition, tender_of
from tests.tenders.reports.random_lots import LEVELS

BIDS, CRITERIA, ASSESSORS = 200, 60, 3


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    lot = Lot(
        code="1",
        title="Laptops",
        criteria=(price(), *(scale(number) for number in range(CRITERIA))),
        award=AwardRule(
            method="weighted-points",
            points=Decimal(100),
            rounding=Rounding(2, RoundAt.CRITERION),
            ties=(TieRule(TieBreak.PRICE),),
            zero_price=ZeroPriceRule(ZeroPrice.TREAT_AS, Decimal("0.01")),
            combination=Combination.MEAN,
        ),
        bids=tuple(bid(number) for number in range(BIDS)),
    )
    return scoring_workbook(edition(tender_of((lot,))), (assessed(lot),))


def price() -> Criterion:
    return Criterion(
        code="P",
        title="Prijs",
        weight=Decimal(100 - CRITERIA),
        kind=Kind.PRICE,
        method="absolute-linear",
        parameters={"floor": Decimal(70), "ceiling": Decimal(1000), "outside": "clip"},
    )


def scale(number: int) -> Criterion:
    return Criterion(
        code=f"K{number}",
        title=f"Criterium {number}",
        weight=Decimal(1),
        kind=Kind.SCALE,
        method="graded-scale",
        levels=LEVELS,
    )


def bid(number: int) -> Bid:
    values = {
        f"K{n}": tuple(LEVELS[(number + n + seat) % len(LEVELS)].code for seat in range(ASSESSORS))
        for n in range(CRITERIA)
    }
    return Bid(code=f"I{number}", name=f"Inschrijver {number}", values={"P": Decimal(80 + number), **values})


@pytest.mark.parametrize(("write", "name"), [(xlsx_bytes, "b.xlsx"), (ods_bytes, "b.ods")])
def test_it_is_read_within_the_limits(
    workbook: Workbook, write: Callable[[Workbook], bytes], name: str
) -> None:
    content = write(workbook)

    table = read_rows(content, name, LIMITS)

    assert {sheet.title for sheet in workbook.sheets} == {sheet.title for sheet in table.sheets}
    assert sum(len(row.cells) for sheet in table.sheets for row in sheet.rows) > 150_000
