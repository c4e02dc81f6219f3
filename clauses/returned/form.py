"""A contract as it was issued: what each clause says line by line, with its blanks and references."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from clauses.assembly.assemble import Assembly
from clauses.assembly.clause import LibraryClause
from clauses.assembly.markdown import Blank, CrossReference, Piece, Words
from clauses.returned.unsaid import Looks
from clauses.returned.words import key
from procurement.documents import model
from procurement.incoming.text.values import (
    FOOTER,
    HEADER,
    REFERENCE_BEGINS,
    REFERENCE_ENDS,
    TextDocument,
    TextParagraph,
)

CLAUSE_TAG = "clause:"
TITLE = "Title"  # the style of the title of the contract


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a line with the piece of the clause that they come from."""

    text: str
    piece: Piece

    @property
    def blank(self) -> str:
        """The name of the variable, "" if these words are no blank."""
        return self.piece.name if isinstance(self.piece, Blank) else ""


@dataclass(frozen=True, slots=True)
class Line:
    """A provision (level 0) or a point of it (level 1)."""

    level: int
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class ClauseForm:
    """`bookmarks`: the names in the file that lead to its title."""

    clause: LibraryClause
    title: str
    lines: tuple[Line, ...]
    bookmarks: frozenset[str] = frozenset()

    @property
    def code(self) -> str:
        return self.clause.code


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractForm:
    """`outside`: the paragraphs that stand in no clause, such as the front page and the signatures.

    `looks` by clause code, "" for what stands in none. `contract`, `version` and `digest` are those that
    the file carries in its properties.
    """

    clauses: tuple[ClauseForm, ...]
    outside: tuple[str, ...]
    values: Mapping[str, Mapping[str, str]]
    language: str
    contract: str = ""
    version: str = ""
    digest: str = ""
    looks: Mapping[str, Looks] = field(default_factory=dict)

    @property
    def titles(self) -> frozenset[str]:
        """What stands outside the clauses in the style of the title."""
        issued = self.looks.get("", Looks()).by_words.values()
        return frozenset(each.text for same in issued for each in same if each.style == TITLE)

    def of(self, code: str) -> ClauseForm | None:
        return next((each for each in self.clauses if each.code == code), None)


def contract_form(assembly: Assembly, issued: TextDocument) -> ContractForm:
    """`issued`: the text of the file that was made of the assembly."""
    titles = _bookmarks(issued)
    language = assembly.language
    return ContractForm(
        clauses=tuple(
            ClauseForm(
                clause,
                model.plain(block.title),
                tuple(_lines(clause, block, language)),
                titles.get(clause.code, frozenset()),
            )
            for clause, block in zip(assembly.clauses, assembly.blocks, strict=True)
        ),
        outside=tuple(
            each.text for each in once(issued.paragraphs) if key(each.text) and not clause_of(each)
        ),
        values=assembly.values,
        language=language,
        contract=issued.properties.get("ContractId", ""),
        version=issued.properties.get("ContractVersion", ""),
        digest=issued.properties.get("ContractSha256", ""),
        looks=_looks(issued),
    )


def once(paragraphs: Iterable[TextParagraph]) -> Iterator[TextParagraph]:
    """Headers and footers only once each: programs repeat them for every section as they like."""
    seen: set[tuple[str, str]] = set()
    for each in paragraphs:
        said = (each.part, key(each.text))
        if each.part not in (HEADER, FOOTER) or said not in seen:
            seen.add(said)
            yield each


def clause_of(paragraph: TextParagraph) -> tuple[int, str] | None:
    """The outermost content control of a clause by its ordinal and its tag."""
    return next((each for each in paragraph.controls if each[1].startswith(CLAUSE_TAG)), None)


def _looks(issued: TextDocument) -> dict[str, Looks]:
    found: dict[str, Looks] = {}
    for paragraph in issued.paragraphs:
        found.setdefault(_code_of(paragraph), Looks()).add(paragraph)
    return found


def _code_of(paragraph: TextParagraph) -> str:
    place = clause_of(paragraph)
    return place[1].removeprefix(CLAUSE_TAG).partition("@")[0] if place else ""


def _bookmarks(issued: TextDocument) -> dict[str, frozenset[str]]:
    """By clause code, the bookmarks around its title."""
    found: dict[str, frozenset[str]] = {}
    for paragraph in issued.paragraphs:
        if code := _code_of(paragraph):
            found.setdefault(code, frozenset(paragraph.bookmarks))
    return found


def _lines(clause: LibraryClause, block: model.Clause, language: str) -> Iterator[Line]:
    bodies = [each for each in block.body if isinstance(each, model.Provision)]
    for provision, body in zip(clause.provisions(language), bodies, strict=True):
        yield Line(0, _parts(provision.pieces, body.content))
        for point, inner in zip(provision.points, body.points, strict=True):
            yield Line(1, _parts(point.pieces, inner.content))


def _parts(pieces: tuple[Piece, ...], content: model.Content) -> tuple[Part, ...]:
    return tuple(_part(piece, inline) for piece, inline in zip(pieces, content, strict=True))


def _part(piece: Piece, inline: model.Inline) -> Part:
    if isinstance(piece, CrossReference) and isinstance(inline, model.Reference):
        return Part(f"{REFERENCE_BEGINS}{REFERENCE_ENDS}", piece)
    if isinstance(piece, Words):
        return Part(piece.text, piece)
    return Part(model.plain((inline,)), piece)
