"""From a topic of `tenders.lint.draft` to a table, as `read_topic` reads it, without what is unanswered."""

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from procurement.numbers import plain

Data = dict[str, Any]


def topic_data(topic: Any) -> Data:
    """Plain data for JSON: numbers as canonical text, days as 2026-11-30.

    A topic that may be left out and is there says so, even with nothing answered in it yet: {}.
    """
    written = {field.name: _written(getattr(topic, field.name)) for field in fields(topic)}
    optional = {field.name for field in fields(topic) if field.default is None}
    return {name: value for name, value in written.items() if _states(value, may_be_empty=name in optional)}


def _written(value: Any) -> Any:
    if is_dataclass(value):
        return topic_data(value)
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    if isinstance(value, Decimal):
        return plain(value)
    return value.isoformat() if isinstance(value, date) else value


def _states(value: Any, *, may_be_empty: bool) -> bool:
    return may_be_empty if value == {} else value not in (None, "", [])
