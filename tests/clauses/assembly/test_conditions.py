"""Conditions as data: what holds when, and what cannot be written."""

import pytest

from clauses.assembly.conditions import (
    ALWAYS,
    All,
    Any,
    Is,
    Not,
    WrongCondition,
    condition_from,
    holds,
    questions,
)
from clauses.assembly.facts import UnknownFact, facts

HARDWARE = Is("subject", "hardware")
LONGER = Is("duration", "longer")
LAPTOPS = facts({"subject": ["hardware", "services"], "duration": "single"})


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (ALWAYS, True),
        (HARDWARE, True),
        (LONGER, False),
        (Not(LONGER), True),
        (All((HARDWARE, LONGER)), False),
        (All((HARDWARE, Not(LONGER))), True),
        (Any((LONGER, HARDWARE)), True),
        (Any((LONGER, Is("subject", "software"))), False),
        (Is("data-carriers", "yes"), False),
    ],
)
def test_a_condition_holds_when_the_facts_say_so(condition: All | Any | Is | Not, expected: bool) -> None:
    assert holds(condition, LAPTOPS) is expected


def test_the_written_form_is_read_into_the_same_tree() -> None:
    written = {"all": [{"is": "subject:hardware"}, {"not": {"any": [{"is": "duration:longer"}]}}]}

    condition = condition_from(written)

    assert condition == All((HARDWARE, Not(Any((LONGER,)))))
    assert list(questions(condition)) == [HARDWARE, LONGER]


@pytest.mark.parametrize(
    "written",
    [
        {"is": "subject:boats"},
        {"is": "weather:hardware"},
        {"is": "subject"},
        {"is": 1},
        {"any": []},
        {"not": "subject:hardware"},
        {"maybe": []},
        {"is": "subject:hardware", "not": {"is": "duration:longer"}},
        {},
        "always",
        {"all": [{"is": "subject:boats"}]},
    ],
)
def test_what_is_no_condition_is_refused(written: object) -> None:
    with pytest.raises(WrongCondition):
        condition_from(written)


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"weather": "rain"}, "There is no question 'weather'."),
        ({"subject": "boats"}, "There is no answer 'boats' to the question 'subject'."),
        ({"duration": ["single", "longer"]}, "The question 'duration' takes one answer."),
    ],
)
def test_unknown_facts_are_refused(answers: dict[str, str], message: str) -> None:
    with pytest.raises(UnknownFact) as refusal:
        facts(answers)

    assert refusal.value.message.en == message
