"""Each measured promise of the catalogue has a clause of its own kind, and fills the right blank in it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from clauses.assembly.assemble import applicable
from clauses.assembly.clause import LibraryClause
from clauses.assembly.facts import facts
from clauses.assembly.library import newest, read_library
from clauses.assembly.variables import Variable
from tenders.catalogue.loading import catalogue
from tenders.catalogue.model import CatalogueItem
from tenders.example.reading import example
from tenders.reports.contract.securing import Origin, answers
from tenders.reports.contract.values import contract_values, filling
from tenders.scoring.model import Kind, Lot
from tests.tenders.reports.making import assessed, edition

LIBRARY = newest(read_library())
BY_CODE = {clause.code: clause for clause in LIBRARY}
TENDER = example().tender
MEASURED = [
    item for item in catalogue() if item.scoring and item.scoring.kind is Kind.QUANTITY and item.clauses
]
EVERY_PROMISE = pytest.mark.parametrize("item", MEASURED, ids=lambda item: item.code)


def lot_with(*items: CatalogueItem) -> tuple[Lot, Origin]:
    """The first lot of the example with only these criteria, copied from the catalogue."""
    criteria = tuple(
        item.criterion(code=f"D{number}", weight=Decimal(10), language="nl")
        for number, item in enumerate(items, start=1)
    )
    lot = replace(TENDER.lots[0], criteria=criteria)
    return lot, Origin({(lot.code, leaf.code): item.code for leaf, item in zip(criteria, items, strict=True)})


def blank_of(item: CatalogueItem) -> tuple[LibraryClause, Variable]:
    code, _, name = item.promise.partition(".")
    variable = BY_CODE[code].variable(name)
    assert variable is not None
    return BY_CODE[code], variable


def measure(variable: Variable) -> str:
    """The unit as the catalogue writes it; of a ratio and of a percentage only that it is one."""
    unit = variable.unit.nl if variable.unit is not None else "%"
    return unit.replace("CO2-equivalent", "CO2e").replace("verhouding", "aandeel").replace(" IT", "")


@EVERY_PROMISE
def test_a_measured_promise_fills_a_blank_of_a_clause_that_holds_it(item: CatalogueItem) -> None:
    clause, variable = blank_of(item)

    assert clause.code in item.clauses
    assert variable.source == "bid"


@EVERY_PROMISE
def test_the_blank_has_the_unit_in_which_the_bid_states_the_value(item: CatalogueItem) -> None:
    _clause, variable = blank_of(item)
    assert item.unit is not None

    stated = item.unit.nl.replace("verhouding", "aandeel")

    assert stated == measure(variable) or stated.startswith(f"{measure(variable)} ")


@EVERY_PROMISE
def test_the_contract_of_a_tender_that_scores_it_has_that_clause(item: CatalogueItem) -> None:
    lot, origin = lot_with(item)
    clause, variable = blank_of(item)

    known = facts(answers(edition(TENDER), (lot,), origin, services=False))

    assert clause in applicable(LIBRARY, known)
    assert filling(lot, clause, variable, origin) == list(lot.criteria)


def test_a_value_of_water_use_does_not_end_up_as_power_use() -> None:
    lot, origin = lot_with(catalogue()["dc-award-wue"])
    clause = BY_CODE["data-centre-kpis"]

    filled = [each.name for each in clause.variables if filling(lot, clause, each, origin)]

    assert filled == ["wue"]


def test_two_criteria_for_one_blank_leave_it_to_a_person() -> None:
    lot, origin = TENDER.lots[0], Origin(example().catalogue)
    energy = next(leaf for leaf in lot.leaves() if origin.blank(lot, leaf) == ("energy-use", "yearly_energy"))
    twice = replace(lot, criteria=(*lot.criteria, replace(energy, code="X")))
    both = Origin({**origin.codes, (lot.code, "X"): "hw-award-energy-etec"})

    once, open_ = (
        contract_values(edition(TENDER), (each.lot,), LIBRARY, source, each)
        for each, source in ((assessed(lot), origin), (replace(assessed(lot), lot=twice), both))
    )

    assert "yearly_energy" in once["energy-use"]
    assert "energy-use" not in open_


@pytest.mark.parametrize(
    ("code", "unit", "filled"),
    [
        ("hw-award-energy-etec", "kWh per jaar", True),
        ("hw-award-energy-etec", "kWh per year", True),
        ("hw-award-energy-etec", "MWh per jaar", False),
        ("hw-award-energy-etec", "kWh per 1.000 uur", False),
        ("hw-award-co2-production-transport", "kg CO2e per laptop", True),
        ("hw-award-co2-production-transport", "ton CO2e per laptop", False),
        ("hw-award-co2-production-transport", "kg CO2e per jaar", False),
        ("dc-award-ref", "aandeel van 0 tot 100", False),
        ("hw-award-refurbished-share", "% van de laptops", True),
        ("hw-award-warranty-months", "jaar", False),
    ],
)
def test_a_buyer_may_call_the_thing_otherwise_but_not_the_measure(code: str, unit: str, filled: bool) -> None:
    lot, origin = lot_with(catalogue()[code])
    leaf = replace(lot.criteria[0], unit=unit)

    assert (origin.blank(lot, leaf) is not None) is filled


@pytest.mark.parametrize(
    ("unit", "filled"),
    [
        ("kg CO2e per laptop", ("co2-product-footprint", "")),
        ("kg CO₂-eq per stuk", ("co2-product-footprint", "")),
        ("kg CO2 equivalent per device", ("co2-product-footprint", "")),
        ("ton CO2e per laptop", None),
        ("g CO2e per laptop", None),
        ("kg CO2e per jaar", None),
        ("kWh per jaar", ("energy-use", "")),
        ("kWh per year", ("energy-use", "")),
        ("MWh per jaar", None),
        ("kWh per 1.000 uur", None),
        ("dagen", None),
    ],
)
def test_a_criterion_that_a_buyer_wrote_fills_a_blank_by_its_very_unit(
    unit: str, filled: tuple[str, str] | None
) -> None:
    lot, _origin = lot_with(catalogue()["hw-award-energy-etec"])

    assert Origin({}).blank(lot, replace(lot.criteria[0], unit=unit)) == filled


def test_a_lower_rung_takes_the_same_promise() -> None:
    lot, origin = lot_with(catalogue()["hw-award-take-back-reuse"])
    clause = BY_CODE["take-back-at-cost"]

    filled = [each.name for each in clause.variables if filling(lot, clause, each, origin)]

    assert filled == ["reuse_share"]


def test_the_footprint_that_the_winner_offered_stands_in_the_clause() -> None:
    lot, origin = TENDER.lots[0], Origin(example().catalogue)
    awarded = assessed(lot)
    winner = awarded.result.ranking[0].bid
    leaf = next(leaf for leaf in lot.leaves() if origin.clauses(lot, leaf) == ("co2-product-footprint",))

    values = contract_values(edition(TENDER), (lot,), LIBRARY, origin, awarded)

    assert Decimal(values["co2-product-footprint"]["footprint_per_unit"]) == winner.values[leaf.code]
