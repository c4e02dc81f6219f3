"""Values in their written form: strict to read, and shown in the language of the contract."""

from dataclasses import replace
from decimal import Decimal

import pytest

from clauses.assembly.variables import Kind, Option, Variable, WrongValue, shown
from procurement.language import Text

LABEL = Text(nl="Waarde", en="Value")
NUMBER = Variable(name="value", kind="number", label=LABEL, source="buyer")
CHOICE = replace(
    NUMBER,
    kind="choice",
    options=(Option("a", Text(nl="eerste", en="first")), Option("b", Text(nl="tweede", en="second"))),
)


def of(kind: Kind) -> Variable:
    return replace(NUMBER, kind=kind)


@pytest.mark.parametrize(
    ("variable", "value", "dutch", "english"),
    [
        (of("number"), "1250.5", "1.250,5", "1,250.5"),
        (of("money"), "1250.5", "€ 1.250,50", "€ 1,250.50"),
        (of("percentage"), "12.5", "12,5%", "12.5%"),
        (of("date"), "2027-03-01", "1 maart 2027", "1 March 2027"),
        (CHOICE, "b", "tweede", "second"),
        (
            of("text"),
            "A & B <BV> {x} **y** [#one]",
            "A & B <BV> {x} **y** [#one]",
            "A & B <BV> {x} **y** [#one]",
        ),
    ],
)
def test_a_value_is_shown_in_both_languages(variable: Variable, value: str, dutch: str, english: str) -> None:
    assert shown(variable, value, "nl") == dutch
    assert shown(variable, value, "en") == english


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        *[
            (of(kind), text)
            for kind in ("number", "money", "percentage")
            for text in ("12,5", "1e3", "NaN", "-0", "٣")
        ],
        *[(of("date"), text) for text in ("2027-02-30", "1-3-2027", "20270301", "2027-W09-1", "morgen")],
        (CHOICE, "c"),
        (CHOICE, ""),
        (of("text"), "een\ntwee"),
        (of("text"), "rechts\u202elinks"),
        (of("text"), "x" * 501),
    ],
)
def test_what_is_no_value_is_refused(variable: Variable, value: str) -> None:
    with pytest.raises(WrongValue):
        shown(variable, value, "nl")


def test_a_whole_number_takes_no_decimals() -> None:
    days = replace(NUMBER, whole=True)

    with pytest.raises(WrongValue) as refusal:
        shown(days, "1.5", "nl")

    assert refusal.value.message.nl == "Vul een geheel getal in."
    assert shown(days, "15", "nl") == "15"


def test_limits_belong_to_the_allowed_values() -> None:
    limited = replace(NUMBER, minimum=Decimal("1"), maximum=Decimal("1000"))

    assert (shown(limited, "1", "nl"), shown(limited, "1000", "nl")) == ("1", "1.000")


@pytest.mark.parametrize(
    ("value", "message"),
    [("0.99", "De waarde moet minstens 1 zijn."), ("1000.01", "De waarde moet hoogstens 1.000 zijn.")],
)
def test_beyond_a_limit_says_which(value: str, message: str) -> None:
    limited = replace(NUMBER, minimum=Decimal("1"), maximum=Decimal("1000"))

    with pytest.raises(WrongValue) as refusal:
        shown(limited, value, "nl")

    assert refusal.value.message.nl == message
