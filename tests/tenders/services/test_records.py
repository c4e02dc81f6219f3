"""The records of a lot: offered when the phase allows, and filled from what was recorded."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localtime

from procurement.documents.model import Document, Field, Paragraph
from procurement.language import Language
from procurement.organisations.models import Role
from tenders.models import (
    Assessor,
    ConsensusScore,
    DecisionWithdrawal,
    Declaration,
    Inquiry,
    Lot,
    Proceedings,
)
from tenders.procedure.phases import Phase
from tenders.services.records import AWARD, OPENING, STOPPED, made_record, records_of
from tenders.services.sealing import withdraw_bid
from tenders.services.transitions import take_step
from tests import cast
from tests.sealed import EARLY, new_bid, open_for_bids, opened, sealed
from tests.tenders.reports.making import texts
from tests.tenders.services.test_letters import AT, decided

pytestmark = pytest.mark.django_db


def offered(lot: Lot) -> list[str]:
    return [each.name for each in records_of(lot.tender)]


def said(lot: Lot, name: str, language: Language = "nl") -> str:
    return "\n".join(texts(made(lot, name, language)))


def made(lot: Lot, name: str, language: Language = "nl") -> Document:
    document = made_record(lot, name, language)
    assert document is not None
    return document


def conflict(lot: Lot) -> None:
    assessor = Assessor.objects.create(lot=lot, user=cast.person(Role.JUROR), letter="A", seed="s")
    Declaration.objects.create(
        assessor=assessor, bid=lot.bids.get(code="B"), has_conflict=True, reason="Familie werkt daar.", at=AT
    )


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


def test_a_decided_lot_offers_the_record_of_the_award():
    assert offered(decided()) == [AWARD]


def test_the_record_has_every_item_of_the_article():
    document = made(decided(), AWARD)

    letters = [line[:2] for line in texts(document) if line[1:3] == ". " and line[0].islower()]
    assert letters == [f"{letter}." for letter in "abcdefghijklmn"]


def test_what_the_program_does_not_know_is_marked_open():
    document = made(decided(), AWARD)

    fields = [
        inline.name
        for block in document.blocks
        if isinstance(block, Paragraph)
        for inline in block.content
        if isinstance(inline, Field)
    ]
    assert fields == ["authority_address", "contract_value", "withheld", "subcontracting", "means"]


def test_rejected_bidders_are_named_with_their_reason():
    record = said(decided(), AWARD)

    assert "Plaats 2 van 2: " in record
    assert "Voldoet niet aan eis E1 (Garantie): De garantie is twee jaar, blijkens bijlage 3." in record


def test_a_conflict_is_told_with_its_measure_and_without_a_name():
    lot = decided()
    conflict(lot)

    record = said(lot, AWARD)

    day = localtime(AT).day
    told = f"Beoordelaar A meldde op {day} december 2026 een belangenconflict met Leverancier B"
    assert (told in record, "juror.amaranth" in record) == (True, False)


def test_both_versions_of_a_revised_score_are_reported():
    lot = decided()
    criterion, bid = lot.criteria.get(code="K"), lot.bids.get(code="A")
    for number, value in enumerate(("matig", "voldoende"), 1):
        ConsensusScore.objects.create(
            bid=bid, criterion=criterion, number=number, value=value, reason=f"Versie {number}.", at=AT
        )

    record = said(lot, AWARD)

    assert ("Versie 1." in record, "Versie 2." in record) == (True, True)


def test_a_low_bid_and_proceedings_are_told():
    lot = decided()
    Inquiry.objects.create(
        bid=lot.bids.get(code="B"), question="Hoe?", asked_at=AT, answer_by=AT.date(), outcome="rejected",
        reason="Geen opbouw van de prijs.", judged_at=AT,
    )  # fmt: skip
    Proceedings.objects.create(lot=lot, started_on=AT.date(), reference="KG 26/1")

    record = said(lot, AWARD)

    assert ("niet onderbouwd, afgewezen. Geen opbouw van de prijs." in record, "KG 26/1" in record) == (
        True,
        True,
    )


def test_a_withdrawn_decision_stays_in_the_record():
    lot = decided()
    DecisionWithdrawal.objects.create(
        decision=lot.decisions.get(), reason="Het bewijs klopte niet.", at=AT, made_by=None
    )

    record = said(lot, AWARD)

    assert "Het bewijs klopte niet." in record
    assert "Niet van toepassing: de opdracht is niet gegund." in record


def test_an_ended_lot_offers_the_notice_with_its_reason():
    lot = decided()
    take_step(lot=lot, code="stop", at=AT, actor=cast.person(Role.OFFICER), reason="Het budget verviel.")

    assert offered(lot) == [AWARD, STOPPED]
    assert "Het budget verviel." in said(lot, STOPPED)
    assert "Het budget verviel." in said(lot, AWARD, "en")


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
