"""What stands within a line of a text document."""

from dataclasses import dataclass
from enum import StrEnum

from procurement.documents.errors import DocumentError
from procurement.language import Language


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one weight; a tab or a newline in it is a tab or a line break in the document.

    `language`: of words in another language than the document, so that they are read out and checked in it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    language: Language | None = None


class FieldKind(StrEnum):
    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Field:
    """A value somebody still has to fill in; shown as a marked `[label]`. `name` is the variable's name.

    `choices`: what can be chosen, for a choice alone.
    """

    name: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.kind is FieldKind.CHOICE) != bool(self.choices):
            raise DocumentError(f"field {self.name!r}: a choice has choices, and nothing else has them")
        if len({choice.strip() for choice in self.choices} - {""}) != len(self.choices):
            raise DocumentError(f"field {self.name!r}: a choice is empty or stands there twice")


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of the block that carries `anchor`, kept up to date by the format itself."""

    anchor: str


@dataclass(frozen=True, slots=True)
class Footnote:
    """A source or remark at the foot of the page; the format numbers it. No footnote within a footnote."""

    content: "Content"


@dataclass(frozen=True, slots=True)
class LineBreak:
    pass


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of this page; for headers and footers."""


@dataclass(frozen=True, slots=True)
class PageCount:
    """The number of pages; for headers and footers."""


Inline = Run | Field | Reference | Footnote | LineBreak | PageNumber | PageCount
Content = tuple[Inline, ...]


def plain(content: Content) -> str:
    """The words of a content without their looks; references, footnotes and page fields leave nothing."""
    if len(content) == 1 and type(content[0]) is Run:  # nearly every one
        return content[0].text
    return "".join(_words(inline) for inline in content)


def _words(inline: Inline) -> str:
    match inline:
        case Run(text=text):
            return text
        case Field(label=label):
            return f"[{label}]"
        case LineBreak():
            return " "
        case _:
            return ""
