"""The workbook of a comparison: LibreOffice works every cell out to the figure of the program."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from procurement.documents.properties import Properties
from procurement.documents.writers.xlsx import xlsx_bytes
from tenders.lifecycle.cost.compare import LifeCycleCost, compare
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import CostMethod, RateIs, Residual, YearlyMoment
from tenders.lifecycle.cost.offer import Offer
from tenders.lifecycle.cost.workbook import cost_workbook
from tenders.lifecycle.service_life import Embodied
from tests.libreoffice import recalculated
from tests.tenders.lifecycle.build import carbon, emissions, lease, method, offer, published, purchase
from tests.tenders.lifecycle.worked_examples import ASKED, cost_method, cost_offers, costs

PROPERTIES = Properties(author="A municipality", created=datetime(2026, 11, 22, tzinfo=UTC))
ODD_BIDS = [
    offer(
        "*",
        purchase("999.99", "2", "0.01", "55.5"),
        energy="33.3",
        mass=emissions("0.1", "0", "7"),
        maintenance="3",
    ),
    offer("=1+1", lease(*["12.34"] * 5, lifetime="3"), energy="0", mass=emissions(), maintenance="0"),
]


def odd_method() -> CostMethod:
    """What the worked example has not: a real rate, costs at the start, whole devices, buy-back."""
    growth = {CostKind.RESIDUAL: "-0.015", CostKind.FEE: "0.031", CostKind.EXTERNAL: "0.02"}
    return method(
        devices="7",
        horizon=5,
        rate="0.0225",
        rate_is=RateIs.REAL,
        inflation=published("0.019"),
        yearly_costs_fall=YearlyMoment.START,
        residual=Residual.BUY_BACK,
        asked=ASKED,
        price=carbon(embodied=Embodied.WHOLE),
        growth=growth,
        places=4,
    )


def written(found: Sequence[LifeCycleCost], folder: Path) -> Path:
    path = folder / "costs.xlsx"
    path.write_bytes(xlsx_bytes(cost_workbook(found, properties=PROPERTIES, language="nl")))
    return path


def differences(found: Sequence[LifeCycleCost], sheets: dict[str, list[list[str]]]) -> list[str]:
    """Cells that are not the figure of the program, to six decimals."""
    expected = [
        [each.flow.today, each.nominal, each.real, each.present] for cost in found for each in cost.entries
    ]
    lines = [
        (cells[17:21], [working.exact.rounded(6) for working in workings])
        for cells, workings in zip(sheets["Kosten"][1:], expected, strict=True)
    ]
    for cells, cost in zip(sheets["Uitkomst"][1:], found, strict=True):
        sums = (cost.sums.nominal, cost.sums.real, cost.sums.present)
        lines.append((cells[2:6], [*(each.rounded(6) for each in sums), cost.rounded]))
    return [
        f"{cell} is not {figure}"
        for cells, figures in lines
        for cell, figure in zip(cells, figures, strict=True)
        if abs(Decimal(cell) - figure) > Decimal("0.000002")
    ]


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("how", "bids"),
    [(cost_method(), cost_offers()), (odd_method(), ODD_BIDS)],
    ids=["worked example", "odd terms"],
)
def test_a_recalculated_workbook_gives_the_figures_of_the_program(
    how: CostMethod, bids: list[Offer], tmp_path: Path
) -> None:
    found = compare(how, bids, {})

    sheets = recalculated(written(found, tmp_path))

    assert differences(found, sheets) == []
    assert [row[0] for row in sheets["Uitkomst"][1:]] == [bid.bid for bid in bids]


@pytest.mark.libreoffice
def test_a_changed_parameter_changes_every_cost(tmp_path: Path) -> None:
    path = written(costs(), tmp_path)
    workbook = openpyxl.load_workbook(path)
    names = {row[1].value: row[2] for row in workbook["Parameters"].iter_rows(min_row=2)}
    names["N"].value, names["p"].value, names["i"].value = 250, 0.5, 0.045
    workbook.save(path)
    changed = replace(
        cost_method(),
        devices=cost_method().devices * 250 / 100,
        electricity_price=published("0.5", cost_method().electricity_price.value.unit),  # type: ignore[union-attr]
        rate=published("0.045"),
    )

    sheets = recalculated(path)

    assert differences(compare(changed, cost_offers(), {}), sheets) == []


def test_the_sheets_name_every_parameter_with_its_source(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(costs(), tmp_path))["Parameters"]

    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]

    grid = next(row for row in rows if row[1] == "e")
    assert grid == [
        "Nederlands stroomnet 2025, jaargemiddelde",
        "e",
        0.253,
        "kg CO2e per kWh",
        "Electricity Maps (ODbL), via co2.js 0.19.0",
        2025,
    ]
    assert [row[0] for row in rows if row[1] not in ("d", "N", "H", "y") and not row[4]] == []
