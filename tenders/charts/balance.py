"""Stacked bars about a line at zero: what adds up to the right, what is taken off to the left.

A bar may show the range of its total as a whisker. The total itself has a mark.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from xml.etree.ElementTree import Element

from tenders.charts.bars import Part
from tenders.charts.series import CHARACTER, figure, filled, hatches, legend, legend_height
from tenders.charts.svg import Svg, canvas, finished, place, shape, text_in

WIDTH, LABEL_WIDTH, TOTAL_WIDTH = 760, 120, 130
BAR, GAP = 26, 18
MOST_LABEL = 16  # characters of a bid's name beside its bar
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceBar:
    """`total` is the sum of the parts; `low` and `high` are its range, both or neither."""

    name: str
    parts: tuple[Part, ...]  # one for each series; below zero is taken off
    total: Part
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def above(self) -> Decimal:
        return sum((part.value for part in self.parts if part.value > 0), ZERO)

    @property
    def below(self) -> Decimal:
        """Not above zero."""
        return sum((part.value for part in self.parts if part.value < 0), ZERO)


@dataclass(frozen=True, slots=True)
class _Scale:
    low: Decimal
    high: Decimal

    def across(self, value: Decimal) -> Decimal:
        room = Decimal(WIDTH - LABEL_WIDTH - TOTAL_WIDTH)
        return LABEL_WIDTH + (value - self.low) * room / (self.high - self.low)


def balance_bars(
    *, name: str, title: str, description: str, series: Sequence[str], bars: Sequence[BalanceBar]
) -> Svg:
    """The longest bar or range fills the width."""
    top = legend_height(len(series)) + GAP
    bottom = top + len(bars) * (BAR + GAP)
    root = canvas(name=name, title=title, description=description, width=WIDTH, height=bottom)
    hatches(root, name, len(series))
    legend(root, name, series, left=LABEL_WIDTH, width=WIDTH - LABEL_WIDTH)
    scale = _scale(bars)
    for number, bar in enumerate(bars):
        _bar(root, name, bar, top + number * (BAR + GAP), scale)
    zero = place(scale.across(ZERO))
    shape(root, "path", d=f"M{zero} {top - 6}V{bottom - 6}", class_="axis")
    return finished(root)


def _scale(bars: Sequence[BalanceBar]) -> _Scale:
    low = min((bar.below for bar in bars), default=ZERO)
    reached = [value for bar in bars for value in (bar.above, bar.high or ZERO)]
    high = max(reached, default=ZERO)
    return _Scale(low, high if high > low else low + 1)


def _bar(root: Element, name: str, bar: BalanceBar, top: int, scale: _Scale) -> None:
    text_in(root, "text", bar.name[:MOST_LABEL], x=0, y=top + 18)
    right = left = ZERO
    for number, part in enumerate(bar.parts):
        if part.value > 0:
            _part(root, name, number, part, right, top, scale)
            right += part.value
        elif part.value < 0:
            left += part.value
            _part(root, name, number, part, left, top, scale)
    _range(root, bar, top, scale)
    _total(root, bar, top, scale)


def _part(root: Element, name: str, number: int, part: Part, start: Decimal, top: int, scale: _Scale) -> None:
    x = scale.across(start)
    width = scale.across(start + abs(part.value)) - x
    filled(root, name, number, x=x, y=top, width=width, height=BAR)
    figure(root, part.label, x, Decimal(top), width)


def _range(root: Element, bar: BalanceBar, top: int, scale: _Scale) -> None:
    """Below the bar, so that no part hides it: a line from low to high with an end at both. None for no "
    "range."""
    if bar.low is None or bar.high is None or bar.low == bar.high:
        return
    low, high = place(scale.across(bar.low)), place(scale.across(bar.high))
    middle = top + BAR + 6
    whisker = f"M{low} {middle - 4}V{middle + 4}M{low} {middle}H{high}M{high} {middle - 4}V{middle + 4}"
    shape(root, "path", d=whisker, class_="axis range")


def _total(root: Element, bar: BalanceBar, top: int, scale: _Scale) -> None:
    """A mark where the total lies, and its figure to the right of all."""
    x = scale.across(bar.total.value)
    mark = f"M{place(x)} {top - 5}V{top + BAR + 2}"
    shape(root, "path", d=mark, class_="axis sum")
    end = max(scale.across(max(bar.above, bar.high or ZERO)), x)
    left = min(end + 8, Decimal(WIDTH - len(bar.total.label) * CHARACTER))
    text_in(root, "text", bar.total.label, x=left, y=top + 18, class_="total")
