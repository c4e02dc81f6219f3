"""Lines over the years: each bid has marks and dashes of its own, and zero is always in sight."""

from decimal import Decimal
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tenders.charts.lines import YearLine, levels_of, year_lines

SVG = "{http://www.w3.org/2000/svg}"


def line(name: str, *values: str) -> YearLine:
    return YearLine(name, tuple(Decimal(value) for value in values))


def drawing(*lines: YearLine) -> Element:
    count = len(lines[0].values) if lines else 0
    return fromstring(
        year_lines(
            name="years",
            title="Kosten per jaar",
            description="Per inschrijving",
            moments=[str(number) for number in range(count)],
            lines=lines,
            labels=[str(level) for level in levels_of(lines)],
            axis="€",
        )
    )


def marks(root: Element) -> list[tuple[str, str]]:
    found = root.findall(f"{SVG}path[@class='mark']")
    return [(mark.attrib["d"], mark.attrib["transform"]) for mark in found]


def test_a_line_runs_from_the_start_to_the_last_year() -> None:
    root = drawing(line("A", "100", "0", "-100"))

    drawn = root.findall(f"{SVG}path[@class='line line-1']")[-1].attrib["d"]

    assert drawn == "M96 48L416 178L736 308"


def test_zero_is_within_the_picture_also_when_every_value_is_above_it() -> None:
    assert levels_of([line("A", "100", "200")]) == [0, 50, 100, 150, 200]
    assert levels_of([line("A", "-200", "-100")])[-1] == 0
    assert levels_of([]) == [0, 1]


@pytest.mark.parametrize(
    ("values", "levels"),
    [
        (("103640", "-76033"), [-100000, -50000, 0, 50000, 100000, 150000]),
        (("3", "7"), [0, 2, 4, 6, 8]),
        (("0.3",), ["0", "0.1", "0.2", "0.3"]),
        (("-1", "-9"), [-10, -5, 0]),
    ],
)
def test_the_heights_are_round_numbers_around_every_value(values: tuple[str, ...], levels: list[Any]) -> None:
    assert levels_of([line("A", *values)]) == [Decimal(each) for each in levels]


@given(some.lists(some.decimals("-1e9", "1e9", places=2), min_size=1, max_size=5))
def test_every_value_lies_between_the_lowest_and_the_highest_level(values: list[Decimal]) -> None:
    levels = levels_of([YearLine("A", tuple(values))])

    assert levels[0] <= min(values)
    assert levels[-1] >= max(values)
    assert 0 in levels
    assert 2 <= len(levels) <= 8


def test_each_line_has_marks_and_dashes_of_its_own() -> None:
    root = drawing(*(line(f"bid {number}", "1", "2") for number in range(12)))

    looks = {
        (stroke.get("stroke-dasharray", ""), mark)
        for stroke, (mark, _) in zip(
            [path for path in root.findall(f"{SVG}path") if path.attrib["class"].startswith("line line-")][
                ::2
            ],
            marks(root)[::3],
            strict=True,
        )
    }

    assert len(looks) == 12


def test_every_year_has_a_mark_and_the_legend_one_more() -> None:
    assert len(marks(drawing(line("A", "1", "2", "3")))) == 4


def test_a_name_is_text_and_no_style_stands_in_the_drawing() -> None:
    svg = year_lines(
        name="y",
        title="t",
        description="d",
        moments=["0"],
        lines=[line("<script>", "1")],
        labels=[str(level) for level in levels_of([line("<script>", "1")])],
        axis="€",
    )

    assert ("<script" in svg, "style=" in svg) == (False, False)
    assert "<script>" in [text.text for text in fromstring(svg).findall(f"{SVG}text")]
