"""Kilowatt-hours, kilograms of CO2e, euros and years cannot be mixed, and no amount loses a digit."""

from decimal import Decimal
from fractions import Fraction
from itertools import permutations
from operator import add, ge, gt, le, lt, sub
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from procurement.numbers import NotANumber
from tenders.lifecycle.quantity import MixedUnits, Quantity, nothing, quantity, total
from tenders.lifecycle.spelling import Unreadable, read_quantity
from tenders.lifecycle.unit import (
    DEVICE,
    DEVICE_YEAR,
    EURO,
    HOUR,
    KG,
    KG_CO2E,
    KM,
    KWH,
    LITRE,
    NUMBER,
    PERCENT,
    RUN,
    WATT,
    YEAR,
    Unit,
    functional_unit,
)

BASES = (EURO, KWH, KG_CO2E, YEAR, DEVICE, KG, NUMBER, DEVICE_YEAR)
amounts = some.fractions(min_value=-(10**9), max_value=10**9)


@pytest.mark.parametrize("operation", [add, sub, lt, le, gt, ge])
@pytest.mark.parametrize(("one", "other"), list(permutations(BASES, 2)))
def test_two_units_never_meet_in_a_sum_or_a_comparison(operation: Any, one: Unit, other: Unit) -> None:
    first, second = quantity("1", one), quantity("1", other)

    with pytest.raises(MixedUnits):
        operation(first, second)


def test_the_refusal_names_both_units_in_both_languages() -> None:
    with pytest.raises(MixedUnits) as refused:
        quantity("3", KWH) + quantity("2", EURO / KWH)

    assert (refused.value.message.nl, refused.value.message.en) == (
        "kWh en € per kWh zijn verschillende eenheden. Reken eerst om naar dezelfde eenheid.",
        "kWh and € per kWh are different units. Convert to the same unit first.",
    )


def test_units_multiply_and_divide_with_their_amounts() -> None:
    use = quantity("40", KWH / DEVICE / YEAR) * quantity("100", DEVICE) * quantity("5", YEAR)

    assert use == quantity("20000", KWH)
    assert use * quantity("0.25", KG_CO2E / KWH) == quantity("5000", KG_CO2E)
    assert use / use == quantity("1", NUMBER)


@given(one=amounts, other=amounts.filter(bool))
def test_no_digit_is_lost(one: Fraction, other: Fraction) -> None:
    first, second = Quantity(one, KWH), Quantity(other, KG)

    assert first / second * second == first
    assert first + first - first == first
    assert total([first, -first], KWH) == nothing(KWH)


@given(one=amounts, other=amounts)
def test_amounts_in_one_unit_compare_as_numbers(one: Fraction, other: Fraction) -> None:
    first, second = Quantity(one, KWH), Quantity(other, KWH)

    for left, right in ((first, second), (first, first)):
        expected = [compared(left.amount, right.amount) for compared in (lt, le, gt, ge)]
        assert [compared(left, right) for compared in (lt, le, gt, ge)] == expected


@pytest.mark.parametrize("wrong", [1.5, True, None, "x"])
def test_an_amount_is_exact(wrong: Any) -> None:
    with pytest.raises(TypeError):
        Quantity(wrong, KWH)


@pytest.mark.parametrize("wrong", [0.1, True])
def test_a_float_is_no_factor_and_no_number(wrong: Any) -> None:
    with pytest.raises(TypeError):
        quantity("1", KWH) * wrong
    with pytest.raises(TypeError):
        quantity(wrong, KWH)


@pytest.mark.parametrize("wrong", ["", "1,5", "NaN", "1e400", "inf", "1_000", "-0", "٣", "9" * 16])
def test_a_text_is_a_number_in_one_way(wrong: str) -> None:
    with pytest.raises(NotANumber):
        quantity(wrong, KWH)


@pytest.mark.parametrize("wrong", ["NaN", "Infinity", "sNaN"])
def test_nothing_endless_is_a_number(wrong: str) -> None:
    with pytest.raises(NotANumber):
        quantity(Decimal(wrong), KWH)


@pytest.mark.parametrize(
    ("amount", "places", "expected"),
    [("0.125", 2, "0.13"), ("-0.125", 2, "-0.13"), ("2.5", 0, "3"), ("0.1249", 2, "0.12")],
)
def test_rounding_is_half_up_on_the_true_value(amount: str, places: int, expected: str) -> None:
    assert quantity(amount, EURO).rounded(places) == Decimal(expected)


def test_a_third_is_rounded_once_and_shown_with_its_unit() -> None:
    price = quantity("1000", EURO) / quantity("3", KWH)

    assert (price.label(2).nl, price.label(2).en) == ("€ 333,33 per kWh", "€333.33 per kWh")
    assert quantity("0.3333", NUMBER).label(2).nl == "0,33"
    assert quantity("30", KWH / YEAR).label(1).nl == "30,0 kWh per jaar"


