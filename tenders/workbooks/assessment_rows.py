"""Which row of the assessment sheet belongs to which bid under which criterion."""

from collections.abc import Iterator
from dataclasses import dataclass

from tenders.workbooks.assessed import Bidder, Criterion, Task, key_of

LEVEL, WHY = "level", "why"
LEVEL_COLUMN, WHY_COLUMN, CHECK_COLUMN = 2, 3, 4  # the first has the label of the bidder
COUNT_ROW, HEADING_ROW = 4, 6
FIRST_ROW = HEADING_ROW + 1


@dataclass(frozen=True, slots=True)
class Row:
    """One bid under one criterion, and the row where it stands."""

    number: int
    criterion: Criterion
    bidder: Bidder

    def key(self, what: str) -> str:
        return key_of(self.criterion.code, self.bidder.token, what)


def rows_of(task: Task) -> Iterator[Row]:
    """A heading for each criterion, with a row for each bid below it."""
    number = FIRST_ROW
    for criterion in task.criteria:
        for bidder in task.bidders:
            number += 1
            yield Row(number, criterion, bidder)
        number += 1
