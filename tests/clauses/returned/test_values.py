"""From the words in a contract back to a value, and from a line back to its blanks."""

from decimal import Decimal

import pytest

from clauses.assembly.markdown import Blank, Words
from clauses.assembly.variables import Option, Variable, WrongValue, shown
from clauses.returned.form import Line, Part
from clauses.returned.lines import only_blanks
from clauses.returned.values import written_value
from procurement.language import Text


def variable(kind, **more) -> Variable:
    return Variable(name="x", kind=kind, label=Text(nl="Veld", en="Field"), source="buyer", **more)


DAYS = variable("number", unit=Text(nl="dagen", en="days"), minimum=Decimal(1), whole=True)
CHOICE = variable(
    "choice",
    options=(Option("year", Text(nl="per jaar", en="a year")), Option("month", Text(nl="maand", en="month"))),
)
WRITTEN = [
    (variable("text"), "De  \u00a0gemeente", "nl", "De gemeente"),
    (variable("money"), "€ 1.250,50", "nl", "1250.5"),
    (variable("money"), "€ 1,250.50", "en", "1250.5"),
    (variable("percentage"), "7,5 %", "nl", "7.5"),
    (DAYS, "15 dagen", "nl", "15"),
    (DAYS, "15", "en", "15"),
    (variable("date"), "1 maart 2027", "nl", "2027-03-01"),
    (variable("date"), "1 March 2027", "en", "2027-03-01"),
    (variable("date"), "01-03-2027", "nl", "2027-03-01"),
    (variable("date"), "2027-03-01", "nl", "2027-03-01"),
    (CHOICE, "Per jaar", "nl", "year"),
]


@pytest.mark.parametrize(("blank", "text", "language", "value"), WRITTEN)
def test_words_give_the_value(blank, text, language, value) -> None:
    assert written_value(blank, text, language) == value


@pytest.mark.parametrize(("blank", "text", "language", "value"), WRITTEN)
def test_the_value_shows_as_words_that_give_it_again(blank, text, language, value) -> None:
    assert written_value(blank, shown(blank, value, language), language) == value


@pytest.mark.parametrize(
    ("blank", "text"),
    [
        (variable("money"), "veel"),
        (DAYS, "0"),
        (DAYS, "1,5"),
        (variable("date"), "31 februari 2027"),
        (variable("date"), "morgen"),
        (CHOICE, "per week"),
        (variable("text"), "x" * 501),
    ],
)
def test_words_that_do_not_fit_are_refused(blank, text) -> None:
    with pytest.raises(WrongValue):
        written_value(blank, text, "nl")


def line(*parts) -> Line:
    """Words as text, a blank as (name, what it shows)."""
    return Line(
        0, tuple(Part(p, Words(p)) if isinstance(p, str) else Part(p[1], Blank(p[0], 1)) for p in parts)
    )


TWO = line("Tussen ", ("a", "Jan en Piet"), " en ", ("b", "[naam]"), ".")


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        (line("Boete."), "Boete.", {}),
        (line("Boete."), "Boete?", None),
        (TWO, "Tussen Jan en Piet en Klaas.", {"a": "Jan en Piet", "b": "Klaas"}),
        (TWO, "Tussen Anna en Klaas.", {"a": "Anna", "b": "Klaas"}),
        (TWO, "Tussen en.", None),
        (line(("a", "x"), " en ", ("a", "x")), "y en y", {"a": "y"}),
        (line(("a", "x"), " en ", ("a", "x")), "y en z", None),
        (line(("a", "x"), ("b", "y")), "zz", None),
        (line("€ ", ("a", "5"), "."), "€ 1.234,50.", {"a": "1.234,50"}),
    ],
)
def test_a_line_in_which_only_blanks_changed(form, text, found) -> None:
    assert only_blanks(form, text) == found
