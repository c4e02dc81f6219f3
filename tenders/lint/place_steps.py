"""A place in a draft, "lots[0].criteria[2].account.link", as the steps that lead there."""

import re

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def steps_to(place: str) -> tuple[str | int, ...]:
    """Names of fields, and indexes in lists."""
    return tuple(name or int(number) for name, number in _STEP.findall(place))
