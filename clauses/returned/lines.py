"""One line of a clause against the line that came back: only its blanks, or its words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clauses.assembly.markdown import Blank, CrossReference, Words
from clauses.assembly.markdown import Piece as Source
from clauses.returned.differences import LineDifference, Piece
from clauses.returned.form import Line, Part
from clauses.returned.words import flat, is_reference, readable, token_key, tokens
from procurement.documents.redline.sequences import Step, steps
from procurement.documents.redline.words import is_white
from procurement.incoming.text.values import REFERENCE_BEGINS


def only_blanks(line: Line, text: str) -> dict[str, str] | None:
    """By name what stands in each blank, if nothing else changed; None if something did.

    The words between the blanks are looked for from left to right, so that it never takes long.
    """
    words, blanks = _template(line)
    rest = flat(text).strip()
    if not (rest.startswith(words[0].lstrip()) and rest.endswith(words[-1].rstrip())):
        return None
    if not blanks:
        return {} if rest == words[0].strip() else None
    rest = rest.removeprefix(words[0].lstrip())
    rest = rest[: len(rest) - len(words[-1].rstrip())]
    values = [] if len(rest) < len(words) - 2 else list(_cut(rest, blanks, words[1:-1]))
    return _agreed(blanks, values) if len(values) == len(blanks) else None


def _template(line: Line) -> tuple[list[str], list[Part]]:
    """The words around the blanks, one more than there are blanks."""
    words, blanks = [""], []
    for part in line.parts:
        if part.blank:
            blanks.append(part)
            words.append("")
        else:
            words[-1] += part.text
    return [flat(each) for each in words], blanks


def _cut(rest: str, blanks: Sequence[Part], between: Sequence[str]) -> Iterator[str]:
    """What stands in each blank; where the old value still stands it is that, whatever words are in it."""
    for blank, words in zip(blanks, between, strict=False):
        old = flat(blank.text)
        at = len(old) if rest.startswith(old + words) else rest.find(words) if words.strip() else -1
        if at < 0:
            return
        yield rest[:at].strip()
        rest = rest[at + len(words) :]
    yield rest.strip()


def _agreed(blanks: Sequence[Part], values: Sequence[str]) -> dict[str, str] | None:
    """A blank that stands in a line twice holds one value, and none is empty."""
    found: dict[str, str] = {}
    for blank, value in zip(blanks, values, strict=True):
        if not value or REFERENCE_BEGINS in value or found.setdefault(blank.blank, value) != value:
            return None
    return found


def difference(line: Line, text: str) -> LineDifference:
    old, new = _old_tokens(line), tokens(text)
    pieces: list[tuple[Piece, str]] = []
    for step in _steps(old, new):
        if step.same:
            pieces.append((Piece.SAME, _shown(new[step.c : step.d])))
        else:
            pieces += [
                (Piece.DELETED, _shown([each.text for each in old[step.a : step.b]])),
                (Piece.INSERTED, _shown(new[step.c : step.d])),
            ]
    return LineDifference(line.level, tuple(piece for piece in pieces if piece[1]))


def sources(line: Line, text: str) -> tuple[Source, ...]:
    """The line as it is now, with the blanks and references that are still whole."""
    old, new = _old_tokens(line), tokens(text)
    found: list[Source] = []
    for step in _steps(old, new):
        if step.same:
            found += _kept(line, old[step.a : step.b], new[step.c : step.d], old)
        elif step.c < step.d:
            found.append(Words(_shown(new[step.c : step.d])))
    return tuple(_joined(found))


class _Token(NamedTuple):
    text: str
    part: int


def _old_tokens(line: Line) -> list[_Token]:
    return [_Token(token, number) for number, part in enumerate(line.parts) for token in tokens(part.text)]


def _steps(old: Sequence[_Token], new: Sequence[str]) -> list[Step]:
    return steps([token_key(each.text) for each in old], [token_key(each) for each in new], is_white)


def _shown(words: Sequence[str]) -> str:
    return "".join(readable(word) if is_reference(word) else word for word in words)


def _kept(line: Line, held: Sequence[_Token], now: Sequence[str], old: Sequence[_Token]) -> Iterator[Source]:
    done = set()
    for token, word in zip(held, now, strict=True):
        piece = line.parts[token.part].piece
        whole = sum(each.part == token.part for each in held) == sum(each.part == token.part for each in old)
        if isinstance(piece, Words):
            yield Words(word, piece.bold)
        elif not whole:
            yield Words(_shown([word]))
        elif token.part not in done:
            done.add(token.part)
            yield piece


def _joined(found: list[Source]) -> Iterator[Source]:
    waiting: Words | None = None
    for piece in found:
        if isinstance(piece, Words) and waiting and waiting.bold == piece.bold:
            waiting = Words(waiting.text + piece.text, waiting.bold)
            continue
        if waiting:
            yield waiting
        waiting = piece if isinstance(piece, Words) else None
        if isinstance(piece, Blank | CrossReference):
            yield piece
    if waiting:
        yield waiting
