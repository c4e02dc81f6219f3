"""Software, data centre, ladder and circularity: of one bid with formulas, and of all side by side."""

from dataclasses import replace

import pytest

from tenders.lifecycle.circularity.score import circularity
from tenders.lifecycle.footprint.data_centre import key_figures
from tenders.lifecycle.footprint.software import software_footprint
from tenders.lifecycle.ladder.terms import DiscountIn
from tenders.lifecycle.quantity import quantity
from tenders.lifecycle.sheet.circularity import circularity_sheet, circularity_table
from tenders.lifecycle.sheet.data_centre import DATA_CENTRE, data_centre_sheet
from tenders.lifecycle.sheet.ladder import LadderPromise, ladder_table
from tenders.lifecycle.sheet.part import PartSheet, side_by_side
from tenders.lifecycle.sheet.software import SOFTWARE, software_sheet
from tenders.lifecycle.unit import LITRE
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_circularity import METHOD as CIRCULARITY
from tests.tenders.lifecycle.build_circularity import promise
from tests.tenders.lifecycle.build_software import MEASURED, METHOD, workload


def shown(sheet: PartSheet) -> dict[str, tuple[str, str, str]]:
    """By code of the row its value, unit and formula."""
    return {row.code: (row.value.nl, row.unit.nl, row.filled.nl if row.filled else "") for row in sheet.rows}


def test_the_software_of_a_bid_can_be_recomputed_with_training_apart() -> None:
    sheet = software_sheet(software_footprint(METHOD, workload()))

    unit = "‘1.000 transacties’"
    assert shown(sheet) == {
        "use_energy": ("0,500000", f"kWh per {unit}", "0,4 × 1,25 = 0,500000"),
        "use_mass": ("0,125000", f"kg CO2e per {unit}", "0,4 × 1,25 × 0,25 = 0,125000"),
        "hardware": ("0,020000", f"kg CO2e per {unit}", ""),
        "training_energy": ("3.750,000", "kWh per jaar", "1.000 × 3 × 1,25 = 3.750,000"),
        "training_mass": ("937,500", "kg CO2e per jaar", "1.000 × 3 × 1,25 × 0,25 = 937,500"),
        "yearly_mass": (
            "3.837,500",
            "kg CO2e per jaar",
            "(0,125 + 0,02) × 20.000 + 937,5 = 3.837,500",
        ),
    }


def test_the_four_key_figures_of_a_data_centre_stand_together() -> None:
    sheet = data_centre_sheet("A", key_figures(MEASURED))

    assert sheet.title.nl == "Datacentrum Groningen"
    assert shown(sheet) == {
        "pue": ("1,2000", "getal zonder eenheid", "1.200.000 / 1.000.000 = 1,2000"),
        "wue": ("0,3000", "liter per kWh", "300.000 / 1.000.000 = 0,3000"),
        "ref": ("75,0000", "%", "900.000 / 1.200.000 × 100 = 75,0000"),
        "erf": ("10,0000", "%", "120.000 / 1.200.000 × 100 = 10,0000"),
    }


def test_bids_stand_side_by_side_with_the_unit_in_the_heading() -> None:
    better = replace(MEASURED, site="Delfzijl", water=quantity("900000", LITRE))
    sheets = [data_centre_sheet("A", key_figures(MEASURED)), data_centre_sheet("B", key_figures(better))]

    table = side_by_side(DATA_CENTRE, sheets, "nl")

    assert table is not None
    assert [heading.partition(":")[0] for heading in table.heading] == [
        "Inschrijving",
        "PUE",
        "WUE",
        "REF",
        "ERF",
    ]
    assert [heading.rpartition(", in ")[2] for heading in table.heading[2:]] == ["liter per kWh", "%", "%"]
    assert table.rows == (
        ("A", "1,2000", "0,3000", "75,0000", "10,0000"),
        ("B", "1,2000", "0,9000", "75,0000", "10,0000"),
    )


def test_what_no_bid_states_has_no_table() -> None:
    assert side_by_side(SOFTWARE, [], "nl") is None
    assert circularity_table([], "nl") is None
    assert ladder_table({}, "nl") is None


def test_a_part_that_was_promised_stands_as_a_percentage() -> None:
    sheet = circularity_sheet(circularity(CIRCULARITY, [promise()])[0], promise())

    table = circularity_table([sheet], "nl")

    assert table is not None
    assert table.rows == (("A", "20%", "4 jaar", "90%", "47,67%"),)
    assert table.heading[-1] == "Score"


@pytest.mark.parametrize(
    ("discount_in", "advantage"),
    [
        (DiscountIn.PERCENT, "4% van de prijs"),
        (DiscountIn.EUROS, "€ 0,04"),
        (DiscountIn.POINTS, "0,04 punten"),
    ],
)
def test_the_promised_level_stands_beside_the_published_advantage(
    discount_in: DiscountIn, advantage: str
) -> None:
    terms = build.ladder(discount_in)
    promises = {"A": LadderPromise(terms=terms, level=4), "B": LadderPromise(terms=terms, level=0)}

    table = ladder_table(promises, "nl")

    assert table is not None
    assert table.caption == "CO2-Prestatieladder 3.1: wat elke inschrijving belooft"
    assert table.rows[0] == ("A", "niveau 4", advantage)
    assert table.rows[1][1] == "geen"
    assert table.rows[1][2][0] in "0€"
