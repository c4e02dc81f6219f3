"""A curve puts its points on the axes it names."""

from decimal import Decimal
from xml.etree.ElementTree import Element, fromstring

from tenders.charts.curve import Axis, Mark, Point, curve

SVG = "{http://www.w3.org/2000/svg}"
PRICE = Axis("Prijs", Decimal(800), Decimal(1200), "800", "1.200")
SHARE = Axis("Deel", Decimal(0), Decimal(1), "0%", "100%")


def drawing(*points: tuple[int, int], stepped: bool = False) -> Element:
    line = [Point(Decimal(x), Decimal(y)) for x, y in points]
    mark = Mark(Decimal(1000), Decimal("0.5"), "a")
    svg = curve(
        name="c", title="t", description="d", line=line, marks=[mark], x=PRICE, y=SHARE, stepped=stepped
    )
    return fromstring(svg)


def path(root: Element) -> str:
    return root.findall(f"{SVG}path[@class='line']")[0].attrib["d"]


def test_the_line_runs_from_corner_to_corner() -> None:
    assert path(drawing((800, 1), (1200, 0))) == "M64 40L616 272"


def test_a_step_stays_level_until_the_next_point() -> None:
    assert path(drawing((800, 1), (1200, 0), stepped=True)) == "M64 40H616V272"


def test_a_mark_sits_where_its_value_is() -> None:
    (mark,) = drawing((800, 1), (1200, 0)).findall(f"{SVG}circle")

    assert (mark.attrib["cx"], mark.attrib["cy"]) == ("340", "156")


def test_equal_ends_of_an_axis_do_not_divide_by_zero() -> None:
    flat = Axis("Prijs", Decimal(5), Decimal(5), "5", "5")

    assert flat.share(Decimal(5)) == 0
