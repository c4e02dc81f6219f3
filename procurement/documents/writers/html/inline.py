"""What stands within a line: runs, open fields, references, footnotes."""

import re
from dataclasses import dataclass, field

from procurement.documents.errors import DocumentError
from procurement.documents.model import (
    Content,
    Field,
    Footnote,
    Inline,
    LineBreak,
    Reference,
    Run,
    plain,
)
from procurement.documents.numbering import Target
from procurement.documents.package import LOCALE
from procurement.documents.text import attribute, escaped, only_words

_NOT_IN_AN_ID = re.compile(r"[^A-Za-z0-9._-]")


@dataclass(slots=True)
class Lines:
    """Writes contents and keeps the footnotes for the end. `ids`: of the anchors, unique in the page."""

    prefix: str
    targets: dict[str, Target]
    ids: dict[str, str]
    footnotes: list[str] = field(default_factory=list)
    in_footnote: bool = False

    def html(self, content: Content) -> str:
        if len(content) == 1 and type(run := content[0]) is Run:  # nearly every paragraph and cell
            return run.text if _is_bare(run) else _run(run)
        return "".join(
            [_run(inline) if type(inline) is Run else self._inline(inline, content) for inline in content]
        )

    def _inline(self, inline: Inline, content: Content) -> str:
        match inline:
            case Run():
                return _run(inline)
            case Field():
                return _field(inline)
            case Reference(anchor=anchor):
                return self._reference(anchor, content)
            case Footnote():
                return self._footnote(inline, content)
            case LineBreak():
                return "<br>"
            case _:
                return ""  # a page in a browser has no page numbers

    def _reference(self, anchor: str, content: Content) -> str:
        target = self.targets.get(anchor)
        if target is None:
            raise DocumentError(
                f"in {plain(content)!r}: a reference to {anchor!r}, which is not in the document"
            )
        return f'<a class="doc-reference" href="#{self.ids[anchor]}">{words(target.label)}</a>'

    def _footnote(self, footnote: Footnote, content: Content) -> str:
        if self.in_footnote:
            raise DocumentError(f"in {plain(content)!r}: a footnote within a footnote")
        number = len(self.footnotes) + 1
        self.footnotes.append("")  # its place is taken before its text is written
        self.in_footnote = True
        text = self.html(footnote.content)
        self.in_footnote = False
        here, there = f"{self.prefix}noteref-{number}", f"{self.prefix}note-{number}"
        back = f'<a href="#{here}" role="doc-backlink" class="doc-backlink" aria-label="{number} ↑">↑</a>'
        self.footnotes[number - 1] = f'<li id="{there}">{text} {back}</li>'
        return (
            f'<sup class="doc-noteref"><a id="{here}" href="#{there}" role="doc-noteref">{number}</a></sup>'
        )


def words(text: str) -> str:
    """Text in a line; a newline becomes a line break."""
    if only_words(text):
        return text
    return escaped(text).replace("\n", "<br>").replace("\t", " ")


def identity(prefix: str, anchor: str, ordinal: int) -> str:
    """An id of letters, digits, hyphens and points; unique by its ordinal."""
    return f"{prefix}{_NOT_IN_AN_ID.sub('-', anchor)}-{ordinal}"


def _is_bare(run: Run) -> bool:
    """Whether its text can stand in the page as it is."""
    return not (run.bold or run.italic or run.language) and only_words(run.text)


def _run(run: Run) -> str:
    text = words(run.text)
    if run.bold:
        text = f"<strong>{text}</strong>"
    if run.italic:
        text = f"<em>{text}</em>"
    return f'<span lang="{LOCALE[run.language]}">{text}</span>' if run.language else text


def _field(field: Field) -> str:
    shown = words(f"[{field.label}]")
    return (
        f'<mark class="doc-open" data-field="{attribute(field.name)}" data-kind="{field.kind}">{shown}</mark>'
    )
