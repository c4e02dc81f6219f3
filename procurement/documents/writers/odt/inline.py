"""What stands within a line: runs, open fields, references, page fields."""

from collections.abc import Mapping
from dataclasses import dataclass

from procurement.documents.errors import DocumentError
from procurement.documents.model import (
    Content,
    Field,
    Footnote,
    Inline,
    LineBreak,
    PageCount,
    PageNumber,
    Reference,
    Run,
    plain,
)
from procurement.documents.numbering import Target
from procurement.documents.opendocument import BREAK, words
from procurement.documents.text import attribute
from procurement.language import Language


@dataclass(slots=True)
class Targets:
    """What a reference prints, by anchor; and how many footnotes there are, None where none may stand."""

    labels: dict[str, Target]
    footnotes: int | None = None


_LOOKS = {(True, False): "Bold", (False, True): "Italic", (True, True): "BoldItalic"}
_SPOKEN: Mapping[Language, str] = {"nl": "InDutch", "en": "InEnglish"}


def inlines(content: Content, targets: Targets) -> str:
    return "".join(_inline(inline, targets, content) for inline in content)


def bookmarked(anchor: str, inner: str) -> str:
    """The XML inside the bookmark `anchor`; unchanged without an anchor."""
    if not anchor:
        return inner
    name = attribute(anchor)
    return f'<text:bookmark-start text:name="{name}"/>{inner}<text:bookmark-end text:name="{name}"/>'


def page_of(anchor: str) -> str:
    """The page on which the bookmark `anchor` stands; known once a program lays out the pages."""
    return (
        f'<text:bookmark-ref text:reference-format="page" text:ref-name="{attribute(anchor)}">'
        "</text:bookmark-ref>"
    )


def _inline(inline: Inline, targets: Targets, content: Content) -> str:
    match inline:
        case Run():
            return _run(inline)
        case Field(label=label):
            return f'<text:span text:style-name="OpenField">{words(f"[{label}]")}</text:span>'
        case Reference(anchor=anchor):
            return _reference(anchor, targets, content)
        case Footnote():
            return _footnote(inline, targets, content)
        case LineBreak():
            return BREAK
        case PageNumber():
            return '<text:page-number text:select-page="current">1</text:page-number>'
        case PageCount():
            return "<text:page-count>1</text:page-count>"


def _run(run: Run) -> str:
    look = _LOOKS.get((run.bold, run.italic))
    inner = words(run.text)
    for style in (look, _SPOKEN[run.language] if run.language else None):
        inner = f'<text:span text:style-name="{style}">{inner}</text:span>' if style and inner else inner
    return inner


def _footnote(footnote: Footnote, targets: Targets, content: Content) -> str:
    if targets.footnotes is None:
        raise DocumentError(f"in {plain(content)!r}: a footnote in a footnote, a header or a footer")
    targets.footnotes += 1
    number = targets.footnotes
    inner = inlines(footnote.content, Targets(targets.labels))
    return (
        f'<text:note text:id="ftn{number}" text:note-class="footnote">'
        f"<text:note-citation>{number}</text:note-citation>"
        f'<text:note-body><text:p text:style-name="Footnote"><text:s/>{inner}</text:p>'
        "</text:note-body></text:note>"
    )


def _reference(anchor: str, targets: Targets, content: Content) -> str:
    target = targets.labels.get(anchor)
    if target is None:
        raise DocumentError(f"in {plain(content)!r}: a reference to {anchor!r}, which is not in the document")
    shown = "text"
    if target.numbered:
        shown = "number" if target.whole else "number-all-superior"
    return (
        f'<text:bookmark-ref text:reference-format="{shown}" text:ref-name="{attribute(anchor)}">'
        f"{words(target.label)}</text:bookmark-ref>"
    )
