"""Every clause of the library is complete, lawful in form and consistent in both languages."""

import itertools
import re
from collections.abc import Iterator
from datetime import date

import pytest

from clauses.assembly.assemble import applicable, assemble
from clauses.assembly.clause import LibraryClause
from clauses.assembly.conditions import questions
from clauses.assembly.facts import FACTS, Facts, facts
from clauses.assembly.library import newest, read_library
from clauses.assembly.markdown import Blank, CrossReference, Provision, Words, pieces_of
from procurement.citations import CITATIONS
from tenders.catalogue.loading import catalogue
from tenders.catalogue.model import Theme

LIBRARY = read_library()
NEWEST = newest(LIBRARY)
BY_CODE = {clause.code: clause for clause in NEWEST}
EVERY_CLAUSE = pytest.mark.parametrize("clause", NEWEST, ids=lambda clause: clause.code)

NORM = re.compile(r"\b(?:ISO|IEC|NEN|EN \d|EMAS|NIST|IEEE|PAIA|OESO|OECD)")
EQUIVALENT = {"nl": re.compile(r"gelijkwaardig"), "en": re.compile(r"equivalent")}
VAGUE = re.compile(
    r"klimaatneutra\w+|CO2-neutra\w+|milieuvriendelijk\w*|\bgroene?\b|climate.neutral|carbon.neutral|eco-friendly"
    r"|environmentally friendly|\bgreen\b",
    re.IGNORECASE,
)
ORIGIN = re.compile(
    r"\b(?:lokaal|lokale|regionaal|regionale|local|regional|Nederlandse? product)", re.IGNORECASE
)


def sentences(provisions: tuple[Provision, ...]) -> Iterator[str]:
    """The sentences as a reader sees them; a choice stands for all its options, a blank for its name."""
    for provision in provisions:
        for pieces in (provision.pieces, *(point.pieces for point in provision.points)):
            text = "".join(piece.text if isinstance(piece, Words) else "…" for piece in pieces)
            yield from re.split(r"(?<=[.;:])\s+(?=[A-Z])", text)


def shape(provisions: tuple[Provision, ...]) -> list[int]:
    return [len(provision.points) for provision in provisions]


def every_contract() -> Iterator[Facts]:
    """Each set of subjects, duration and data carriers, with one promise, one arrangement or none."""
    subjects = sorted(FACTS["subject"].codes)
    some = [each for size in range(len(subjects) + 1) for each in itertools.combinations(subjects, size)]
    singles = [
        {"promises": ()},
        *({fact: (code,)} for fact in ("promises", "arrangements") for code in sorted(FACTS[fact].codes)),
    ]
    for subject, single, duration, carriers in itertools.product(
        some, singles, sorted(FACTS["duration"].codes), sorted(FACTS["data-carriers"].codes)
    ):
        yield facts({"subject": subject, "duration": duration, "data-carriers": carriers, **single})


def test_the_library_has_at_least_twenty_clauses_in_the_order_of_a_contract() -> None:
    assert len(NEWEST) >= 20
    assert NEWEST[0].code == "definitions"


def test_no_code_and_version_is_there_twice() -> None:
    names = [(clause.code, clause.version) for clause in LIBRARY]

    assert names == sorted(set(names), key=names.index)


@EVERY_CLAUSE
def test_both_languages_have_the_same_provisions_points_and_references(clause: LibraryClause) -> None:
    def marks(provisions: tuple[Provision, ...]) -> list[str]:
        found = pieces_of(provisions)
        return sorted(
            piece.name if isinstance(piece, Blank) else piece.code
            for piece in found
            if isinstance(piece, Blank | CrossReference)
        )

    assert shape(clause.nl) == shape(clause.en)
    assert marks(clause.nl) == marks(clause.en)


