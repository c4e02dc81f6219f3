"""The content of a document in one exact form, and its digest: the same words and looks, the same digest.

Author, moment of making, header and footer do not count. What has its default value is left out, so that a
new possibility of the model changes no digest of before.
"""

import json
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any

from procurement.documents.model import Document


def canonical_form(document: Document) -> str:
    """Title, language and blocks as JSON, one block a line."""
    lines = (document.title, document.language, *document.blocks)
    return "\n".join(json.dumps(_plain(line), ensure_ascii=True, separators=(",", ":")) for line in lines)


def content_digest(document: Document) -> str:
    """SHA-256 of the canonical form, in hexadecimal."""
    return sha256(canonical_form(document).encode()).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _of_dataclass(value)
    return value


def _of_dataclass(value: object) -> list[object]:
    """The name of the class, then name and value of each field that is not as it always is."""
    kind: Any = type(value)
    form: list[object] = [kind.__name__]
    for name, default in _fields(kind):
        found = getattr(value, name)
        if found != default:
            form += [name, _plain(found)]
    return form


@cache
def _fields(kind: Any) -> tuple[tuple[str, object], ...]:
    def default(each: Field[Any]) -> object:
        return _NEVER if each.default is MISSING else each.default

    return tuple((each.name, default(each)) for each in fields(kind))


_NEVER = object()
"""Equal to nothing: the field has no default."""
