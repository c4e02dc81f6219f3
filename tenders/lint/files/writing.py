"""From a topic of `tenders.lint.draft` to a table, as `read_topic` reads it, without what is unanswered."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from procurement.numbers import plain

Data = dict[str, Any]


def topic_data(topic: Any) -> Data:
    """Plain data for JSON: numbers as canonical text, days as 2026-11-30."""
    return _stated({field.name: _written(getattr(topic, field.name)) for field in fields(topic)})


def _written(value: Any) -> Any:
    if is_dataclass(value):
        return topic_data(value)
    if isinstance(value, tuple):
        return [_written(each) for each in value]
    if isinstance(value, Decimal):
        return plain(value)
    return value.isoformat() if isinstance(value, date) else value


def _stated(data: Mapping[str, Any]) -> Data:
    return {name: value for name, value in data.items() if value not in (None, "", [], {})}
