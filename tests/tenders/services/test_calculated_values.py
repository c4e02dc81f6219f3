"""What bids state for the calculation: sealed, opened in two steps, worked out, and never typed."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from procurement.audit.models import Event
from procurement.organisations.models import Role
from tenders.models import Bid, BidValue, LifecycleAnswer, Lot
from tenders.procedure.phases import Phase
from tenders.services.bids import Entry, record_values
from tenders.services.calculation import figures_of_bids, require_fresh_values
from tenders.services.opened import stated_values
from tenders.services.phases import Refused
from tests import calculated, cast, sealed

pytestmark = pytest.mark.django_db

CANARY_PRICE = "7391.57"


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def refused(lot: Lot, **changed: str) -> list[str]:
    with pytest.raises(Refused) as refusal:
        calculated.hand_in(lot, **changed)
    return [reason.nl for reason in refusal.value.reasons]


def test_the_footprint_follows_from_the_opened_bid_by_hand() -> None:
    """(220 + 8 + 4) / 5 + 30 × 0.253 = 53.99 kg a year."""
    lot = calculated.open_for_bids()
    calculated.hand_in(lot)

    calculated.opened(lot)

    assert sealed.values_of(lot) == {"A": {"D1": "53.99"}}
    bid = lot.bids.get()
    assert bid.life_cycle_answers.get(code="laptop:energy.value").value == "30"
    assert stated_values(bid) == {}


def test_no_amount_in_euros_is_readable_before_the_prices_are_opened() -> None:
    lot = calculated.open_for_bids()
    calculated.hand_in(lot, **{"laptop__supply.price": CANARY_PRICE})

    calculated.opened(lot)

    assert not LifecycleAnswer.objects.filter(is_price=True).exists()
    assert "P" not in sealed.values_of(lot)["A"]
    found = figures_of_bids(lot, with_prices=True)[lot.bids.get().pk]
    assert (found.values.keys(), found.problems.keys()) == ({"D1"}, set())
    assert CANARY_PRICE not in _everything_stored()


def _everything_stored() -> str:
    found = []
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{name}"')
            found += [str(row) for row in cursor.fetchall()]
    return "\n".join(found)


def test_the_cost_follows_from_the_opened_prices() -> None:
    """100 × 950 twice, with its rise of 2% a year; end of life in years 5 and 6; 1,500 maintenance a year."""
    lot = calculated.open_for_bids()
    calculated.hand_in(lot)

    calculated.prices_opened(calculated.opened(lot))

    discounted = 95000 + 95000 * (1.02 / 1.03) ** 5
    discounted += sum(500 * (1.02 / 1.03) ** year for year in (5, 6))
    discounted += sum(1500 * (1.02 / 1.03) ** year for year in range(1, 7))
    assert sealed.values_of(lot)["A"]["P"] == f"{discounted:.2f}"
    assert "fixed" in Event.objects.get(action="prices.opened").details


def test_bids_in_one_form_and_another_are_worked_out_apart() -> None:
    lot = calculated.open_for_bids()
    calculated.hand_in(lot, "Leverancier A")
    calculated.hand_in(lot, "Leverancier B", "lease", **{"laptop__supply.fees.1": "215"})

    calculated.prices_opened(calculated.opened(lot))

    values = sealed.values_of(lot)
    assert set(values) == {"A", "B"}
    assert all(set(each) == {"D1", "P"} for each in values.values())


def test_a_statement_that_cannot_be_worked_out_gives_no_value_and_the_reasons_stay() -> None:
    lot = calculated.open_for_bids()
    calculated.hand_in(lot, **{"laptop__energy.year": "2019"})

    calculated.opened(lot)

    assert sealed.values_of(lot) == {}
    [found] = figures_of_bids(lot, with_prices=False).values()
    assert [problem.place for problem in found.problems["D1"]] == ["laptop:energy.year"]
    assert '"uncalculated":{"A":["D1"]}' in Event.objects.get(action="bids.opened").details.replace(" ", "")


def test_a_cost_that_cannot_be_worked_out_gives_no_price() -> None:
    lot = calculated.open_for_bids()
    calculated.hand_in(lot, **{"laptop__supply.end_of_life": ""})

    calculated.prices_opened(calculated.opened(lot))

    assert sealed.values_of(lot)["A"].keys() == {"D1"}


def test_the_ranking_says_which_bid_has_no_value_why_and_what_can_be_done() -> None:
    lot = calculated.open_for_bids()
    calculated.hand_in(lot, **{"laptop__energy.year": "2019"})
    calculated.prices_opened(calculated.opened(lot))

    with pytest.raises(Refused) as refusal:
        require_fresh_values(lot)

    [reason] = [each.nl for each in refusal.value.reasons]
    assert reason.startswith(
        "De waarde van inschrijving A bij ‘D1’ is niet te berekenen. De opgave is van 2019."
    )
    assert "terzijde" in reason


@pytest.mark.parametrize(
    "value", ["NaN", "1e400", "-0", "1_000", "٣", "Infinity", "x" * 40_000, "1\x00", "1,5"]
)
def test_hostile_answers_are_refused_before_they_are_sealed(value: str) -> None:
    lot = calculated.open_for_bids()

    quality = refused(lot, **{"laptop__energy.value": value})
    price = refused(lot, **{"laptop__supply.price": value})

    assert len(quality) == len(price) == 1
    assert not any(value in reason for reason in (*quality, *price))


@pytest.mark.parametrize("code", ["laptop__supply.bribe", "moon__lifetime", "P", "D1"])
def test_what_is_not_asked_or_follows_from_the_calculation_is_not_handed_in(code: str) -> None:
    lot = calculated.open_for_bids()

    assert len(refused(lot, **{code: "900"})) == 1


def test_a_price_without_the_amounts_is_refused() -> None:
    lot = calculated.open_for_bids()

    with pytest.raises(Refused):
        sealed.sealed(lot, sealed.new_bid(values={}, prices={"P": "900"}))


def test_euros_never_travel_in_the_open_part() -> None:
    lot = calculated.open_for_bids()

    with pytest.raises(Refused):
        sealed.sealed(lot, sealed.new_bid(values={"laptop:supply.price": "900"}, prices={}))


def test_nobody_types_a_calculated_value() -> None:
    lot = calculated.open_for_bids()
    calculated.hand_in(lot)
    calculated.opened(lot)
    entry = Entry(
        bid=lot.bids.get(), criterion=lot.criteria.get(code="D1"), value="1", motivation="Beter zo."
    )

    with pytest.raises(Refused):
        record_values(lot=lot, entries=[entry], at=cast.NOW, actor=cast.person(Role.OFFICER))

    assert sealed.values_of(lot)["A"]["D1"] == "53.99"


def test_how_a_calculated_value_was_checked_may_be_written_with_it() -> None:
    lot = calculated.open_for_bids()
    calculated.hand_in(lot)
    calculated.opened(lot)
    entry = Entry(
        bid=lot.bids.get(), criterion=lot.criteria.get(code="D1"), value="53.99", motivation="Nagerekend."
    )

    record_values(lot=lot, entries=[entry], at=cast.NOW, actor=cast.person(Role.OFFICER))

    stored = BidValue.objects.get(criterion=entry.criterion)
    assert (stored.value, stored.motivation) == ("53.99", "Nagerekend.")


def test_a_calculated_value_that_is_not_there_is_not_written_either() -> None:
    lot = calculated.open_for_bids()
    calculated.hand_in(lot, laptop__lifetime="")
    calculated.opened(lot)
    entry = Entry(bid=lot.bids.get(), criterion=lot.criteria.get(code="D1"), value="", motivation="Leeg.")

    with pytest.raises(Refused):
        record_values(lot=lot, entries=[entry], at=cast.NOW, actor=cast.person(Role.OFFICER))


def test_the_database_keeps_what_was_stated() -> None:
    lot = calculated.open_for_bids()
    calculated.hand_in(lot)
    calculated.opened(lot)
    bid = Bid.objects.get()

    for statement in (
        "UPDATE tenders_lifecycleanswer SET value = '1'",
        "DELETE FROM tenders_lifecycleanswer",
    ):
        with pytest.raises(DatabaseError, match="a record never changes"):
            run(statement)
    with pytest.raises(DatabaseError, match="does not allow"), transaction.atomic():
        LifecycleAnswer.objects.create(bid=bid, code="laptop:supply.price", value="1", is_price=True)
    cast.in_phase(lot, Phase.ASSESSMENT)
    with pytest.raises(DatabaseError, match="does not allow"), transaction.atomic():
        LifecycleAnswer.objects.create(bid=bid, code="laptop:x", value="1", is_price=False)


def test_more_bids_ask_no_more_queries() -> None:
    lot = calculated.open_for_bids()
    for name in ("A", "B", "C"):
        calculated.hand_in(lot, f"Leverancier {name}")
    calculated.opened(lot)

    with CaptureQueriesContext(connection) as of_three:
        assert len(figures_of_bids(lot, with_prices=True)) == 3

    assert len(of_three) == 5  # tender, publication, answers, whether prices are known, bids
