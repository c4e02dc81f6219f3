from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procurement.numbers import NotANumber, dutch, english, in_both, parse, parse_dutch, plain

NUMBERS = st.decimals(
    allow_nan=False, allow_infinity=False, places=4, min_value=-(10**14), max_value=10**14
).filter(lambda number: not (number.is_zero() and number.is_signed()))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12.5", "12.5"),
        ("0", "0"),
        ("-3.25", "-3.25"),
        ("0.0000000001", "0.0000000001"),
        ("999999999999999", "999999999999999"),
    ],
)
def test_plain_notation_is_read(text: str, number: str) -> None:
    assert parse(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "NaN", "sNaN", "Infinity", "-inf", "1e400", "1E2", "-0", "-0.00", "1_000", "٣", "１２",
        "1 000", " 1", "1\n", "+1", ".5", "5.", "007", "1,5", "1.5.5", "--1", "0x10", "1\u200b", "½",
        "1000000000000000", "0.00000000001", "9" * 5000,
    ],
)  # fmt: skip
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        parse(text)


def test_a_float_is_refused() -> None:
    with pytest.raises(NotANumber):
        parse(12.5)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,5", "12.5"),
        ("1.000,00", "1000"),
        ("€ 1.000", "1000"),
        ("€\u00a01.000", "1000"),
        ("€1250,50", "1250.50"),
        ("€ 250,-", "250"),
        ("1.000", "1000"),
        ("99.995", "99995"),
        (" 7 ", "7"),
        ("-1,5", "-1.5"),
    ],
)
def test_dutch_notation_is_read(text: str, number: str) -> None:
    assert parse_dutch(text) == Decimal(number)


def test_a_euro_sign_stands_in_front_or_behind() -> None:
    assert [parse_dutch(text) for text in ("-€ 5", "€ -5", "5 €", "5€")] == [-5, -5, 5, 5]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "99.99",
        "0.123",
        "1.00",
        "1.0000",
        "12.34.567",
        "1 000",
        "-0",
        "1e3",
        "1_000",
        "٣",
        "NaN",
        "€",
        "€€ 1",
        "12€50",
        "1€000",
        "€ €",
        "-€",
    ],
)
def test_unclear_dutch_notation_is_refused(text: str) -> None:
    with pytest.raises(NotANumber):
        parse_dutch(text)


def test_a_point_for_decimals_gets_the_advice_to_use_a_comma() -> None:
    with pytest.raises(NotANumber) as refusal:
        parse_dutch("99.99")

    assert (
        refusal.value.message.nl
        == "‘99.99’ is niet duidelijk. Gebruik een komma voor de decimalen, bijvoorbeeld 99,99."
    )


def test_what_was_read_is_echoed() -> None:
    assert dutch(parse_dutch("99.995")) == "99.995"
    assert dutch(parse_dutch("99,995")) == "99,995"
    assert english(parse_dutch("99.995")) == "99,995"


def test_showing_rounds_half_up_and_pads() -> None:
    assert dutch(Decimal("21.375"), 2) == "21,38"
    assert dutch(Decimal("1250"), 2) == "1.250,00"
    assert english(Decimal("-0.001"), 2) == "0.00"
    assert in_both(Decimal("1234.5")).nl == "1.234,5"


@given(NUMBERS)
def test_the_canonical_text_is_read_back(number: Decimal) -> None:
    assert parse(plain(number)) == number


@given(NUMBERS)
def test_the_dutch_text_is_read_back(number: Decimal) -> None:
    assert parse_dutch(dutch(number)) == number


def test_the_canonical_text_has_no_exponent_and_no_trailing_zeros() -> None:
    assert plain(Decimal("1E+3")) == "1000"
    assert plain(Decimal("12.500")) == "12.5"
    assert plain(Decimal("-0.00")) == "0"


@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    with suppress(NotANumber):
        assert plain(parse(text)) == plain(Decimal(text))
