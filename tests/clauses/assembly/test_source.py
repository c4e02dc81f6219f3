"""A clause file is read whole or refused, with the clause, the line and what to do."""

import hashlib

import pytest

from clauses.assembly.source import ClauseError, parse_clause
from tests.clauses.assembly.builders import KG, WHO, clause, file_text

NO_POINT = "‘0,5’ is not a number. Use digits and at most one point, for example 1250.50."


def refusal_of(source: str) -> ClauseError:
    with pytest.raises(ClauseError) as refusal:
        parse_clause(source, "one/1.md")
    return refusal.value


def line_with(source: str, words: str) -> int:
    return next(number for number, line in enumerate(source.split("\n"), start=1) if words in line)


def test_the_digest_is_that_of_the_whole_file() -> None:
    source = file_text()

    assert parse_clause(source, "one").digest == hashlib.sha256(source.encode()).hexdigest()


def test_line_ends_of_windows_change_nothing() -> None:
    source = file_text()

    assert parse_clause(source.replace("\n", "\r\n"), "one") == parse_clause(source, "one")


def test_lines_are_those_of_the_file() -> None:
    source = file_text(nl="1. Eerste.\n2. Tweede.", en="1. First.\n2. Second.")

    read = parse_clause(source, "one")

    assert read.nl[1].line == line_with(source, "2. Tweede.")
    assert read.en[1].line == line_with(source, "2. Second.")


@pytest.mark.parametrize(
    ("old", "new", "marker", "message"),
    [
        ("order = 10\n", "", "+++", "order: This key is missing."),
        ("order = 10", 'order = 10\ncolour = "red"', "colour", "colour: This key is unknown."),
        ("version = 1", 'version = "1"', "version", "version: This must be a whole number."),
        ("version = 1", "version = true", "version", "version: This must be a number."),
        ("version = 1", "version = 0", "version", "version: Start counting at 1."),
        ('code = "one"', 'code = "One"', "code =", "code: Use small letters, digits and hyphens."),
        ('title.en = "Title of one"', 'title.en = " "', "title.en", "title.en: The text is empty."),
        ('title.en = "Title of one"\n', "", "title.nl", "title.en: This key is missing."),
        ('basis = ["aw2012:2.80"]', "basis = []", "basis", "basis: Name at least one."),
        ("ambition = 1", "ambition = 4", "ambition", "ambition: Choose 0 to 3."),
        (
            "condition = { all = [] }",
            'condition = { is = "subject:boats" }',
            "condition",
            "condition: The condition asks for 'subject:boats', and there is no such fact.",
        ),
        (
            "review_by = 2027-11-01",
            "review_by = 2026-11-01",
            "review_by",
            "review_by: The review comes after the first day of validity.",
        ),
        (
            "review_by = 2027-11-01",
            "review_by = 2027-11-01T10:00:00",
            "review_by",
            "review_by: Give no time of day.",
        ),
        (
            'rung = "preferred"',
            'rung = "acceptable"',
            "rung",
            "rung: Only a clause below the preferred rung names, with instead_of, the clause it replaces.",
        ),
        ('minimum = "0"', 'minimum = "0,5"', "minimum", f"variables[0].minimum: {NO_POINT}"),
        ('minimum = "0"\n', "", "[[variables]]", "variables[0].minimum: Give the lower limit."),
        (
            'kind = "number"',
            'kind = "colour"',
            "kind",
            (
                "variables[0].kind: No such 'colour'. "
                "Choose from: text, number, money, percentage, date, choice."
            ),
        ),
        (
            'minimum = "0"',
            'minimum = "0"\nwhole = 1',
            "whole",
            "variables[0].whole: This must be true or false.",
        ),
        (
            'maximum = "500"',
            'maximum = "500"\ndefault = "5"',
            "[[variables]]",
            "variables[0].default_because: A default needs its reason.",
        ),
        (
            'maximum = "500"',
            'maximum = "500"\ndefault = "501"\ndefault_because.nl = "x"\ndefault_because.en = "x"',
            "default =",
            "variables[0].default: The value must be at most 500.",
        ),
    ],
)
def test_a_wrong_head_is_refused_at_its_line(old: str, new: str, marker: str, message: str) -> None:
    right = file_text(nl="1. {kg}.", en="1. {kg}.", more=KG)
    wrong = right.replace(old, new)

    refusal = refusal_of(wrong)

    assert wrong != right
    assert (refusal.clause, refusal.line) == ("one/1.md", line_with(wrong, marker) + (marker == "+++"))
    assert refusal.message.en == message


def test_the_error_in_a_second_variable_names_its_own_line() -> None:
    source = file_text(nl="1. {kg} {who}.", en="1. {kg} {who}.", more=KG + WHO.replace('"text"', '"colour"'))

    assert refusal_of(source).line == line_with(source, 'kind = "colour"')


def test_a_head_that_is_no_toml_is_refused() -> None:
    source = file_text().replace("order = 10", "order = = 10")

    assert refusal_of(source).line == line_with(source, "order = = 10")


def test_a_file_without_both_languages_is_refused() -> None:
    source = file_text().replace("# English", "# Engels")

    assert refusal_of(source).line == 1


def test_a_blank_that_is_not_declared_is_refused() -> None:
    source = file_text(nl="1. Lid.\n2. {kg}.", en="1. One.\n2. Two.")

    refusal = refusal_of(source)

    assert refusal.line == line_with(source, "2. {kg}.")
    assert refusal.message.en == "The blank {kg} is not declared in the head."


def test_a_blank_that_one_language_does_not_use_is_refused() -> None:
    source = file_text(nl="1. {kg}.", en="1. Nothing.", more=KG)

    refusal = refusal_of(source)

    assert refusal.line == line_with(source, "1. Nothing.")
    assert refusal.message.en == "The blank {kg} does not occur in this text."


def test_a_variable_declared_twice_is_refused() -> None:
    source = file_text(nl="1. {kg}.", en="1. {kg}.", more=KG + KG)

    assert refusal_of(source).message.en == "variables[1].name: 'kg' is there twice."


def test_wrong_text_is_refused_at_its_line() -> None:
    source = file_text(en="1. First.\n2. *Slanted*.")

    assert refusal_of(source).line == line_with(source, "*Slanted*")


def test_a_clause_takes_the_place_of_the_one_it_replaces() -> None:
    lower = clause("two", rung="acceptable", more='instead_of = "one"\n')

    assert (lower.place, clause("one").place) == ("one", "one")
