"""The small part of Markdown that a clause is written in, read into provisions and points.

A clause is a numbered list. Each item is a provision (1.1, 1.2 in the contract); a list inside it is a row of
points (a), (b). Words may be **bold**; `{name}` is a blank; `[#code]` refers to another clause. Nothing else:
no headings, links, tables, HTML or template code. A value is put in after this reading, so it stays text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from procurement.language import Text


@dataclass(frozen=True, slots=True)
class Words:
    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """The place of a variable."""

    name: str
    line: int
    bold: bool = False


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A reference to the clause with this code."""

    code: str
    line: int


Piece = Words | Blank | CrossReference


@dataclass(frozen=True, slots=True)
class Point:
    """(a), (b) … within a provision."""

    pieces: tuple[Piece, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Provision:
    """One numbered paragraph of a clause (Dutch: lid); `points` come after its words."""

    pieces: tuple[Piece, ...]
    points: tuple[Point, ...]
    line: int


class WrongText(ValueError):
    """The text uses something outside the subset; `line` counts from 1 within that text."""

    def __init__(self, message: Text, line: int) -> None:
        super().__init__(f"line {line}: {message.en}")
        self.message = message
        self.line = line


_PARSER = MarkdownIt("zero").enable(["list", "emphasis", "newline"])
_MARKS = re.compile(r"\{(?P<blank>[a-z][a-z0-9_]*)\}|\[#(?P<code>[a-z][a-z0-9-]*)\]")
_LOOSE = re.compile(r"[{}]|\[#|<[a-z/!]|https?://|^#|\\|`|\t", re.IGNORECASE)


def provisions(text: str) -> tuple[Provision, ...]:
    """The provisions of a clause. Raises WrongText."""
    tokens = _PARSER.parse(text)
    _only_one_list(tokens)
    found = tuple(_provision(item) for item in _items(tokens, level=1))
    if not found:
        raise WrongText(Text(nl="De clausule heeft geen leden.", en="The clause has no provisions."), line=1)
    return found


def pieces_of(all_provisions: Iterable[Provision]) -> Iterator[Piece]:
    """Every piece of every provision and point, in reading order."""
    for provision in all_provisions:
        yield from provision.pieces
        for point in provision.points:
            yield from point.pieces


def _only_one_list(tokens: list[Token]) -> None:
    for number, token in enumerate(tokens):
        outside = token.level == 0 and token.nesting >= 0
        if outside and (token.type != "ordered_list_open" or number > 0):
            raise WrongText(
                Text(
                    nl="Een clausule is één genummerde lijst. Geef deze tekst een eigen nummer.",
                    en="A clause is one numbered list. Give this text a number of its own.",
                ),
                _line(token),
            )


def _items(tokens: list[Token], level: int) -> Iterator[list[Token]]:
    """The tokens inside each list item that opens at this level."""
    start = 0
    for number, token in enumerate(tokens):
        if token.type == "list_item_open" and token.level == level:
            start = number
        if token.type == "list_item_close" and token.level == level:
            yield tokens[start + 1 : number]


def _provision(item: list[Token]) -> Provision:
    first = _single_paragraph(item, level=2)
    level = 3
    for token in item:
        if token.type == "list_item_open" and token.level > level:
            raise WrongText(
                Text(nl="Punten gaan maar één niveau diep.", en="Points go one level deep."), _line(token)
            )
    points = tuple(_point(point) for point in _items(item, level=level))
    return Provision(pieces=_pieces(first), points=points, line=_line(first))


def _point(item: list[Token]) -> Point:
    words = _single_paragraph(item, level=4)
    return Point(pieces=_pieces(words), line=_line(words))


def _single_paragraph(item: list[Token], level: int) -> Token:
    """The one inline token that opens an item; a second paragraph would have no number."""
    inlines = [token for token in item if token.type == "inline" and token.level == level + 1]
    if len(inlines) != 1 or item[1] is not inlines[0]:
        line = _line(inlines[1]) if len(inlines) > 1 else _line(item[0]) if item else 1
        raise WrongText(
            Text(
                nl="Een lid of punt heeft precies één alinea. Geef de rest een eigen nummer.",
                en="A provision or point has exactly one paragraph. Give the rest its own number.",
            ),
            line,
        )
    return inlines[0]


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _pieces(inline: Token) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for text, bold, line in _stretches(inline):
        found.extend(_split(text, bold=bold, line=line))
    return tuple(found)


def _stretches(inline: Token) -> Iterator[tuple[str, bool, int]]:
    """Runs of text of one weight on one source line, neighbours joined; a line break becomes a space."""
    text, bold, line = "", False, _line(inline)
    for child in inline.children or ():
        match child.type:
            case "text":
                text += child.content
            case "softbreak":
                yield text + " ", bold, line
                text, line = "", line + 1
            case "strong_open" | "strong_close":
                yield text, bold, line
                text, bold = "", child.type == "strong_open"
            case _:
                raise WrongText(
                    Text(
                        nl="Alleen **vet** mag. Schuin, harde regeleinden en andere opmaak niet.",
                        en="Only **bold** is allowed: no italics, hard line breaks or other mark-up.",
                    ),
                    line,
                )
    yield text, bold, line


def _split(text: str, *, bold: bool, line: int) -> Iterator[Piece]:
    end = 0
    for mark in _MARKS.finditer(text):
        yield from _words(text[end : mark.start()], bold=bold, line=line)
        if mark["blank"]:
            yield Blank(mark["blank"], line, bold)
        else:
            yield CrossReference(mark["code"], line)
        end = mark.end()
    yield from _words(text[end:], bold=bold, line=line)


def _words(text: str, *, bold: bool, line: int) -> Iterator[Words]:
    wrong = _LOOSE.search(text)
    if wrong:
        raise WrongText(
            Text(
                nl=f"{wrong.group()!r} hoort niet in een clausule. Een invulplek is {{naam}}, "
                "een verwijzing is [#code].",
                en=f"{wrong.group()!r} does not belong in a clause. A blank is {{name}}, "
                "a reference is [#code].",
            ),
            line,
        )
    if text:
        yield Words(text, bold)
