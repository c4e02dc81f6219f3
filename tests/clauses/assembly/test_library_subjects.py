"""The library covers every subject, theme and measure that buyers need."""

from collections import Counter

import pytest

from clauses.assembly.clause import THEMES
from tests.clauses.assembly.library import CLAUSES, LIBRARY

SUBJECTS = {
    "a product footprint": "co2-product-footprint",
    "a reduction path": "co2-reduction-path",
    "the CO2 ladder": "co2-ladder",
    "a change of handbook": "co2-ladder-transition",
    "energy use": "energy-use",
    "a yearly report": "energy-emissions-report",
    "kWh per unit": "energy-per-unit",
    "renewable electricity": "renewable-electricity",
    "environmental management": "environmental-management",
    "refurbished products": "refurbished-share",
    "spare parts": "spare-parts-repair",
    "repair": "warranty",
    "take-back and waste": "take-back-reuse",
    "second life": "second-life",
    "data erasure": "data-erasure",
    "conflict minerals": "conflict-minerals",
    "hazardous substances": "hazardous-substances",
    "recycled content": "recycled-content",
    "labels and proof": "labels-proof",
    "data centres": "data-centre-kpis",
    "waste heat": "waste-heat",
    "software energy": "software-energy",
    "model size": "model-choice",
    "data minimisation": "data-minimisation",
    "training runs": "training-runs",
    "measuring and reporting": "impact-assessment",
    "software and AI in use": "ai-training-inference",
    "due diligence": "chain-due-diligence",
    "human rights": "human-rights",
    "complaints of workers": "grievance-channel",
    "social return": "social-return",
    "reports in proportion": "reporting",
    "data for the buyer": "value-chain-data",
    "liability for claims": "claims-liability",
    "audit": "audit-right",
    "bonus and malus": "kpi-bonus-malus",
    "penalties": "penalties",
    "termination": "termination-exit",
    "exit": "exit-plan",
    "changes in law": "change-of-law",
}


NAMED = (
    ("co2-reduction-path", "Akkoord van Parijs"),
    ("co2-ladder", "3.1"),
    ("co2-ladder", "4.0"),
    ("co2-ladder", "anderhalf keer"),
    ("renewable-electricity", "garanties van oorsprong"),
    ("environmental-management", "ISO 14001"),
    ("environmental-management", "EMAS"),
    ("take-back-reuse", "afgedankte elektrische en elektronische apparatuur"),
    ("human-rights", "mensenrechten"),
    ("conflict-minerals", "kobalt"),
    ("data-centre-kpis", "(PUE)"),
    ("data-centre-kpis", "(WUE)"),
    ("data-centre-kpis", "(REF)"),
    ("data-centre-kpis", "(ERF)"),
    ("model-choice", "omvang van het model"),
    ("reporting", "CSRD"),
)


MEASURES = ("owp-12", "owp-13", "dat-06", "dat-09", "owk-05", "owk-06", "mon-06")


def test_there_are_at_least_sixty_clauses() -> None:
    assert len(CLAUSES) >= 60


@pytest.mark.parametrize("code", SUBJECTS.values(), ids=SUBJECTS)
def test_every_subject_that_a_buyer_needs_has_a_preferred_clause(code: str) -> None:
    assert [clause.rung for clause in CLAUSES if clause.code == code] == ["preferred"]


@pytest.mark.parametrize(("code", "words"), NAMED)
def test_a_clause_names_what_it_is_about(code: str, words: str) -> None:
    clause = next(each for each in CLAUSES if each.code == code)

    assert words in clause.source.partition("# English")[0]


def test_each_measure_of_the_framework_for_algorithms_rests_in_a_clause() -> None:
    cited = {code for clause in CLAUSES for code in clause.basis if code.startswith("algoritmekader:")}

    assert cited == {f"algoritmekader:{measure}" for measure in MEASURES}


@pytest.mark.parametrize("theme", [theme.code for theme in THEMES])
def test_every_theme_has_a_clause(theme: str) -> None:
    assert [clause.code for clause in CLAUSES if clause.theme == theme] != []


def test_no_two_clauses_share_a_title_or_a_place() -> None:
    for seen in (
        Counter(clause.title.nl for clause in CLAUSES),
        Counter(clause.title.en for clause in CLAUSES),
        Counter(clause.order for clause in CLAUSES),
    ):
        assert [each for each, times in seen.items() if times > 1] == []


def test_versions_of_a_clause_are_numbered_without_a_gap() -> None:
    numbers: dict[str, list[int]] = {}
    for clause in sorted(LIBRARY, key=lambda each: each.version):
        numbers.setdefault(clause.code, []).append(clause.version)

    assert {code: found for code, found in numbers.items() if found != [*range(1, len(found) + 1)]} == {}
