"""What the questionnaire says of the rules that ask a question is what the rules read."""

from tenders.lint.asked_by import rules_asking
from tenders.lint.questions import LATER, Sort, every_question
from tests.tenders.lint.tracing import asked_by

NOBODY_ASKS = {"agreement.conditions.code", "bidders.suitability.code", "bidders.suitability.text"}


def asked_before_publication() -> set[str]:
    later = tuple(f"{name}." for name in LATER)
    return {
        name
        for name, question in every_question()
        if question.sort is not Sort.TOPIC and not f"{name}.".startswith(later)
    }


def test_each_question_names_the_rules_that_read_its_answer() -> None:
    read = asked_by()

    assert {name: set(rules_asking(name)) for name in read} == read
    assert asked_before_publication() - read.keys() == NOBODY_ASKS


def test_codes_stand_in_order() -> None:
    assert rules_asking("contract.estimate") == ("L14", "L30", "L47", "L53")
    assert rules_asking("agreement.conditions.code") == ()
