"""The parts of both files, of which the text, the footnotes and the numbering are merged."""

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

from lxml import etree

from procurement.documents.package import write_package
from procurement.documents.redline.blocks import Blocks
from procurement.documents.redline.marks import Marks, W
from procurement.documents.redline.names import (
    drop_unused_notes,
    fit_bookmarks,
    fit_lists,
    fit_notes,
    note_texts,
    number_bookmarks,
)
from procurement.documents.redline.pages import mark_last_pages
from procurement.documents.redline.plan import body_units, paragraph_pairs, planned

_TEXT, _NOTES, _NUMBERING = "word/document.xml", "word/footnotes.xml", "word/numbering.xml"


def redlined(old: bytes, new: bytes, *, author: str, at: datetime) -> bytes:
    """Both made by the Word writer in the same house style."""
    before, after = _parts(old), _parts(new)
    text, was = etree.fromstring(after[_TEXT]), etree.fromstring(before[_TEXT])
    notes, old_notes = _optional(after, _NOTES), _optional(before, _NOTES)
    numbering = etree.fromstring(after[_NUMBERING])
    entries = planned(body_units(was, note_texts(old_notes)), body_units(text, note_texts(notes)))
    fit_bookmarks(was, text, list(paragraph_pairs(entries, moved=False)))
    fit_lists(was, list(paragraph_pairs(entries, moved=True)), numbering)
    fit_notes(was, old_notes, notes)
    marks = Marks(author, at)
    blocks = Blocks(marks, note_texts(notes))
    _fill(text, list(blocks.written(entries)))
    mark_last_pages(was, text, marks)
    number_bookmarks(text)
    drop_unused_notes(text, notes)
    changed = {_TEXT: text, _NUMBERING: numbering, **({} if notes is None else {_NOTES: notes})}
    return _packed(after, changed)


def _fill(document: Any, elements: list[Any]) -> None:
    body = document.find(f"{W}body")
    last = body.find(f"{W}sectPr")
    body[:] = [*elements, *([] if last is None else [last])]


def _parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _optional(parts: dict[str, bytes], name: str) -> Any:
    return etree.fromstring(parts[name]) if name in parts else None


def _packed(parts: dict[str, bytes], changed: dict[str, Any]) -> bytes:
    stream = BytesIO()
    texts = {
        name: etree.tostring(element, encoding="UTF-8", xml_declaration=True, standalone=True)
        for name, element in changed.items()
    }
    write_package(stream, ((name, texts.get(name, body)) for name, body in parts.items()))
    return stream.getvalue()
