"""Invisible characters that turn the reading direction, so that a text says something else than it shows."""

import re

DIRECTION_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # inside [] of a regular expression

_ANY = re.compile(f"[{DIRECTION_CONTROLS}]")


def turns_direction(text: str) -> bool:
    return _ANY.search(text) is not None
