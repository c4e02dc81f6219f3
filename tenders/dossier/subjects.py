"""Which events of a log are about a tender: their subject starts with its reference."""

from collections.abc import Collection

SEPARATORS = (" / ", " – ", ": ")


def is_about(subject: str, reference: str, references: Collection[str]) -> bool:
    """`references` are those of all tenders of the organisation: `A / 1` may be lot 1 of A, or a tender."""
    return owner_of(subject, references) == reference


def owner_of(subject: str, references: Collection[str]) -> str | None:
    """The longest reference that the subject starts with."""
    found = [each for each in references if _starts_with(subject, each)]
    return max(found, key=len, default=None)


def _starts_with(subject: str, reference: str) -> bool:
    return subject == reference or any(subject.startswith(reference + mark) for mark in SEPARATORS)
