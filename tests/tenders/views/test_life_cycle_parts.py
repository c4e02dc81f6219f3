"""Software, data centre, circularity and ladder on the pages about CO2 and costs."""

import pytest

from tenders.lifecycle.plan import Plan, plan_as_data
from tenders.lifecycle.statement import inputs_of
from tenders.models import LifecycleAnswer, LifecyclePlan, Lot
from tenders.procedure.phases import Phase
from tests import cast
from tests.guards import without_guards
from tests.queries import queries
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_statement import answers
from tests.tenders.views.life_cycle_pages import address, client, page

pytestmark = pytest.mark.django_db

PLAN = build.plan(kinds=(), horizon=None, energy=None, cost=None, footprint=None)
NOTHING = "Er is van geen inschrijving iets te berekenen."


def opened(plan: Plan = PLAN, codes: str = "AB", **changed: str) -> Lot:
    """These bids answered what the calculation asks; `changed` by input, "__" for the colon, of bid B."""
    lot = cast.lot_with_bids()
    LifecyclePlan.objects.create(lot=lot, data=plan_as_data(plan))
    for bid in lot.bids.filter(code__in=list(codes)):
        given = answers(plan, **(changed if bid.code == "B" else {}))
        for code in plan_codes(plan) & {code for code, value in given.items() if value}:
            LifecycleAnswer.objects.create(bid=bid, code=code, value=given[code], is_price=False)
    return cast.in_phase(lot, Phase.ASSESSMENT)


def plan_codes(plan: Plan) -> set[str]:
    """What is stated before the prices are opened."""
    return {each.code for each in inputs_of(plan) if not each.is_price}


def test_every_part_of_the_calculation_stands_side_by_side() -> None:
    lot = opened(data_centre__site="Delfzijl", data_centre__water="2400", ladder__level="3")

    response = client().get(address("life_cycle", lot))

    tables = {table.caption: table.rows for table in response.context["tables"]}
    assert list(tables) == [
        "Circulariteit: beloften en score",
        "Software en AI",
        "Datacentrum",
        "CO2-Prestatieladder 3.1: wat elke inschrijving belooft",
    ]
    assert [row[:3] for row in tables["Datacentrum"]] == [
        ("A", "1,4000", "1,2000"),
        ("B", "1,4000", "2,4000"),
    ]
    assert [row[1] for row in list(tables.values())[-1]] == ["niveau 5", "niveau 3"]
    shown = response.content.decode()
    assert NOTHING not in shown
    assert all(cell in shown for rows in tables.values() for row in rows for cell in row)


def test_the_sheet_of_a_bid_shows_how_each_figure_was_worked_out() -> None:
    lot = opened()

    shown = page("life_cycle_sheet", lot, "A")

    for words in (
        "(0,31625 + 1) × 20.000 + 0,31625 = 26.325,316",  # u = o = 1 × 1.25 × 0.253
        "1.400 / 1.000 = 1,4000",
        "700 / 1.400 × 100 = 50,0000",
        "CO2-Prestatieladder 3.1",
        "Beloofd niveau: niveau 5. Voordeel bij de gunning: 0,05 punten.",
        "e = 0,253 kg CO2e per kWh",
    ):
        assert words in shown


def test_what_one_bid_lacks_is_named_and_the_others_are_shown() -> None:
    lot = opened(software__use="")

    overview, sheet = client().get(address("life_cycle", lot)), page("life_cycle_sheet", lot, "B")

    tables = {table.caption: table.rows for table in overview.context["tables"]}
    assert [row[0] for row in tables["Software en AI"]] == ["A"]
    assert [row[0] for row in tables["Datacentrum"]] == ["A", "B"]
    assert "Inschrijving B is niet helemaal te berekenen" in overview.content.decode()
    assert NOTHING not in overview.content.decode()
    assert "26.325,316" not in sheet


def test_where_no_bid_states_anything_the_page_says_so_with_the_reasons() -> None:
    shown = page("life_cycle", opened(codes=""))

    assert NOTHING in shown
    assert shown.count("In deze inschrijving staat niets van wat de berekening vraagt.") == 3


def test_costs_that_wait_for_the_prices_are_not_said_to_be_impossible() -> None:
    """A cost waits for the amounts in euros: nothing is worked out yet and nothing is wrong."""
    lot = opened(build.plan(circularity=None, software=None, data_centre=None, ladder=None, footprint=None))

    shown = page("life_cycle", lot)

    assert "De prijzen zijn nog verzegeld." in shown
    assert NOTHING not in shown


def test_more_bids_cost_no_more_queries_with_every_part() -> None:
    few = opened(codes="A")
    one = queries(client(), address("life_cycle", few))

    with without_guards("tenders_lifecycleanswer"):
        for bid in few.bids.exclude(code="A"):
            for code, value in answers(PLAN).items():
                LifecycleAnswer.objects.create(bid=bid, code=code, value=value, is_price=False)

    assert queries(client(), address("life_cycle", few)) == one
