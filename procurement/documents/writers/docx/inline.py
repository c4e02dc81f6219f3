"""What stands within a line: runs, open fields, references."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from procurement.documents.errors import DocumentError
from procurement.documents.model import (
    Content,
    Field,
    FieldKind,
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
from procurement.documents.package import LOCALE
from procurement.documents.text import attribute, escaped, only_words

_KEEP = '<w:t xml:space="preserve">'
_BREAK = re.compile("([\n\t])")
_BREAKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_NOTE_SIGN = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_LONGEST_TAG = 64  # Word refuses a longer tag or alias of a content control


class Mark(NamedTuple):
    """Where a reference leads: the bookmark's name in this file, and what the reference prints."""

    bookmark: str
    target: Target


@dataclass(slots=True)
class Marks:
    """What a line needs to know of its document.

    `footnotes` collects those written so far, as XML; None where none may stand: in a header or a footnote.
    """

    targets: dict[str, Mark]
    locale: str
    footnotes: list[str] | None


def runs(content: Content, marks: Marks) -> str:
    """The XML of a line. Nearly every paragraph and cell is one plain text: that way is kept short."""
    if len(content) == 1 and type(run := content[0]) is Run and not (run.bold or run.italic or run.language):
        text = run.text
        if text and only_words(text) and text.strip() == text:
            return f"<w:r><w:t>{text}</w:t></w:r>"
    return "".join(
        [_run(inline) if type(inline) is Run else _inline(inline, marks, content) for inline in content]
    )


def simple_field(instruction: str, cached: str) -> str:
    """A field that Word computes, with its present result."""
    return f'<w:fldSimple w:instr=" {instruction} "><w:r>{words(cached)}</w:r></w:fldSimple>'


def words(text: str) -> str:
    """Text inside a run; tabs and newlines become Word's own."""
    if text and only_words(text):
        return f"<w:t>{text}</w:t>" if text.strip() == text else f"{_KEEP}{text}</w:t>"
    pieces = _BREAK.split(escaped(text))
    return "".join(_BREAKS[piece] if piece in _BREAKS else _piece(piece) for piece in pieces if piece)


def _piece(text: str) -> str:
    """Word drops a space at either end unless it is told to keep it."""
    return f"<w:t>{text}</w:t>" if text.strip() == text else f"{_KEEP}{text}</w:t>"


def control(tag: str, alias: str, kind: str = "") -> str:
    """The properties of a content control. Raises `DocumentError` if Word would refuse the tag."""
    if len(tag) > _LONGEST_TAG:
        raise DocumentError(
            f"{tag!r}: a code in a Word file may have {_LONGEST_TAG} characters with its version"
        )
    return (
        f'<w:sdtPr><w:alias w:val="{attribute(alias[:_LONGEST_TAG])}"/>'
        f'<w:tag w:val="{attribute(tag)}"/>{kind}</w:sdtPr>'
    )


def _inline(inline: Inline, marks: Marks, content: Content) -> str:
    match inline:
        case Run():
            return _run(inline)
        case Field():
            return _field(inline, marks)
        case Reference(anchor=anchor):
            return _reference(anchor, marks, content)
        case Footnote():
            return _footnote(inline, marks, content)
        case LineBreak():
            return "<w:r><w:br/></w:r>"
        case PageNumber():
            return simple_field("PAGE", "1")
        case PageCount():
            return simple_field("NUMPAGES", "1")


def _run(run: Run) -> str:
    if run.bold or run.italic or run.language:
        looks = f"{'<w:b/>' if run.bold else ''}{'<w:i/>' if run.italic else ''}"
        looks += f'<w:lang w:val="{LOCALE[run.language]}"/>' if run.language else ""
        return f"<w:r><w:rPr>{looks}</w:rPr>{words(run.text)}</w:r>"
    return f"<w:r>{words(run.text)}</w:r>"


def _field(field: Field, marks: Marks) -> str:
    """A content control to type, choose or pick in; Word takes the marked label away at the first key."""
    shown = f'<w:r><w:rPr><w:rStyle w:val="OpenField"/></w:rPr>{words(f"[{field.label}]")}</w:r>'
    properties = control(f"field:{field.name}", field.label, f"<w:showingPlcHdr/>{_kind(field, marks)}")
    return f"<w:sdt>{properties}<w:sdtContent>{shown}</w:sdtContent></w:sdt>"


def _kind(field: Field, marks: Marks) -> str:
    match field.kind:
        case FieldKind.TEXT:
            return ""  # as plain text (w:text) LibreOffice would show it without the mark
        case FieldKind.DATE:
            return (
                f'<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="{marks.locale}"/>'
                '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
            )
        case FieldKind.CHOICE:
            choices = (attribute(choice) for choice in field.choices)
            items = "".join(
                f'<w:listItem w:displayText="{choice}" w:value="{choice}"/>' for choice in choices
            )
            return f"<w:dropDownList>{items}</w:dropDownList>"


def _footnote(footnote: Footnote, marks: Marks, content: Content) -> str:
    written = marks.footnotes
    if written is None:
        raise DocumentError(f"in {plain(content)!r}: a footnote in a footnote, a header or a footer")
    number = len(written) + 1
    inner = runs(footnote.content, Marks(marks.targets, marks.locale, None))
    written.append(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f"{_NOTE_SIGN}<w:footnoteRef/></w:r><w:r>{_KEEP} </w:t></w:r>{inner}</w:p></w:footnote>"
    )
    return f'{_NOTE_SIGN}<w:footnoteReference w:id="{number}"/></w:r>'


def _reference(anchor: str, marks: Marks, content: Content) -> str:
    mark = marks.targets.get(anchor)
    if mark is None:
        raise DocumentError(f"in {plain(content)!r}: a reference to {anchor!r}, which is not in the document")
    switches = "\\h"
    if mark.target.numbered:
        switches = "\\n \\h" if mark.target.whole else "\\w \\h"
    return simple_field(f"REF {mark.bookmark} {switches}", mark.target.label)
