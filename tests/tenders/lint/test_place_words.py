"""The place of a finding in words: what the screens call it, in both languages."""

import re
from dataclasses import replace

import pytest

from tenders.lint.draft import Draft, Passage, PassageKind
from tenders.lint.place_words import place_words
from tenders.lint.run import judge
from tests.tenders.lint.case_files import cases
from tests.tenders.lint.drafts import draft

RAW = re.compile(r"\w\[\d+\]|\b(legal|lots|clauses)\.|[a-z]_[a-z]")


@pytest.mark.parametrize(
    ("place", "nl", "en"),
    [
        ("subject", "Voorwerp van de opdracht", "Subject of the contract"),
        ("lots[0].criteria", "Perceel 1 › Criteria", "Lot 1 › Criteria"),
        ("lots[0].criteria[0].weight", "Perceel 1 › P Prijs › Weging", "Lot 1 › P Prijs › Weight"),
        ("lots[0].criteria[0].parameters.ceiling", "Perceel 1 › P Prijs › Beoordeling",
         "Lot 1 › P Prijs › Assessment"),
        ("lots[0].criteria[2].children[0].account.proof",
         "Perceel 1 › D1 CO2 van productie en transport › Bewijs",
         "Lot 1 › D1 CO2 van productie en transport › Proof"),
        ("lots[0].criteria[2].children", "Perceel 1 › D Duurzaamheid › Weging van de onderdelen",
         "Lot 1 › D Duurzaamheid › Weight of the parts"),
        ("lots[0].criteria[1].levels[1].description", "Perceel 1 › K Plan voor de uitrol › Niveau Voldoende",
         "Lot 1 › K Plan voor de uitrol › Level Voldoende"),
        ("lots[0].requirements[0].text", "Perceel 1 › E1 Levertijd › Eis",
         "Lot 1 › E1 Levertijd › Requirement"),
        ("lots[0].award.ties[1]", "Perceel 1 › Volgorde bij gelijke stand", "Lot 1 › Order in a tie"),
        ("legal.bidders.suitability[0].text", "Geschiktheidseis G1", "Suitability requirement G1"),
        ("legal.bidders.suitability[0].years",
         "Juridische vragen › Geschiktheidseis G1 › Terugkijktermijn in jaren",
         "Legal questions › Suitability requirement G1 › Years that count back"),
        ("legal.proof.labels[1].name",
         "Juridische vragen › Bewijsmiddelen › Welke keurmerken noemt u? (rij 2) › Welk keurmerk?",
         "Legal questions › Means of proof › Which labels do you name? (row 2) › Which label?"),
        ("clauses.co2[0]", "Overeenkomst › CO2-reductie", "Agreement › CO2-reductie"),
    ],
)  # fmt: skip
def test_a_place_is_called_as_on_the_screen(place: str, nl: str, en: str) -> None:
    words = place_words(place, with_a_clause())

    assert (words.nl, words.en) == (nl, en)


def with_a_clause() -> Draft:
    whole = draft()
    clause = Passage(
        place="clauses.co2[0]", kind=PassageKind.CONTRACT_CONDITION, title="CO2-reductie", text="Minder."
    )
    return replace(whole, passages=(*whole.passages, clause))


@pytest.mark.parametrize(
    "place", ["lots[7].criteria[0].title", "legal.bidders.suitability[9].text", "elsewhere", "legal.gone.now"]
)
def test_a_place_that_is_gone_is_named_as_it_was(place: str) -> None:
    assert place in place_words(place, draft()).nl


def test_no_finding_is_called_by_its_path() -> None:
    failing = [(case.rule, case.draft) for case in cases() if case.fails and "text" not in case.data]

    named = [place_words(found.place, read).nl for rule, read in failing for found in judge(rule, read).open]

    assert [words for words in named if RAW.search(words)] == []
