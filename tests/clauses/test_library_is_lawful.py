"""The clauses pass the legality check of this product: no text rule blocks a clause or asks for a reason."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

import pytest

from clauses.assembly.clause import LibraryClause
from clauses.assembly.library import newest, read_library
from clauses.assembly.markdown import Blank, Piece, Words
from clauses.assembly.variables import Variable, shown
from tenders.lint.draft import Draft, Passage, PassageKind
from tenders.lint.rules import RULES
from tenders.lint.run import judge
from tenders.lint.severity import CheckedBy, Severity
from tests.tenders.lint.drafts import draft

CLAUSES = newest(read_library())
TEXT_RULES = tuple(rule for rule in RULES if CheckedBy.TEXT in rule.checked_by)
CLOSING = frozenset((Severity.BLOCKING, Severity.MOTIVATE))

EVERY_CLAUSE = pytest.mark.parametrize("clause", CLAUSES, ids=lambda clause: clause.code)


def reading(clause: LibraryClause, values: dict[str, str]) -> Iterator[str]:
    """Each paragraph with its points, as a bidder reads it in Dutch; no value is left open."""
    for provision in clause.nl:
        parts = (provision.pieces, *(point.pieces for point in provision.points))
        yield "\n".join("".join(words(piece, clause, values) for piece in pieces) for pieces in parts)


def words(piece: Piece, clause: LibraryClause, values: dict[str, str]) -> str:
    if isinstance(piece, Words):
        return piece.text
    if isinstance(piece, Blank):
        variable = clause.variable(piece.name)
        assert variable is not None
        return shown(variable, values[piece.name], "nl")
    return "7"


def some_values(variable: Variable) -> tuple[str, ...]:
    """Every choice that there is; elsewhere the default, or a value that fits."""
    if variable.options:
        return tuple(option.code for option in variable.options)
    if variable.default:
        return (variable.default,)
    return (
        {"text": "wat de stukken noemen", "date": "2027-01-31"}.get(variable.kind) or str(variable.minimum),
    )


def fillings(clause: LibraryClause) -> Iterator[dict[str, str]]:
    columns = [some_values(variable) for variable in clause.variables]
    names = [variable.name for variable in clause.variables]
    for row in zip_longest(*columns) if columns else [()]:
        yield {name: value or column[0] for name, value, column in zip(names, row, columns, strict=True)}


def as_conditions(clause: LibraryClause) -> Draft:
    """A lawful tender whose only texts are the paragraphs of this clause, each by itself."""
    texts = [text for values in fillings(clause) for text in reading(clause, values)]
    passages = tuple(
        Passage(
            place=f"legal.agreement.conditions[{number}].text",
            kind=PassageKind.CONTRACT_CONDITION,
            title=clause.code,
            text=text,
        )
        for number, text in enumerate(texts)
    )
    return replace(draft(), passages=passages)


def closing(subject: Draft) -> list[tuple[str, str]]:
    """The rules that close the step, each with the sentence."""
    return [
        (rule.code, finding.quote)
        for rule in TEXT_RULES
        for finding in judge(rule, subject).open
        if finding.severity in CLOSING
    ]


@EVERY_CLAUSE
def test_no_text_rule_blocks_a_clause_or_asks_for_a_reason(clause: LibraryClause) -> None:
    assert closing(as_conditions(clause)) == []
