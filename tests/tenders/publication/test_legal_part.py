"""What changed in the legal answers reads as words, in both languages."""

from typing import Any

import pytest

from procurement.language import Text
from tenders.publication.legal_part import legal_changes, reason_changes


def said(change: tuple[tuple[Text, ...], Text, Text]) -> tuple[list[str], str, str]:
    steps, was, now = change
    return [step.nl for step in steps], was.nl, now.nl


@pytest.mark.parametrize(
    ("old", "new", "was", "now"),
    [
        ({"course": {"award_basis": "lowest_price"}}, {"course": {"award_basis": "best_price_quality"}},
         "laagste prijs", "beste prijs-kwaliteitverhouding"),
        ({}, {"contract": {"merged": False}}, "–", "nee"),
        ({"documents": {"kept_years": "7"}}, {"documents": {"kept_years": "7.5"}}, "7", "7,5"),
        ({"planning": {"notice_sent": "2026-09-14"}}, {"planning": {}}, "14-09-2026", "–"),
        ({"contract": {"products": ["ai"]}}, {"contract": {"products": ["ai", "cloud"]}},
         "algoritmes en kunstmatige intelligentie", "algoritmes en kunstmatige intelligentie, clouddiensten"),
        ({}, {"proof": {"labels": [{"name": "EU Ecolabel", "used_in": "award"}]}},
         "–", "Welk keurmerk? EU Ecolabel; Waar wordt het gevraagd? gunningscriterium"),
    ],
)  # fmt: skip
def test_a_changed_answer_reads_in_words(
    old: dict[str, Any], new: dict[str, Any], was: str, now: str
) -> None:
    changes = [said(change)[1:] for change in legal_changes(old, new)]

    assert changes == [(was, now)]


def test_a_change_names_its_topic_and_its_question() -> None:
    (change,) = legal_changes({}, {"bidders": {"exclusion": {"waiver": True}}})

    assert said(change)[0] == [
        "juridische vragen",
        "De inschrijvers",
        "Uitsluitingsgronden",
        "Noemen de stukken wanneer u van uitsluiting afziet?",
    ]


def test_a_choice_reads_in_english_too() -> None:
    ((_, _, now),) = legal_changes({}, {"course": {"award_basis": "lowest_price"}})

    assert now.en == "lowest price"


def test_a_reason_that_came_reads_as_it_was_given() -> None:
    reason = {"rule": "L17", "place": "legal.documents.guide_deviation", "text": "Markt met één partij."}

    (change,) = reason_changes([], [reason])

    assert said(change)[1:] == ("–", "Markt met één partij.")
