"""What a comparison finds, as values to show and to decide about."""

from dataclasses import dataclass
from enum import StrEnum

from clauses.assembly.markdown import Provision
from procurement.incoming.text.values import HIDDEN, TextChange, TextComment
from procurement.language import Text


class Piece(StrEnum):
    SAME = "same"
    INSERTED = "ins"
    DELETED = "del"


@dataclass(frozen=True, slots=True)
class LineDifference:
    """One provision or point: its words as they were and are now."""

    level: int
    pieces: tuple[tuple[Piece, str], ...]

    @property
    def is_added(self) -> bool:
        return all(kind is Piece.INSERTED for kind, _text in self.pieces)

    @property
    def is_removed(self) -> bool:
        return all(kind is Piece.DELETED for kind, _text in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChange:
    """A blank that was filled in (`old` is empty) or changed. `value` is its written form, empty when
    `problem` says why it does not fit."""

    clause: str
    variable: str
    label: Text
    old: str
    new: str
    value: str = ""
    problem: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseDifference:
    """`title`: set when it was changed. `provisions`: the whole text as it is now, for a deviation."""

    code: str
    name: Text
    lines: tuple[LineDifference, ...] = ()
    values: tuple[ValueChange, ...] = ()
    title: LineDifference | None = None
    moved: bool = False
    removed: bool = False
    newer_version: int = 0
    provisions: tuple[Provision, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether its words are others, apart from what was filled in."""
        return bool(self.lines or self.title)

    @property
    def is_same(self) -> bool:
        return not (self.is_changed or self.values or self.moved or self.removed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Text by hand that stands in no clause; `after` is the code of the clause before it."""

    after: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """All clauses of the contract in its order. `outside`: what changed around them, such as the front page.

    `problems`: what is odd about the file, such as a tag that was forged. `unsaid`: what changed although
    the words did not.
    """

    clauses: tuple[ClauseDifference, ...]
    added: tuple[Added, ...]
    outside: tuple[LineDifference, ...]
    problems: tuple[Text, ...]
    unsaid: tuple[Text, ...]
    changes: tuple[TextChange, ...]
    comments: tuple[TextComment, ...]

    @property
    def is_same(self) -> bool:
        hidden = any(each.kind == HIDDEN for each in self.changes)
        around = self.added or self.outside or self.unsaid or hidden
        return not (around or any(not each.is_same for each in self.clauses))

    @property
    def touched(self) -> tuple[ClauseDifference, ...]:
        return tuple(each for each in self.clauses if not each.is_same)
