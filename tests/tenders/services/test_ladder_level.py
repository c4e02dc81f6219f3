"""The award gives the discount of the promised level, so that proof and sanction are of the same level."""

import pytest

from procurement.audit.models import Event
from tenders.lifecycle.ladder.terms import DiscountIn
from tenders.models import BidValue, Lot
from tenders.procedure.phases import Phase
from tenders.services.agreed import open_cells
from tenders.services.check import calculation_problems
from tenders.services.ladder_promise import promised_of
from tenders.services.phases import Refused
from tests import award, cast, laddered, meeting
from tests.guards import without_guards

pytestmark = pytest.mark.django_db


def lot(promised: int, counted: int) -> Lot:
    """A promised one level and another one was given."""
    row = laddered.lot(promised=promised, discount_in=DiscountIn.PERCENT)
    BidValue.objects.filter(bid__lot=row, bid__code="A", criterion__code="K").update(value=str(counted))
    return row


@pytest.mark.parametrize(
    ("promised", "counted", "words"), [(4, 0, "level 4"), (0, 4, "no level"), (4, 5, "level 4")]
)
def test_no_ranking_counts_another_level_than_the_promised_one(
    promised: int, counted: int, words: str
) -> None:
    row = lot(promised, counted)

    with pytest.raises(Refused) as refusal:
        award.in_evaluation(row)

    [reason] = refusal.value.reasons
    assert reason.en.startswith(f"Bid A promised {words} of the ladder and ‘K’ has ‘{counted}’.")
    assert not row.evaluations.exists()
    assert not Event.objects.filter(action="lot.evaluated").exists()


def test_a_bid_that_states_no_level_gets_no_discount() -> None:
    """Handed in as received, without the level: nothing would have to be proved after the award."""
    row = lot(4, 4)
    with without_guards("tenders_lifecycleanswer"):
        row.bids.get(code="A").life_cycle_answers.all().delete()

    with pytest.raises(Refused) as refusal:
        award.in_evaluation(row)

    assert [reason.en.partition(" and ")[0] for reason in refusal.value.reasons] == [
        "Bid A promised no level of the ladder"
    ]


def test_the_panel_cannot_lock_another_level_than_the_promised_one() -> None:
    """It is told so in the meeting, before the prices are opened."""
    row = lot(4, 4)
    for letter in "ABC":
        meeting.scored(row, letter, {"A": "0", "B": "0"})
    meeting.revealed(cast.in_phase(row, Phase.CONSENSUS))

    meeting.settle(row, A=("0", meeting.WHY_A), B=("0", meeting.WHY_B))
    told = [(cell.bid.code, cell.reason.nl) for cell in open_cells(row)]
    meeting.settle(row, seen=1, A=("4", meeting.WHY_A))

    [(code, reason)] = told
    assert code == "A"
    assert reason.startswith("Deze inschrijving beloofde niveau 4 van de ladder.")
    assert open_cells(row) == []


def test_the_promised_level_is_the_one_that_is_proved() -> None:
    row = award.decided(award.in_verification(award.in_evaluation(lot(4, 4))))

    found = promised_of(row)

    assert found is not None
    assert found.level == 4


def test_a_bid_that_fell_away_gets_no_discount_and_holds_nobody_up() -> None:
    row = lot(0, 0)
    BidValue.objects.filter(bid__lot=row, bid__code="C", criterion__code="K").update(value="3")

    award.in_evaluation(row)

    assert row.evaluations.count() == 1


def test_a_discount_is_not_published_without_the_terms_of_the_ladder() -> None:
    row = lot(4, 4)
    row.life_cycle.delete()

    found = {each.place for each in calculation_problems(row.tender)}

    assert "lots[0].life_cycle.ladder" in found
