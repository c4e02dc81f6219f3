"""A closed list of coded things: scoring methods, award methods, lint rules, clauses.

A registry is built from an explicit tuple, never by decorators that register at import,
so that what exists can be read in one place and a test can build its own.
"""

from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar


class Coded(Protocol):
    @property
    def code(self) -> str: ...


T = TypeVar("T", bound=Coded)


class DuplicateCode(ValueError):
    """Two entries of one registry carry the same code."""


class UnknownCode(KeyError):
    """No entry with this code; the message lists the codes that exist."""


class Registry(Generic[T]):
    def __init__(self, entries: Iterable[T]) -> None:
        self._entries: dict[str, T] = {}
        for entry in entries:
            if entry.code in self._entries:
                raise DuplicateCode(entry.code)
            self._entries[entry.code] = entry

    def __getitem__(self, code: str) -> T:
        try:
            return self._entries[code]
        except KeyError:
            raise UnknownCode(f"{code!r}; known: {', '.join(self._entries)}") from None

    def __contains__(self, code: object) -> bool:
        return code in self._entries

    def __iter__(self) -> Iterator[T]:
        return iter(self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(self._entries)
