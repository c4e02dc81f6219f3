"""Drafts for the tests: a lawful tender, and the small changes that each case makes to it."""

import copy
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from tenders.lint.draft import Draft, Passage, PassageKind
from tenders.lint.files.drafts import draft_from_data
from tenders.lint.place_steps import steps_to

HERE = Path(__file__).parent
TODAY = date(2026, 12, 1)


@cache
def _lawful() -> dict[str, Any]:
    return tomllib.loads((HERE / "lawful.toml").read_text(encoding="utf-8"))


def draft(changes: Mapping[str, Any] | None = None, without: tuple[str, ...] = ()) -> Draft:
    """The lawful tender with `changes` by place ("legal.contract.estimate"); `without` is taken out."""
    data = copy.deepcopy(_lawful())
    for place, value in (changes or {}).items():
        holder, last = _holder(data, place)
        if isinstance(holder, list) and last == len(holder):
            holder.append(value)
        else:
            holder[last] = value
    for place in without:
        holder, last = _holder(data, place)
        del holder[last]
    return draft_from_data(data, today=TODAY)


def text_draft(kind: PassageKind, text: str) -> Draft:
    """The lawful tender with one text only, so that nothing else can be found in it."""
    return replace(draft(), passages=(Passage(place="here", kind=kind, title="Hier", text=text),))


def _holder(data: Any, place: str) -> tuple[Any, Any]:
    """The table or list that holds the place, made where it is missing, and the last name or number."""
    steps = steps_to(place)
    for step, following in pairwise(steps):
        if isinstance(data, dict):
            data = data.setdefault(step, [] if isinstance(following, int) else {})
        else:
            if step == len(data):
                data.append({})
            data = data[step]
    return data, steps[-1]
