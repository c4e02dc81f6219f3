"""Versions of the ladder and the days on which they hold for a new tender."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from procurement.language import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """`levels` counts from 1; 0 is a bidder without a level. Both ends of the period are included."""

    code: str
    levels: int
    level: Text
    valid_from: date
    valid_until: date | None
    source: str
    review_by: date
    confirmed: bool

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def label(self, level: int) -> Text:
        return self.level.format(number=str(level))


def _load() -> tuple[Version, ...]:
    entries = tomllib.loads((Path(__file__).parent / "data.toml").read_text(encoding="utf-8"))["versions"]
    return tuple(
        Version(
            code=entry["code"],
            levels=entry["levels"],
            level=Text(**entry["level"]),
            valid_from=entry["valid_from"],
            valid_until=entry.get("valid_until"),
            source=entry["source"],
            review_by=entry["review_by"],
            confirmed=entry["confirmed"],
        )
        for entry in entries
    )


VERSIONS = _load()


def version_on(day: date) -> Version | None:
    """For a tender published on this day; None where this register knows none."""
    return next((each for each in VERSIONS if each.holds_on(day)), None)
