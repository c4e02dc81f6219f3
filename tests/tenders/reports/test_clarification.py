"""The nota van inlichtingen in words."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from procurement.audit.chain import Head
from procurement.documents.writers.docx import docx_bytes
from procurement.language import Language, Text
from tenders.procedure.moments import AMSTERDAM
from tenders.publication.differences import Difference
from tenders.reports.clarification.document import clarification_document
from tenders.reports.clarification.model import Answered, ClarificationNote
from tests.tenders.reports.making import edition, headings, tables, tender_of, texts
from tests.tenders.scoring.build import lot, price, scale

AT = datetime(2026, 10, 20, 9, 0, tzinfo=AMSTERDAM)
CHANGE = Difference(
    (Text(nl="Perceel 1", en="Lot 1"), Text(nl="weging (%)", en="weight (%)")),
    Text(nl="40", en="40"),
    Text(nl="45", en="45"),
)
NOTE = ClarificationNote(
    number=2,
    published_at=AT,
    answered=(Answered("Bijlage, 2.1", "Mag het grijs zijn?", "Ja."), Answered("", "En zwart?", "Nee.")),
    changes=(CHANGE,),
    reason="Er stond een rekenfout.",
    is_substantial=True,
    new_deadline=AT + timedelta(days=20),
    earlier_version=1,
    log_head=Head(7, "ab" * 32),
)
EDITION = edition(tender_of((lot(price(40), scale("quality", 60)),)))


def said(note: ClarificationNote, language: Language = "nl") -> list[str]:
    return texts(clarification_document(replace(EDITION, language=language), note))


def test_it_has_the_questions_the_changes_and_what_they_mean() -> None:
    document = clarification_document(EDITION, NOTE)

    assert headings(document) == [
        "Vragen en antwoorden",
        "Wijzigingen in de stukken",
        "Wat dit voor uw inschrijving betekent",
    ]
    assert [len(table.rows) for table in tables(document)][1:] == [2, 1]


def test_a_question_stands_with_its_place_and_answer() -> None:
    lines = said(NOTE)

    first = lines.index("Mag het grijs zijn?")
    assert lines[first - 2 : first + 2] == ["1", "Bijlage, 2.1", "Mag het grijs zijn?", "Ja."]


def test_a_change_stands_with_the_old_and_the_new_the_reason_and_the_version() -> None:
    lines = said(NOTE)

    place = lines.index("Perceel 1 › weging (%)")
    assert lines[place + 1 : place + 3] == ["40", "45"]
    assert lines[place + 3] == "Reden van de wijziging: Er stond een rekenfout."
    assert lines[place + 5] == "Vanaf nu geldt versie 1 van 7 september 2026. Versie 1 vervalt."


def test_the_new_deadline_and_the_head_of_the_log_stand_on_the_front() -> None:
    lines = said(NOTE)

    assert lines[lines.index("Nieuw uiterste moment van inschrijving") + 1] == "9 november 2026, 09:00 uur"
    assert lines[lines.index("Stand van het logboek") + 1] == " ".join(["SHA-256", *["abababab"] * 8])


def test_answers_alone_say_that_the_documents_stay_and_bids_still_hold() -> None:
    lines = said(replace(NOTE, changes=(), earlier_version=None, new_deadline=None, is_substantial=None))

    assert lines.count("De stukken wijzigen niet. Versie 1 van 7 september 2026 blijft gelden.") == 1
    assert lines.count("Een inschrijving die u al hebt ingediend, blijft gelden.") == 1


def test_it_reads_in_english() -> None:
    assert said(NOTE, "en").count("From now on version 1 of 7 September 2026 holds. Version 1 lapses.") == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_same_nota_is_the_same_file(language: Language) -> None:
    document = clarification_document(replace(EDITION, language=language), NOTE)

    assert docx_bytes(document) == docx_bytes(document)
