"""The record of an award: every item of the article, made from the rows and not from the last calculation."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.timezone import localtime

from procurement.documents.model import Document, Field, Paragraph
from procurement.organisations.models import Role
from tenders.models import (
    Approval,
    Assessor,
    Clarification,
    ConsensusScore,
    DecisionWithdrawal,
    Declaration,
    FallenBid,
    IndividualScore,
    Inquiry,
    Lot,
    Proceedings,
    StandstillWaiver,
    Verification,
)
from tenders.procedure.phases import Phase
from tenders.reports.record.document import record_document
from tenders.services.award_record import award_record
from tenders.services.editions import edition_of
from tenders.services.records import AWARD
from tenders.services.transitions import take_step
from tests import award, cast
from tests.guards import lift_guards
from tests.tenders.reports.making import texts
from tests.tenders.services.decided import AT, REASONS, decided
from tests.tenders.services.records import made, said

pytestmark = pytest.mark.django_db


def conflict(lot: Lot) -> None:
    lift_guards("tenders_assessor")
    assessor = Assessor.objects.create(lot=lot, user=cast.person(Role.JUROR), letter="A", seed="s")
    Declaration.objects.create(
        assessor=assessor, bid=lot.bids.get(code="B"), has_conflict=True, reason="Familie werkt daar.", at=AT
    )


def test_the_record_has_every_item_of_the_article():
    document = made(decided(), AWARD)

    letters = [line[:2] for line in texts(document) if line[1:3] == ". " and line[0].islower()]
    assert letters == [f"{letter}." for letter in "abcdefghijklmn"]


def open_fields(document: Document) -> list[str]:
    return [
        inline.name
        for block in document.blocks
        if isinstance(block, Paragraph)
        for inline in block.content
        if isinstance(inline, Field)
    ]


def test_what_the_program_does_not_know_is_marked_open():
    lot = decided()
    edition, unestimated = edition_of(lot.tender, language="nl"), replace(award_record(lot), estimate=None)

    rest = ["contract_value", "withheld", "subcontracting", "means", "other_conflicts", "measures"]
    assert open_fields(made(lot, AWARD)) == ["authority_address", *rest]
    assert open_fields(record_document(edition, unestimated)) == ["authority_address", "estimate", *rest]


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


def test_a_late_conflict_says_what_was_seen_and_which_scores_were_set_aside():
    lot = decided()
    lift_guards("tenders_assessor")
    who = Assessor.objects.create(lot=lot, user=cast.person(Role.JUROR), letter="A", seed="s")
    bid = lot.bids.get(code="B")
    for has_conflict in (False, True):
        Declaration.objects.create(
            assessor=who, bid=bid, has_conflict=has_conflict, reason="Zwager werkt daar.", at=AT
        )
    IndividualScore.objects.create(
        assessor=who, bid=bid, criterion=lot.criteria.get(code="K"), value="goed", saved_at=AT
    )

    record = said(lot, AWARD)

    told = [
        each in record
        for each in (
            "kreeg deze inschrijving niet te zien",
            "kon de inschrijving tot dat moment lezen",
            "De score van deze beoordelaar voor deze inschrijving telt niet mee bij: Service.",
        )
    ]
    assert told == [False, True, True]


def test_a_bid_that_fell_after_the_calculation_is_rejected_and_not_ranked():
    lot = award.in_evaluation()
    FallenBid.objects.create(
        bid=lot.bids.get(code="B"), cause="withdrawn", reason="Trok zich terug.", at=AT, made_by=None
    )
    take_step(lot=lot, code="stop", at=AT, actor=cast.person(Role.OFFICER), reason="Het budget verviel.")

    ranked, rejected = items_of(lot)["c"], items_of(lot)["e"]

    assert "Leverancier B" not in ranked
    assert "Deze plaatsen zijn van berekening 1." in ranked
    assert "Vervallen na de opening: Trok zich terug." in rejected
    assert "Voldoet niet aan eis E1 (Garantie)" in rejected


def test_without_a_calculation_the_rejected_are_named_too():
    lot = cast.in_phase(cast.lot_with_bids(), Phase.STOPPED)

    assert "E1 (Garantie)" in items_of(lot)["e"]


def test_the_chosen_bid_has_its_reasons_per_criterion():
    assert REASONS["A"] in items_of(decided())["h"]


def test_the_course_has_approval_clarification_inquiry_and_verification():
    lot, officer = decided(), cast.person(Role.OFFICER)
    bid = lot.bids.get(code="B")
    lift_guards("tenders_inquiry")
    Approval.objects.create(tender=lot.tender, digest="0" * 64, is_approved=True, at=AT, made_by=officer)
    Clarification.objects.create(tender=lot.tender, number=1, opened_at=AT, published_at=AT)
    Inquiry.objects.create(
        bid=bid, question="Hoe?", asked_at=AT, answer_by=AT.date(), outcome="accepted",
        reason="Sluitende opbouw.", judged_at=AT,
    )  # fmt: skip
    Verification.objects.create(bid=bid, item="exclusion-grounds", is_right=True, at=AT, made_by=officer)

    record = said(lot, AWARD)

    told = (
        "Jurist keurt het concept goed",
        "Nota van inlichtingen 1 gepubliceerd",
        "Toelichting op een lage inschrijving beoordeeld: Leverancier B, voldoende onderbouwd",
        "Geverifieerd bij Leverancier B, klopt: Uitsluitingsgronden",
    )
    assert [each in record for each in told] == [True] * 4
    assert "Niet van toepassing: er is geen inschrijving als abnormaal laag afgewezen." in record


def test_who_set_the_standstill_aside_is_told():
    lot = decided()
    lawyer = cast.person(Role.LAWYER)
    StandstillWaiver.objects.create(
        decision=lot.decisions.get(), ground="sole_bidder", reason="Alleen A bleef over.", at=AT,
        made_by=lawyer,
    )  # fmt: skip

    record = said(lot, AWARD)

    assert f"legde {lawyer.username} vast dat voor deze beslissing geen opschortende termijn geldt" in record
    assert "de winnaar is de enige betrokken inschrijver. Alleen A bleef over." in record


def test_the_record_is_dated_by_its_newest_fact():
    lot = decided()
    Proceedings.objects.create(lot=lot, started_on=date(2027, 1, 9), reference="KG 26/1")

    assert "stand van 9 januari 2027" in str(made(lot, AWARD).footer)


def items_of(lot: Lot) -> dict[str, str]:
    """The text of each item of the article, by its letter."""
    found: dict[str, str] = {}
    letter = ""
    for line in texts(made(lot, AWARD)):
        if line[1:3] == ". " and line[0].islower():
            letter = line[0]
        found[letter] = f"{found.get(letter, '')}\n{line}"
    return found


def test_both_versions_of_a_revised_score_are_reported():
    lot = decided()
    criterion, bid = lot.criteria.get(code="K"), lot.bids.get(code="A")
    lift_guards("tenders_consensusscore")
    for number, value in enumerate(("matig", "voldoende"), 1):
        ConsensusScore.objects.create(
            bid=bid, criterion=criterion, number=number, value=value, reason=f"Versie {number}.", at=AT
        )

    record = said(lot, AWARD)

    assert ("Versie 1." in record, "Versie 2." in record) == (True, True)


def test_a_low_bid_and_proceedings_are_told():
    lot = decided()
    lift_guards("tenders_inquiry")
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
