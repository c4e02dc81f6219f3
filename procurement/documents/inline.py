"""What stands within a line of a text document."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Field:
    """A value somebody still has to fill in; shown as a marked `[label]`. `name` is the variable's name."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The number of the block that carries `anchor`, kept up to date by the format itself."""

    anchor: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    pass


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of this page; for headers and footers."""


@dataclass(frozen=True, slots=True)
class PageCount:
    """The number of pages; for headers and footers."""


Inline = Run | Field | Reference | LineBreak | PageNumber | PageCount
Content = tuple[Inline, ...]


def plain(content: Content) -> str:
    """The words of a content without their looks; references and page fields leave nothing."""
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
