"""What the tender and the winning bid fill in; everything else stays a marked blank for a person."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from clauses.assembly.clause import LibraryClause
from clauses.assembly.variables import NUMERIC, Variable, WrongValue, shown
from procurement.numbers import plain
from tenders.reports.contract.offered import promises_nothing, winner_of
from tenders.reports.contract.securing import Origin
from tenders.reports.edition import Assessment, Edition
from tenders.reports.vocabulary import LOT
from tenders.reports.wording import Wording
from tenders.scoring.model import Criterion, Kind, Lot

_STANDARDS = (("14067", "iso-14067"), ("paia", "product-tool"))
"""A word in the criterion, and the method of calculation that it names."""

Values = dict[str, dict[str, str]]


def contract_values(
    edition: Edition,
    lots: Sequence[Lot],
    clauses: Iterable[LibraryClause],
    origin: Origin,
    awarded: Assessment | None,
) -> Values:
    """`lots` are those this contract is for; `awarded` the assessment of the only one, once there is any."""
    chosen = tuple(clauses)
    known = {"definitions": dict(_of_the_tender(edition, lots, awarded))}
    known["penalties"] = dict(_of_the_award(lots))
    known["co2-product-footprint"] = dict(_of_the_criterion(lots, origin))
    if awarded is not None:
        for clause in chosen:
            known.setdefault(clause.code, {}).update(_of_the_bid(clause, origin, awarded))
    return {clause.code: _fitting(clause, known[clause.code]) for clause in chosen if known.get(clause.code)}


def _of_the_tender(
    edition: Edition, lots: Sequence[Lot], awarded: Assessment | None
) -> Iterator[tuple[str, str]]:
    dates = edition.particulars
    yield "contracting_authority", edition.tender.authority
    yield "tender_reference", edition.tender.reference
    yield "performance", _performance(edition, lots)
    if dates.contract_start is not None:
        yield "start_date", dates.contract_start.isoformat()
    if dates.contract_end is not None:
        yield "end_date", dates.contract_end.isoformat()
    winner = winner_of(awarded) if awarded is not None else None
    if winner is not None:
        yield "contractor", winner.name


def _of_the_award(lots: Sequence[Lot]) -> Iterator[tuple[str, str]]:
    """What a lost point costs: published under award on value, otherwise for the buyer to publish."""
    units = {"percentage-point" if _is_on_value(lot) else "point" for lot in lots}
    if len(units) == 1:
        yield "award_unit", units.pop()
    prices = {lot.award.parameters.get("value_per_percent") for lot in lots}
    price = prices.pop() if len(prices) == 1 else None
    if isinstance(price, Decimal):
        yield "value_per_point", plain(price)


def _is_on_value(lot: Lot) -> bool:
    return "value_per_percent" in lot.award.parameters


def _of_the_criterion(lots: Sequence[Lot], origin: Origin) -> Iterator[tuple[str, str]]:
    """The method of calculation, where the criteria that this clause holds name exactly one."""
    leaves = [leaf for lot in lots for leaf in measured(lot, "co2-product-footprint", origin)]
    named = {code for leaf in leaves for word, code in _STANDARDS if word in _account(leaf)}
    if len(named) == 1:
        yield "calculation_standard", named.pop()


def _account(leaf: Criterion) -> str:
    account = leaf.account
    return f"{account.description} {account.proof} {account.verification}".casefold()


def _performance(edition: Edition, lots: Sequence[Lot]) -> str:
    """In one sentence; a contract for one lot of several names that lot, not the whole purchase."""
    if len(lots) == 1 and len(edition.tender.lots) > 1:
        lot = Wording(edition.language)(LOT, code=lots[0].code, title=lots[0].title)
        return lot[:1].lower() + lot[1:]
    return " ".join((edition.tender.subject or edition.tender.title).split()).rstrip(".")


def _of_the_bid(clause: LibraryClause, origin: Origin, awarded: Assessment) -> Iterator[tuple[str, str]]:
    """Each blank of this clause that exactly one measured criterion fills."""
    winner = winner_of(awarded)
    for variable in clause.variables:
        leaves = filling(awarded.lot, clause, variable, origin)
        value = winner.values.get(leaves[0].code) if winner is not None and len(leaves) == 1 else None
        if isinstance(value, Decimal) and not promises_nothing(leaves[0], value):
            yield variable.name, plain(value)


def filling(lot: Lot, clause: LibraryClause, variable: Variable, origin: Origin) -> list[Criterion]:
    """The measured criteria of which the bid's value belongs in this blank, also on a lower rung."""
    if variable.source != "bid" or variable.kind not in NUMERIC:
        return []
    named = {(clause.place, variable.name)}
    if clause.kpi is not None and clause.kpi.variable == variable.name:
        named.add((clause.place, ""))
    return [leaf for leaf in lot.leaves() if leaf.kind is Kind.QUANTITY and origin.blank(lot, leaf) in named]


def measured(lot: Lot, code: str, origin: Origin) -> list[Criterion]:
    """The leaves of which a bid states a measured value that this clause holds."""
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