def test_functional_units_of_another_name_are_another_unit() -> None:
    first, second = functional_unit("1.000  transacties"), functional_unit("1.000 berichten")

    assert first == functional_unit("1.000 transacties")
    with pytest.raises(MixedUnits):
        quantity("1", KWH / first) + quantity("1", KWH / second)
    with pytest.raises(ValueError, match="needs a name"):
        functional_unit("  ")


@pytest.mark.parametrize(
    ("number", "spelled", "wanted", "expected"),
    [
        ("253", "gCO2e/kWh", KG_CO2E / KWH, "0.253"),
        ("253", "g CO₂-eq. per kWh", KG_CO2E / KWH, "0.253"),
        ("130", "EUR/tCO2e", EURO / KG_CO2E, "0.13"),
        ("1.2", "MWh", KWH, "1200"),
        ("18", "months", YEAR, "1.5"),
        ("80", "gCO2e/tkm", KG_CO2E / KG / KM, "0.00008"),
        ("5", "device-year", DEVICE_YEAR, "5"),
        ("3", "%", NUMBER, "0.03"),
        ("40", "kWh/device/year", KWH / DEVICE / YEAR, "40"),
        ("5", "1", NUMBER, "5"),
        ("5", "euro", EURO, "5"),
        ("5", "€", EURO, "5"),
        ("5", "Wh", KWH, "0.005"),
        ("5", "GWh", KWH, "5000000"),
        ("5", "W", WATT, "5"),
        ("5", "kW", WATT, "5000"),
        ("5", "t", KG, "5000"),
        ("5", "g", KG, "0.005"),
        ("5", "km", KM, "5"),
        ("5", "m", KM, "0.005"),
        ("5", "l", LITRE, "5"),
        ("5", "litre", LITRE, "5"),
        ("5", "m³", LITRE, "5000"),
        ("5", "hour", HOUR, "5"),
        ("5", "uur", HOUR, "5"),
        ("6", "month", YEAR, "0.5"),
        ("6", "maand", YEAR, "0.5"),
        ("6", "maanden", YEAR, "0.5"),
        ("6", "year", YEAR, "6"),
        ("6", "jaar", YEAR, "6"),
        ("6", "apparaat", DEVICE, "6"),
        ("6", "devices", DEVICE, "6"),
        ("6", "apparaatjaar", DEVICE_YEAR, "6"),
        ("6", "kWh·device", KWH * DEVICE, "6"),
        ("6", "kWh/run", KWH / RUN, "6"),
    ],
)
def test_a_unit_is_read_as_it_is_written(number: str, spelled: str, wanted: Unit, expected: str) -> None:
    assert read_quantity(number, spelled, wanted=wanted, place="x") == quantity(expected, wanted)


@pytest.mark.parametrize(
    ("number", "spelled", "message"),
    [
        (
            "1",
            "kWh",
            "rij 4: Hier hoort een waarde in kg CO2e, en dit is een waarde in kWh. Reken de waarde om.",
        ),
        (
            "1",
            "kg",
            "rij 4: Hier hoort een waarde in kg CO2e, en dit is een waarde in kg. Reken de waarde om.",
        ),
        ("1", "furlong", "rij 4: ‘furlong’ is geen bekende eenheid. Gebruik bijvoorbeeld kg CO2e."),
        ("1", "mWh", "rij 4: ‘mWh’ is geen bekende eenheid. Gebruik bijvoorbeeld kg CO2e."),
        ("1", "/" * 99, f"rij 4: ‘{'/' * 40}’ is geen bekende eenheid. Gebruik bijvoorbeeld kg CO2e."),
        ("", "kgCO2e", "rij 4: Vul een getal in."),
    ],
)
def test_a_wrong_unit_is_refused_with_its_place(number: str, spelled: str, message: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_quantity(number, spelled, wanted=KG_CO2E, place="rij 4")

    assert refused.value.problem.to("nl") == message


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        ("4", YEAR, ("4 jaar", "4 years")),
        ("1", YEAR, ("1 jaar", "1 year")),
        ("2", DEVICE, ("2 apparaten", "2 devices")),
        ("20", PERCENT, ("20%", "20%")),
        ("30", KWH / YEAR, ("30 kWh per jaar", "30 kWh per year")),
        ("3", NUMBER, ("3", "3")),
    ],
)
def test_a_unit_fits_the_number_before_it(number: str, unit: Unit, said: tuple[str, str]) -> None:
    shown = quantity(number, unit).label(0)

    assert (shown.nl, shown.en) == said
