"""What the awarded bid brings into a contract: each promise as stated, and where each value was said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from clauses.assembly.award import Award, ExpiringProof, Promise
from clauses.assembly.clause import LibraryClause
from clauses.assembly.duty import Direction as Measured
from clauses.assembly.origin import Given
from procurement.language import Text
from procurement.numbers import NotANumber, parse
from tenders.reports.contract.offered import promises_nothing
from tenders.reports.contract.securing import Origin
from tenders.reports.contract.subject import ContractFor
from tenders.reports.contract.values import contract_values, filling
from tenders.reports.edition import Assessment
from tenders.reports.vocabulary import shown_values
from tenders.reports.wording import Wording
from tenders.scoring.model import Bid, Criterion, Direction, Kind, Lot

_DIRECTIONS: dict[Direction | None, Measured] = {
    Direction.HIGHER: "at-least",
    Direction.LOWER: "at-most",
    None: "exactly",
}
_AS_OFFERED = Text(nl="zoals de inschrijving aanbiedt", en="as the bid offers")
_DOCUMENTS = Text(nl="de aanbestedingsstukken", en="the procurement documents")
_BID = Text(nl="de inschrijving {bid}", en="bid {bid}")
_CRITERION = Text(
    nl="de inschrijving {bid}, gunningscriterium {criterion}", en="bid {bid}, award criterion {criterion}"
)
_ASKED = Text(
    nl="de aanbestedingsstukken, gunningscriterium {criterion}",
    en="the procurement documents, award criterion {criterion}",
)
_CONTRACTOR = ("definitions", "contractor")
_METHOD = ("co2-product-footprint", "calculation_standard")


@dataclass(frozen=True, slots=True, kw_only=True)
class WinningBid:
    """The bid as it was handed in: `values` and `answers` by code of the criterion, in the bidder's words.

    Empty where the bid was entered by hand and never sealed.
    """

    bid: Bid
    stated_on: date
    values: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    proofs: tuple[ExpiringProof, ...] = ()


def award_of(
    assessment: Assessment, winning: WinningBid, clauses: Iterable[LibraryClause], origin: Origin
) -> Award:
    held = dict(_held(assessment.lot, clauses, origin))
    return Award(
        lot=assessment.lot.code,
        bid=winning.bid.code,
        bidder=winning.bid.name,
        digest=assessment.digest,
        promises=tuple(_promises(assessment.lot, winning, held, origin)),
        proofs=winning.proofs,
    )


def given_values(
    subject: ContractFor, winning: WinningBid, clauses: Iterable[LibraryClause]
) -> dict[str, dict[str, Given]]:
    """What the tender and the bid fill in, with the place where each says so."""
    chosen, lot = tuple(clauses), subject.lots[0]
    awarded = subject.awarded[lot.code]
    values = contract_values(subject.edition, subject.lots, chosen, subject.origin, awarded)
    held = {place: leaf.code for leaf, place in _filled(lot, chosen, subject.origin)}
    return {
        clause.code: {
            name: Given(value, _said_in(clause, name, held, winning.bid.code, lot, subject.origin))
            for name, value in values.get(clause.code, {}).items()
        }
        for clause in chosen
    }


def _said_in(
    clause: LibraryClause,
    name: str,
    held: Mapping[tuple[str, str], str],
    bid: str,
    lot: Lot,
    origin: Origin,
) -> Text:
    place = (clause.place, name)
    if place in held:
        return _CRITERION.format(bid=bid, criterion=held[place])
    if place == _CONTRACTOR:
        return _BID.format(bid=bid)
    if place == _METHOD:
        asking = [leaf.code for leaf in lot.leaves() if clause.place in origin.clauses(lot, leaf)]
        return _ASKED.format(criterion=", ".join(asking))
    return _DOCUMENTS


def _filled(
    lot: Lot, clauses: Iterable[LibraryClause], origin: Origin
) -> Iterator[tuple[Criterion, tuple[str, str]]]:
    """Each blank that exactly one criterion fills."""
    for clause in clauses:
        for variable in clause.variables:
            leaves = filling(lot, clause, variable, origin)
            if len(leaves) == 1:
                yield leaves[0], (clause.place, variable.name)


def _held(
    lot: Lot, clauses: Iterable[LibraryClause], origin: Origin
) -> Iterator[tuple[str, tuple[str, str]]]:
    for leaf, place in _filled(lot, clauses, origin):
        yield leaf.code, place


def _promises(
    lot: Lot, winning: WinningBid, held: Mapping[str, tuple[str, str]], origin: Origin
) -> Iterator[Promise]:
    for leaf in lot.leaves():
        value = winning.bid.values.get(leaf.code)
        if leaf.kind is Kind.PRICE or value is None or promises_nothing(leaf, value):
            continue
        first = next(iter(origin.clauses(lot, leaf)), "")
        clause, variable = held.get(leaf.code, (first, ""))
        yield Promise(
            criterion=leaf.code,
            title=leaf.title,
            asked=leaf.account.description,
            proof="\n".join(part for part in (leaf.account.proof, leaf.account.verification) if part),
            value=str(value),
            stated=_stated(leaf, value),
            unit=leaf.unit if isinstance(value, Decimal) else "",
            direction=_DIRECTIONS[leaf.direction],
            quote=_quote(leaf, winning),
            stated_on=winning.stated_on,
            clause=clause,
            variable=variable,
        )


def _stated(leaf: Criterion, value: object) -> Text:
    """Of a plan that was judged what it offers counts, not the level that the assessors gave."""
    if leaf.kind is Kind.SCALE:
        return _AS_OFFERED
    if isinstance(value, Decimal):
        return Text(nl=Wording("nl").number(value), en=Wording("en").number(value))
    return Text(
        nl=shown_values(leaf, value, Wording("nl")),  # type: ignore[arg-type]  # a value of this leaf
        en=shown_values(leaf, value, Wording("en")),  # type: ignore[arg-type]
    )


def _quote(leaf: Criterion, winning: WinningBid) -> str:
    """The bidder's own words, or the value as it was handed in, whatever was corrected since."""
    if winning.answers.get(leaf.code):
        return winning.answers[leaf.code]
    stated = winning.values.get(leaf.code, "")
    try:
        return f"{Wording('nl').number(parse(stated))} {leaf.unit}".strip() if stated else ""
    except NotANumber:
        return stated
