"""The workbook of a comparison: LibreOffice works every cell out to the figure of the program."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from procurement.documents.properties import Properties
from procurement.documents.writers.xlsx import xlsx_bytes
from procurement.language import Text
from tenders.lifecycle.cost.basket import basket
from tenders.lifecycle.cost.compare import compare
from tenders.lifecycle.cost.estimates import by_estimate
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.cost.method import CostMethod, Estimate, RateIs, Residual, YearlyMoment
from tenders.lifecycle.cost.offer import Offer
from tenders.lifecycle.cost.workbook import Compared, cost_workbook
from tenders.lifecycle.service_life import Embodied
from tests.libreoffice import recalculated
from tests.tenders.lifecycle.build import carbon, emissions, lease, method, offer, published, purchase
from tests.tenders.lifecycle.worked_examples import ASKED, cost_method, cost_offers

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


def compared(*kinds: tuple[CostMethod, Sequence[Offer]], **more: Any) -> Compared:
    """Each kind of device with its method and its offers."""
    codes = [f"kind-{number}" for number in range(len(kinds))]
    by_kind = {code: compare(how, bids, {}) for code, (how, bids) in zip(codes, kinds, strict=True)}
    priced = {code: by_estimate(how, bids, {}) for code, (how, bids) in zip(codes, kinds, strict=True)}
    at_price = {
        estimate: {cost.bid: cost for cost in basket({code: priced[code][estimate] for code in codes})}
        for estimate in (Estimate if all(priced.values()) else ())
    }
    found = basket(by_kind)
    return Compared(
        costs=found,
        titles={code: f"Apparaat {code}" for code in codes},
        estimates={cost.bid: {each: at_price[each][cost.bid] for each in at_price} for cost in found},
        **more,
    )


def written(found: Compared, folder: Path) -> Path:
    path = folder / "costs.xlsx"
    path.write_bytes(xlsx_bytes(cost_workbook(found, properties=PROPERTIES, language="nl")))
    return path


def differences(found: Compared, sheets: dict[str, list[list[str]]]) -> list[str]:
    """Cells that are not the figure of the program, to six decimals."""
    expected = []
    for cost in found.costs:
        at_price = found.estimates[cost.bid].values()
        for code, each in cost.by_kind.items():
            others = [priced.by_kind[code].entries for priced in at_price]
            for entry, *same in zip(each.entries, *others, strict=True):
                workings = [entry.flow.today, entry.nominal, entry.real, entry.present]
                expected.append(workings + [priced.present for priced in same])
    lines = [
        (cells[18:25], [working.exact.rounded(6) for working in workings])
        for cells, workings in zip(sheets["Kosten"][1:], expected, strict=True)
    ]
    for cells, cost in zip(sheets["Uitkomst"][1:], found.costs, strict=False):
        sums = (cost.sums.nominal, cost.sums.real, cost.sums.present)
        priced = [each.rounded for each in found.estimates[cost.bid].values()]
        lines.append((cells[2:9], [*(each.rounded(6) for each in sums), cost.rounded, *priced]))
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
    found = compared((how, bids))

    sheets = recalculated(written(found, tmp_path))

    assert differences(found, sheets) == []
    assert [row[0] for row in sheets["Uitkomst"][1:]] == [bid.bid for bid in bids]


@pytest.mark.libreoffice
def test_a_changed_parameter_changes_every_cost(tmp_path: Path) -> None:
    path = written(compared((cost_method(), cost_offers())), tmp_path)
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

    assert differences(compared((changed, cost_offers())), sheets) == []


@pytest.mark.libreoffice
def test_several_kinds_of_devices_are_added_and_rounded_once(tmp_path: Path) -> None:
    how = replace(cost_method(), places=0)
    found = compared((how, cost_offers()), (replace(how, devices=how.devices * 7 / 100), cost_offers()))

    sheets = recalculated(written(found, tmp_path))

    assert differences(found, sheets) == []
    numbers = [row for row in sheets["Parameters"] if row[1] == "N"]
    assert [(row[0], row[2]) for row in numbers] == [
        ("Aantal apparaten: Apparaat kind-0", "100"),
        ("Aantal apparaten: Apparaat kind-1", "7"),
    ]


def test_a_bid_that_cannot_be_computed_is_named_with_the_reason(tmp_path: Path) -> None:
    missing = {"X": [Text(nl="De prijs ontbreekt.", en="The price is missing.")]}
    found = compared((cost_method(), cost_offers()), missing=missing)

    sheet = openpyxl.load_workbook(written(found, tmp_path))["Uitkomst"]

    *_, last = sheet.iter_rows(values_only=True)
    assert last[:3] == ("X", "Niet berekend: De prijs ontbreekt.", None)


def test_the_sheets_name_every_parameter_with_its_source(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(compared((cost_method(), cost_offers())), tmp_path))["Parameters"]

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


def test_every_letter_of_a_formula_has_its_meaning_under_it(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(compared((cost_method(), cost_offers())), tmp_path))["Kosten"]

    headings = [str(cell.value).split("\n") for cell in sheet[1][4:17]]
    used = {letter for row in sheet.iter_rows(min_row=2) for letter in str(row[17].value) if letter.isalpha()}
    assert [letter for letter, _meaning in headings] == list("tkgNPEypmecrL")
    assert used <= {letter for letter, meaning in headings if meaning}
    assert sheet["D2"].alignment.wrap_text
