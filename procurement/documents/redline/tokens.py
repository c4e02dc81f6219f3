"""What stands in a paragraph, cut into the smallest pieces that can change: words, breaks, fields, notes."""

from collections.abc import Hashable, Iterator, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from lxml import etree

from procurement.documents.redline.marks import SPACE, Kind, Marks, W
from procurement.documents.redline.words import split_words

_BOOKMARKS = (f"{W}bookmarkStart", f"{W}bookmarkEnd")


class Token(NamedTuple):
    """`key` says when two are the same. A word has its run's `looks`; anything else its `elements`."""

    key: Hashable
    word: str = ""
    looks: bytes = b""
    elements: tuple[Any, ...] = ()

    @property
    def is_bookmark(self) -> bool:
        return bool(self.elements) and self.elements[0].tag in _BOOKMARKS


Notes = Mapping[str, str]
"""The text of each footnote by its number."""


def tokens(paragraph: Any, notes: Notes) -> list[Token]:
    return list(_grouped(_pieces(paragraph, notes)))


def key_of(paragraph: Any, notes: Notes) -> tuple[Hashable, ...]:
    """The same for two paragraphs in which nothing changed that a reader can see."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    section = paragraph.find(f"{W}pPr/{W}sectPr")
    found = tuple(token.key for token in tokens(paragraph, notes) if not token.is_bookmark)
    return (
        "" if style is None else style.get(f"{W}val"),
        b"" if section is None else etree.tostring(section),
        found,
    )


def _pieces(paragraph: Any, notes: Notes) -> Iterator[Token]:
    for child in paragraph:
        if child.tag == f"{W}r":
            yield from _of_run(child, notes)
        elif child.tag == f"{W}fldSimple":
            yield Token(("field", _bare(child.get(f"{W}instr"))), elements=(child,))
        elif child.tag == f"{W}bookmarkStart":
            yield Token(("bookmark", child.get(f"{W}name")), elements=(child,))
        elif child.tag == f"{W}bookmarkEnd":
            yield Token(("bookmark ends",), elements=(child,))
        elif child.tag != f"{W}pPr":
            yield Token(("element", canonical(child)), elements=(child,))


def _of_run(run: Any, notes: Notes) -> Iterator[Token]:
    looks = run.find(f"{W}rPr")
    look = b"" if looks is None else canonical(looks)
    for child in run:
        if child.tag == f"{W}t":
            yield from (Token((word, look), word, look) for word in split_words(child.text or ""))
        elif child.tag != f"{W}rPr":
            yield Token(_key_of_part(child, look, notes), elements=(_alone(run, looks, child),))


def _key_of_part(part: Any, look: bytes, notes: Notes) -> Hashable:
    if part.tag == f"{W}footnoteReference":
        return ("note", notes.get(part.get(f"{W}id"), ""))
    return ("part", look, canonical(part))


def _alone(run: Any, looks: Any, part: Any) -> Any:
    made = etree.Element(run.tag)
    if looks is not None:
        made.append(deepcopy(looks))
    made.append(deepcopy(part))
    return made


def _grouped(pieces: Iterator[Token]) -> Iterator[Token]:
    """A field that is written out as runs is one token, from its begin to its end."""
    held: list[Token] = []
    depth = 0
    for piece in pieces:
        if not piece.word:
            depth += _field_depth(piece)
        if depth or held:
            held.append(piece)
            if depth == 0:
                yield _field(held)
                held = []
        else:
            yield piece
    yield from held


def _field_depth(piece: Token) -> int:
    kinds = [each.get(f"{W}fldCharType") for run in piece.elements for each in run.iter(f"{W}fldChar")]
    return kinds.count("begin") - kinds.count("end")


def _field(pieces: list[Token]) -> Token:
    """Known by its instruction: its result is computed again and is no text of its own."""
    elements = tuple(element for piece in pieces for element in as_elements(piece))
    said = "".join(each.text or "" for run in elements for each in run.iter(f"{W}instrText"))
    return Token(("field", _bare(said)), elements=elements)


def _bare(instruction: str | None) -> str:
    return " ".join((instruction or "").split())


def canonical(element: Any) -> bytes:
    """Equal for elements that say the same, whatever document they stand in."""
    return bytes(etree.tostring(element, method="c14n", exclusive=True, with_tail=False))


def as_elements(token: Token) -> list[Any]:
    return [_text_run(token.word, token.looks)] if token.word else [deepcopy(each) for each in token.elements]


def _text_run(text: str, looks: bytes) -> Any:
    run = etree.Element(f"{W}r")
    if looks:
        run.append(etree.fromstring(looks))
    part = etree.SubElement(run, f"{W}t")
    part.text = text
    part.set(SPACE, "preserve")
    return run


def written(found: list[Token], kind: Kind | None, marks: Marks) -> Iterator[Any]:
    """The tokens as elements of a paragraph, words of one look in one run; changed as `kind` says."""
    for element in _joined(found):
        yield from marks.inline(element, kind) if kind else (element,)


def _joined(found: list[Token]) -> Iterator[Any]:
    waiting: list[str] = []
    looks = b""
    for token in found:
        if waiting and (not token.word or token.looks != looks):
            yield _text_run("".join(waiting), looks)
            waiting = []
        if token.word:
            looks = token.looks
            waiting.append(token.word)
        else:
            yield from as_elements(token)
    if waiting:
        yield _text_run("".join(waiting), looks)
