"""What stands within a line: runs, open fields, references."""

from typing import NamedTuple

from procurement.documents.errors import DocumentError
from procurement.documents.model import (
    Content,
    Field,
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

_OPEN = '<w:t xml:space="preserve">'
_CLOSE = "</w:t>"
_LONGEST_TAG = 64  # Word refuses a longer tag or alias of a content control


class Mark(NamedTuple):
    """Where a reference leads: the bookmark's name in this file, and what the reference prints."""

    bookmark: str
    target: Target


Marks = dict[str, Mark]


def runs(content: Content, marks: Marks) -> str:
    if len(content) == 1 and type(content[0]) is Run:  # nearly every paragraph and cell
        return _run(content[0])
    return "".join(_inline(inline, marks, content) for inline in content)


def simple_field(instruction: str, cached: str) -> str:
    """A field that Word computes, with its present result."""
    return f'<w:fldSimple w:instr=" {instruction} "><w:r>{words(cached)}</w:r></w:fldSimple>'


def words(text: str) -> str:
    """Text inside a run; tabs and newlines become Word's own."""
    if text and only_words(text):
        return f"{_OPEN}{text}{_CLOSE}"
    text = f"{_OPEN}{escaped(text)}{_CLOSE}"
    if "\n" in text or "\t" in text:
        text = text.replace("\n", f"{_CLOSE}<w:br/>{_OPEN}").replace("\t", f"{_CLOSE}<w:tab/>{_OPEN}")
    return text.replace(f"{_OPEN}{_CLOSE}", "")


def control(tag: str, alias: str) -> str:
    """The properties of a content control. Raises `DocumentError` if Word would refuse the tag."""
    if len(tag) > _LONGEST_TAG:
        raise DocumentError(
            f"{tag!r}: a code in a Word file may have {_LONGEST_TAG} characters with its version"
        )
    return (
        f'<w:sdtPr><w:alias w:val="{attribute(alias[:_LONGEST_TAG])}"/>'
        f'<w:tag w:val="{attribute(tag)}"/></w:sdtPr>'
    )


def _inline(inline: Inline, marks: Marks, content: Content) -> str:
    match inline:
        case Run():
            return _run(inline)
        case Field():
            return _field(inline)
        case Reference(anchor=anchor):
            return _reference(anchor, marks, content)
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


def _field(field: Field) -> str:
    shown = f'<w:r><w:rPr><w:rStyle w:val="OpenField"/></w:rPr>{words(f"[{field.label}]")}</w:r>'
    properties = control(f"field:{field.name}", field.label)
    return f"<w:sdt>{properties}<w:sdtContent>{shown}</w:sdtContent></w:sdt>"


def _reference(anchor: str, marks: Marks, content: Content) -> str:
    mark = marks.get(anchor)
    if mark is None:
        raise DocumentError(f"in {plain(content)!r}: a reference to {anchor!r}, which is not in the document")
    switches = "\\w \\h" if mark.target.numbered else "\\h"
    return simple_field(f"REF {mark.bookmark} {switches}", mark.target.label)
