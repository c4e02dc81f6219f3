"""A clause file written from its parts: the other way round than `source.parse_clause`."""

import json
from collections.abc import Iterator, Mapping
from datetime import date

Head = Mapping[str, object]


def source_of(head: Head, nl: str, en: str) -> str:
    """The text of a clause file. Whatever words hold, they stay words: quotes and breaks are escaped."""
    written = "\n".join(_table(head, ""))
    return f"+++\n{written}\n+++\n# Nederlands\n\n{_text(nl)}\n\n# English\n\n{_text(en)}\n"


def _text(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")


def _table(table: Head, name: str) -> Iterator[str]:
    """Single values first: what comes after the name of a table belongs to that table."""
    tables = {key: each for key, each in table.items() if isinstance(each, Mapping) and key == "kpi"}
    rows = {key: each for key, each in table.items() if isinstance(each, list) and _are_tables(each)}
    for key, each in table.items():
        if key not in tables and key not in rows:
            yield f"{key} = {_value(each)}"
    for key, each in tables.items():
        yield from ("", f"[{name}{key}]", *_table(each, f"{name}{key}."))
    for key, each in rows.items():
        for row in each:
            yield from ("", f"[[{name}{key}]]", *_table(row, f"{name}{key}."))


def _are_tables(values: list[object]) -> bool:
    return bool(values) and isinstance(values[0], Mapping)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case date():
            return value.isoformat()
        case Mapping():
            return "{ " + ", ".join(f"{key} = {_value(each)}" for key, each in value.items()) + " }"
        case list() | tuple():
            return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
