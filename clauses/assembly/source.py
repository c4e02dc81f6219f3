"""A clause file read into a `LibraryClause`: TOML between `+++` lines, then the text in Dutch and in English.

Every error names the clause and the line of the file.
"""

import re
import tomllib
from collections.abc import Iterator

from clauses.assembly.clause import LibraryClause
from clauses.assembly.front_matter import Table, WrongEntry
from clauses.assembly.head import read_head
from clauses.assembly.markdown import Blank, Provision, WrongText, pieces_of, provisions
from procurement.language import Text

_SHAPE = re.compile(
    r"\A\+\+\+\n(?P<head>.*?\n)\+\+\+\n+# Nederlands\n(?P<nl>.*?\n)# English\n(?P<en>.*)\Z", re.DOTALL
)


class ClauseError(ValueError):
    """A fault in a clause, with the place: code (or file name) and line."""

    def __init__(self, clause: str, line: int, message: Text) -> None:
        super().__init__(f"clause {clause}, line {line}: {message.en}")
        self.clause = clause
        self.line = line
        self.message = message


def parse_clause(source: str, name: str) -> LibraryClause:
    """The clause in `source`; `name` is what errors call it. Raises ClauseError."""
    source = source.replace("\r\n", "\n")
    shape = _SHAPE.match(source)
    if shape is None:
        raise ClauseError(
            name,
            1,
            Text(
                nl="Het bestand begint met een kop tussen +++-regels, dan '# Nederlands', dan '# English'.",
                en="The file starts with a head between +++ lines, then '# Nederlands', then '# English'.",
            ),
        )
    dutch = _provisions(source, shape.start("nl"), shape["nl"], name)
    english = _provisions(source, shape.start("en"), shape["en"], name)
    clause = _clause(source, shape["head"], name, dutch, english)
    _check_blanks(clause)
    return clause


def _provisions(source: str, start: int, text: str, name: str) -> tuple[Provision, ...]:
    """The provisions of one language, with the line numbers of the whole file."""
    before = source.count("\n", 0, start)
    try:
        return provisions("\n" * before + text)
    except WrongText as error:
        raise ClauseError(name, error.line, error.message) from None


def _clause(
    source: str, head: str, name: str, dutch: tuple[Provision, ...], english: tuple[Provision, ...]
) -> LibraryClause:
    try:
        table = Table(tomllib.loads(head))
        return read_head(table, source, dutch, english)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = 1 + int(found[1]) if found else 1
        raise ClauseError(
            name, line, Text(nl=f"De kop is geen TOML: {error}", en=f"The head is not TOML: {error}")
        ) from None
    except WrongEntry as error:
        message = Text(nl=f"{error.key}: {error.message.nl}", en=f"{error.key}: {error.message.en}")
        raise ClauseError(name, _line_of(head, error.key), message) from None


def _check_blanks(clause: LibraryClause) -> None:
    declared = {variable.name for variable in clause.variables}
    for text in (clause.nl, clause.en):
        used = {piece.name: piece.line for piece in pieces_of(text) if isinstance(piece, Blank)}
        for name in used.keys() - declared:
            raise ClauseError(
                clause.code,
                used[name],
                Text(
                    nl=f"De invulplek {{{name}}} staat niet in de kop.",
                    en=f"The blank {{{name}}} is not declared in the head.",
                ),
            )
        for name in sorted(declared - used.keys()):
            raise ClauseError(
                clause.code,
                text[0].line,
                Text(
                    nl=f"De invulplek {{{name}}} komt niet in deze tekst voor.",
                    en=f"The blank {{{name}}} does not occur in this text.",
                ),
            )


def _line_of(head: str, key: str) -> int:
    """The line of the file where `key` is written, as near as can be told: TOML keeps no positions."""
    lines = head.split("\n")
    start = _opening(lines, key)
    names = re.sub(r"^.*\[\d+\]\.", "", key).split(".")
    for wanted in _ways_to_write(names):
        for number in range(start, len(lines)):
            if re.match(rf"\s*\[*{re.escape(wanted)}\b", lines[number]):
                return number + 2
    return start + 2


def _ways_to_write(names: list[str]) -> Iterator[str]:
    """The dotted name, its tails, and then the tables around it, for a key that is missing."""
    for end in range(len(names), 0, -1):
        for first in range(end):
            yield ".".join(names[first:end])


def _opening(lines: list[str], key: str) -> int:
    """The index of the line that opens the n-th `[[table]]` of `table[n].key`; 0 for other keys."""
    place = re.match(r"(\w+)\[(\d+)\]", key)
    if place is None:
        return 0
    openings = [index for index, line in enumerate(lines) if line.strip() == f"[[{place[1]}]]"]
    return openings[int(place[2])] if int(place[2]) < len(openings) else 0
