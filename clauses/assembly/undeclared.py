"""Blanks that a text uses and its clause does not have: nobody could ever fill them in."""

from collections.abc import Collection, Iterator, Sequence

from clauses.assembly.markdown import Blank, Provision, pieces_of
from procurement.language import Text

_UNKNOWN = Text(
    nl="Invulplek {{{name}}} bestaat niet. {known}", en="The blank {{{name}}} does not exist. {known}"
)
_KNOWN = Text(nl="Deze clausule heeft: {names}.", en="This clause has: {names}.")
_NONE = Text(
    nl="Deze clausule heeft geen invulplekken. Schrijf de waarde in de tekst.",
    en="This clause has no blanks. Write the value in the text.",
)


def undeclared_blanks(provisions: Sequence[Provision], names: Collection[str]) -> Iterator[tuple[int, Text]]:
    """Each blank outside `names`, with its line and what is wrong."""
    marked = ", ".join(f"{{{name}}}" for name in names)
    known = _KNOWN.format(names=marked) if names else _NONE
    for piece in pieces_of(provisions):
        if isinstance(piece, Blank) and piece.name not in names:
            yield piece.line, _UNKNOWN.format(name=piece.name, known=known)
