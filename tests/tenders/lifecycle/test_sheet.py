"""The sheets of a bid say what was worked out: each row with its unit, range, footing and formula."""

from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as some

from procurement.language import Language
from procurement.numbers import dutch, parse_dutch
from tenders.lifecycle.circularity.score import circularity
from tenders.lifecycle.cost.basket import basket
from tenders.lifecycle.cost.compare import LifeCycleCost, compare
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.footprint.axis import Axis
from tenders.lifecycle.footprint.check import footprints
from tenders.lifecycle.footprint.criterion import Per
from tenders.lifecycle.footprint.device import Footprint
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.sheet.charts import axes_chart, kinds_chart, years_chart
from tenders.lifecycle.sheet.circularity import circularity_sheet
from tenders.lifecycle.sheet.cost import CostSheet, explained
from tenders.lifecycle.sheet.footprint import footprint_sheet
from tenders.lifecycle.sheet.row import shown
from tenders.lifecycle.sheet.table import Drawing
from tenders.lifecycle.unit import EURO, KG_CO2E, KWH
from tests.tenders.lifecycle.any_cost import comparisons, masses
from tests.tenders.lifecycle.build_circularity import METHOD as CIRCULARITY
from tests.tenders.lifecycle.build_circularity import promise
from tests.tenders.lifecycle.build_footprint import declared, footprint_method, stated
from tests.tenders.lifecycle.worked_examples import costs, device

Draw = Any
NAMES = {
    name: name for name in ("A", "B", "new", "refurbished", "lease", "service", "bid 0", "bid 1", "bid 2")
}


def test_each_row_of_the_footprint_has_its_range_and_what_it_rests_on() -> None:
    rows = {row.code: row for row in footprint_sheet(device()).rows}

    production = rows["production"]

    assert (production.value.nl, production.range.nl) == ("220,000", "180,000 tot 270,000")
    assert (production.unit.nl, production.proof) == ("kg CO2e per apparaat", "Report 1")
    assert production.declared is not None
    assert (production.declared.standard, production.declared.year) == ("ISO 14067", 2025)
    assert (rows["lifetime"].value.nl, rows["lifetime"].range.nl) == ("5", "niet opgegeven")


def test_a_figure_that_was_worked_out_shows_its_formula_with_the_numbers() -> None:
    rows = {row.code: row for row in footprint_sheet(device()).rows}

    assert rows["use"].filled is not None
    assert rows["use"].filled.nl == "30 × 5 × 0,253 = 37,950"
    assert [each.nl for each in rows["use"].inputs] == [
        "E = 30 kWh per apparaat per jaar: het energiegebruik per apparaat per jaar",
        "L = 5 jaar: levensduur in jaren",
        (
            "e = 0,253 kg CO2e per kWh: Nederlands stroomnet 2025, jaargemiddelde "
            "(bron: Electricity Maps (ODbL), via co2.js 0.19.0 (2025))"
        ),
    ]
    assert (rows["production"].filled, rows["production"].inputs) == (None, ())


def test_the_three_totals_are_those_of_the_footprint() -> None:
    found = [row for row in footprint_sheet(device()).rows if row.is_total]

    assert [row.value.nl for row in found] == ["262,525", "52,505", "31.503,0"]


def test_the_years_and_the_kinds_of_a_cost_sheet_add_up_to_its_total() -> None:
    sheet = CostSheet(costs()[0])

    years, kinds = sheet.years, sheet.kinds

    assert [row.title.nl for row in years] == ["start", "1", "2", "3", "4", "5", "6", "Totaal"]
    assert (years[1].nominal.nl, years[-1].present.nl) == ("3.104,85", "132.518,24")
    assert "Restwaarde" in [row.title.nl for row in kinds]
    for rows in (years, kinds):
        assert sum(row.sums.present.amount for row in rows[:-1]) == rows[-1].sums.present.amount


def test_every_amount_shows_three_steps_with_the_numbers_in_them() -> None:
    energy = next(each for each in explained(costs()[0]) if each.kind.nl == "Energie" and each.moment == 1)

    assert [step.nl for step in energy.steps] == [
        "100 × 30 × 1 × 0,25 = € 750,00",
        "750 × (1 + 0,02)^1 = € 765,00",
        "765 / (1 + 0,03)^1 = € 742,72",
    ]
    assert energy.inputs[-1].nl.startswith("p = € 0,25 per kWh")


def test_a_promise_shows_what_it_earns() -> None:
    sheet = circularity_sheet(circularity(CIRCULARITY, [promise()])[0], promise())

    found = [
        (each.row.value.nl, each.row.filled.nl if each.row.filled else "", each.weight.nl, each.earned.nl)
        for each in sheet.rows
    ]

    assert found == [
        ("0,20", "(0,2 − 0) / (0,6 − 0) = 0,33", "50%", "16,67%"),
        ("4,00", "0,5 = 0,50", "30%", "15,00%"),
        ("0,90", "(0,9 − 0,5) / (1 − 0,5) = 0,80", "20%", "16,00%"),
    ]
    assert (sheet.score.nl, [each.row.proof for each in sheet.rows]) == ("47,67%", ["Report 1"] * 3)


