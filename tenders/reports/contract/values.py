"""What the tender and the winning bid fill in; everything else stays a marked blank for a person."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from clauses.assembly.clause import LibraryClause
from clauses.assembly.variables import NUMERIC, Variable, WrongValue, shown
from procurement.numbers import plain
from tenders.reports.contract.securing import Origin
from tenders.reports.edition import Assessment, Edition
from tenders.scoring.model import Bid, Criterion, Kind, Lot

Values = dict[str, dict[str, str]]


def contract_values(
    edition: Edition, clauses: Iterable[LibraryClause], origin: Origin, awarded: Assessment | None
) -> Values:
    """`awarded` is the lot that this contract is for, once it has one winner."""
    chosen = tuple(clauses)
    known = {"definitions": dict(_of_the_tender(edition, awarded))}
    if awarded is not None:
        for clause in chosen:
            known.setdefault(clause.code, {}).update(_of_the_bid(clause, origin, awarded))
    return {clause.code: _fitting(clause, known[clause.code]) for clause in chosen if known.get(clause.code)}


def winner_of(assessment: Assessment) -> Bid | None:
    """The one bid on the first place; none while a tie is undecided or no bid is valid."""
    first = [each.bid for each in assessment.result.ranking if each.rank == 1]
    return first[0] if len(first) == 1 else None


def _of_the_tender(edition: Edition, awarded: Assessment | None) -> Iterator[tuple[str, str]]:
    dates = edition.particulars
    yield "contracting_authority", edition.tender.authority
    yield "tender_reference", edition.tender.reference
    yield "performance", " ".join((edition.tender.subject or edition.tender.title).split()).rstrip(".")
    if dates.contract_start is not None:
        yield "start_date", dates.contract_start.isoformat()
    if dates.contract_end is not None:
        yield "end_date", dates.contract_end.isoformat()
    winner = winner_of(awarded) if awarded is not None else None
    if winner is not None:
        yield "contractor", winner.name


def _of_the_bid(clause: LibraryClause, origin: Origin, awarded: Assessment) -> Iterator[tuple[str, str]]:
    """The target of the clause's KPI, where exactly one measured criterion is held by this clause."""
    winner, target = winner_of(awarded), _target(clause)
    measured = _measured(awarded.lot, clause.code, origin)
    if winner is None or target is None or len(measured) != 1:
        return
    value = winner.values.get(measured[0].code)
    if isinstance(value, Decimal):
        yield target.name, plain(value)


def _target(clause: LibraryClause) -> Variable | None:
    variable = clause.variable(clause.kpi.variable) if clause.kpi is not None else None
    return (
        variable if variable is not None and variable.source == "bid" and variable.kind in NUMERIC else None
    )


def _measured(lot: Lot, code: str, origin: Origin) -> list[Criterion]:
    return [leaf for leaf in lot.leaves() if leaf.kind is Kind.QUANTITY and code in origin.clauses(lot, leaf)]


def _fitting(clause: LibraryClause, values: Mapping[str, str]) -> dict[str, str]:
    """Without what the clause cannot take, such as a text that is too long: that stays a marked blank."""
    return {name: value for name, value in values.items() if _fits(clause.variable(name), value)}


def _fits(variable: Variable | None, value: str) -> bool:
    if variable is None or not value:
        return False
    try:
        shown(variable, value, "nl")
    except WrongValue:
        return False
    return True
