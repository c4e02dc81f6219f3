"""Looks of a run that take its words away for who reads the page."""

from procurement.incoming.xml import Attributes, attribute

_OFF = ("0", "false", "off")
_TAKES_AWAY = ("strike", "dstrike", "vanish")
_PAPER = "FFFFFF"
_LEAST = 4  # half points; smaller is no text to anybody


def hides(bare: str, attributes: Attributes) -> bool:
    """Whether this property of a run strikes its words through, hides them, or makes them white or tiny."""
    value = attribute(attributes, "val")
    if bare in _TAKES_AWAY:
        return value not in _OFF
    if bare == "color":
        return value.upper() == _PAPER
    return bare == "sz" and value.isascii() and value.isdigit() and int(value[:6]) < _LEAST
