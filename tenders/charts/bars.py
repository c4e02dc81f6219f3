"""Stacked bars: one bar a bid, one part a group of criteria, in published order."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element

from tenders.charts.svg import Svg, canvas, finished, shape, text_in

WIDTH, LABEL_WIDTH, TOTAL_WIDTH = 760, 120, 70
BAR, GAP, LEGEND = 26, 10, 24
CHARACTER = 7  # the width of a character of a label, roughly; only decides whether a figure fits
MOST_LABEL = 16  # characters of a bid's name beside its bar
PATTERNS = 6  # as many as there are colours for shares


@dataclass(frozen=True, slots=True)
class Part:
    value: Decimal
    label: str  # the value as the table shows it


@dataclass(frozen=True, slots=True)
class Bar:
    name: str
    parts: tuple[Part, ...]  # one for each series
    total: str


def stacked_bars(
    *, name: str, title: str, description: str, series: Sequence[str], bars: Sequence[Bar], maximum: Decimal
) -> Svg:
    """`maximum` fills the whole width; a part below zero is left to the table."""
    rows = -(-len(series) // 2)
    top = rows * LEGEND + GAP
    height = top + len(bars) * (BAR + GAP)
    root = canvas(name=name, title=title, description=description, width=WIDTH, height=height)
    _patterns(root, name, len(series))
    for number, words in enumerate(series):
        _legend(root, name, number, words)
    for number, bar in enumerate(bars):
        _bar(root, name, bar, Decimal(top + number * (BAR + GAP)), maximum)
    return finished(root)


def _patterns(root: Element, name: str, series: int) -> None:
    """Hatching that tells the parts apart in black and white."""
    lines = ("", "M0 8L8 0", "M0 0L8 8", "M4 0V8", "M0 4H8", "M0 4H8M4 0V8")
    definitions = shape(root, "defs")
    for number in range(1, min(series, PATTERNS)):
        pattern = shape(
            definitions,
            "pattern",
            id=f"{name}-hatch-{number}",
            width=8,
            height=8,
            patternUnits="userSpaceOnUse",
        )
        shape(pattern, "path", d=lines[number], class_="hatch")


def _legend(root: Element, name: str, number: int, words: str) -> None:
    x = LABEL_WIDTH + (number % 2) * (WIDTH - LABEL_WIDTH) // 2
    y = (number // 2) * LEGEND
    _filled(root, name, number, x=x, y=y + 3, width=16, height=16)
    text_in(root, "text", words[:44], x=x + 24, y=y + 15)


def _bar(root: Element, name: str, bar: Bar, y: Decimal, maximum: Decimal) -> None:
    text_in(root, "text", bar.name[:MOST_LABEL], x=0, y=y + 18)
    room = Decimal(WIDTH - LABEL_WIDTH - TOTAL_WIDTH)
    x = Decimal(LABEL_WIDTH)
    for number, part in enumerate(bar.parts):
        width = max(part.value, Decimal(0)) * room / maximum if maximum > 0 else Decimal(0)
        if width > 0:
            _filled(root, name, number, x=x, y=y, width=width, height=BAR)
            _figure(root, part.label, x, y, width)
        x += width
    text_in(root, "text", bar.total, x=x + 8, y=y + 18, class_="total")


def _figure(root: Element, label: str, x: Decimal, y: Decimal, width: Decimal) -> None:
    """The figure on a plate, so that no hatching runs through it; left out where it does not fit."""
    size = len(label) * CHARACTER + 6
    if width < size + 4:
        return
    left = x + (width - size) / 2
    shape(root, "rect", x=left, y=y + 5, width=size, height=16, rx=2, class_="plate")
    text_in(root, "text", label, x=x + width / 2, y=y + 18, text_anchor="middle")


def _filled(
    root: Element,
    name: str,
    number: int,
    *,
    x: Decimal | int,
    y: Decimal | int,
    width: Decimal | int,
    height: int,
) -> None:
    colour = number % PATTERNS
    shape(root, "rect", x=x, y=y, width=width, height=height, class_=f"share share-{colour + 1}")
    if colour:
        shape(root, "rect", x=x, y=y, width=width, height=height, fill=f"url(#{name}-hatch-{colour})")
