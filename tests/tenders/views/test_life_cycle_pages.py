"""The pages about what a lot calculates: who keeps it, what a bid states, and what is shown when."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from procurement.organisations.models import Role
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.statement import inputs_of
from tenders.models import Lot
from tenders.procedure.phases import Phase
from tests import calculated, cast
from tests.calculated import opened, prices_opened
from tests.queries import queries
from tests.tenders.lifecycle.build_plan import carbon, cost_terms
from tests.tenders.views.life_cycle_pages import CANARY_PRICE, address, client, page, two_bids

pytestmark = pytest.mark.django_db


def test_before_the_opening_nothing_of_a_bid_is_shown() -> None:
    lot = two_bids()

    assert "De inschrijvingen zijn nog niet geopend." in page("life_cycle", lot)
    for name, more in (("life_cycle_sheet", ["A"]), ("what_if", []), ("cost_workbook", [])):
        assert client().get(address(name, lot, *more)).status_code == 404


def test_after_the_opening_the_footprints_are_shown_and_no_amount() -> None:
    lot = opened(two_bids())

    overview, sheet = page("life_cycle", lot), page("life_cycle_sheet", lot, "A")

    assert "CO2-voetafdruk in kg CO2e per apparaat per jaar" in overview
    assert "De prijzen zijn nog verzegeld." in overview
    assert "niet helemaal te berekenen" not in overview
    assert "30 × 5 × 0,253 = 37,950" in sheet
    assert [CANARY_PRICE in each for each in (overview, sheet)] == [False, False]
    assert client().get(address("cost_workbook", lot)).status_code == 404


def test_after_the_prices_the_costs_are_shown_side_by_side_and_with_their_formulas() -> None:
    lot = prices_opened(opened(two_bids()))

    overview, sheet = page("life_cycle", lot), page("life_cycle_sheet", lot, "A")

    assert "Levenscycluskosten in €, contante waarde" in overview
    assert overview.count('class="chart"') == 4
    assert "100 × 7.391,57 = € 739.157,00" in sheet


def test_what_a_bid_does_not_state_is_named_once_and_in_one_sentence_where_it_states_nothing() -> None:
    lot = calculated.open_for_bids()
    nothing = dict.fromkeys((each.code.replace(":", "__") for each in inputs_of(calculated.PLAN)), "")
    calculated.hand_in(lot, "Leverancier A", **{"laptop__energy.value": ""})
    calculated.hand_in(lot, "Leverancier B", **nothing)

    shown = page("life_cycle", opened(lot))

    assert shown.count("‘Energiegebruik’ ontbreekt in de inschrijving.") == 1
    assert "<li>Laptop van 14 inch: ‘Energiegebruik’ ontbreekt in de inschrijving.</li>" in shown
    assert "<li>In deze inschrijving staat niets van wat de berekening vraagt.</li>" in shown


def test_the_workbook_is_downloaded_and_opens() -> None:
    lot = prices_opened(opened(two_bids()))

    response = client().get(address("cost_workbook", lot))

    book = load_workbook(BytesIO(response.content))
    assert response["Content-Disposition"].startswith("attachment")
    assert [cell.value for cell in book["Uitkomst"]["A"]] == ["Inschrijving", "A", "B"]


@pytest.mark.parametrize("name", ["life_cycle", "calculation"])
def test_another_authority_and_a_juror_see_nothing(name: str) -> None:
    lot = opened(two_bids())

    found = [
        client(role, of).get(address(name, lot)).status_code
        for role, of in ((Role.OFFICER, "Bellis"), (Role.JUROR, "Amaranth"))
    ]

    assert found == [404, 404]


def test_more_bids_cost_no_more_queries() -> None:
    lot = calculated.open_for_bids()
    for name in ("A", "B"):
        calculated.hand_in(lot, f"Leverancier {name}")
    prices_opened(opened(lot))
    few = queries(client(), address("life_cycle", lot))

    for code in ("C", "D", "E"):
        cast.bid(lot, code, "1000", "goed", "10")

    assert queries(client(), address("life_cycle", lot)) == few


def priced_bids() -> Lot:
    """CO2e has a price, and the energy of bid B is of a year that the tender does not take."""
    lot = calculated.lot()
    asked = frozenset({CostKind.MAINTENANCE})
    calculated.save(lot, replace(calculated.PLAN, cost=cost_terms(asked=asked, carbon_price=carbon())))
    lot.criteria.filter(code="D1").update(figure={}, unit="stuks")
    cast.published(lot.tender, Phase.SUBMISSION)
    calculated.hand_in(lot, "Leverancier A", D1="50")
    calculated.hand_in(lot, "Leverancier B", **{"laptop__energy.year": "1999", "D1": "50"})
    return prices_opened(opened(lot))


def test_the_cost_at_each_price_of_co2e_stands_beside_what_counts() -> None:
    lot = priced_bids()

    overview, sheet = (
        client().get(address("life_cycle", lot)),
        client().get(address("life_cycle_sheet", lot, "A")),
    )

    for table in (overview.context["prices"], sheet.context["prices"]):
        [[bid, low, central, high]] = table.rows
        costs = [Decimal(each.replace(".", "").replace(",", ".")) for each in (low, central, high)]
        assert (bid, costs[0] < costs[1] < costs[2]) == ("A", True)
        assert table.caption in overview.content.decode()


def test_a_bid_without_a_cost_is_named_with_the_input_that_it_lacks() -> None:
    lot = priced_bids()

    overview, sheet = page("life_cycle", lot), page("life_cycle_sheet", lot, "B")
    content = client().get(address("cost_workbook", lot)).content

    said = "Laptop van 14 inch, Energiegebruik"
    book = load_workbook(BytesIO(content))["Uitkomst"]
    told = [row[1].value for row in book.iter_rows() if row[0].value == "B"]
    assert [said in each for each in (overview, sheet)] == [True, True]
    assert told[0].startswith("Niet berekend: Laptop van 14 inch, ")
