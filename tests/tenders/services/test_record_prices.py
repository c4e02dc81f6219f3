"""Prices in the record of an award: what looked low and what came of it, and what came later."""

from datetime import date, datetime, timedelta

import pytest

from procurement.audit.log import record
from procurement.documents.model import Run, Table
from procurement.organisations.models import Role
from tenders.models import Lot, PhaseChange
from tenders.procedure.phases import Phase
from tenders.services.inquiries import ask, judge, leave_unasked, record_answer
from tenders.services.late_prices import seal_late_price, sign_late_price
from tenders.services.record_prices import later_prices, low_bids
from tenders.services.records import AWARD
from tenders.services.sealed_rows import subject_of
from tests import award, cast
from tests.sealed import new_bid, open_for_bids, opened, sealed
from tests.tenders.services.records import made, said

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
SOON = date(2026, 11, 12)
BELOW_ESTIMATE = "Prijs: 900,00 is 30,8% lager dan de raming (1.300,00). Grens: 30%."


def estimated(at: int = 1300, *, is_ranked: bool = True) -> Lot:
    """A asks 900, B 1000; the estimate makes A look low."""
    lot = cast.lot_with_bids()
    Lot.objects.filter(pk=lot.pk).update(estimated_value=at)
    lot.refresh_from_db()
    cast.published(lot.tender, Phase.EVALUATION)
    return award.ranked(lot) if is_ranked else lot


def reject(lot: Lot, code: str) -> None:
    bid, officer = lot.bids.get(code=code), cast.person(Role.OFFICER)
    inquiry = ask(bid=bid, question="Hoe kan dit?", answer_by=SOON, at=cast.NOW, actor=officer)
    record_answer(inquiry=inquiry, answer="Eigen fabriek.", at=cast.NOW, actor=officer)
    judge(inquiry=inquiry, outcome="rejected", reason="Geen bewijs.", at=cast.NOW, actor=officer)


def test_a_rejected_bid_keeps_its_signal_its_question_and_its_answer() -> None:
    lot = estimated(is_ranked=False)
    reject(lot, "A")
    award.ranked(lot)

    [found] = low_bids(lot)

    [asked] = found.asked
    assert [words.nl for words in found.signals] == [BELOW_ESTIMATE]
    assert (asked.question, asked.answer, asked.reason) == ("Hoe kan dit?", "Eigen fabriek.", "Geen bewijs.")
    assert (asked.is_rejected, asked.answer_by) == (True, SOON)


def test_the_record_prints_the_rule_the_signal_and_what_came_of_it() -> None:
    lot = estimated()
    bid, officer = lot.bids.get(code="A"), cast.person(Role.OFFICER)
    leave_unasked(bid=bid, reason="De raming is verouderd.", at=cast.NOW, actor=officer)
    award.decided(award.in_verification(lot))

    told = said(lot, AWARD)

    assert BELOW_ESTIMATE in told
    assert "20% of meer onder het gemiddelde van ten minste twee andere prijzen" in told
    assert "vast waarom: De raming is verouderd." in told


def test_a_lot_without_a_signal_says_so() -> None:
    lot = award.decided()

    assert list(low_bids(lot)) == []
    assert "Geen prijs gaf een signaal" in said(lot, AWARD)


def with_a_price_that_came_later() -> Lot:
    lot = open_for_bids()
    sealed(lot, new_bid("Zonder", prices={}))
    sealed(lot, new_bid("Met"))
    opened(lot)
    late = lot.bids.get(code="A").sealed
    assert late is not None
    at = cast.NOW + timedelta(hours=1)
    sign_late_price(sealed=late, reason="TenderNed viel uit.", at=at, actor=cast.person(Role.LAWYER))
    officer = cast.person(Role.OFFICER)
    seal_late_price(sealed=late, prices={"P": "900"}, at=at + MINUTE, actor=officer)
    return lot


def test_a_price_that_was_put_in_later_is_in_the_record_of_the_award() -> None:
    lot = with_a_price_that_came_later()
    cast.in_phase(lot, Phase.PRICE_OPENING)
    opened(lot, "open-prices", at=cast.NOW + timedelta(hours=2))

    [later] = later_prices(lot)
    cast.in_phase(lot, Phase.STOPPED)
    told = said(lot, AWARD)

    assert (later.bidder, later.reason, later.others_at) == ("Zonder", "TenderNed viel uit.", None)
    assert later.opened_at is not None
    assert "Zonder: na het uiterste tijdstip in de kluis gelegd" in told
    assert "Reden: TenderNed viel uit." in told


def log_of_opening(lot: Lot, codes: str, at: datetime) -> None:
    """As the opening of prices writes it."""
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=cast.person(Role.OFFICER),
        action="prices.opened",
        subject=subject_of(lot),
        details={"sha256": dict.fromkeys(codes, "0" * 64)},
    )


def test_a_price_that_was_opened_after_the_others_is_told_with_the_reason_of_the_way_back() -> None:
    """Bid B took part again after a ruling, when the price of A was known."""
    lot = award.in_evaluation()
    log_of_opening(lot, "A", cast.NOW)
    PhaseChange.objects.create(
        lot=lot, number=90, transition="correct-score-after-prices", source="evaluation",
        target="consensus", at=cast.NOW + MINUTE, reason="De rechter liet B weer toe.",
    )  # fmt: skip
    log_of_opening(lot, "AB", cast.NOW + 2 * MINUTE)

    [later] = later_prices(lot)

    assert (later.bidder, later.reason) == ("Leverancier B", "De rechter liet B weer toe.")
    assert (later.opened_at, later.others_at) == (cast.NOW + 2 * MINUTE, cast.NOW)


def test_prices_that_all_came_in_time_are_said_to_be() -> None:
    lot = award.decided()

    assert list(later_prices(lot)) == []
    assert "geen is later geopend dan de andere" in said(lot, AWARD)


def test_in_an_english_record_what_people_typed_is_marked_as_dutch() -> None:
    lot = estimated()
    bid, officer = lot.bids.get(code="A"), cast.person(Role.OFFICER)
    leave_unasked(bid=bid, reason="De raming is verouderd.", at=cast.NOW, actor=officer)
    award.decided(award.in_verification(lot))

    tables = [block for block in made(lot, AWARD, "en").blocks if isinstance(block, Table)]
    runs = [run for each in tables for row in each.rows for cell in row.cells for run in cell]

    found = [run for run in runs if isinstance(run, Run) and "De raming is verouderd." in run.text]
    assert found != []
    assert {run.language for run in found} == {"nl"}
