"""The annex prints the scorecard only where rules were laid down; so do reports with its points."""

from dataclasses import replace
from datetime import date

import pytest

from procurement.documents.model import Document, plain
from procurement.documents.writers.docx import docx_bytes
from procurement.language import Language
from tenders.example.reading import example
from tenders.reports.annex.document import award_annex
from tenders.reports.award.suppliers import counts
from tenders.reports.wording import Wording
from tenders.scorecard.evaluate import scorecard
from tenders.scorecard.model import CardRules, Evidence, EvidenceKind, Part, PartRule
from tenders.scorecard.rules import STARTING_RULES
from tests.tenders.reports.making import edition, headings, tables, tender_of, texts

HEADING = "Scorekaart van de leveranciers"
MANAGEMENT = frozenset({Part.ENVIRONMENTAL_MANAGEMENT})
EMAS = Evidence(kind=EvidenceKind.EMAS, covers_performance=True, valid_until=date(2027, 1, 1))


def annex(rules: CardRules, language: Language = "nl") -> Document:
    lot = example().tender.lots[0]
    return award_annex(replace(edition(tender_of((lot,)), language), cards={lot.code: rules}))


def test_without_rules_the_annex_says_nothing_about_the_scorecard() -> None:
    assert headings(annex(CardRules())).count(HEADING) == 0


def test_each_part_stands_there_with_its_points_evidence_and_levels() -> None:
    (found,) = [table for table in tables(annex(CardRules(parts=STARTING_RULES))) if table.alt == HEADING]

    rows = [[plain(cell) for cell in row.cells] for row in found.rows]
    assert [row[1] for row in rows] == ["40", "30", "10", "10", "5", "5"]
    assert rows[4][2:] == [
        "garantie op reserveonderdelen: 100%",
        "vanaf 7 jaar: 100%; vanaf 5 jaar: 60%; vanaf 3 jaar: 30%",
    ]


def test_a_suitability_requirement_needs_no_points() -> None:
    document = annex(CardRules(required=MANAGEMENT))

    said = texts(document)
    assert [table.alt for table in tables(document)].count(HEADING) == 0
    assert said.count("Milieumanagement (ISO 14001, EMAS of gelijkwaardig)") == 1


def test_the_number_of_places_and_the_rule_for_a_tie_are_published() -> None:
    said = texts(annex(CardRules(parts=STARTING_RULES, places=5)))

    (places,) = (line for line in said if line.startswith("Wij nodigen"))
    assert places == (
        "Wij nodigen 5 gegadigden uit: die met de meeste punten op deze kaart. Bij een gelijke stand op de "
        "laatste plaats nodigen wij allen met die stand uit."
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_annex_with_all_rules_can_be_written(language: Language) -> None:
    rules = CardRules(parts=STARTING_RULES, required=MANAGEMENT, places=5)

    assert docx_bytes(annex(rules, language))[:2] == b"PK"


@pytest.mark.parametrize(("rules", "said"), [(STARTING_RULES, "ja: 40 van 40 punten"), ((), "ja")])
def test_a_report_gives_points_only_where_they_were_published(rules: tuple[PartRule, ...], said: str) -> None:
    line = scorecard([EMAS], on=date(2026, 11, 9), rules=rules).lines[0]

    assert counts(line, Wording("nl")) == said
