"""Laying down the calculation of a lot, and asking a bid for what it needs."""

from dataclasses import replace
from typing import Any

import pytest

from tenders.lifecycle.cost.kind import CostKind
from tenders.lifecycle.plan import plan_from_data
from tenders.procedure.phases import Phase
from tenders.services.life_cycle import stored_plan
from tenders.services.tree import tree_version
from tests import calculated, cast, sealed
from tests.calculated import opened
from tests.tenders.lifecycle.build_plan import carbon, cost_terms
from tests.tenders.lifecycle.build_statement import answers
from tests.tenders.views.life_cycle_pages import address, client, page, plan_fields

pytestmark = pytest.mark.django_db


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
    assert "Meer inschrijvingen tegelijk" not in page("bids", lot)


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


def test_a_known_figure_is_shown_with_every_decimal_and_with_what_is_in_doubt() -> None:
    shown = " ".join(page("calculation", cast.lot()).split())

    known = [row for row in shown.split("<tr>") if row.startswith('<th scope="row" class="long-name">')]
    [exact] = [row for row in known if "containerschip" in row]
    [read] = [row for row in known if "stroomnet 2024" in row]
    assert "0,00001612 kg CO2e per kg per km" in exact
    assert "niet in de bron gelezen" in exact
    assert "0,251 kg CO2e per kWh" in read
    assert "niet in de bron gelezen" not in read


def test_a_closed_calculation_has_no_empty_rows() -> None:
    lot = calculated.open_for_bids()

    shown = page("calculation", lot)

    assert 'name="kinds-0-code"' in shown
    assert 'name="kinds-1-code"' not in shown
    assert "Niets ingevuld." in shown
