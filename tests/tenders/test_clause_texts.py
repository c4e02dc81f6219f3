"""The rules about texts read what an organisation proposes as a clause."""

import pytest

from clauses.text_check import text_findings
from tests.clauses.assembly.builders import KG, clause


@pytest.mark.parametrize(
    ("text", "code", "blocking"),
    [
        ("De {kg} apparaten zijn gemeten volgens ISO 14067.", "L10", True),
        ("De {kg} apparaten zijn klimaatneutraal.", "L33", False),
        ("De prijzen van de {kg} apparaten kunnen in overleg worden aangepast.", "L44", True),
        ("De {kg} apparaten komen uit de regio.", "L48", True),
        ("Opdrachtnemer heeft een certificaat volgens ISO 14001 voor {kg} apparaten.", "L12", False),
    ],
)
def test_what_a_rule_has_against_a_sentence_names_its_provision(text: str, code: str, blocking: bool) -> None:
    wrong = clause(nl=f"1. De Prestatie is geleverd.\n2. {text}", more=KG)

    found = [each for each in text_findings(wrong) if each.rule == code]

    assert [(each.line, each.blocking) for each in found] == [(2, blocking)]
    assert found[0].quote in text.replace("{kg}", "0")


def test_a_lawful_text_has_no_findings() -> None:
    assert (
        text_findings(clause(nl="1. Opdrachtnemer meet het energieverbruik van elk apparaat in kWh.")) == ()
    )
