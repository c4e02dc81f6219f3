"""What is known while a Word text streams by: the paragraph that is open, and the changes around it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from procurement.incoming.codes import Code
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.text.values import (
    REFERENCE_BEGINS,
    REFERENCE_ENDS,
    Filled,
    TextChange,
    TextParagraph,
)

GONE, NEW = ("del", "moveFrom"), ("ins", "moveTo")
_NO_MARKERS = str.maketrans("", "", REFERENCE_BEGINS + REFERENCE_ENDS)
_LONGEST_CHANGE = 1_000  # characters of a change that are kept to show
_LONGEST_NAME = 200

Give = Callable[[TextParagraph], None]


@dataclass(slots=True)
class OpenParagraph:
    """`mark`: how its end was changed. `list` and `level`: its numbering, where it says that itself."""

    part: str
    controls: tuple[tuple[int, str], ...]
    in_table: bool
    texts: list[str] = field(default_factory=list)
    style: str = ""
    bookmarks: list[str] = field(default_factory=list)
    filled: list[Filled] = field(default_factory=list)
    mark: str = ""
    references: list[str] = field(default_factory=list)
    list: str = ""
    level: str = ""
    first_number: str = ""

    def ended(self, carried: str) -> TextParagraph:
        return TextParagraph(
            text=carried + "".join(self.texts),
            part=self.part,
            style=self.style[:_LONGEST_NAME],
            controls=self.controls,
            bookmarks=tuple(self.bookmarks),
            filled=tuple(self.filled),
            in_table=self.in_table,
            references=tuple(self.references),
            unnumbered=self.list == "0",
            first_number=self.first_number,
        )


@dataclass(slots=True)
class OpenChange:
    kind: str
    author: str
    at: str
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class OpenControl:
    """`inline`: it stands within a line, and `texts` is what stands in it."""

    number: int
    inline: bool
    tag: str = ""
    hint: bool = False
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Changes:
    """The tracked changes, each run of one person at one place as one; and their number is bounded."""

    limits: Limits
    found: list[TextChange] = field(default_factory=list)

    def add(self, kind: str, author: str, at: str, text: str, paragraph: int) -> None:
        last = self.found[-1] if self.found else None
        if last and (last.kind, last.author, last.paragraph) == (kind, author, paragraph):
            text, at = last.text + text, last.at
            self.found.pop()
        elif len(self.found) >= self.limits.changes:
            most = f"{self.limits.changes:,}".replace(",", " ")
            raise Refused(Code.XML_TOO_LARGE, "tracked changes", most)
        shown = text[:_LONGEST_CHANGE]
        self.found.append(
            TextChange(
                kind=kind,
                author=author[:_LONGEST_NAME],
                at=at[:_LONGEST_NAME],
                text=shown,
                paragraph=paragraph,
            )
        )


@dataclass(slots=True)
class Counted:
    """Gives paragraphs away and counts them; `number` is that of the paragraph that comes next."""

    limits: Limits
    give: Give
    number: int = 0
    _characters: int = 0

    def paragraph(self, paragraph: TextParagraph) -> None:
        self._characters += len(paragraph.text)
        if self._characters > self.limits.characters:
            raise Refused(Code.TOO_MUCH_TEXT, "", f"{self.limits.characters:,}".replace(",", " "))
        if self.number >= self.limits.paragraphs:
            raise Refused(Code.XML_TOO_LARGE, "", f"{self.limits.paragraphs:,}".replace(",", " "))
        self.give(paragraph)
        self.number += 1


def without_markers(text: str) -> str:
    return text.translate(_NO_MARKERS)
