"""The records of a lot: offered when the phase allows, and filled from what was recorded."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from procurement.organisations.models import Role
from tenders.models import (
    AwardDecision,
    Lot,
)
from tenders.procedure.phases import Phase
from tenders.services.evaluate import evaluate_lot
from tenders.services.letters import drawn_up
from tenders.services.notices import STOPPED, WITHDRAWN
from tenders.services.records import AWARD, OPENING, made_record, records_of
from tenders.services.sealing import withdraw_bid
from tenders.services.transitions import take_step
from tests import cast
from tests.award import standing
from tests.sealed import EARLY, new_bid, open_for_bids, opened, sealed
from tests.tenders.reports.making import texts
from tests.tenders.services.decided import AT, decided
from tests.tenders.services.records import said

pytestmark = pytest.mark.django_db


def offered(lot: Lot) -> list[str]:
    return [each.name for each in records_of(lot.tender)]


def test_nothing_is_offered_while_bids_are_sealed():
    lot = open_for_bids()

    assert (offered(lot), made_record(lot, OPENING, "nl")) == ([], None)


def test_after_the_opening_its_record_is_offered():
    lot = open_for_bids()
    sealed(lot, new_bid("Eerste"))
    opened(lot)

    assert offered(lot) == [OPENING]


def test_the_record_of_the_opening_names_openers_and_every_receipt():
    lot = open_for_bids()
    sealed(lot, new_bid("Eerste"))
    sealed(lot, new_bid("Te laat", received_at=cast.DEADLINE + timedelta(seconds=1)))
    taken_back = sealed(lot, new_bid("Afwezig B.V.", received_at=EARLY))
    withdraw_bid(
        lot=lot, receipt=taken_back.receipt, reason="replaced", at=EARLY, actor=cast.person(Role.OFFICER)
    )
    opened(lot)

    record = said(lot, OPENING)

    opening = lot.phase_changes.get(transition="open-bids")
    people = [opening.made_by.username in record, opening.seconded_by.username in record]
    states = [each in record for each in ("op tijd, geopend", "te laat, niet gelezen", "nooit geopend")]
    assert (people, states) == ([True, True], [True, True, True])
    assert (taken_back.receipt in record, "Afwezig B.V." in record) == (True, False)


def test_a_second_opening_of_the_prices_does_not_hide_the_first():
    lot = open_for_bids()
    sealed(lot, new_bid("Eerste"))
    opened(lot)
    for hours in (1, 2):
        cast.in_phase(lot, Phase.PRICE_OPENING)
        opened(lot, "open-prices", at=cast.NOW + timedelta(hours=hours))

    record = said(lot, OPENING)

    assert record.count("Tot dat moment kon niemand de inhoud lezen.") == 2  # of the bids, of the prices
    assert record.count("De inhoud was sinds de eerste opening bekend.") == 1


def test_a_decided_lot_offers_the_record_of_the_award():
    assert offered(decided()) == [AWARD]


def test_an_ended_lot_offers_the_notice_with_its_reason():
    lot = decided()
    take_step(lot=lot, code="stop", at=AT, actor=cast.person(Role.OFFICER), reason="Het budget verviel.")

    assert offered(lot) == [AWARD, STOPPED, *(f"{STOPPED}-{code}" for code in "ABC")]
    assert "Het budget verviel." in said(lot, STOPPED)
    assert "Het budget verviel." in said(lot, AWARD, "en")


def test_each_bidder_is_told_of_the_end_with_the_reasons_of_its_own():
    lot = decided()
    take_step(lot=lot, code="send-letters", at=AT, actor=cast.person(Role.OFFICER))
    later = AT + timedelta(days=2)
    take_step(lot=lot, code="stop", at=later, actor=cast.person(Role.OFFICER), reason="Het budget verviel.")

    told, aside = said(lot, f"{STOPPED}-B"), said(lot, f"{STOPPED}-C")

    assert "Leverancier B" in told
    assert "of u had dat kunnen doen" not in told
    assert "Op 5 december 2026 schreven wij u over de gunning van dit perceel." in told
    assert "Los van dit besluit" not in told
    assert "E1 (Garantie): De garantie is twee jaar, blijkens bijlage 3." in aside


def test_a_withdrawal_is_told_to_each_bidder_and_the_next_letter_says_what_it_replaces():
    lot, officer = decided(), cast.person(Role.OFFICER)
    take_step(lot=lot, code="send-letters", at=AT, actor=officer)
    later = AT + timedelta(days=2)
    take_step(lot=lot, code="withdraw-decision", at=later, actor=officer, reason="Fout in de score van K.")
    evaluation = evaluate_lot(lot=lot, at=later, actor=officer)
    AwardDecision.objects.create(lot=lot, number=2, evaluation=evaluation, winner="A", decided_at=later)
    cast.in_phase(lot, Phase.AWARD)

    notice = said(lot, f"{WITHDRAWN}-1-B")
    [_, again, _] = [document for _, document in drawn_up(standing(lot), at=later)]

    said_of_it = "Die beslissing hebben wij op 7 december 2026 ingetrokken."
    assert ("Leverancier B" in notice, said_of_it in notice, "Fout in de score van K." in notice) == (
        True,
    ) * 3
    assert said_of_it in "\n".join(texts(again))
    assert "(tot en met 28 december 2026)" in "\n".join(texts(again))


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_record_is_downloaded_in_both_formats(kind):
    lot = decided()
    client = Client()
    client.force_login(cast.person(Role.OFFICER))

    answer = client.get(reverse("tenders:record", args=[lot.pk, AWARD, kind]))

    assert (answer.status_code, answer.content[:2]) == (200, b"PK")


def test_what_cannot_be_made_yet_is_not_there():
    lot = cast.in_phase(cast.lot_with_bids(), Phase.EVALUATION)
    client = Client()
    client.force_login(cast.person(Role.OFFICER))

    assert client.get(reverse("tenders:record", args=[lot.pk, AWARD, "docx"])).status_code == 404
