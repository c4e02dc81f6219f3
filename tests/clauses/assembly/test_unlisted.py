"""A text from which a provision is gone: the contract is told what its list would miss. Nothing breaks."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from clauses.assembly.assemble import Assembly, assemble
from clauses.assembly.award import NO_AWARD
from clauses.assembly.clause import LibraryClause
from clauses.assembly.markdown import Blank, Provision, pieces_of
from clauses.assembly.obligations import obligations
from clauses.assembly.unlisted import unlisted_problems
from procurement.language import Language
from tests.clauses.assembly.promising import AWARD, BY_CODE, DATES, assembled

HOLDERS = ("definitions", "promised-values", "proof-register")
VALUES = {"definitions": DATES, "proof-register": {"renewal_days": "20"}}


def without(clause: LibraryClause, number: int, language: Language) -> LibraryClause:
    """As a deviation rewrites it: without this provision, and without the blanks that it alone had."""
    left = tuple(each for n, each in enumerate(clause.provisions(language)) if n != number)
    used = {piece.name for piece in pieces_of(left) if isinstance(piece, Blank)}
    variables = tuple(each for each in clause.variables if each.name in used)
    text: dict[str, tuple[Provision, ...]] = {language: left}
    return replace(clause, variables=variables, digest="b" * 64, **text)  # type: ignore[arg-type]


def contract_with(clause: LibraryClause, language: Language = "nl") -> Assembly:
    others = [BY_CODE[code] for code in HOLDERS if code != clause.place]
    kept = {variable.name for variable in clause.variables}
    own = {name: value for name, value in VALUES.get(clause.code, {}).items() if name in kept}
    return assemble([*others, clause], None, {**VALUES, clause.code: own}, language)


def cut(code: str) -> Iterator[Assembly]:
    for language in ("nl", "en"):
        for number in range(len(BY_CODE[code].provisions(language))):
            yield contract_with(without(BY_CODE[code], number, language), language)


@pytest.mark.parametrize("code", BY_CODE)
def test_whichever_provision_goes_each_promise_stays_in_the_list(code: str) -> None:
    for assembly in cut(code):
        promised = [each for each in obligations(assembly, AWARD) if each.promise]
        unproven = [each for each in promised if each.title.endswith(("(niet geborgd)", "(not secured)"))]
        told = [each for each in unlisted_problems(assembly, AWARD) if each.clause == "promised-values"]

        assert sorted({each.promise.criterion for each in promised if each.promise}) == ["G2", "G4"]
        assert len([each for each in told if each.blocking]) == len(unproven)


def test_a_whole_contract_misses_nothing() -> None:
    assembly = contract_with(BY_CODE["co2-product-footprint"])

    assert list(unlisted_problems(assembly, AWARD)) == []


def test_a_promise_that_nobody_proves_any_more_blocks_by_its_name() -> None:
    assembly = contract_with(without(BY_CODE["promised-values"], 2, "nl"))

    told = [(each.blocking, each.message.nl) for each in unlisted_problems(assembly, AWARD)]

    assert [is_blocking for is_blocking, _words in told] == [True, True, False]
    assert "G2 CO2-footprint" in told[0][1]
    assert "G4 Plan voor terugname" in told[1][1]
    assert "‘Toezeggingen die op tijd zijn aangetoond’ staat straks niet in de afspraken" in told[2][1]


def test_a_proof_that_ends_is_renewed_without_the_kpi_and_blocks_without_its_term() -> None:
    model = BY_CODE["proof-register"]
    term = next(n for n, each in enumerate(model.nl) if "renewal_days" in str(each))
    elsewhere = replace(model.nl[term], pieces=(*model.nl[term].pieces[-1:], Blank("renewal_days", 1)))
    kept = replace(model, nl=(elsewhere,), digest="c" * 64, variables=(model.variable("renewal_days"),))  # type: ignore[arg-type]

    still = [each for each in obligations(contract_with(kept), AWARD) if each.kind == "proof"]
    told = [each.message.nl for each in unlisted_problems(contract_with(without(model, term, "nl")), AWARD)]

    assert [(each.title, each.article, len(each.dates)) for each in still] == [
        ("Vernieuwen: ISO 14001 NL-1", "3", 1)
    ]
    assert told[0].startswith("Dit bewijs loopt af tijdens het contract: ISO 14001 NL-1.")


@pytest.mark.parametrize("codes", [("capacity-use",), ("definitions", "capacity-use")])
def test_without_the_dates_of_the_contract_it_is_blocked(codes: tuple[str, ...]) -> None:
    assembly = assembled(*codes)
    bare = replace(
        assembly,
        clauses=tuple(
            replace(each, variables=()) if each.place == "definitions" else each for each in assembly.clauses
        ),
    )

    told = [(each.clause, each.blocking) for each in unlisted_problems(bare, NO_AWARD)]

    assert told == [("definitions", True)]


def test_what_has_no_date_asks_for_none() -> None:
    assert list(unlisted_problems(assembled("co2-product-footprint"), NO_AWARD)) == []
