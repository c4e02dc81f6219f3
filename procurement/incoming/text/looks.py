"""Looks of a run that take its words away for who reads the page."""

import re
from collections.abc import Mapping

from procurement.incoming.xml import Attributes, attribute

Look = Mapping[str, str]
"""What is said of a run: `strike`, `dstrike` and `vanish` as "on" or "off", `color`, `shade` and `highlight`
as six hexadecimal digits ("" for none), `sz` in half points, `vertAlign` as the file says it."""

_HEXADECIMAL = re.compile("[0-9A-Fa-f]{6}")
_OFF = ("0", "false", "off")
TAKES_AWAY = ("strike", "dstrike", "vanish")
PAPER = "FFFFFF"
_INK = "000000"
_LIGHT = ("background1", "light1")
_LEAST = 10  # half points; smaller is no text to anybody
_AS_GOOD_AS = 40  # of 255 in each of red, green and blue: a contrast of 1.5 to 1 at most, which nobody reads
_MARKERS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF",
    "red": "FF0000", "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000",
    "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip


def said(bare: str, attributes: Attributes) -> dict[str, str]:
    """What this property says of the look of a run; nothing if it is of no concern here."""
    value = attribute(attributes, "val")
    if bare in TAKES_AWAY:
        return {bare: "off" if value in _OFF else "on"}
    if bare == "color":
        themed = attribute(attributes, "themeColor") in _LIGHT and not attribute(attributes, "themeShade")
        return {"color": PAPER if themed else _colour(value)}
    if bare == "shd":
        return {"shade": shade(attributes)}
    if bare == "highlight":
        return {"highlight": _MARKERS.get(value, "")}
    if bare == "sz" and value.isascii() and value.isdigit():
        return {"sz": value[:6]}
    return {"vertAlign": value} if bare == "vertAlign" else {}


def shade(attributes: Attributes) -> str:
    """The colour behind the text, "" if there is none."""
    if attribute(attributes, "themeFill") in _LIGHT and not attribute(attributes, "themeFillShade"):
        return PAPER
    kind = attribute(attributes, "val")
    if kind == "nil":
        return ""
    return _colour(attribute(attributes, "color" if kind == "solid" else "fill"))


def is_unseen(look: Look, behind: str) -> bool:
    """Whether its words are struck through, hidden, tiny, or in the colour of what is `behind` them."""
    if any(look.get(each) == "on" for each in TAKES_AWAY):
        return True
    if int(look.get("sz") or _LEAST) < _LEAST:
        return True
    own = look.get("highlight") or look.get("shade")
    ink = look.get("color") or (_INK if own else "")  # without a colour, ink is dark, or light on a dark page
    return bool(ink) and _is_close(ink, own or behind or PAPER)


def _colour(value: str) -> str:
    return value.upper() if _HEXADECIMAL.fullmatch(value) else ""


def _is_close(one: str, other: str) -> bool:
    pairs = zip(bytes.fromhex(one), bytes.fromhex(other), strict=True)
    return all(abs(a - b) <= _AS_GOOD_AS for a, b in pairs)
