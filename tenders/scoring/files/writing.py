"""From a `Tender` to plain data, and to the canonical bytes that are stored and hashed.

A field at its default is left out, so that a field added later does not change the bytes of a tender
that does not use it. Numbers are canonical text: 12.50 and 12.5 are written the same.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from typing import Any

from procurement.numbers import plain
from tenders.scoring.files.parameters import parameter_data
from tenders.scoring.model import Parameters, Tender

Data = dict[str, Any]


def to_data(tender: Tender) -> Data:
    """Dicts, lists and texts in the format of the files; reading them gives an equal tender."""
    return _table(tender)


def canonical(tender: Tender) -> bytes:
    """Sorted keys, no spaces, UTF-8: equal tenders give equal bytes."""
    text = json.dumps(to_data(tender), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8")


def parameters_data(parameters: Parameters) -> Data:
    """The parameters of a method as they stand in a file."""
    return {name: parameter_data(value) for name, value in parameters.items()}


def _table(record: Any) -> Data:
    data: Data = {}
    for entry in fields(record):
        value = getattr(record, entry.name)
        default = entry.default_factory() if entry.default_factory is not MISSING else entry.default
        if value != default:
            data[entry.name] = parameters_data(value) if entry.name == "parameters" else _plain(value)
    return data


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Mapping):
        return {name: _plain(entry) for name, entry in value.items()}
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    if is_dataclass(value):
        return _table(value)
    return value
