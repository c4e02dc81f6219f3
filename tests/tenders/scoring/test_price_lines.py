"""The price sheet: each line in cents, the sum of the rounded lines, and prices that are refused by line."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from procurement.numbers import plain
from tenders.scoring.price_lines import PriceLine, misfit, priced, problems_of_lines

CENT = Decimal("0.01")


def line(number: int = 1, quantity: str = "3", maximum: str | None = None, **other: str) -> PriceLine:
    stated = {"description": f"Laptop {number}", "unit": "stuk"} | other
    most = None if maximum is None else Decimal(maximum)
    return PriceLine(number=number, quantity=Decimal(quantity), maximum=most, **stated)


def test_a_sheet_is_the_sum_of_lines_that_are_each_rounded_to_cents() -> None:
    """3 x 0.335 = 1.005 and 7 x 0.145 = 1.015: half a cent goes up in each, so the sum is not 2.02."""
    lines = [line(1, "3"), line(2, "7")]

    sheet = priced(lines, {1: Decimal("0.335"), 2: Decimal("0.145")})

    assert [plain(each.amount) for each in sheet.lines] == ["1.01", "1.02"]
    assert sheet.total == Decimal("2.03")


def test_the_working_of_a_line_is_written_out() -> None:
    sheet = priced([line(1, "1200.5")], {1: Decimal("3.4567")})

    assert sheet.lines[0].filled.nl == "1.200,5 × € 3,4567 = € 4.149,77"
    assert sheet.lines[0].filled.en == "1,200.5 × €3.4567 = €4,149.77"


amounts = some.decimals(min_value=0, max_value=10**9, places=4)
quantities = some.decimals(min_value="0.0001", max_value=10**8, places=4)


@given(some.lists(some.tuples(quantities, amounts), min_size=1, max_size=20))
def test_the_sum_is_exact_for_any_sheet(given_lines: list[tuple[Decimal, Decimal]]) -> None:
    """Worked out again with whole numbers of ten-thousandths, without decimals."""
    lines = [line(number, plain(each)) for number, (each, _) in enumerate(given_lines, 1)]

    sheet = priced(lines, {number: price for number, (_, price) in enumerate(given_lines, 1)})

    cents = [(Fraction(q) * Fraction(p) * 100 + Fraction(1, 2)).__floor__() for q, p in given_lines]
    assert [each.amount for each in sheet.lines] == [each * CENT for each in cents]
    assert sheet.total == sum(cents) * CENT


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("", "Vul de prijs van regel 3 in: Laptop 3, per stuk."),
        ("-1", "De prijs van regel 3 (Laptop 3) is negatief."),
        ("900.01", "De prijs van regel 3 (Laptop 3) is hoger dan het maximum van € 900."),
        ("1.00001", "De prijs van regel 3 (Laptop 3) heeft meer dan 4 decimalen."),
        ("12.50", "Schrijf de prijs van regel 3 (Laptop 3) zonder overbodige nullen."),
        *((text, "De prijs van regel 3 (Laptop 3) is geen getal.") for text in (
            "NaN", "Infinity", "1e400", "1_000", "٣", "12,5", "-0", "=1+1",
        )),
    ],
)  # fmt: skip
def test_a_price_that_cannot_be_is_refused_by_its_line(answer: str, words: str) -> None:
    wrong = misfit(line(3, maximum="900"), answer)

    assert wrong is not None
    assert wrong.nl.startswith(words)


@pytest.mark.parametrize("answer", ["0", "0.0001", "900", "899.9999"])
def test_a_price_up_to_the_maximum_is_good(answer: str) -> None:
    assert misfit(line(3, maximum="900"), answer) is None


def test_a_refusal_never_repeats_the_price() -> None:
    wrong = misfit(line(3, maximum="900"), "8675309.17")

    assert wrong is not None
    assert "8675309" not in wrong.nl + wrong.en


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        (line(2, "0"), "[1].quantity"),
        (line(2, "-1"), "[1].quantity"),
        (line(2, "1.00001"), "[1].quantity"),
        (line(2, "100000000.5"), "[1].quantity"),
        (line(2, maximum="0"), "[1].maximum"),
        (line(2, maximum="1.23456"), "[1].maximum"),
        (line(2, description=" "), "[1].description"),
        (line(2, description="x" * 201), "[1].description"),
        (line(2, unit=""), "[1].unit"),
        (line(3), ""),
    ],
)
def test_lines_that_cannot_be_published_are_told_by_place(wrong: PriceLine, place: str) -> None:
    assert [problem.place for problem in problems_of_lines([line(1), wrong])] == [place]


def test_two_lines_with_one_description_are_told_apart_by_their_group_alone() -> None:
    same, apart = [line(1, description="Dock"), line(2, description="Dock")], [
        line(1, description="Dock", group="Locatie A"), line(2, description="Dock", group="Locatie B"),
    ]  # fmt: skip

    assert [each.place for each in problems_of_lines(same)] == ["[0].description", "[1].description"]
    assert list(problems_of_lines(apart)) == []


def test_more_lines_than_a_form_can_hold_are_refused() -> None:
    many = [line(number) for number in range(1, 252)]

    assert "hooguit 250 regels" in next(problems_of_lines(many)).message.nl
