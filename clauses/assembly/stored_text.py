"""The text of a clause as plain data and back: what a person wrote stays as it was, mark-up or not.

A text that comes out of a Word file may hold signs that the small mark-up refuses; here they are only text.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

from clauses.assembly.markdown import Blank, CrossReference, Piece, Point, Provision, Words

Data = list[dict[str, object]]


def to_data(provisions: Sequence[Provision]) -> Data:
    """Lists, texts and truth values only; lines of a file are left out."""
    return [
        {
            "pieces": [_piece(each) for each in provision.pieces],
            "points": [[_piece(each) for each in point.pieces] for point in provision.points],
        }
        for provision in provisions
    ]


def from_data(data: Sequence[Mapping[str, object]]) -> tuple[Provision, ...]:
    """What `to_data` made; the line of a provision is its number."""
    return tuple(
        Provision(
            pieces=_pieces(each["pieces"], line),
            points=tuple(Point(_pieces(point, line), line) for point in _list(each["points"])),
            line=line,
        )
        for line, each in enumerate(data, start=1)
    )


def text_digest(provisions: Sequence[Provision]) -> str:
    """SHA-256 of the canonical JSON of `to_data`: the same words have the same digest."""
    written = json.dumps(to_data(provisions), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def plain_provisions(paragraphs: Sequence[tuple[str, Sequence[str]]]) -> tuple[Provision, ...]:
    """Provisions of plain words: of each its text and its points."""
    return tuple(
        Provision(
            pieces=(Words(text),),
            points=tuple(Point((Words(point),), line) for point in points),
            line=line,
        )
        for line, (text, points) in enumerate(paragraphs, start=1)
    )


def _piece(piece: Piece) -> list[object]:
    match piece:
        case Words(text, bold):
            return ["words", text, bold]
        case Blank(name, _line, bold):
            return ["blank", name, bold]
        case CrossReference(code):
            return ["clause", code, False]


def _pieces(data: object, line: int) -> tuple[Piece, ...]:
    return tuple(_piece_from(each, line) for each in _list(data))


def _piece_from(data: object, line: int) -> Piece:
    kind, text, bold = _list(data)
    match str(kind):
        case "blank":
            return Blank(str(text), line, bool(bold))
        case "clause":
            return CrossReference(str(text), line)
    return Words(str(text), bool(bold))


def _list(data: object) -> list[object]:
    if not isinstance(data, list):
        raise TypeError(data)
    return data
