"""What the law wants said in the documents, and the reasons of a lawyer, as chapters of the annex."""

import io
from dataclasses import replace
from datetime import date
from typing import Any

import docx
import pytest

from procurement.citations import CITATIONS
from procurement.documents.model import Run, plain
from procurement.documents.writers.docx import docx_bytes
from tenders.lint.draft import Draft, Legal, Reason
from tenders.reports.annex.accounts import REASONS, STATED
from tenders.reports.annex.document import award_annex
from tenders.reports.annex.stated import statements_of
from tests.tenders.lint.drafts import draft
from tests.tenders.reports.making import edition, headings, tables, texts

QUOTE = "Een ISO 14001-certificaat of gelijkwaardig telt voor 10% van de kwaliteit."
PLACE = "lots[0].criteria[2].children[0].account.description"
BEFORE: dict[str, Any] = {PLACE: QUOTE}
WHY = "Het certificaat gaat hier over het wissen van deze laptops."


def reason(**changes: str) -> Reason:
    about = {"rule": "L12", "place": PLACE, "quote": QUOTE, "text": WHY, **changes}
    return Reason(**about, given_on=date(2026, 11, 30))


def accepted(*reasons: Reason) -> Draft:
    """The lawful tender with a certificate at the award, and these reasons."""
    return replace(draft(BEFORE), reasons=reasons)


def annex(of: Draft | None, language: Any = "nl") -> Any:
    return award_annex(replace(edition(draft().tender, language), draft=of))


def said(changes: dict[str, Any], without: tuple[str, ...] = ()) -> dict[str, tuple[tuple[str, ...], str]]:
    """By title, the articles and the words of each statement."""
    return {
        each.title.nl: (
            each.basis,
            " ".join(words if isinstance(words, str) else words.nl for words in each.said),
        )
        for each in statements_of(draft(changes, without))
    }


def test_without_reasons_there_is_no_chapter_of_reasons() -> None:
    assert REASONS.nl not in headings(annex(draft()))


def test_a_publication_without_answers_has_neither_chapter() -> None:
    assert {STATED.nl, REASONS.nl} & set(headings(annex(None))) == set()


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("nl", ["Artikel", "Plaats", "Tekst waar het over gaat", "Motivering", "Vastgelegd op"]),
        ("en", ["Article", "Place", "Words that it is about", "Reason", "Recorded on"]),
    ],
)
def test_a_reason_is_printed_with_rule_article_place_words_and_day(language: str, labels: list[str]) -> None:
    document = annex(accepted(reason()), language)

    table = tables(document)[-1]
    printed = {plain(row.cells[0]): plain(row.cells[1]) for row in table.rows}
    assert list(printed) == labels
    assert "2.96" in printed[labels[0]]
    assert printed[labels[1]].split(" › ")[1] == "D1 CO2 van productie en transport"
    assert [printed[labels[2]], printed[labels[3]]] == [QUOTE, WHY]
    assert printed[labels[4]] == {"nl": "30 november 2026", "en": "30 November 2026"}[language]
    assert [each for each in headings(document) if each.startswith("L12 ")] != []


@pytest.mark.parametrize(
    "other",
    [
        reason(quote="Andere woorden."),
        reason(place="subject"),
        reason(rule="L10"),
        reason(rule="L999"),
        reason(text=" "),
    ],
    ids=["other words", "another place", "another rule", "no rule", "no text"],
)
def test_a_reason_about_what_is_not_found_is_not_printed(other: Reason) -> None:
    assert REASONS.nl not in headings(annex(accepted(other)))


def test_words_of_the_buyer_are_marked_as_dutch_in_an_english_document() -> None:
    cells = [cell for row in tables(annex(accepted(reason()), "en"))[-1].rows for cell in row.cells]

    marked = [run.text for cell in cells for run in cell if isinstance(run, Run) and run.language == "nl"]
    assert marked == [QUOTE, WHY]


def test_what_italics_mean_is_said_once() -> None:
    both = texts(annex(accepted(reason()), "en"))
    nothing_stated = replace(accepted(reason()), legal=Legal())

    alone = texts(annex(nothing_stated, "en"))

    assert [sum(each.startswith("Words in italics") for each in lines) for lines in (both, alone)] == [1, 1]


def test_every_article_behind_a_statement_is_in_the_register() -> None:
    everything: dict[str, Any] = {
        "legal.contract.merged": True,
        "legal.contract.merged_reason": "Reden.",
        "legal.documents.guide_deviation": True,
        "legal.documents.guide_reason": "Reden.",
        "legal.course.award_basis": "lowest_cost",
        "legal.course.award_basis_reason": "Reden.",
        "legal.planning.urgency": "Reden.",
        "legal.award.variants.allowed": True,
        "legal.award.variants.minimum_demands": "Eis.",
        "legal.agreement.framework.years": "6",
        "legal.agreement.framework.reason": "Reden.",
        "legal.bidders.suitability[0].reason": "Reden.",
        "legal.bidders.group_demands": "Eis.",
        "legal.bidders.subcontractor_names": True,
    }

    codes = {code for each in statements_of(draft(everything)) for code in each.basis}

    assert codes - set(CITATIONS.codes) == set()
    assert len(codes) > 15


