"""Every clause has all that a lawyer asks of it, in Dutch and in English alike."""

import re
from pathlib import Path

import pytest

from clauses.assembly.clause import APPROVERS, LibraryClause
from clauses.assembly.markdown import Blank, Provision, Words, pieces_of
from clauses.assembly.variables import NUMERIC
from procurement.citations import CITATIONS
from procurement.language import Text
from procurement.law import Article
from tests.clauses.assembly.library import CLAUSES

EVERY_CLAUSE = pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.code)


PAGE = Path(__file__).parents[3] / "docs" / "clauses.md"


PERIODS = frozenset(("minuten", "uur", "dagen", "werkdagen", "maanden", "jaar"))


HELD_BY_NO_CRITERION = frozenset(("general", "steering", "social"))


NOTHING_TO_MEASURE = frozenset(("general", "steering"))


PARTIES = {"nl": ("Opdrachtnemer", "Opdrachtgever", "artijen"), "en": ("Contractor", "Authority", "arties")}


FOREIGN = {"nl": PARTIES["en"], "en": PARTIES["nl"]}


"""What a clause has to name, in its head or its Dutch text."""


def words_of(provision: Provision) -> str:
    """The words of a paragraph and its points, without the blanks."""
    return " ".join(piece.text for piece in pieces_of((provision,)) if isinstance(piece, Words))


def figures(text: str) -> list[str]:
    """Every figure, without the point or comma; paragraphs of an act are words in Dutch, CO2 is a name."""
    plain = re.sub(r"CO2|paragraphs? \d+(?: and \d+)?", "", text)
    return [re.sub(r"[.,]", "", figure) for figure in re.findall(r"\d+(?:[.,]\d+)*", plain)]


def blanks(provisions: tuple[Provision, ...]) -> set[str]:
    return {piece.name for piece in pieces_of(provisions) if isinstance(piece, Blank)}


def texts_of(clause: LibraryClause) -> list[Text]:
    """Every text of the head that people read."""
    found = [clause.title, clause.purpose]
    found += [clause.kpi.title, clause.kpi.unit] if clause.kpi else []
    for variable in clause.variables:
        found += [variable.label, *(each.label for each in variable.options)]
        found += [each for each in (variable.unit, variable.default_because) if each is not None]
    return found


@EVERY_CLAUSE
def test_the_purpose_says_in_whole_sentences_why_a_buyer_wants_this(clause: LibraryClause) -> None:
    for purpose in (clause.purpose.nl, clause.purpose.en):
        assert len(purpose.split()) >= 8
        assert purpose.endswith(".")


@EVERY_CLAUSE
def test_the_basis_is_known_and_in_force_on_the_first_day(clause: LibraryClause) -> None:
    cited = [CITATIONS[code] for code in clause.basis]

    late = [each.code for each in cited if isinstance(each, Article) and each.valid_from > clause.valid_from]
    ended = [
        each.code
        for each in cited
        if isinstance(each, Article) and each.valid_until and each.valid_until < clause.valid_from
    ]
    assert (late, ended) == ([], [])
    assert len(set(clause.basis)) == len(clause.basis) >= 2


@EVERY_CLAUSE
def test_a_clause_that_secures_a_promise_names_its_criteria_and_its_kpi(clause: LibraryClause) -> None:
    assert bool(clause.criteria) or clause.theme in HELD_BY_NO_CRITERION
    assert bool(clause.kpi) or clause.theme in NOTHING_TO_MEASURE


@EVERY_CLAUSE
def test_the_target_of_a_kpi_is_a_number(clause: LibraryClause) -> None:
    variable = clause.variable(clause.kpi.variable) if clause.kpi else None

    assert variable is None or variable.kind in NUMERIC


@EVERY_CLAUSE
def test_a_clause_that_asks_something_has_an_ambition_and_an_approver(clause: LibraryClause) -> None:
    assert clause.ambition >= 1 or clause.theme in NOTHING_TO_MEASURE
    assert clause.approver in APPROVERS


@EVERY_CLAUSE
def test_the_last_resort_takes_the_head_of_procurement_and_asks_less(clause: LibraryClause) -> None:
    if clause.rung == "preferred":
        return
    preferred = next(each for each in CLAUSES if each.code == clause.instead_of)

    assert clause.rung != "last-resort" or clause.approver == "head-of-procurement"
    assert clause.ambition <= preferred.ambition
    assert clause.theme == preferred.theme


@EVERY_CLAUSE
def test_every_number_has_a_unit_and_limits(clause: LibraryClause) -> None:
    numbers = [variable for variable in clause.variables if variable.kind in NUMERIC]

    assert [each.name for each in numbers if each.minimum is None] == []
    assert [each.name for each in numbers if each.kind == "number" and each.unit is None] == []
    assert [each.name for each in numbers if each.kind == "percentage" and each.maximum is None] == []
    assert [
        each.name
        for each in numbers
        if each.kind == "number" and each.source == "buyer" and each.maximum is None
    ] == []


@EVERY_CLAUSE
def test_a_term_that_the_buyer_sets_is_proposed_and_an_amount_never_is(clause: LibraryClause) -> None:
    """A proposed term is fair to all; what costs money the buyer decides, what scores the bid promises."""
    terms = [each for each in clause.variables if each.unit is not None and each.unit.nl in PERIODS]
    amounts = [each for each in clause.variables if each.kind == "money" or each.source == "bid"]

    assert [each.name for each in terms if each.source == "buyer" and not each.default] == []
    assert [each.name for each in amounts if each.default] == []


@EVERY_CLAUSE
def test_every_blank_stands_in_both_languages(clause: LibraryClause) -> None:
    declared = {variable.name for variable in clause.variables}

    assert blanks(clause.nl) == blanks(clause.en) == declared


@EVERY_CLAUSE
def test_both_languages_name_the_same_figures_in_each_paragraph(clause: LibraryClause) -> None:
    for dutch, english in zip(clause.nl, clause.en, strict=True):
        assert figures(words_of(dutch)) == figures(words_of(english))


@EVERY_CLAUSE
def test_a_clause_says_who_is_bound(clause: LibraryClause) -> None:
    for language, parties in PARTIES.items():
        text = " ".join(words_of(provision) for provision in clause.provisions(language))
        assert [party for party in parties if party in text] != []
        assert [party for party in FOREIGN[language] if party in text] == []


@EVERY_CLAUSE
def test_no_text_of_the_head_is_left_untranslated(clause: LibraryClause) -> None:
    long = [text for text in texts_of(clause) if len(text.nl.split()) >= 4]

    assert [text.nl for text in long if text.nl == text.en] == []


def test_the_page_on_clauses_lists_every_clause_with_its_rung_and_level() -> None:
    rows = [[cell.strip(" `") for cell in line.split("|")[1:5]] for line in PAGE.read_text().splitlines()]
    listed = [row for row in rows if len(row) == 4 and row[0] in {clause.code for clause in CLAUSES}]

    assert sorted(listed) == sorted(
        [clause.code, clause.title.en, _rung(clause), str(clause.ambition)] for clause in CLAUSES
    )
    assert f"{len(CLAUSES)} clauses, of which" in PAGE.read_text()


def _rung(clause: LibraryClause) -> str:
    return f"{clause.rung}, for `{clause.instead_of}" if clause.instead_of else clause.rung
