"""The pages about what a lot calculates: who keeps it, what a bid states, and what is shown when."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from procurement.organisations.models import Role
from tenders.forms.life_cycle.plan import PlanForm
from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.plan import plan_as_data, plan_from_data
from tenders.models import Lot
from tenders.procedure.phases import Phase
from tenders.services.life_cycle import plan_version, stored_plan
from tenders.services.tree import tree_version
from tests import calculated, cast, sealed
from tests.calculated import opened, prices_opened
from tests.queries import queries
from tests.tenders.forms.test_life_cycle_form import posted
from tests.tenders.lifecycle.build_plan import carbon, cost_terms
from tests.tenders.lifecycle.build_statement import answers

pytestmark = pytest.mark.django_db

CANARY_PRICE = "7.391,57"


def client(role: Role = Role.OFFICER, of: str = "Amaranth") -> Client:
    found = Client()
    found.force_login(cast.person(role, of))
    return found


def address(name: str, lot: Lot, *more: str) -> str:
    return reverse(f"tenders:{name}", args=[lot.pk, *more])


def page(name: str, lot: Lot, *more: str, **query: str) -> str:
    return client().get(address(name, lot, *more), query).content.decode()


def two_bids() -> Lot:
    lot = calculated.open_for_bids()
    calculated.hand_in(lot, "Leverancier A", **{"laptop__supply.price": "7391.57"})
    calculated.hand_in(lot, "Leverancier B", "lease", **{"laptop__energy.value": "60"})
    return lot


def plan_fields(lot: Lot, **changed: str) -> Any:
    data = posted(PlanForm(stored=plan_as_data(calculated.PLAN), seen=plan_version(lot)))
    sent = {name: values if name in ("parts", "asked") else values[-1] for name, values in data.lists()}
    return sent | changed | {"act": "plan"}


def test_an_officer_keeps_a_calculation() -> None:
    lot = cast.lot()

    response = client().post(address("calculation", lot), plan_fields(lot))

    assert response.status_code == 302
    assert plan_from_data(stored_plan(lot)) == calculated.PLAN


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept() -> None:
    lot = cast.lot()

    response = client().post(address("calculation", lot), plan_fields(lot, horizon="zes"))

    assert (response.status_code, stored_plan(lot)) == (422, {})
    assert "‘zes’ is geen heel getal." in response.content.decode()


def test_two_people_do_not_undo_each_other() -> None:
    lot = cast.lot()
    late = plan_fields(lot)
    client().post(address("calculation", lot), plan_fields(lot, horizon="7"))

    response = client().post(address("calculation", lot), late)

    assert response.status_code == 409
    assert "iemand anders heeft deze berekening intussen gewijzigd" in response.content.decode()
    assert stored_plan(lot)["horizon"] == 7


def test_an_officer_chooses_what_a_criterion_takes() -> None:
    lot = cast.lot()
    calculated.save(lot, calculated.PLAN)
    row = lot.criteria.get(code="D1")
    others = {f"take-figure-{each.pk}": "" for each in lot.criteria.exclude(pk=row.pk)}
    chosen = {
        f"take-figure-{row.pk}": "footprint:production+transport:device_year",
        f"take-places-{row.pk}": "1",
    }

    response = client().post(
        address("calculation", lot), {"act": "figures", "take-tree": tree_version(lot), **others, **chosen}
    )

    row.refresh_from_db()
    assert response.status_code == 302
    assert row.figure == {
        "of": "footprint",
        "axes": ["production", "transport"],
        "per": "device_year",
        "places": 1,
    }


def test_after_publication_the_calculation_is_closed() -> None:
    lot = calculated.open_for_bids()

    response = client().post(address("calculation", lot), plan_fields(lot))

    assert response.status_code == 403
    assert 'value="plan"' not in page("calculation", lot)


def test_the_form_of_a_bid_asks_what_the_calculation_needs() -> None:
    lot = calculated.open_for_bids()
    form = client().get(address("bids", lot)).context["one"]
    by_label = {str(field.label): field for field in form.offered()}
    priced = [str(field.label) for field in form.priced()]

    assert "Laptop van 14 inch: Energiegebruik" in by_label
    assert "Laptop van 14 inch: Prijs van een apparaat" in priced
    assert not any("Prijs van een apparaat" in label for label in by_label)


def test_a_bid_with_its_statement_is_sealed_by_the_form() -> None:
    lot = calculated.open_for_bids()
    form = client().get(address("bids", lot)).context["one"]
    given = answers(calculated.PLAN)
    codes = {f"one-{name}": asked.code for name, asked in _names(form).items()}

    response = client().post(
        address("bids", lot),
        sealed.bid_fields(lot) | {name: given.get(code, "") for name, code in codes.items()} | {"one": "1"},
    )

    assert response.status_code == 302
    opened(lot)
    assert sealed.values_of(lot)["A"]["D1"] == "53.99"


def _names(form: Any) -> dict[str, Any]:
    prices = form.price_inputs()
    others = [each for each in form.inputs if not each.is_price]
    found = {f"price-input-{number}": each for number, each in enumerate(prices)}
    return found | {f"value-input-{number}": each for number, each in enumerate(others)}


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
    assert "30 × 5 × 0,253 = 37,950" in sheet
    assert [CANARY_PRICE in each for each in (overview, sheet)] == [False, False]
    assert client().get(address("cost_workbook", lot)).status_code == 404


def test_after_the_prices_the_costs_are_shown_side_by_side_and_with_their_formulas() -> None:
    lot = prices_opened(opened(two_bids()))

    overview, sheet = page("life_cycle", lot), page("life_cycle_sheet", lot, "A")

    assert "Levenscycluskosten in €, contante waarde" in overview
    assert overview.count('class="chart"') == 4
    assert "100 × 7.391,57 = € 739.157,00" in sheet


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


def test_a_known_figure_is_taken_over_and_nothing_is_kept_yet() -> None:
    lot = cast.lot()

    response = client().post(
        address("calculation", lot),
        plan_fields(lot) | {"act": "known", "known": "grid-nl-electricity-maps-2024"},
    )

    assert (response.status_code, stored_plan(lot)) == (200, {})
    assert "Electricity Maps (ODbL), via co2.js 0.19.0" in response.content.decode()
    assert response.context["form"].initial["numbers"][-1]["value"] == "0,251"


def test_a_table_of_bids_has_no_room_for_a_calculation() -> None:
    lot = calculated.open_for_bids()

    response = client().post(
        address("bids", lot),
        {"table": "seal", "table-table": "leverancier;ontvangen op\nA;01-10-2026 10:00"},
    )

    assert response.status_code == 422
    assert not lot.sealed_bids.exists()
    assert "Meer inschrijvingen plakken" not in page("bids", lot)


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


def test_a_published_lot_without_a_calculation_shows_no_empty_form() -> None:
    lot = cast.lot()
    cast.published(lot.tender, Phase.SUBMISSION)

    found = page("calculation", lot)

    assert "Voor dit perceel wordt niets over de levensduur berekend." in found
    assert 'name="horizon"' not in found


def test_where_it_is_chosen_it_is_said_that_something_counts_twice() -> None:
    lot = calculated.lot()
    asked = frozenset({CostKind.MAINTENANCE})
    calculated.save(lot, replace(calculated.PLAN, cost=cost_terms(asked=asked, carbon_price=carbon())))

    needed = client().get(address("calculation", lot)).context["needed"]

    assert any("CO2e" in each for each in needed)


def test_the_form_has_room_for_every_number_of_a_cost() -> None:
    found = page("calculation", cast.lot())

    assert 'name="numbers-13-value"' in found
    assert 'name="levels-4-level"' in found
