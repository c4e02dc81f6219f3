"""Numbers as typed, as stored and as echoed: nothing is left to guess."""

import pytest
from django.core.exceptions import ValidationError

from tenders.forms.values import NumberValueField, motivation_field, number_echo, number_shown
from tenders.models import Criterion

PRICE = Criterion(kind=Criterion.Kind.PRICE, unit="€")
CARBON = Criterion(kind=Criterion.Kind.QUANTITY, unit="kg CO2e")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("12,50", "12.5"),
        ("1.000,00", "1000"),
        ("€ 1.000", "1000"),
        ("99.995", "99995"),
        ("", ""),
        (" 7 ", "7"),
    ],
)
def test_what_is_typed_becomes_canonical(typed: str, stored: str) -> None:
    assert NumberValueField(required=False).clean(typed) == stored


@pytest.mark.parametrize("typed", ["99.99", "NaN", "Infinity", "1e400", "-0", "1_000", "٣", "1 000"])
def test_what_is_not_a_dutch_number_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        NumberValueField(required=False).clean(typed)


@pytest.mark.parametrize(
    ("stored", "criterion", "echo"),
    [
        ("99995", PRICE, "€ 99.995,00"),
        ("99.995", PRICE, "€ 99,995"),
        ("99995", CARBON, "99.995,0 kg CO2e"),
        ("99.995", CARBON, "99,995 kg CO2e"),
    ],
)
def test_the_echo_tells_thousands_from_decimals(stored: str, criterion: Criterion, echo: str) -> None:
    assert number_echo(stored, criterion) == echo


@pytest.mark.parametrize(("stored", "shown"), [("1249.5", "1.249,5"), ("", ""), ("goed", "goed")])
def test_a_stored_number_is_shown_as_it_is_typed(stored: str, shown: str) -> None:
    assert number_shown(stored) == shown


def test_line_ends_of_a_browser_are_no_change() -> None:
    assert motivation_field("Motivering").clean("een\r\ntwee") == "een\ntwee"


def test_text_that_turns_the_reading_direction_is_refused() -> None:
    with pytest.raises(ValidationError):
        motivation_field("Motivering").clean("goed\u202edeog")
