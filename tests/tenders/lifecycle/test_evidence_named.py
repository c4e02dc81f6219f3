"""Evidence is a document that somebody can ask for, not a dash."""

import pytest

from tenders.lifecycle.statement import computed
from tenders.lifecycle.statement.answers import names_a_document
from tenders.lifecycle.statement.figures import CircularityFigure
from tests.tenders.lifecycle import build_plan as build
from tests.tenders.lifecycle.build_statement import answers

NOTHING = ["-", "x", "n.v.t.", "geen", "Niet van toepassing", "?????", "onbekend", "Rap.", "    -    "]


@pytest.mark.parametrize("words", NOTHING)
def test_words_for_nothing_are_no_evidence(words: str) -> None:
    plan = build.plan(cost=None)
    given = answers(plan, **{"circularity__spare_parts.evidence": words})

    found = computed(plan, {"C": CircularityFigure()}, "A", given)

    assert not found.values
    assert [each.place for each in found.problems["C"]] == ["circularity:spare_parts.evidence"]


@pytest.mark.parametrize(
    "words", ["Rapport 1", "NL-1401", "TCO Certified, gen. 10", "ISO 14067", "c08079479"]
)
def test_a_title_or_a_number_is_evidence(words: str) -> None:
    assert names_a_document(words)
