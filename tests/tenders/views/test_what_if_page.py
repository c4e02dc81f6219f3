"""Other values than the published ones: worked out for all bids, marked as such, and never kept."""

import pytest

from procurement.organisations.models import Role
from tenders.models import BidValue
from tenders.services.evaluate import evaluate_lot
from tests import cast
from tests.calculated import opened, prices_opened
from tests.guards import without_guards
from tests.tenders.views.life_cycle_pages import address, client, two_bids

pytestmark = pytest.mark.django_db


def test_other_values_are_worked_out_and_marked_as_not_published() -> None:
    lot = opened(two_bids())

    response = client().get(address("what_if", lot), {"grid_factor": "1"})

    found = response.content.decode()
    assert response.status_code == 200
    assert "Dit zijn niet de bekendgemaakte waarden." in found
    [figure] = response.context["outcome"].figures
    assert figure.places == 2
    assert [f'<td class="number">{each}</td>' in found for each in ("53,99", "76,40")] == [True, True]
    assert (response["X-Robots-Tag"], "no-store" in response["Cache-Control"]) == ("noindex", True)


def test_a_lease_beyond_its_fees_is_refused_with_the_bid_named() -> None:
    lot = opened(two_bids())

    response = client().get(address("what_if", lot), {"horizon": "8"})

    assert response.status_code == 422
    assert "Inschrijving B is lease of een dienst, met vergoedingen voor 6 jaar." in response.content.decode()


def test_before_the_prices_other_values_say_nothing_of_the_cost() -> None:
    lot = opened(two_bids())

    response = client().get(address("what_if", lot), {"rate": "10"})

    assert [figure.code for figure in response.context["outcome"].figures] == ["D1"]


def test_the_award_is_ranked_with_other_values_beside_the_last_calculation() -> None:
    lot = prices_opened(opened(two_bids()))
    judged = lot.criteria.get(code="K")
    with without_guards("tenders_bidvalue"):
        for bid in lot.bids.all():
            BidValue.objects.create(bid=bid, criterion=judged, value="goed", motivation="Gelezen.")
    evaluate_lot(lot=lot, at=cast.NOW, actor=cast.person(Role.OFFICER))

    response = client().get(address("what_if", lot), {"grid_factor": "1"})

    assert {place.bid: place.published for place in response.context["places"]} == {"A": 2, "B": 1}
    assert "Plaats in de gunning" in response.content.decode()


def test_beside_each_field_stands_what_was_published() -> None:
    lot = opened(two_bids())

    fields = client().get(address("what_if", lot)).context["form"].fields

    assert {name: field.help_text for name, field in fields.items()} == {
        "grid_factor": "Bekendgemaakt: 0,253 kg CO2e per kWh",
        "horizon": "Bekendgemaakt: 6",
        "rate": "Bekendgemaakt: 3",
    }
