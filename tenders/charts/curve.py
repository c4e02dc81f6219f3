"""One line through points, with the offered values as marks on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element

from tenders.charts.svg import Svg, canvas, finished, place, shape, text_in

WIDTH, HEIGHT = 640, 320
LEFT, RIGHT, TOP, BOTTOM = 64, 24, 40, 48
TICKS = 5


@dataclass(frozen=True, slots=True)
class Point:
    x: Decimal
    y: Decimal


@dataclass(frozen=True, slots=True)
class Mark:
    """A value that stands out on the line, with the letter it has in the table."""

    x: Decimal
    y: Decimal
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    title: str
    low: Decimal
    high: Decimal
    low_label: str
    high_label: str

    def share(self, value: Decimal) -> Decimal:
        """How far along the axis, from 0 to 1."""
        return (value - self.low) / (self.high - self.low) if self.high > self.low else Decimal(0)


def curve(
    *,
    name: str,
    title: str,
    description: str,
    line: Sequence[Point],
    marks: Sequence[Mark],
    x: Axis,
    y: Axis,
    stepped: bool = False,
) -> Svg:
    """`stepped`: each point holds until the next one, as in a step table."""
    root = canvas(name=name, title=title, description=description, width=WIDTH, height=HEIGHT)
    _frame(root, x, y)
    if line:
        shape(root, "path", d=_path(line, x, y, stepped=stepped), class_="line")
    for number, mark in enumerate(marks):
        _mark(root, mark, x, y, above=number % 2 == 0)
    return finished(root)


def _across(axis: Axis, value: Decimal) -> Decimal:
    return LEFT + axis.share(value) * (WIDTH - LEFT - RIGHT)


def _down(axis: Axis, value: Decimal) -> Decimal:
    return HEIGHT - BOTTOM - axis.share(value) * (HEIGHT - TOP - BOTTOM)


def _path(line: Sequence[Point], x: Axis, y: Axis, *, stepped: bool) -> str:
    first, *rest = line
    parts = [f"M{place(_across(x, first.x))} {place(_down(y, first.y))}"]
    for point in rest:
        across, down = place(_across(x, point.x)), place(_down(y, point.y))
        parts.append(f"H{across}V{down}" if stepped else f"L{across} {down}")
    return "".join(parts)


def _frame(root: Element, x: Axis, y: Axis) -> None:
    bottom, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    for tick in range(TICKS):
        level = TOP + tick * (bottom - TOP) // (TICKS - 1)
        shape(root, "path", d=f"M{LEFT} {level}H{right}", class_="rule")
    shape(root, "path", d=f"M{LEFT} {TOP}V{bottom}H{right}", class_="axis")
    text_in(root, "text", y.high_label, x=LEFT - 8, y=TOP + 5, text_anchor="end")
    text_in(root, "text", y.low_label, x=LEFT - 8, y=bottom + 5, text_anchor="end")
    text_in(root, "text", y.title, x=0, y=14)
    text_in(root, "text", x.low_label, x=LEFT, y=bottom + 20)
    text_in(root, "text", x.high_label, x=right, y=bottom + 20, text_anchor="end")
    text_in(root, "text", x.title, x=(LEFT + right) // 2, y=HEIGHT - 8, text_anchor="middle")


def _mark(root: Element, mark: Mark, x: Axis, y: Axis, *, above: bool) -> None:
    across, down = _across(x, mark.x), _down(y, mark.y)
    shape(root, "circle", cx=across, cy=down, r=5, class_="mark")
    text_in(
        root,
        "text",
        mark.label,
        x=across,
        y=down - 10 if above else down + 20,
        text_anchor="middle",
        class_="total",
    )
