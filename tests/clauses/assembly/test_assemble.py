"""Chosen clauses and values become numbered blocks; what is open or wrong is seen and listed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauses.assembly.assemble import KpiLine, OpenVariable, Problem, assemble
from clauses.assembly.facts import facts
from clauses.assembly.markdown import provisions
from procurement.documents.model import Clause, Field, Point, Provision, Reference, Run
from procurement.language import Text
from tests.clauses.assembly.builders import KG, WHO, clause

FOOTPRINT = clause(
    "footprint",
    "1. {who} levert hoogstens {kg} kg.\n2. Zie artikel [#audit]:\n   - **eerst**;\n   - dan.",
    more=KG + WHO,
)
AUDIT = clause("audit", "1. Controle.")
KPI = """
[kpi]
title.nl = "Footprint"
title.en = "Footprint"
unit.nl = "kg per stuk"
unit.en = "kg per unit"
variable = "kg"
"""


def test_a_worked_example() -> None:
    values = {"footprint": {"who": "Laagland", "kg": "120.5"}}

    assembly = assemble([FOOTPRINT, AUDIT], None, values, "nl")

    assert assembly.blocks[0] == Clause(
        code="footprint",
        version="1",
        digest=FOOTPRINT.digest,
        title=(Run("Titel van footprint"),),
        body=(
            Provision((Run("Laagland"), Run(" levert hoogstens "), Run("120,5"), Run(" kg."))),
            Provision(
                (Run("Zie artikel "), Reference("clause-audit"), Run(":")),
                (Point((Run("eerst", bold=True), Run(";"))), Point((Run("dan."),))),
            ),
        ),
        anchor="clause-footprint",
    )
    assert [block.anchor for block in assembly.blocks] == ["clause-footprint", "clause-audit"]


def test_a_wrong_value_is_a_problem_and_leaves_its_blank_marked() -> None:
    values = {"footprint": {"who": "Laagland", "kg": "1234.5"}}

    assembly = assemble([FOOTPRINT, AUDIT], None, values, "nl")

    wrong = Text(
        nl="Kilogram: De waarde moet hoogstens 500 zijn.", en="Kilograms: The value must be at most 500."
    )
    assert assembly.blocks[0].body[0] == Provision(
        (Run("Laagland"), Run(" levert hoogstens "), Field("kg", "Kilogram"), Run(" kg."))
    )
    assert assembly.problems == (Problem("footprint", FOOTPRINT.nl[0].line, wrong),)
    assert assembly.open_variables == ()
    assert not assembly.may_be_final


def test_what_is_filled_in_well_may_be_final() -> None:
    values = {"footprint": {"who": "Laagland", "kg": "120.5"}}

    assembly = assemble([FOOTPRINT, AUDIT], None, values, "en")

    assert assembly.blocks[0].body[0] == Provision(
        (Run("Laagland"), Run(" levert hoogstens "), Run("120.5"), Run(" kg."))
    )
    assert assembly.may_be_final


@pytest.mark.parametrize("value", ["", "   "])
def test_an_open_blank_is_marked_and_listed_with_its_line(value: str) -> None:
    assembly = assemble([FOOTPRINT, AUDIT], None, {"footprint": {"who": value, "kg": "1"}}, "nl")

    (who,) = [variable for variable in FOOTPRINT.variables if variable.name == "who"]
    assert assembly.open_variables == (OpenVariable("footprint", who, FOOTPRINT.nl[0].line),)
    first = assembly.blocks[0].body[0]
    assert isinstance(first, Provision)
    assert first.content[0] == Field("who", "Wie")
    assert not assembly.may_be_final


def test_a_default_fills_its_blank() -> None:
    defaulted = KG + 'default = "80"\ndefault_because.nl = "Gebruikelijk."\ndefault_because.en = "Usual."\n'

    assembly = assemble([clause("one", "1. {kg}.", more=defaulted)], None, {}, "nl")

    assert assembly.blocks[0].body == (Provision((Run("80"), Run("."))),)
    assert assembly.may_be_final


def test_a_reference_outside_the_contract_is_a_problem_at_its_line() -> None:
    values = {"footprint": {"who": "x", "kg": "1"}}

    assembly = assemble([FOOTPRINT], None, values, "nl")

    (problem,) = assembly.problems
    assert (problem.clause, problem.line) == ("footprint", FOOTPRINT.nl[1].line)
    assert problem.message.nl == "De tekst verwijst naar clausule audit. Die staat niet in dit contract."


def test_a_reference_reaches_the_clause_of_a_lower_rung_in_its_place() -> None:
    third_party = clause("third-party", rung="acceptable", more='instead_of = "audit"\n')

    assembly = assemble([FOOTPRINT, third_party], None, {"footprint": {"who": "x", "kg": "1"}}, "nl")

    assert assembly.problems == ()
    assert assembly.blocks[1].anchor == "clause-audit"


def test_two_clauses_in_one_place_cannot_be_final() -> None:
    third_party = clause("third-party", rung="acceptable", more='instead_of = "audit"\n')

    assembly = assemble([AUDIT, third_party], None, {}, "nl")

    (problem,) = assembly.problems
    assert problem.message.nl == (
        "‘Titel van third-party’ en ‘Titel van audit’ regelen hetzelfde. Kies er één."
    )
    assert not assembly.may_be_final


def test_a_clause_that_does_not_fit_the_facts_is_kept_and_pointed_out() -> None:
    long_only = clause("long", condition='{ is = "duration:longer" }')

    assembly = assemble([long_only], facts({"duration": "single"}), {}, "nl")

    (problem,) = assembly.problems
    assert not problem.blocking
    assert len(assembly.blocks) == 1
    assert assembly.may_be_final


def test_a_value_for_no_blank_is_a_problem() -> None:
    assembly = assemble([AUDIT], None, {"audit": {"kgs": "5"}}, "nl")

    (problem,) = assembly.problems
    assert problem.message.en == "The clause has no blank 'kgs'."


@pytest.mark.parametrize(("value", "target"), [("120.5", "120,5"), ("", "")])
def test_a_promise_becomes_a_line_of_the_kpi_overview(value: str, target: str) -> None:
    measured = clause("one", "1. {kg}.", more=KG + KPI)

    assembly = assemble([measured], None, {"one": {"kg": value}}, "nl")

    assert assembly.kpis == (KpiLine("one", "Footprint", target, "kg per stuk"),)


@pytest.mark.parametrize(
    "hostile", ["{kg}", "{{ x }}", "{% x %}", "**vet**", "[#audit]", "A & B <BV>", "</w:t>", "=1+1", "1. x"]
)
def test_a_value_stays_text(hostile: str) -> None:
    assembly = assemble([clause("one", "1. Door {who}.", more=WHO)], None, {"one": {"who": hostile}}, "nl")

    assert assembly.blocks[0].body == (Provision((Run("Door "), Run(hostile), Run("."))),)


@given(st.text(st.characters(codec="utf-8"), max_size=600))
def test_any_typed_text_is_shown_whole_or_refused(value: str) -> None:
    assembly = assemble([clause("one", "1. {who}.", more=WHO)], None, {"one": {"who": value}}, "nl")

    expected = {True: Run(value.strip()), False: Field("who", "Wie")}[assembly.may_be_final]
    assert assembly.blocks[0].body == (Provision((expected, Run("."))),)


def test_a_blank_that_the_clause_does_not_have_keeps_the_contract_from_being_final() -> None:
    text = replace(clause("one", "1. Tekst.", more=""), nl=provisions("1. Boete.\n2. Van {sum} euro."))

    found = assemble([text], None, {}, "nl")

    assert [(each.clause, each.line, each.blocking) for each in found.problems] == [("one", 2, True)]
    assert "{sum}" in found.problems[0].message.nl
    assert not found.may_be_final


def test_two_clauses_in_one_place_have_anchors_of_their_own() -> None:
    first = clause("lower", rung="acceptable", more='instead_of = "one"\n')
    pointing = clause("points", "1. Zie [#one].")

    found = assemble([first, clause("one"), clause("one", version=2), pointing], None, {}, "nl")

    anchors = [block.anchor for block in found.blocks]
    assert anchors == ["clause-one", "clause-one-2", "clause-one-3", "clause-points"]
    assert not found.may_be_final
