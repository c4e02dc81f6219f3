"""What a field of CSV is by its shape never differs from what the reading of numbers says."""

from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from procurement.incoming.sheets.csv_figures import Notation, notation_of, read
from procurement.incoming.sheets.values import CellKind
from procurement.numbers import NotANumber, parse, parse_dutch, plain

FIELDS = st.text("0019.,-€ \u00a0", max_size=40) | st.decimals(allow_nan=False, places=3).map(str)


def found(reader, text: str) -> str | None:
    try:
        return plain(reader(text))
    except NotANumber:
        return None


@given(FIELDS)
@example("-0,00")
@example("€ 250,-")
@example("-€ 1.000 €")
@example("123.456.789.012.345,0123456789")
@example("1.123.456.789.012.345")
def test_dutch_numbers_are_those_of_the_forms(text: str) -> None:
    kind, value = read(text, Notation.DUTCH)

    assert (value if kind is CellKind.NUMBER else None) == found(parse_dutch, text)


@given(st.decimals(min_value=-(10**14), max_value=10**14, places=3))
def test_an_english_number_is_read_with_and_without_thousands(value: Decimal) -> None:
    exact = found(parse, f"{value:f}")

    if exact is not None:
        assert read(f"{value:f}", Notation.ENGLISH) == read(f"{value:,f}", Notation.ENGLISH)
        assert read(f"{value:f}", Notation.ENGLISH) == (CellKind.NUMBER, exact)


def test_one_clear_number_decides_for_the_whole_file() -> None:
    assert notation_of(["1.250", "12,5", "x"]) is Notation.DUTCH
    assert notation_of(["1.250", "12.55"]) is Notation.ENGLISH
    assert notation_of(["1.250", "12.55", "12,5"]) is Notation.EITHER
    assert notation_of(["laptop, 14 inch", "1.250"]) is Notation.EITHER


def test_a_comma_beside_a_point_shows_two_notations() -> None:
    assert notation_of(["280,250", "1250.50"]) is Notation.EITHER
    assert notation_of(["280,250", "1,250.50"]) is Notation.ENGLISH
    assert notation_of(["280,250", "1250.50", "1,250,000"]) is Notation.ENGLISH


def test_a_number_that_can_be_a_thousand_or_one_is_unclear() -> None:
    assert read("1.250", Notation.EITHER) == (CellKind.UNCLEAR, "1.250")
    assert read("1.250", Notation.DUTCH) == (CellKind.NUMBER, "1250")
    assert read("1.250", Notation.ENGLISH) == (CellKind.NUMBER, "1.25")
