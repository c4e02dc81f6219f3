"""What each tender brings to a target for circular buying, and what that figure rests on.

The share is what bids offer on a criterion that rests on the same kind of evidence. Once the award is decided
that is the promise of the winner; before it, the lowest and the highest of the bids that still take part.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from procurement.numbers import NotANumber, parse
from procurement.organisations.models import Organisation
from tenders.models import AwardDecision, BidValue, Lot, OrganisationTarget
from tenders.procedure.standstill import sent_on
from tenders.services.admitted import admitted_in

HUNDRED = Decimal(100)


Values = Mapping[tuple[int, str], Sequence[tuple[str, Decimal]]]


class Basis(StrEnum):
    """What a share rests on."""

    WINNER = "winner"
    BIDS = "bids"
    NOTHING = "nothing"  # the tender asks it, no value is known yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one lot promises. Shares are percentages; both None while no value is known."""

    lot: Lot
    basis: Basis
    code: str = ""  # of the winner
    lowest: Decimal | None = None
    highest: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    target: OrganisationTarget
    parts: tuple[Part, ...]


def progress_of(organisation: Organisation, targets: Sequence[OrganisationTarget]) -> list[Progress]:
    """Each target with the lots of its year and category, in a fixed number of queries."""
    lots = _lots(organisation, {each.indicator for each in targets})
    values, winners = _values(lots), _winners(lots)
    return [Progress(each, tuple(_parts(each, lots, values, winners))) for each in targets]


def _lots(organisation: Organisation, indicators: Iterable[str]) -> list[Lot]:
    rows = Lot.objects.filter(tender__organisation=organisation, criteria__evidence_kind__in=indicators)
    return list(
        rows.select_related("tender__legal_answers")
        .prefetch_related("criteria")
        .distinct()
        .order_by("tender__reference", "number")
    )


def _values(lots: Sequence[Lot]) -> Values:
    """By lot and kind of evidence: each bid that takes part with the percentage that it offers."""
    bids = admitted_in([lot.pk for lot in lots])
    rows = BidValue.objects.filter(bid__in=bids).exclude(criterion__evidence_kind="")
    found: defaultdict[tuple[int, str], list[tuple[str, Decimal]]] = defaultdict(list)
    told = ("bid__lot", "criterion__evidence_kind", "bid__code", "value")
    for lot, kind, code, value in rows.order_by("bid__code", "pk").values_list(*told):
        share = _percentage(value)
        if share is not None:
            found[lot, kind].append((code, share))
    return found


def _percentage(value: str) -> Decimal | None:
    try:
        share = parse(value)
    except NotANumber:
        return None
    return share if 0 <= share <= HUNDRED else None


def _winners(lots: Sequence[Lot]) -> dict[int, str]:
    """By key of the lot the code of the winner, where a decision stands."""
    decisions = AwardDecision.objects.filter(lot__in=lots, withdrawal=None).order_by("number")
    return dict(decisions.values_list("lot", "winner"))


def _parts(
    target: OrganisationTarget, lots: Sequence[Lot], values: Values, winners: Mapping[int, str]
) -> Iterator[Part]:
    for lot in lots:
        kinds = {criterion.evidence_kind for criterion in lot.criteria.all()}
        if target.indicator in kinds and year_of(lot) == target.year and target.category in groups_of(lot):
            yield _part(lot, values.get((lot.pk, target.indicator), ()), winners.get(lot.pk))


def _part(lot: Lot, offered: Sequence[tuple[str, Decimal]], winner: str | None) -> Part:
    if winner is not None:
        offered = [each for each in offered if each[0] == winner]
    if not offered:
        return Part(lot=lot, basis=Basis.NOTHING)
    shares = [share for _code, share in offered]
    basis = Basis.BIDS if winner is None else Basis.WINNER
    return Part(lot=lot, basis=basis, code=winner or "", lowest=min(shares), highest=max(shares))


def year_of(lot: Lot) -> int | None:
    """In which the contract starts, else in which bids are due."""
    tender = lot.tender
    if tender.contract_start is not None:
        return tender.contract_start.year
    return sent_on(tender.deadline).year if tender.deadline else None


def groups_of(lot: Lot) -> frozenset[str]:
    """The groups of products that the legal questions name."""
    stored = getattr(lot.tender, "legal_answers", None)
    answers = stored.answers if stored is not None else {}
    return frozenset(answers.get("contract", {}).get("products", ()))
