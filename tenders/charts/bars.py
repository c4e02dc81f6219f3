"""Stacked bars: one bar a bid, one part a group of criteria, in published order."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element

from tenders.charts.series import figure, filled, hatches, legend, legend_height
from tenders.charts.svg import Svg, canvas, finished, text_in

WIDTH, LABEL_WIDTH, TOTAL_WIDTH = 760, 120, 70
BAR, GAP = 26, 10
MOST_LABEL = 16  # characters of a bid's name beside its bar


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
    top = legend_height(len(series)) + GAP
    height = top + len(bars) * (BAR + GAP)
    root = canvas(name=name, title=title, description=description, width=WIDTH, height=height)
    hatches(root, name, len(series))
    legend(root, name, series, left=LABEL_WIDTH, width=WIDTH - LABEL_WIDTH)
    for number, bar in enumerate(bars):
        _bar(root, name, bar, Decimal(top + number * (BAR + GAP)), maximum)
    return finished(root)


def _bar(root: Element, name: str, bar: Bar, y: Decimal, maximum: Decimal) -> None:
    text_in(root, "text", bar.name[:MOST_LABEL], x=0, y=y + 18)
    room = Decimal(WIDTH - LABEL_WIDTH - TOTAL_WIDTH)
    x = Decimal(LABEL_WIDTH)
    for number, part in enumerate(bar.parts):
        width = max(part.value, Decimal(0)) * room / maximum if maximum > 0 else Decimal(0)
        if width > 0:
            filled(root, name, number, x=x, y=y, width=width, height=BAR)
            figure(root, part.label, x, y, width)
        x += width
    text_in(root, "text", bar.total, x=x + 8, y=y + 18, class_="total")
