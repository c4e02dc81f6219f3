"""Bids with a price sheet: unit prices go into the price vault, and their sum is the price that counts."""

import hashlib
import json
from decimal import Decimal

import pytest

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import BidValue, LifecycleAnswer, SealedBid, SealedPrices
from tenders.services.bid_content import read_prices
from tenders.services.calculation import figures_of_bids, require_fresh_values
from tenders.services.phases import Refused
from tenders.services.sealing import seal_prices
from tenders.snapshots import evaluation_input
from tests import cast, priced, sealed
from tests.guards import without_guards

pytestmark = pytest.mark.django_db


def refused(**prices: str) -> list[str]:
    with pytest.raises(Refused) as refusal:
        priced.hand_in(priced.open_for_bids(), **prices)
    return [reason.nl for reason in refusal.value.reasons]


def test_unit_prices_become_the_price_of_the_bid_when_the_prices_are_opened() -> None:
    lot = priced.open_for_bids()
    priced.hand_in(lot)

    priced.prices_opened(lot)

    assert sealed.values_of(lot) == {"A": {"D1": "280.25", "P": priced.SUM}}
    rows = LifecycleAnswer.objects.filter(bid__lot=lot)
    assert dict(rows.values_list("code", "value")) == priced.PRICES
    assert all(row.is_price for row in rows)


def test_before_the_opening_of_the_prices_there_is_no_row_with_a_price() -> None:
    lot = priced.open_for_bids()
    priced.hand_in(lot)

    sealed.opened(lot)

    assert not LifecycleAnswer.objects.exists()
    assert set(BidValue.objects.values_list("criterion__code", flat=True)) == {"D1"}


def test_the_working_names_every_line_with_its_amount() -> None:
    lot = priced.open_for_bids()
    priced.hand_in(lot)
    priced.prices_opened(lot)

    [figures] = figures_of_bids(lot, with_prices=True).values()

    working = figures.values["P"].working
    assert working.formula == "R1 + R2 + R3"
    assert working.filled.nl == "89.995 + 4.800 + 1.083,33"
    assert figures.values["P"].value == Decimal(priced.SUM)


def test_the_sum_is_what_a_ranking_is_calculated_from() -> None:
    lot = priced.open_for_bids()
    priced.hand_in(lot)
    priced.hand_in(lot, "Leverancier B", line_1="950")
    priced.prices_opened(lot)

    bids = evaluation_input(lot).lots[0].bids

    assert [each.values["P"] for each in bids] == [Decimal("95878.33"), Decimal("100883.33")]
    require_fresh_values(lot)


@pytest.mark.parametrize(
    ("prices", "words"),
    [
        ({"line_2": ""}, "Vul de prijs van regel 2 in: Dock, per stuk."),
        ({"line_2": "-1"}, "De prijs van regel 2 (Dock) is negatief."),
        ({"line_2": "150.01"}, "De prijs van regel 2 (Dock) is hoger dan het maximum van € 150."),
        ({"line_3": "1.00001"}, "De prijs van regel 3 (Ondersteuning) heeft meer dan 4 decimalen."),
        ({"line_1": "NaN"}, "De prijs van regel 1 (Laptop) is geen getal."),
        ({"line_1": "12,50"}, "De prijs van regel 1 (Laptop) is geen getal."),
    ],
)
def test_a_wrong_price_is_refused_by_its_line_and_nothing_is_sealed(
    prices: dict[str, str], words: str
) -> None:
    [reason] = refused(**prices)

    assert reason.startswith(words)
    assert (SealedBid.objects.count(), SealedPrices.objects.count()) == (0, 0)


def test_a_price_of_a_line_that_is_not_there_is_refused() -> None:
    assert refused(line_4="1") == ["Criterium price_line:4 hoort hier niet bij dit perceel. Haal het weg."]


def test_a_sum_typed_by_hand_is_refused() -> None:
    lot = priced.open_for_bids()

    with pytest.raises(Refused):
        sealed.sealed(lot, sealed.new_bid(prices={"P": "95000"}))

    assert not SealedBid.objects.exists()


def test_prices_may_follow_before_the_deadline_all_of_them() -> None:
    lot, officer = priced.open_for_bids(), cast.person(Role.OFFICER)
    bid = sealed.sealed(lot, sealed.new_bid(prices={}), at=sealed.EARLY)
    short = {code: value for code, value in priced.PRICES.items() if code != "price_line:3"}

    with pytest.raises(Refused) as refusal:
        seal_prices(sealed=bid, prices=short, at=sealed.EARLY, actor=officer)
    seal_prices(sealed=bid, prices=priced.PRICES, at=sealed.EARLY, actor=officer)

    assert [each.nl for each in refusal.value.reasons] == [
        "Vul de prijs van regel 3 in: Ondersteuning, per uur."
    ]
    assert SealedPrices.objects.count() == 1


def test_sealing_is_recorded_without_a_price() -> None:
    lot = priced.open_for_bids()
    priced.hand_in(lot, line_1="8675309.17")

    told = "".join(Event.objects.values_list("details", flat=True))

    assert "8675309" not in told
    assert Event.objects.filter(action="bids.price_sealed").count() == 1


def test_the_opening_records_the_digest_of_the_unit_prices() -> None:
    lot = priced.open_for_bids()
    priced.hand_in(lot)
    priced.prices_opened(lot)

    told = json.loads(Event.objects.get(action="prices.opened").details)

    plain = json.dumps(priced.PRICES, sort_keys=True).encode()
    assert read_prices(plain) == priced.PRICES
    assert told["sha256"] == {"A": hashlib.sha256(plain).hexdigest()}


def test_a_stored_sum_that_is_not_that_of_the_lines_is_never_ranked() -> None:
    lot = priced.open_for_bids()
    priced.hand_in(lot)
    priced.prices_opened(lot)
    with without_guards("tenders_bidvalue"):
        BidValue.objects.filter(criterion__code="P").update(value="1")

    with pytest.raises(Refused) as refusal:
        require_fresh_values(lot)

    assert "niet wat de bekendgemaakte berekening geeft" in refusal.value.reasons[0].nl
