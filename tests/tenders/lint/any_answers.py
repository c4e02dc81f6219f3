"""Any lawful or odd answer to a question."""

import dataclasses
import types
import typing
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st

# As the reader of files lets them through.
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2199, 12, 31))
NUMBERS = st.sampled_from(["0", "-1", "3", "3.01", "4", "216000", "1200000", "0.000001"]).map(Decimal)
WORDS = st.sampled_from(
    ["", "  ", "1", "P", "D1", "X", "ISO 14001", "a\nb", "Indexering van de onderhoudsprijs"]
)


def answers(kind: Any, numbers: st.SearchStrategy[Decimal] = NUMBERS) -> st.SearchStrategy[Any]:
    if typing.get_origin(kind) is types.UnionType:
        known = next(each for each in typing.get_args(kind) if each is not types.NoneType)
        return st.none() | answers(known, numbers)
    if typing.get_origin(kind) is tuple:
        return st.lists(answers(typing.get_args(kind)[0], numbers), max_size=2).map(tuple)
    if dataclasses.is_dataclass(kind):
        asked = typing.get_type_hints(kind).items()
        return st.builds(kind, **{name: answers(each, numbers) for name, each in asked})
    if issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    return {str: WORDS, bool: st.booleans(), Decimal: numbers, date: DAYS}[kind]
