"""Texts that exist in both languages by construction: Dutch first, English second.

The pure packages may not import Django, so they cannot use gettext. They carry their texts as
values with both languages filled in; a text in one language cannot be built.
"""

from dataclasses import dataclass
from typing import Literal

Language = Literal["nl", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or label in Dutch and in English."""

    nl: str
    en: str

    def __post_init__(self) -> None:
        if not (self.nl and self.en):
            raise ValueError(f"a text needs both languages, got nl={self.nl!r} en={self.en!r}")

    def to(self, language: str) -> str:
        """The text in `language`; any language but English gets Dutch."""
        return self.en if language_named(language) == "en" else self.nl

    def format(self, **values: "str | Text") -> "Text":
        """Fill the `{names}` of both languages; a `Text` value fills each language with its own words."""
        return Text(nl=self.nl.format(**_in("nl", values)), en=self.en.format(**_in("en", values)))


def language_named(code: str) -> Language:
    """Any code but that of English is Dutch, as for `Text.to`."""
    return "en" if code.startswith("en") else "nl"


def _in(language: Language, values: "dict[str, str | Text]") -> dict[str, str]:
    return {name: value.to(language) if isinstance(value, Text) else value for name, value in values.items()}
