"""What follows from the points of the winner: a narrow range is no secret, a wide one is."""

from dataclasses import replace
from decimal import Decimal

from tenders.example.reading import example
from tenders.reports.letters.derived import Derived, derived_values
from tenders.scoring.evaluate import evaluate
from tenders.scoring.model import Rounding
from tests.tenders.reports.letters import LOT, said


def test_the_price_follows_from_two_decimals_of_points_to_within_hundreds_of_euros():
    found = derived_values(evaluate(LOT))["P"]

    assert found == Derived(Decimal("5329557.61"), Decimal("5330000.00"))


def test_the_real_value_always_lies_in_the_range():
    for lot in example().tender.lots:
        result = evaluate(lot)
        for code, found in derived_values(result).items():
            value = result.winner.bid.values[code]  # type: ignore[union-attr]
            assert found is None or found.low <= value <= found.high


def test_points_without_decimals_hide_the_price():
    coarse = Rounding(places=0, at=LOT.award.rounding.at)
    lot = replace(LOT, award=replace(LOT.award, rounding=coarse, points=Decimal(10)))

    assert derived_values(evaluate(lot)).get("P") is None


def test_a_letter_does_not_call_confidential_what_follows_from_the_score():
    assert "niet genoemd; volgt uit de score" in said("B")
