"""The record of the meeting: all that was scored and agreed, and names for the secretary alone."""

from datetime import timedelta
from io import BytesIO

import docx
import pytest

from procurement.audit.log import head
from procurement.organisations.models import Role
from tenders.models import Lot, Sample, SampleScore
from tenders.procedure.phases import Phase
from tenders.reports.consensus.document import consensus_document
from tenders.reports.front import grouped
from tenders.services.consensus import Agreement, agree, reveal
from tenders.services.consensus_record import consensus_record, record_of
from tenders.services.editions import edition_of
from tenders.services.locked_scores import settled_digest
from tenders.services.minutes import Written, write_minutes
from tenders.services.transitions import take_step
from tests import cast, meeting
from tests.tenders.reports.making import headings, texts

pytestmark = pytest.mark.django_db
CONSENSUS, MEAN = Lot.Combination.CONSENSUS, Lot.Combination.MEAN
LATER = cast.NOW + timedelta(hours=1)
LATEST = cast.NOW + timedelta(hours=2)


@pytest.fixture
def officer():
    return cast.person(Role.OFFICER)


@pytest.fixture
def lot(officer):
    return meeting.published(meeting.judged_lot(CONSENSUS))


def settle(lot, officer, *, at=cast.NOW, seen=0, **levels):
    criterion = meeting.criterion(lot)
    reveal(lot=lot, criterion=criterion, at=at, actor=officer)
    agreements = [
        Agreement(bid=meeting.bid(lot, code), value=value, reason=reason, seen=seen)
        for code, (value, reason) in levels.items()
    ]
    agree(lot=lot, criterion=criterion, agreements=agreements, at=at, actor=officer)


def lines(lot, *, with_names=False, language="nl"):
    record = record_of(lot, with_names=with_names)
    return texts(consensus_document(edition_of(lot.tender, language=language), record))


def test_every_score_and_every_reason_is_in_it(lot, officer):
    settle(lot, officer, A=("voldoende", meeting.WHY_A), B=("goed", meeting.WHY_B))

    found = lines(lot)

    assert sum(meeting.WHY in line for line in found) == 6
    assert f"Motivering van het panel: {meeting.WHY_A}" in found
    assert "Verschil van 2 niveaus (100 procentpunt). Bespreek eerst waar dat in zit." in found


def test_a_draft_tells_nothing_that_was_not_revealed(lot):
    found = lines(lot)

    assert [line for line in found if meeting.WHY in line] == []
    assert "De scores zijn niet onthuld." in found
    assert "Concept: de scores zijn nog niet vastgesteld en kunnen nog veranderen." in found


def test_both_versions_are_reported_when_the_meeting_was_reopened(lot, officer):
    settle(lot, officer, A=("voldoende", meeting.WHY_A), B=("goed", meeting.WHY_B))
    meeting.minuted(lot)
    take_step(lot=lot, code="lock-scores", at=LATER, actor=officer)
    take_step(lot=lot, code="reopen-consensus", at=LATER, actor=officer, reason="Verkeerd niveau gekozen.")
    settle(lot, officer, at=LATER, seen=1, A=("matig", meeting.WHY_A))
    take_step(lot=lot, code="lock-scores", at=LATEST, actor=officer)

    found = lines(lot)

    assert "Vastgesteld: matig (versie 2, 2 november 2026, 11:30 uur)" in found
    assert f"Versie 1 van 2 november 2026, 10:30 uur: voldoende. {meeting.WHY_A}" in found
    assert [line.endswith("Verkeerd niveau gekozen.") for line in found if "Heropen" in line] == [True]
    assert "vastgesteld op 2 november 2026, 12:30 uur" in found


def test_names_are_only_in_the_copy_for_the_secretary(lot):
    everybody, secretary = lines(lot), lines(lot, with_names=True)

    assert [line for line in everybody if "assessor.a" in line] == []
    assert "assessor.a" in secretary
    assert any("Exemplaar van de secretaris" in line for line in secretary)


def test_a_conflict_and_what_was_done_about_it(lot, officer):
    meeting.conflict(lot, "C", "A")
    settle(lot, officer, A=("voldoende", meeting.WHY_A))

    found = lines(lot)

    assert "belangenconflict, 2 november 2026, 10:30 uur" in found
    assert [line for line in found if "zegt C over A" in line] == []
    assert [line for line in found if "Familie" in line] == []
    assert any("Familie" in line for line in lines(lot, with_names=True))


def test_with_a_mean_the_outcome_of_the_scores_is_in_it(officer):
    lot = meeting.published(meeting.judged_lot(MEAN), Phase.PRICE_OPENING)

    found = lines(lot)

    assert "Het gemiddelde van de scores: 53,33% van de punten." in found
    assert "Het gemiddelde van de scores: 86,67% van de punten." in found


def test_the_practice_of_the_panel(lot):
    sample = Sample.objects.create(
        criterion=meeting.criterion(lot), text="Verzonnen.", made_at=cast.NOW, shown_at=cast.NOW
    )
    for letter, level in (("B", "matig"), ("A", "goed")):
        SampleScore.objects.create(sample=sample, assessor=meeting.assessor(lot, letter), value=level)

    assert (
        "Op een verzonnen antwoord bij ‘Service’ gaf het panel: A – goed; B – matig. "
        "Besproken op 2 november 2026, 10:30 uur."
    ) in lines(lot)


def test_the_minutes_and_who_signs(lot, officer):
    there = (meeting.assessor(lot, "A"), meeting.assessor(lot, "C"))
    written = Written(held_at=cast.NOW, present=there, text="Eerst K.\n\nDaarna de rest.", seen=0)
    write_minutes(lot=lot, written=written, at=cast.NOW, actor=officer)

    found = lines(lot)

    assert "Gehouden op 2 november 2026, 10:30 uur." in found
    assert "Aanwezig: Beoordelaar A, Beoordelaar C." in found
    place = found.index("Eerst K.")
    assert found[place : place + 2] == ["Eerst K.", "Daarna de rest."]
    signing = found[found.index("Ondertekening") :]
    assert [line for line in signing if line.strip()] == [
        "Ondertekening", "Secretaris", "Beoordelaar A", "Beoordelaar C",
    ]  # fmt: skip


def test_what_it_rests_on_is_printed(lot):
    found = lines(lot)

    edition = edition_of(lot.tender, language="nl")
    newest = head(lot.tender.organisation)
    assert grouped(edition.digest) in found
    assert grouped(settled_digest(lot)) in found
    assert f"SHA-256 {grouped(newest.hash)}" in found


def test_it_speaks_english_too(lot, officer):
    settle(lot, officer, A=("voldoende", meeting.WHY_A))

    edition = edition_of(lot.tender, language="en")
    document = consensus_document(edition, record_of(lot, with_names=False))

    assert headings(document)[-3:] == ["Minutes", "Course", "Signatures"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_word_file_opens_and_is_the_same_every_time(lot, officer, language):
    settle(lot, officer, A=("voldoende", meeting.WHY_A))

    first = consensus_record(lot=lot, language=language, with_names=False)

    assert first == consensus_record(lot=lot, language=language, with_names=False)
    assert len(docx.Document(BytesIO(first)).tables) == 5
