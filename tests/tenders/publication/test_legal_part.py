"""What changed in the legal answers reads as words, in both languages."""

from dataclasses import replace
from typing import Any

import pytest

from procurement.language import Text
from tenders.lint.draft import Reason
from tenders.publication.differences import differences
from tenders.publication.legal_part import legal_changes, reason_changes
from tenders.publication.model import LotTerms, Published, RequirementTerms, Terms
from tests.tenders.lint.drafts import draft

LOTS = {"1": LotTerms(requirements={"E1": RequirementTerms(kind="requirement")})}


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


def form(*reasons: Reason) -> Published:
    terms = Terms(nature="supplies", procedure="open", lots=LOTS, reasons=reasons)
    return Published(tender=draft().tender, terms=terms)


def test_a_reason_that_came_reads_as_it_was_given_with_its_place_in_words() -> None:
    reason = Reason(rule="L04", place="lots[0].criteria[0].account.link", text="Markt met één partij.")

    (change,) = reason_changes(form(), form(reason))

    assert said(change) == (
        ["motiveringen", "L04", "Perceel 1 › P Prijs › Verband met het voorwerp"],
        "–",
        "Markt met één partij.",
    )
    assert change[0][2].en == "Lot 1 › P Prijs › Link to the subject-matter"


def test_the_same_words_given_for_something_else_at_that_place_are_a_change() -> None:
    reason = Reason(rule="L04", place="lots[0].criteria[0].account.link", subject="1 / P: ", text="Mag.")

    changes = reason_changes(form(reason), form(replace(reason, subject="1 / K: ")))

    assert [said(change)[1:] for change in changes] == [("Mag.", "–"), ("–", "Mag.")]


def test_every_change_of_a_reason_is_in_the_list_of_differences() -> None:
    reason = Reason(rule="L04", place="subject", quote="De zin.", text="Mag.")

    (difference,) = differences(form(), form(reason))

    assert difference.place.nl == "motiveringen › L04 › Voorwerp van de opdracht › De zin."
