"""The rank as one live formula: one more than the number of valid bids that come before.

Bids are compared on the figure and then on each published tie-break, in order. Where all are equal the rank
is shared, as in the program.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from procurement.documents.formulas import area, cell, text_literal
from tenders.reports.matrix.inputs import STATUS, VALID
from tenders.reports.wording import Wording


@dataclass(frozen=True, slots=True)
class Key:
    """A column that bids are compared on."""

    column: int
    lower_wins: bool


@dataclass(frozen=True, slots=True)
class Span:
    """The rows of the bids."""

    rows: range

    def down(self, column: int) -> str:
        return area((column, self.rows.start), (column, self.rows.stop - 1), fixed=True)


def valid_in(span: Span, say: Wording) -> str:
    return f"({span.down(STATUS)}={text_literal(say(VALID))})"


def rank(keys: Sequence[Key], span: Span, row: int, say: Wording) -> str:
    return f"1+SUMPRODUCT({valid_in(span, say)}*({_before(keys, span, row)}))"


def equal_on(keys: Sequence[Key], span: Span, row: int) -> str:
    """1 for each bid that equals the bid of this row on all keys."""
    return "*".join(f"({span.down(key.column)}={cell(key.column, row)})" for key in keys)


def _before(keys: Sequence[Key], span: Span, row: int) -> str:
    first, *others = keys
    column, own = span.down(first.column), cell(first.column, row)
    better = f"({column}{'<' if first.lower_wins else '>'}{own})"
    return f"{better}+({column}={own})*({_before(others, span, row)})" if others else better
