"""The checklist of the legality check: every rule once, what was found, the reasons, and a line to sign."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import docx
import pytest

from procurement.documents.writers.docx import write_docx
from procurement.language import Language
from tenders.lint.draft import Draft, Reason
from tenders.lint.finding import Finding
from tenders.lint.rules import RULES
from tenders.lint.run import Accepted, Judged, Outcome, Report, lint
from tenders.lint.severity import Moment, Severity
from tenders.lint.words import OUTCOMES
from tenders.reports.legality_checklist import checklist_document
from tests.tenders.lint.drafts import draft

AT = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
DIGEST = "0123456789abcdef" * 4


def word(checked: Draft, report: Report, language: Language = "nl") -> docx.document.Document:  # type: ignore[name-defined]
    stream = io.BytesIO()
    write_docx(checklist_document(checked, report, digest=DIGEST, at=AT, language=language), stream)
    return docx.Document(io.BytesIO(stream.getvalue()))


def rows(document: docx.document.Document, number: int) -> list[list[str]]:  # type: ignore[name-defined]
    return [[cell.text for cell in row.cells] for row in document.tables[number].rows]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_rule_stands_in_the_table_once_with_its_outcome(language: Language) -> None:
    document = word(draft(), lint(draft(), RULES), language)

    table = {row[0].split()[0]: row[2] for row in rows(document, 1)[1:]}
    judged = {each.rule.code: each.outcome for each in lint(draft(), RULES).judged}
    assert list(table) == [rule.code for rule in RULES]
    assert len(rows(document, 1)[1:]) == len(table) == 56
    assert {code: table[code] for code in judged} == {
        code: OUTCOMES[outcome].to(language) for code, outcome in judged.items()
    }


@pytest.mark.parametrize(
    ("moment", "code", "outcome"),
    [
        (Moment.PUBLICATION, "L28", "Hoort bij een latere stap: gunningsbeslissing"),
        (Moment.DECISION, "L45", "Hoort bij een latere stap: wijziging van het contract"),
        (Moment.DECISION, "L10", "Hoort bij een eerdere stap: publicatie"),
    ],
)
def test_a_rule_of_another_step_is_named_with_its_step(moment: Moment, code: str, outcome: str) -> None:
    document = word(draft(), lint(draft(), RULES, moment))

    assert [row[2:] for row in rows(document, 1) if row[0].startswith(code)] == [[outcome, ""]]


def test_the_counts_of_the_outcomes_are_those_of_every_rule() -> None:
    counts = [row for row in rows(word(draft(), lint(draft(), RULES)), 0) if row[1].isdigit()]

    assert counts[-1][0] == "Hoort bij een latere stap"
    assert sum(int(count) for _, count in counts) == 56


def test_what_was_found_is_told_with_its_place() -> None:
    unlawful = draft(without=("legal.contract.merged",))

    text = [paragraph.text for paragraph in word(unlawful, lint(unlawful, RULES)).paragraphs]

    place = "Plaats: Juridische vragen › De opdracht › Zijn opdrachten samengevoegd die ook apart konden?."
    assert sum(place in line for line in text) == 1


def test_the_reason_of_a_lawyer_is_printed() -> None:
    rule = RULES["L10"]
    finding = Finding(severity=Severity.MOTIVATE, place="subject", message=rule.title)
    reason = Reason(rule="L10", place="subject", text="De norm is de enige.", given_on=date(2026, 11, 3))
    judged = Judged(rule=rule, outcome=Outcome.MOTIVATED, accepted=(Accepted(finding, reason),))

    table = rows(word(draft(), Report((judged,))), 1)

    [given] = [row[2:] for row in table if row[0].startswith("L10 ")]
    assert given == [
        "Gemotiveerd",
        "Voorwerp van de opdracht: De norm is de enige. (jurist, 3 november 2026)",
    ]


def test_the_digest_of_what_was_checked_is_printed_and_in_the_properties() -> None:
    document = word(draft(), lint(draft(), RULES))

    printed = {row[0]: row[1].replace(" ", "") for row in rows(document, 0)}
    assert printed["Controlegetal van het getoetste concept (SHA-256)"] == DIGEST


def test_there_is_a_line_to_sign() -> None:
    assert rows(word(draft(), lint(draft(), RULES)), 2)[0] == ["Naam", "Functie", "Datum", "Handtekening"]


def test_a_hostile_title_is_only_text() -> None:
    hostile = replace(draft(), tender=replace(draft().tender, title="</w:t> & <BV> =1+1"))

    assert word(hostile, lint(hostile, RULES)).paragraphs[1].text == "</w:t> & <BV> =1+1"
