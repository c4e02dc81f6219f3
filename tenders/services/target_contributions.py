"""What each tender brings to a target for circular buying, and what that figure rests on.

The share is what bids offer on a criterion that rests on the same kind of evidence. Once the award is decided
that is the promise of the winner; before it, the lowest and the highest of the bids that still take part.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from procurement.language import Text
from procurement.numbers import NotANumber, parse
from procurement.organisations.models import Organisation
from tenders.lifecycle.circularity.target import Contribution, Target, contribution
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan import plan_from_data
from tenders.lifecycle.quantity import Quantity, quantity, total
from tenders.lifecycle.unit import DEVICE, NUMBER
from tenders.models import AwardDecision, BidValue, Lot, OrganisationTarget
from tenders.procedure.standstill import sent_on
from tenders.scoring.files.unreadable import UnreadableTender
from tenders.services.admitted import admitted_in

HUNDRED = Decimal(100)
HUNDREDFOLD = 100


Values = Mapping[tuple[int, str], Sequence[tuple[str, Decimal]]]


class Basis(StrEnum):
    """What a share rests on."""

    WINNER = "winner"
    BIDS = "bids"
    NOTHING = "nothing"  # the tender asks it, no value is known yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one lot brings. Shares are percentages; both None while no value is known.

    `devices`: of its published calculation. `brought` counts the lowest share; None where it cannot be
    computed, and then `problems` say why as far as there is more to say than that a figure is missing.
    """

    lot: Lot
    basis: Basis
    code: str = ""  # of the winner
    lowest: Decimal | None = None
    highest: Decimal | None = None
    devices: Quantity | None = None
    brought: Contribution | None = None
    problems: tuple[Text, ...] = ()

    @property
    def is_awarded(self) -> bool:
        return self.basis is Basis.WINNER

    @property
    def brought_percent(self) -> Decimal | None:
        """For showing, at two decimals: of all devices that are planned for the target."""
        return None if self.brought is None else (self.brought.brought.exact * HUNDREDFOLD).rounded(2)

    @property
    def still_needed_percent(self) -> Decimal | None:
        return None if self.brought is None else (self.brought.still_needed * HUNDREDFOLD).rounded(2)


@dataclass(frozen=True, slots=True)
class Progress:
    target: OrganisationTarget
    parts: tuple[Part, ...]

    @property
    def awarded_percent(self) -> Decimal | None:
        """What the lots that were awarded bring together, at two decimals; None where nothing is computed."""
        brought = [each.brought.brought.exact for each in self.parts if each.brought and each.is_awarded]
        if not brought:
            return None
        return (total(brought, NUMBER) * HUNDREDFOLD).rounded(2)


def progress_of(organisation: Organisation, targets: Sequence[OrganisationTarget]) -> list[Progress]:
    """Each target with the lots of its year and category, in a fixed number of queries."""
    lots = _lots(organisation, {each.indicator for each in targets})
    values, winners = _values(lots), _winners(lots)
    return [Progress(each, tuple(_parts(each, lots, values, winners))) for each in targets]


def _lots(organisation: Organisation, indicators: Iterable[str]) -> list[Lot]:
    rows = Lot.objects.filter(tender__organisation=organisation, criteria__evidence_kind__in=indicators)
    return list(
        rows.select_related("tender__legal_answers", "life_cycle")
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
            promised = _part(lot, values.get((lot.pk, target.indicator), ()), winners.get(lot.pk))
            yield _counted(target, promised)


def _part(lot: Lot, offered: Sequence[tuple[str, Decimal]], winner: str | None) -> Part:
    if winner is not None:
        offered = [each for each in offered if each[0] == winner]
    devices = devices_of(lot)
    if not offered:
        return Part(lot=lot, basis=Basis.NOTHING, devices=devices)
    shares = [share for _code, share in offered]
    return Part(
        lot=lot,
        basis=Basis.BIDS if winner is None else Basis.WINNER,
        code=winner or "",
        lowest=min(shares),
        highest=max(shares),
        devices=devices,
    )


def _counted(target: OrganisationTarget, part: Part) -> Part:
    if part.lowest is None or part.devices is None:
        return part
    stated = Target(
        category=target.category,
        year=target.year,
        least=quantity(target.least, NUMBER) / HUNDREDFOLD,
        planned=quantity(target.planned, DEVICE),
    )
    try:
        brought = contribution(stated, part.devices, quantity(part.lowest, NUMBER) / HUNDREDFOLD)
    except NotComputable as wrong:
        return replace(part, problems=tuple(problem.message for problem in wrong.problems))
    return replace(part, brought=brought)


def devices_of(lot: Lot) -> Quantity | None:
    """All devices that its calculation counts; None where it has none, or buys several groups of products.

    A calculation does not say to which group a device belongs.
    """
    stored = getattr(lot, "life_cycle", None)
    if stored is None or len(groups_of(lot)) != 1:
        return None
    try:
        plan = plan_from_data(stored.data)
    except UnreadableTender:
        return None
    return total([kind.devices for kind in plan.kinds], DEVICE) if plan.kinds else None


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
