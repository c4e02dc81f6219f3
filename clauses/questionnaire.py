"""The blanks of a draft as questions: what is filled in, where it comes from, and what is still open."""

from collections.abc import Iterable
from dataclasses import dataclass

from clauses.assembly.clause import LibraryClause
from clauses.assembly.origin import Origin, given_from_data, origin_of
from clauses.assembly.variables import Variable
from clauses.drafts import Drafted


@dataclass(frozen=True, slots=True)
class Question:
    """One blank of one clause; `value` in its written form, without the default."""

    clause: LibraryClause
    variable: Variable
    value: str
    origin: Origin

    @property
    def name(self) -> str:
        """Of its field on the page."""
        return f"{self.clause.code}--{self.variable.name}"


@dataclass(frozen=True, slots=True)
class Progress:
    filled: int
    total: int
    next_open: str
    """The name of the first field that is open; empty when all is filled in."""


def questions(drafted: Drafted) -> tuple[Question, ...]:
    """In the order of the contract."""
    given = {each.version.clause.code: given_from_data(each.given) for each in drafted.chosen}
    values = drafted.values
    return tuple(
        Question(
            clause,
            variable,
            value := values.get(clause.code, {}).get(variable.name, "").strip(),
            origin_of(variable, value, given.get(clause.code, {}).get(variable.name)),
        )
        for clause in drafted.clauses
        for variable in clause.variables
    )


def progress(asked: Iterable[Question]) -> Progress:
    every = tuple(asked)
    still_open = [each.name for each in every if each.origin.kind == "open"]
    return Progress(len(every) - len(still_open), len(every), still_open[0] if still_open else "")