@EVERY_CLAUSE
def test_every_citation_is_known_and_the_conditions_of_performance_rest_on_an_article(
    clause: LibraryClause,
) -> None:
    assert [code for code in clause.basis if code not in CITATIONS] == []
    assert [code for code in clause.basis if code.startswith("aw2012:")] != []


@EVERY_CLAUSE
def test_linked_criteria_are_themes_of_the_catalogue(clause: LibraryClause) -> None:
    assert set(clause.criteria) <= {theme.value for theme in Theme}


@EVERY_CLAUSE
def test_a_condition_asks_only_for_known_facts(clause: LibraryClause) -> None:
    asked = list(questions(clause.condition))

    assert [each for each in asked if each.answer not in FACTS[each.fact].codes] == []


@EVERY_CLAUSE
def test_a_lower_rung_names_a_preferred_clause_for_the_same_contracts(clause: LibraryClause) -> None:
    if clause.rung == "preferred":
        assert clause.instead_of == ""
        return
    preferred = BY_CODE[clause.instead_of]

    assert preferred.rung == "preferred"
    assert clause.condition == preferred.condition
    assert clause.approver in ("lawyer", "head-of-procurement")


@EVERY_CLAUSE
def test_validity_is_a_period_with_a_review_within_eighteen_months(clause: LibraryClause) -> None:
    assert (clause.review_by - clause.valid_from).days <= 550
    assert clause.valid_from <= date(2026, 11, 30)


@EVERY_CLAUSE
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_norm_is_named_with_its_equivalent_in_the_same_sentence(
    clause: LibraryClause, language: str
) -> None:
    texts = [*sentences(clause.provisions(language))]
    texts += [option.label.to(language) for each in clause.variables for option in each.options]

    bare = [text for text in texts if NORM.search(text) and not EQUIVALENT[language].search(text)]

    assert bare == []


@EVERY_CLAUSE
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_vague_terms_and_no_origin(clause: LibraryClause, language: str) -> None:
    texts = [*sentences(clause.provisions(language)), clause.title.to(language)]

    assert [text for text in texts if VAGUE.search(text) or ORIGIN.search(text)] == []


def test_every_clause_that_the_catalogue_links_to_exists() -> None:
    linked = {code for item in catalogue() for code in item.clauses}

    assert sorted(linked - BY_CODE.keys()) == []


@EVERY_CLAUSE
def test_titles_fit_the_database(clause: LibraryClause) -> None:
    assert len(clause.title.nl) <= 200
    assert len(clause.title.en) <= 200


def test_whatever_the_contract_every_reference_points_at_a_clause_in_it() -> None:
    targets = {
        clause.code: {each.code for each in pieces_of(clause.nl) if isinstance(each, CrossReference)}
        for clause in NEWEST
    }
    missing = set()

    for known in every_contract():
        chosen = applicable(NEWEST, known)
        places = {clause.place for clause in chosen}
        missing |= {(clause.code, code) for clause in chosen for code in targets[clause.code] - places}

    assert missing == set()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_whole_library_assembles_without_problems(language: str) -> None:
    preferred = [clause for clause in NEWEST if clause.rung == "preferred"]

    assembly = assemble(preferred, None, {}, "en" if language == "en" else "nl")

    assert assembly.problems == ()
    assert len(assembly.blocks) == len(preferred)


def test_a_hardware_contract_of_some_years_gets_at_least_fifteen_clauses() -> None:
    known = facts(
        {
            "subject": ["hardware", "services"],
            "promises": ["co2-footprint", "energy-use", "refurbished", "take-back"],
            "data-carriers": "yes",
            "duration": "longer",
        }
    )

    codes = {clause.code for clause in applicable(NEWEST, known)}

    assert len(codes) >= 15
    assert codes >= {
        "energy-emissions-report",
        "environmental-management",
        "co2-reduction-path",
        "take-back-reuse",
        "data-erasure",
        "audit-right",
        "penalties",
    }
    assert codes.isdisjoint({"data-centre-kpis", "ai-training-inference", "audit-by-third-party"})
