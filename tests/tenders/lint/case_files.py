"""The cases of each rule, as the files under cases/ hold them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tenders.lint.draft import Draft, PassageKind
from tenders.lint.rule import Rule
from tenders.lint.rules import RULES
from tests.tenders.lint.drafts import HERE, draft, text_draft


class Case(NamedTuple):
    rule: Rule
    name: str
    fails: bool
    data: dict[str, Any]

    @property
    def draft(self) -> Draft:
        if "text" in self.data:
            return text_draft(PassageKind(self.data.get("kind", "requirement")), self.data["text"])
        return draft(self.data.get("set"), tuple(self.data.get("without", ())))


def file_of(rule: Rule) -> Path:
    return HERE / "cases" / f"{rule.code}.toml"


def cases() -> Iterator[Case]:
    for rule in RULES:
        if file_of(rule).exists():
            data = tomllib.loads(file_of(rule).read_text(encoding="utf-8"))
            for sort in ("passing", "failing"):
                for entry in data[sort]:
                    yield Case(rule, entry["name"], sort == "failing", entry)
