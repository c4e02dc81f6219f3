"""Building SVG as an element tree, so that every text is escaped by the serialiser."""

from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement, tostring

NAMESPACE = "http://www.w3.org/2000/svg"
Number = Decimal | int


class Svg(str):
    """A finished drawing as text; a template prints it as it is, because all in it was escaped."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def canvas(*, name: str, title: str, description: str, width: Number, height: Number) -> Element:
    """An empty drawing. `name` is unique on the page; it joins title and description to the image."""
    root = Element(
        "svg",
        {
            "xmlns": NAMESPACE,
            "class": "chart",
            "viewBox": f"0 0 {place(width)} {place(height)}",
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-description",
        },
    )
    text_in(root, "title", title, id=f"{name}-title")
    text_in(root, "desc", description, id=f"{name}-description")
    return root


def place(number: Number) -> str:
    """A coordinate, to two decimals."""
    return format(Decimal(number).quantize(Decimal("0.01")).normalize(), "f")


def shape(parent: Element, tag: str, **attributes: Number | str) -> Element:
    """An element under `parent`; `_` in a name stands for `-`, and a last `_` keeps off a Python word."""
    named = {
        name.rstrip("_").replace("_", "-"): value if isinstance(value, str) else place(value)
        for name, value in attributes.items()
    }
    return SubElement(parent, tag, named)


def text_in(parent: Element, tag: str, words: str, **attributes: Number | str) -> Element:
    element = shape(parent, tag, **attributes)
    element.text = words
    return element


def finished(root: Element) -> Svg:
    return Svg(tostring(root, encoding="unicode", short_empty_elements=True))
