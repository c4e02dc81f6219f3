"""What the winning bid promises, and what it says not to offer: 0%, "no", neither label nor equivalent."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from clauses.assembly.clause import LibraryClause
from tenders.reports.contract.securing import Origin
from tenders.reports.edition import Assessment
from tenders.scoring.model import Bid, BidValue, Criterion, Direction, Kind, Lot

_NOTHING = {Kind.LABEL: "none", Kind.YES_NO: "no"}


def winner_of(assessment: Assessment) -> Bid | None:
    """The one bid on the first place; none while a tie is undecided or no bid is valid."""
    first = [each.bid for each in assessment.result.ranking if each.rank == 1]
    return first[0] if len(first) == 1 else None


def promises_nothing(leaf: Criterion, value: BidValue | tuple[BidValue, ...]) -> bool:
    """A bid that offers 0 of what should be high, or no, has promised nothing for this criterion."""
    if isinstance(value, Decimal):
        return not value and leaf.direction is Direction.HIGHER
    return leaf.kind in _NOTHING and value == _NOTHING[leaf.kind]


def without_empty_promises(
    clauses: Iterable[LibraryClause], origin: Origin, awarded: Assessment | None
) -> Iterator[LibraryClause]:
    """Leaves out a clause that holds only criteria for which the winner promised nothing."""
    winner = winner_of(awarded) if awarded is not None else None
    for clause in clauses:
        if awarded is None or winner is None or not _empty(clause, origin, awarded.lot, winner):
            yield clause


def _empty(clause: LibraryClause, origin: Origin, lot: Lot, winner: Bid) -> bool:
    held = [leaf for leaf in lot.leaves() if clause.code in origin.clauses(lot, leaf)]
    return bool(held) and all(
        leaf.code in winner.values and promises_nothing(leaf, winner.values[leaf.code]) for leaf in held
    )
