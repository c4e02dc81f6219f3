"""A text document as lines between the two processes; the asking side believes nothing of them."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from procurement.incoming.apart.lines import NotUnderstood, said_by, written
from procurement.incoming.text.values import Filled, TextChange, TextComment, TextDocument, TextParagraph


def paragraph_line(paragraph: TextParagraph) -> bytes:
    return written({"paragraph": asdict(paragraph)})


def change_line(change: TextChange) -> bytes:
    return written({"change": asdict(change)})


def comment_line(comment: TextComment) -> bytes:
    return written({"comment": asdict(comment)})


def property_line(name: str, value: str) -> bytes:
    return written({"property": name, "value": value})


def document_of(lines: Iterable[bytes]) -> TextDocument:
    """Raises `Refused` if the file is refused, `NotUnderstood` if the lines are not complete."""
    paragraphs: list[TextParagraph] = []
    changes: list[TextChange] = []
    comments: list[TextComment] = []
    properties: dict[str, str] = {}
    for said in said_by(lines):
        if "paragraph" in said:
            paragraphs.append(_paragraph(said["paragraph"]))
        elif "change" in said:
            changes.append(_change(said["change"]))
        elif "comment" in said:
            comments.append(_comment(said["comment"]))
        elif "property" in said:
            properties[_text(said["property"])] = _text(said.get("value"))
        else:
            raise NotUnderstood("unknown line")
    return TextDocument(
        paragraphs=tuple(paragraphs), changes=tuple(changes), comments=tuple(comments), properties=properties
    )


def _paragraph(said: Any) -> TextParagraph:
    match said:
        case {
            "text": str(text), "part": str(part), "style": str(style), "controls": list(controls),
            "bookmarks": list(bookmarks), "filled": list(filled), "in_table": bool(in_table),
            "references": list(references), "unnumbered": bool(unnumbered),
            "first_number": str(first_number),
        }:  # fmt: skip
            return TextParagraph(
                text=text, part=part, style=style, in_table=in_table,
                controls=tuple(_control(each) for each in controls),
                bookmarks=tuple(_text(each) for each in bookmarks),
                filled=tuple(_filled(each) for each in filled),
                references=tuple(_text(each) for each in references),
                unnumbered=unnumbered,
                first_number=first_number,
            )  # fmt: skip
    raise NotUnderstood("no paragraph")


def _control(said: Any) -> tuple[int, str]:
    match said:
        case [int(number), str(tag)]:
            return number, tag
    raise NotUnderstood("no control")


def _filled(said: Any) -> Filled:
    match said:
        case {"tag": str(tag), "text": str(text), "hint": bool(hint)}:
            return Filled(tag, text, hint)
    raise NotUnderstood("no control in a line")


def _change(said: Any) -> TextChange:
    match said:
        case {
            "kind": str(kind),
            "author": str(author),
            "at": str(at),
            "text": str(text),
            "paragraph": int(n),
        }:
            return TextChange(kind=kind, author=author, at=at, text=text, paragraph=n)
    raise NotUnderstood("no change")


def _comment(said: Any) -> TextComment:
    match said:
        case {"author": str(author), "at": str(at), "text": str(text), "paragraph": int(number)}:
            return TextComment(author=author, at=at, text=text, paragraph=number)
    raise NotUnderstood("no comment")


def _text(said: Any) -> str:
    if not isinstance(said, str):
        raise NotUnderstood("no text")
    return said
