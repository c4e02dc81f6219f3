"""Bars about zero: what is taken off goes to the left, the range is a whisker, the total has its mark."""

from decimal import Decimal
from xml.etree.ElementTree import Element, fromstring

import pytest

from tenders.charts.balance import BalanceBar, balance_bars
from tenders.charts.bars import Part
from tenders.charts.series import COLOURS, MOST_SERIES

SVG = "{http://www.w3.org/2000/svg}"


def part(value: str) -> Part:
    return Part(Decimal(value), value)


def bar(*values: str, low: str | None = None, high: str | None = None, name: str = "A") -> BalanceBar:
    return BalanceBar(
        name=name,
        parts=tuple(part(value) for value in values),
        total=part(str(sum(Decimal(value) for value in values))),
        low=None if low is None else Decimal(low),
        high=None if high is None else Decimal(high),
    )


def drawing(*bars: BalanceBar, series: int = 2) -> Element:
    words = [f"Soort {number}" for number in range(series)]
    return fromstring(
        balance_bars(name="cost", title="Kosten", description="Per soort", series=words, bars=bars)
    )


def span(root: Element, series: int) -> tuple[Decimal, Decimal]:
    """Where the bar of this series begins and ends."""
    found = next(
        each
        for each in root.findall(f"{SVG}rect[@class='share share-{series}']")
        if each.get("height") == "26"
    )
    start = Decimal(found.attrib["x"])
    return start, start + Decimal(found.attrib["width"])


def zero(root: Element) -> Decimal:
    line = root.findall(f"{SVG}path[@class='axis']")[-1].attrib["d"]
    return Decimal(line.removeprefix("M").split()[0])


def test_what_is_taken_off_stands_left_of_zero_and_the_rest_right_of_it() -> None:
    root = drawing(bar("300", "-100"))

    assert span(root, 1) == (zero(root), Decimal(630))
    assert span(root, 2) == (Decimal(120), zero(root))


def test_lengths_are_in_proportion_over_all_bars() -> None:
    root = drawing(bar("400", "0"), bar("0", "100"))

    one, other = span(root, 1), span(root, 2)

    assert (one[1] - one[0]) == 4 * (other[1] - other[0])


def test_the_range_is_a_whisker_from_low_to_high() -> None:
    root = drawing(bar("100", "100", low="100", high="400"))

    whisker = root.find(f"{SVG}path[@class='axis range']")

    assert whisker is not None
    assert whisker.attrib["d"] == "M247.5 70V78M247.5 74H630M630 70V78"


@pytest.mark.parametrize("range_", [{}, {"low": "3", "high": "3"}], ids=["not stated", "of one value"])
def test_without_a_range_there_is_no_whisker(range_: dict[str, str]) -> None:
    assert drawing(bar("1", "2", **range_)).find(f"{SVG}path[@class='axis range']") is None


def test_the_total_is_marked_where_it_lies() -> None:
    root = drawing(bar("300", "-100"))

    mark = root.findall(f"{SVG}path[@class='axis sum']")

    assert [each.attrib["d"].split()[0] for each in mark] == ["M502.5"]
    assert [text.text for text in root.findall(f"{SVG}text[@class='total']")] == ["200"]


@pytest.mark.parametrize("bars", [(), (bar("0", "0"),), (bar("-5", "-5"),)], ids=["none", "zero", "all off"])
def test_nothing_to_show_is_drawn_without_a_fault(bars: tuple[BalanceBar, ...]) -> None:
    root = drawing(*bars)

    assert len(root.findall(f"{SVG}text[@class='total']")) == len(bars)


def test_every_kind_of_cost_has_a_look_of_its_own() -> None:
    root = drawing(bar(*["10"] * MOST_SERIES), series=MOST_SERIES)

    hatches = [
        rect.attrib["fill"] for rect in root.findall(f"{SVG}rect[@fill]") if rect.get("height") == "26"
    ]
    drawn = {path.attrib["d"] for path in root.iter(f"{SVG}path") if path.get("class") == "hatch"}

    assert MOST_SERIES > COLOURS
    assert len(set(hatches)) == len(hatches) == len(drawn) == MOST_SERIES - 1


def test_a_name_is_text_and_no_style_stands_in_the_drawing() -> None:
    svg = balance_bars(
        name="x", title="<b>", description="d", series=('"><script>',), bars=(bar("1", name="A & <B>"),)
    )

    assert ("<script" in svg, "style=" in svg, "<style" in svg) == (False, False, False)
    assert [text.text for text in fromstring(svg).findall(f"{SVG}text[@x='0']")] == ["A & <B>"]
