"""What stands in a text document: paragraphs with all changes accepted, and the changes beside them."""

from dataclasses import dataclass

REFERENCE_BEGINS, REFERENCE_ENDS = "\ue000", "\ue001"
"""Around the result of a cross-reference, which the format computes; both never occur in a text otherwise."""

BODY, FOOTNOTES, ENDNOTES, HEADER, FOOTER = "body", "footnotes", "endnotes", "header", "footer"

HIDDEN = "hidden"
"""The kind of a change that nobody tracked: text that is struck through, hidden, white or tiny."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A content control within a line: its tag and what stands in it. `hint`: nobody filled it in yet."""

    tag: str
    text: str
    hint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextParagraph:
    """`controls`: the content controls that it stands in, outermost first, each by its ordinal in the file
    and its tag ("" where it has none). `part` is where it stands: in the body, in a note, or at
    the head or foot of the pages. `references`: the names that its references lead to, in their order.
    `unnumbered`: its number was switched off, whatever its style says. `first_number`: what the first of its
    list prints at its level, such as "1.1" or "(a)"; "" for no number."""

    text: str
    part: str = BODY
    style: str = ""
    controls: tuple[tuple[int, str], ...] = ()
    bookmarks: tuple[str, ...] = ()
    filled: tuple[Filled, ...] = ()
    in_table: bool = False
    references: tuple[str, ...] = ()
    unnumbered: bool = False
    first_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """A tracked change. `kind` is ins, del, moveTo or moveFrom, or HIDDEN; `at` as the file says it;
    `paragraph` the place in the paragraphs where it is, or would be."""

    kind: str
    author: str
    at: str
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextComment:
    """`paragraph`: where it hangs, -1 when it hangs nowhere."""

    author: str
    at: str
    text: str
    paragraph: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDocument:
    """`properties`: the custom properties of the file, by name."""

    paragraphs: tuple[TextParagraph, ...]
    changes: tuple[TextChange, ...]
    comments: tuple[TextComment, ...]
    properties: dict[str, str]
