"""Findings show numbers as each language writes them."""

from procurement.language import Text
from tenders.lint.rules import RULES
from tenders.lint.run import judge
from tests.tenders.lint.drafts import draft


def messages(code: str, **changes: str) -> list[Text]:
    return [
        finding.message
        for finding in judge(
            RULES[code], draft({f"legal.{place}": value for place, value in changes.items()})
        ).open
    ]


def test_an_amount_has_the_marks_of_its_language() -> None:
    (message,) = messages("L47", **{"contract.estimate": "215000.50"})

    assert "€ 215.000,5 " in message.nl
    assert "€215,000.5 " in message.en


def test_a_calculated_number_ends_with_a_digit_that_counts() -> None:
    (message,) = messages("L43", **{"agreement.framework.years": "4.50"})

    assert message.nl.startswith("4,5 jaar")
    assert message.en.startswith("4.5 years")