@pytest.mark.parametrize(
    ("number", "words"), [("0.253", "0,253"), ("30", "30"), ("1250.5", "1.250,5"), ("0.1234567", "0,123457")]
)
def test_a_number_keeps_the_digits_that_count(number: str, words: str) -> None:
    assert shown(quantity(number, KG_CO2E / KWH)).nl == f"{words} kg CO2e per kWh"


def text_in(drawing: Drawing) -> list[str]:
    return [each.text or "" for each in fromstring(drawing.svg).iter() if each.tag.endswith("}text")]


def figures_of(drawing: Drawing, column: int) -> list[str]:
    return [row[column] for row in drawing.table.rows]


@some.composite
def some_footprints(draw: Draw) -> list[Footprint]:
    energies = [draw(masses) for _ in range(2)]
    bids = [
        stated(
            bid,
            production=declared(draw(masses), "0", "5000"),
            energy=energy,
            lifetime=str(draw(some.integers(1, 9))),
        )
        for bid, energy in zip("AB", energies, strict=True)
    ]
    return list(footprints(footprint_method(), bids))


@given(some_footprints(), some.sampled_from(Per), some.sampled_from(["nl", "en"]))
def test_the_table_of_the_axes_says_what_the_chart_draws(
    found: list[Footprint], per: Per, language: Language
) -> None:
    drawing = axes_chart(found, per, NAMES, language, name="axes")

    written = text_in(drawing)

    assert len(drawing.table.heading) == len(Axis) + 4
    assert [row[0] for row in drawing.table.rows] == ["A", "B"]
    assert {total for total in figures_of(drawing, 5) if total not in written} == set()
    assert drawing.table.caption in drawing.svg


@given(comparisons())
def test_the_table_of_the_costs_says_what_the_chart_draws(drawn: Any) -> None:
    how, offers = drawn
    found = compare(how, offers, {})

    drawing = kinds_chart(found, NAMES, "nl", name="kinds")

    cells = [[parse_dutch(cell) for cell in row[1:]] for row in drawing.table.rows]
    for cost, (*parts, total) in zip(found, cells, strict=True):
        assert total == cost.sums.present.rounded(2)
        assert abs(sum(parts) - total) <= Decimal("0.01") * len(parts)
        assert dutch(cost.sums.present.rounded(0), 0) in text_in(drawing)


@given(comparisons())
def test_the_table_of_the_years_says_what_the_lines_draw(drawn: Any) -> None:
    how, offers = drawn
    found = compare(how, offers, {})

    drawing = years_chart(found, NAMES, "nl", name="years")

    assert len(drawing.table.heading) == how.horizon + 2
    for cost, row in zip(found, drawing.table.rows, strict=True):
        assert [parse_dutch(cell) for cell in row[1:]] == [
            cost.in_year(at).nominal.rounded(2) for at in range(how.horizon + 1)
        ]


def test_a_kind_of_cost_that_no_bid_has_is_left_out_of_the_chart() -> None:
    drawing = kinds_chart(costs()[:2], NAMES, "nl", name="kinds")

    assert CostKind.FEE.label.nl not in drawing.table.heading
    assert CostKind.RESIDUAL.label.nl in drawing.table.heading


def test_a_basket_has_the_same_sheet_and_charts_as_one_kind() -> None:
    two = basket({"laptop": costs(), "monitor": costs()})

    sheet = CostSheet(two[0])

    one: LifeCycleCost = costs()[0]
    assert sheet.total.sums.present == one.sums.present + one.sums.present
    assert sheet.years[1].sums.nominal.amount == 2 * one.in_year(1).nominal.amount
    assert kinds_chart(two, NAMES, "nl", name="k").table.rows[0][-1] == "265.036,48"
    assert [row.sums.present.unit for row in sheet.kinds] == [EURO] * len(sheet.kinds)


def test_without_bids_the_charts_are_empty_and_whole() -> None:
    assert kinds_chart([], NAMES, "nl", name="k").table.rows == ()
    assert years_chart([], NAMES, "nl", name="y").table.rows == ()
    assert axes_chart([], Per.DEVICE, NAMES, "nl", name="a").table.rows == ()


def test_the_chart_of_the_axes_draws_the_declared_range() -> None:
    drawing = axes_chart([device()], Per.DEVICE, {"A": "A"}, "nl", name="axes")

    whisker = next(each for each in fromstring(drawing.svg).iter() if each.get("class") == "axis range")

    low, high = (part.split()[0] for part in whisker.attrib["d"].split("M")[1::2])
    assert drawing.table.rows[0][-3:] == ("262,5", "218,7", "316,3")
    assert Decimal(low) < Decimal(high)