def test_the_lawful_tender_states_what_the_act_asks_of_it() -> None:
    assert list(said({})) == [
        "Wat deze opdracht de samenleving oplevert",
        "Waarom de opdracht één geheel is",
        "Waar u informatie krijgt over belasting, milieu, arbeidsbescherming en arbeidsvoorwaarden",
        "Wat u daarover verklaart",
        "Uitsluitingsgronden",
    ]


@pytest.mark.parametrize(
    ("changes", "title", "article", "words"),
    [
        (
            {"contract.merged": True, "contract.merged_reason": "Samen op één werkplek."},
            "Waarom opdrachten zijn samengevoegd", "aw2012:1.5", "Samen op één werkplek.",
        ),
        (
            {"documents.guide_deviation": True, "documents.guide_reason": "Het risico is hoog."},
            "Waar wij afwijken van de Gids Proportionaliteit", "aw2012:1.10(4)", "Het risico is hoog.",
        ),
        (
            {"course.award_basis": "lowest_price", "course.award_basis_reason": "Vast."},
            "Waarom wij niet gunnen op de beste prijs-kwaliteitverhouding", "aw2012:2.114(4)", "Vast.",
        ),
        (
            {"planning.urgency": "De storm."},
            "Waarom de procedure urgent is", "aw2012:2.74", "De storm.",
        ),
        (
            {"agreement.framework.years": "6.5", "agreement.framework.reason": "Lange bouw."},
            "Waarom de raamovereenkomst 6,5 jaar duurt", "aw2012:2.140(3)", "Lange bouw.",
        ),
        (
            {"award.variants": {"allowed": True, "how_submitted": "Als aparte inschrijving."}},
            "Hoe u een variant indient", "aw2012:2.83(3)", "Als aparte inschrijving.",
        ),
        (
            {"bidders.suitability[0].kind": "turnover", "bidders.suitability[0].reason": "Voorraad."},
            "Waarom geschiktheidseis G1 nodig is", "aw2012:2.90(3)", "Voorraad.",
        ),
        (
            {"proof.labels[0]": {"name": "TCO", "in_part": True, "demands": ["4.1", "4.2"]}},
            "Welke eisen van het keurmerk TCO gelden", "aw2012:2.78a(2)", "4.1 4.2",
        ),
        (
            {"bidders.group_demands": "Eén aanspreekpunt.", "bidders.group_demands_reason": "Rust."},
            "Wat alleen voor combinaties geldt", "aw2012:2.52(5)", "Eén aanspreekpunt. Rust.",
        ),
        (
            {"contract.accessibility": "", "contract.no_accessibility_reason": "Staat in een kast."},
            "Waarom er geen eis over toegankelijkheid is", "aw2012:2.75(4)", "Staat in een kast.",
        ),
    ],
)  # fmt: skip
def test_an_answer_stands_in_the_documents_with_its_article(
    changes: dict[str, Any], title: str, article: str, words: str
) -> None:
    basis, spoken = said({f"legal.{place}": value for place, value in changes.items()})[title]

    assert (basis[0], spoken) == (article, words)


@pytest.mark.parametrize(
    "changes",
    [
        {"legal.contract.merged_reason": "Oud."},
        {"legal.documents.guide_reason": "Oud."},
        {"legal.course.award_basis_reason": "Oud."},
        {"legal.agreement.framework.reason": "Oud."},
        {"legal.award.variants": {"allowed": False, "how_submitted": "Oud."}},
        {"legal.bidders.group_demands_reason": "Oud."},
        {"legal.contract.no_accessibility_reason": "Oud."},
        {"legal.bidders.suitability[0].kind": "other", "legal.bidders.suitability[0].reason": "Oud."},
        {"legal.contract.estimate_reason": "Oud."},
        {"legal.proof.labels[0]": {"name": "TCO", "in_part": False, "demands": ["Oud."]}},
    ],
)
def test_an_answer_that_does_not_apply_or_is_not_for_bidders_stays_out(changes: dict[str, Any]) -> None:
    assert [title for title, (_, words) in said(changes).items() if "Oud." in words] == []


def test_the_grounds_for_exclusion_say_how_far_they_look_back() -> None:
    _, words = said({})["Uitsluitingsgronden"]

    assert "artikel 2.86 gelden" in words
    assert "in de laatste 5 jaar onherroepelijk" in words
    assert "onderdeel c. ernstige beroepsfout: deze grond geldt, tot 3 jaar terug." in words
    assert "onderdeel d." not in words
    assert "Deze gronden raken de levering van goederen en de betaling van belasting." in words
    assert "(artikel 2.87a)" in words


def test_without_optional_grounds_that_is_said() -> None:
    changes: dict[str, Any] = {f"legal.bidders.exclusion.{each}": [] for each in ("optional", "look_back")}

    words = said(changes)["Uitsluitingsgronden"][1]

    assert "De facultatieve uitsluitingsgronden van artikel 2.87 gelden niet." in words


def test_each_part_of_the_chapter_closes_with_its_article() -> None:
    lines = texts(annex(draft()))

    place = lines.index("Waarom de opdracht één geheel is")
    assert lines[place + 2] == "Grondslag: art. 1.5 Aw 2012."


def test_hostile_words_are_only_text() -> None:
    hostile = "</w:t> & <b> =1+1"

    content = docx_bytes(annex(draft({"legal.contract.public_value": hostile})))

    assert hostile in [each.text for each in docx.Document(io.BytesIO(content)).paragraphs]
