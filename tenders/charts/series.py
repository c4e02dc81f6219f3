"""Parts that can be told apart without colour: a hatching and a place in the legend for each of a series."""

from collections.abc import Sequence
from decimal import Decimal
from xml.etree.ElementTree import Element

from tenders.charts.svg import Number, shape, text_in

LEGEND = 24  # the height of a line of the legend
CHARACTER = 7  # the width of a character of a label, roughly; only decides whether a figure fits
MOST_WORDS = 44  # characters of a name in the legend
COLOURS = 6  # of shares in the style sheet
_HATCHES = (
    "",
    "M0 8L8 0",
    "M0 0L8 8",
    "M4 0V8",
    "M0 4H8",
    "M0 4H8M4 0V8",
    "M0 0L8 8M0 8L8 0",
    "M2 0V8M6 0V8",
    "M3 4H5",
)
MOST_SERIES = len(_HATCHES)  # a further one looks like the first again


def hatches(root: Element, name: str, series: int) -> None:
    """Hatching that tells the parts apart in black and white."""
    definitions = shape(root, "defs")
    for number in range(1, min(series, MOST_SERIES)):
        pattern = shape(
            definitions,
            "pattern",
            id=f"{name}-hatch-{number}",
            width=8,
            height=8,
            patternUnits="userSpaceOnUse",
        )
        shape(pattern, "path", d=_HATCHES[number], class_="hatch")


def legend_height(series: int) -> int:
    return -(-series // 2) * LEGEND


def legend(root: Element, name: str, series: Sequence[str], *, left: int, width: int) -> None:
    """Two columns, from the top."""
    for number, words in enumerate(series):
        x, y = left + (number % 2) * width // 2, (number // 2) * LEGEND
        filled(root, name, number, x=x, y=y + 3, width=16, height=16)
        text_in(root, "text", words[:MOST_WORDS], x=x + 24, y=y + 15)


def filled(
    root: Element, name: str, number: int, *, x: Number, y: Number, width: Number, height: int
) -> None:
    hatch = number % MOST_SERIES
    colour = number % COLOURS + 1
    shape(root, "rect", x=x, y=y, width=width, height=height, class_=f"share share-{colour}")
    if hatch:
        shape(root, "rect", x=x, y=y, width=width, height=height, fill=f"url(#{name}-hatch-{hatch})")


def figure(root: Element, label: str, x: Decimal, y: Decimal, width: Decimal) -> None:
    """The figure on a plate, so that no hatching runs through it; left out where it does not fit."""
    size = len(label) * CHARACTER + 6
    if width < size + 4:
        return
    left = x + (width - size) / 2
    shape(root, "rect", x=left, y=y + 5, width=size, height=16, rx=2, class_="plate")
    text_in(root, "text", label, x=x + width / 2, y=y + 18, text_anchor="middle")
