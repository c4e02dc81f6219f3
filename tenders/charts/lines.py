"""One line a bid over the years, each with marks of its own shape and a line of its own dashes."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from xml.etree.ElementTree import Element

from tenders.charts.series import LEGEND, MOST_WORDS, legend_height
from tenders.charts.svg import Svg, canvas, finished, place, shape, text_in

WIDTH, PLOT = 760, 260
LEFT, RIGHT, BELOW = 96, 24, 44
STEPS = 4  # parts of the height, about
ROUND = (1, 2, 5, 10)  # times a power of ten: what a part of the height may be
ZERO = Decimal(0)
# Six of one and seven of the other: together 42 lines that differ.
_DASHES = ("", "8 4", "2 3", "10 3 2 3", "4 4", "1 5")
_MARKS = (
    "M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z",
    "M-4.5 -4.5H4.5V4.5H-4.5Z",
    "M0 -6L6 5H-6Z",
    "M0 -6L6 0L0 6L-6 0Z",
    "M-5 -5L5 5M5 -5L-5 5",
    "M-6 0H6M0 -6V6",
    "M0 6L6 -5H-6Z",
)


@dataclass(frozen=True, slots=True)
class YearLine:
    """`values` are those of the moments of the chart, in that order."""

    name: str
    values: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    top: int
    moments: int
    low: Decimal
    high: Decimal

    def across(self, number: int) -> Decimal:
        return LEFT + Decimal(number * (WIDTH - LEFT - RIGHT)) / max(self.moments - 1, 1)

    def down(self, value: Decimal) -> Decimal:
        return self.top + (self.high - value) * PLOT / (self.high - self.low)


def year_lines(
    *,
    name: str,
    title: str,
    description: str,
    moments: Sequence[str],
    lines: Sequence[YearLine],
    labels: Sequence[str],
    axis: str,
) -> Svg:
    """`labels` are the figures at the height lines of `levels_of(lines)`, from low to high."""
    top = legend_height(len(lines)) + 24
    levels = levels_of(lines)
    plot = _Plot(top=top, moments=len(moments), low=levels[0], high=levels[-1])
    root = canvas(name=name, title=title, description=description, width=WIDTH, height=top + PLOT + BELOW)
    text_in(root, "text", axis, x=0, y=top - 10)
    _frame(root, plot, moments, list(zip(levels, labels, strict=True)))
    for number, line in enumerate(lines):
        _legend(root, number, line.name)
        _line(root, number, line, plot)
    return finished(root)


def levels_of(lines: Sequence[YearLine]) -> list[Decimal]:
    """The heights that get a line and a figure, from low to high: round numbers, zero among them."""
    values = [ZERO, *(value for line in lines for value in line.values)]
    low, high = min(values), max(values)
    step = _step((high - low) / STEPS) if high > low else Decimal(1)
    first = int((low / step).to_integral_value(ROUND_FLOOR))
    last = int((high / step).to_integral_value(ROUND_CEILING))
    return [step * number for number in range(first, max(last, first + 1) + 1)]


def _step(least: Decimal) -> Decimal:
    """The first round number that is not below `least`."""
    power = Decimal(1).scaleb(least.adjusted())
    return next(each * power for each in ROUND if each * power >= least)


def _frame(root: Element, plot: _Plot, moments: Sequence[str], levels: Sequence[tuple[Decimal, str]]) -> None:
    right, bottom = WIDTH - RIGHT, plot.top + PLOT
    for level, label in levels:
        height = place(plot.down(level))
        shape(root, "path", d=f"M{LEFT} {height}H{right}", class_="rule")
        text_in(root, "text", label, x=LEFT - 12, y=plot.down(level) + 4, text_anchor="end")
    zero = place(plot.down(ZERO))
    shape(root, "path", d=f"M{LEFT} {zero}H{right}M{LEFT} {plot.top}V{bottom}", class_="axis")
    for number, words in enumerate(moments):
        text_in(root, "text", words, x=plot.across(number), y=bottom + 22, text_anchor="middle")


def _legend(root: Element, number: int, words: str) -> None:
    x, y = LEFT + (number % 2) * (WIDTH - LEFT) // 2, (number // 2) * LEGEND + 12
    _stroke(root, number, f"M{x} {y}H{x + 36}")
    _mark(root, number, Decimal(x + 18), Decimal(y))
    text_in(root, "text", words[:MOST_WORDS], x=x + 46, y=y + 4)


def _line(root: Element, number: int, line: YearLine, plot: _Plot) -> None:
    points = [(plot.across(at), plot.down(value)) for at, value in enumerate(line.values)]
    path = "L".join(f"{place(x)} {place(y)}" for x, y in points)
    if points:
        _stroke(root, number, f"M{path}")
    for x, y in points:
        _mark(root, number, x, y)


def _stroke(root: Element, number: int, path: str) -> None:
    dashes = _DASHES[number % len(_DASHES)]
    given = {"stroke_dasharray": dashes} if dashes else {}
    shape(root, "path", d=path, class_=f"line line-{number % len(_DASHES) + 1}", **given)


def _mark(root: Element, number: int, x: Decimal, y: Decimal) -> None:
    moved = f"translate({place(x)} {place(y)})"
    shape(root, "path", d=_MARKS[number % len(_MARKS)], transform=moved, class_="mark")
