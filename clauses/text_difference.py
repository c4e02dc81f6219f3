"""A text of a clause beside the one it takes the place of, word by word, for who has to approve it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from clauses.assembly.markdown import Blank, CrossReference, Piece, Provision
from procurement.documents.redline.sequences import paired, steps
from procurement.documents.redline.words import is_white, likeness, split_words

SAME, INSERTED, DELETED = "same", "ins", "del"
Line = tuple[int, list[tuple[str, str]]]
"""Level (0 of a provision, 1 of a point), and its words with what happened to them."""


def text_difference(
    old: Sequence[Provision], new: Sequence[Provision], labels: Mapping[str, str]
) -> list[Line]:
    """All of the new text, with what was taken out at its place. `labels`: of the blanks, by name."""
    before, after = list(_lines(old, labels)), list(_lines(new, labels))

    def like(a: int, c: int) -> float:
        return likeness(_counted(before[a][1]), _counted(after[c][1]))

    found: list[Line] = []
    for was, is_now in paired(before, after, like):
        if is_now is None:
            level, text = before[was or 0]
            found.append((level, [(DELETED, text)]))
        elif was is None:
            level, text = after[is_now]
            found.append((level, [(INSERTED, text)]))
        else:
            found.append((after[is_now][0], list(_words(before[was][1], after[is_now][1]))))
    return found


def _lines(provisions: Sequence[Provision], labels: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for provision in provisions:
        yield 0, _text(provision.pieces, labels)
        for point in provision.points:
            yield 1, _text(point.pieces, labels)


def _text(pieces: Sequence[Piece], labels: Mapping[str, str]) -> str:
    return "".join(_piece(piece, labels) for piece in pieces)


def _piece(piece: Piece, labels: Mapping[str, str]) -> str:
    match piece:
        case Blank(name):
            return f"[{labels.get(name, name)}]"
        case CrossReference(code):
            return f"[#{code}]"
        case _:
            return piece.text


def _counted(text: str) -> Counter[str]:
    return Counter(word for word in split_words(text) if not word.isspace())


def _words(old: str, new: str) -> Iterator[tuple[str, str]]:
    before, after = split_words(old), split_words(new)
    for step in steps(before, after, is_white):
        if step.same:
            yield SAME, "".join(after[step.c : step.d])
            continue
        for kind, words in ((DELETED, before[step.a : step.b]), (INSERTED, after[step.c : step.d])):
            if words:
                yield kind, "".join(words)
