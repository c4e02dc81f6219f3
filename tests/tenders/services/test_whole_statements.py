"""A bid is sealed with a whole statement, or knowingly as it was received."""

import pytest
from django.test import Client

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import SealedBid
from tenders.services.offered import is_calculated, leaves_of
from tenders.services.phases import Refused
from tenders.services.sealing import seal_prices
from tests import calculated, cast, sealed
from tests.tenders.lifecycle.build_statement import answers

pytestmark = pytest.mark.django_db

PRICES = {
    code: value
    for code, value in answers(calculated.PLAN).items()
    if code.startswith(("laptop:supply.", "laptop:yearly.")) and code != "laptop:supply.form"
}
ANSWERS = {code: value for code, value in answers(calculated.PLAN).items() if code not in PRICES}


def reasons(values: dict[str, str], prices: dict[str, str]) -> list[str]:
    lot = calculated.open_for_bids()
    with pytest.raises(Refused) as refusal:
        sealed.sealed(lot, sealed.new_bid(values=values, prices=prices))
    assert not SealedBid.objects.exists()
    return [reason.nl for reason in refusal.value.reasons]


def test_a_bid_without_its_statement_is_not_sealed() -> None:
    assert len(reasons({}, {})) > 10


def test_a_declaration_of_too_long_ago_is_not_sealed() -> None:
    assert reasons(ANSWERS | {"laptop:energy.year": "2019"}, PRICES) == [
        "De opgave is van 2019. De aanbesteding vraagt 2024 of later."
    ]


def test_one_amount_of_many_is_not_sealed() -> None:
    service = ANSWERS | {"laptop:supply.form": "service"}

    found = reasons(service, {"laptop:supply.price": "950"})

    assert any("Prijs van een apparaat" in each and "hoort niet bij" in each for each in found)
    assert any("Vergoeding voor jaar 1" in each and "ontbreekt" in each for each in found)


def test_prices_may_come_later_and_are_then_held_against_each_other() -> None:
    lot, officer = calculated.open_for_bids(), cast.person(Role.OFFICER)
    bid = sealed.sealed(lot, sealed.new_bid(values=ANSWERS, prices={}))

    with pytest.raises(Refused) as refusal:
        seal_prices(sealed=bid, prices={"laptop:supply.price": "950"}, at=sealed.EARLY, actor=officer)
    seal_prices(sealed=bid, prices=PRICES, at=sealed.EARLY, actor=officer)

    assert "einde van de levensduur" in refusal.value.reasons[0].nl
    assert bid.prices.count() == 1


def test_what_came_in_like_that_is_registered_knowingly_and_told() -> None:
    lot = calculated.open_for_bids()
    sealed.sealed(lot, sealed.new_bid(values={}, prices={}, as_received=True))

    calculated.opened(lot)

    assert '"as_received":true' in Event.objects.get(action="bids.sealed").details.replace(" ", "")
    assert '"uncalculated":{"A":["D1"]}' in Event.objects.get(action="bids.opened").details.replace(" ", "")
    assert any(is_calculated(each) for each in leaves_of(lot))


def test_the_form_says_it_at_the_input_until_the_officer_ticks(client: Client) -> None:
    lot = calculated.open_for_bids()
    client.force_login(cast.person(Role.OFFICER))
    sent = sealed.bid_fields(lot) | {"one-price-input-0": "950"}

    refused = client.post(sealed.bids_page(lot), sent)
    ticked = client.post(sealed.bids_page(lot), sent | {"one-as_received": "on"})

    assert refused.status_code == 422
    assert {"value-input-0", "value-input-1"} <= refused.context["one"].errors.keys()
    assert (ticked.status_code, lot.sealed_bids.count()) == (302, 1)
