"""What each tender brings to a target for circular buying, and what that figure rests on.

The share is what bids offer on a criterion that rests on the same kind of evidence, else what they state of
it in the published calculation. Once the award is decided that is the promise of the winner; before it, the
lowest and the highest of the bids that still take part.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from django.db.models import Q

from procurement.language import Text
from procurement.numbers import NotANumber, parse
from procurement.organisations.models import Organisation
from tenders.lifecycle.circularity.target import Contribution, Target, contribution
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan import Plan, plan_from_data
from tenders.lifecycle.quantity import Quantity, quantity, total
from tenders.lifecycle.unit import DEVICE, NUMBER
from tenders.models import AwardDecision, BidValue, Lot, OrganisationTarget
from tenders.procedure.standstill import sent_on
from tenders.scoring.files.unreadable import UnreadableTender
from tenders.services.admitted import admitted_in
from tenders.services.calculated_promises import asked_by, promised_in

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


@dataclass(frozen=True, slots=True)
class _Known:
    """Of all lots at once: what they calculate, what bids offer and state, and who won."""

    plans: Mapping[int, Plan]
    values: Values
    stated: Values
    winners: Mapping[int, str]

    def offered(self, lot: Lot, indicator: str) -> Sequence[tuple[str, Decimal]] | None:
        """By code of the bid; None where the lot does not ask for this share."""
        if indicator in {criterion.evidence_kind for criterion in lot.criteria.all()}:
            return self.values.get((lot.pk, indicator), ())
        if indicator in asked_by(self.plans.get(lot.pk)):
            return self.stated.get((lot.pk, indicator), ())
        return None


def progress_of(organisation: Organisation, targets: Sequence[OrganisationTarget]) -> list[Progress]:
    """Each target with the lots of its year and category, in a fixed number of queries."""
    lots = _lots(organisation, {each.indicator for each in targets})
    plans = {lot.pk: plan for lot in lots if (plan := plan_of(lot)) is not None}
    known = _Known(plans, _values(lots), promised_in(plans), _winners(lots))
    return [Progress(each, tuple(_parts(each, lots, known))) for each in targets]


def _lots(organisation: Organisation, indicators: Iterable[str]) -> list[Lot]:
    scored = Q(criteria__evidence_kind__in=indicators) | Q(life_cycle__data__has_key="circularity")
    return list(
        Lot.objects.filter(scored, tender__organisation=organisation)
        .select_related("tender__legal_answers", "life_cycle")
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


def _parts(target: OrganisationTarget, lots: Sequence[Lot], known: _Known) -> Iterator[Part]:
    for lot in lots:
        if year_of(lot) == target.year and target.category in groups_of(lot):
            offered = known.offered(lot, target.indicator)
            if offered is not None:
                yield _counted(target, _part(lot, offered, known))


def _part(lot: Lot, offered: Sequence[tuple[str, Decimal]], known: _Known) -> Part:
    winner = known.winners.get(lot.pk)
    if winner is not None:
        offered = [each for each in offered if each[0] == winner]
    devices = devices_of(lot, known.plans.get(lot.pk))
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


def plan_of(lot: Lot) -> Plan | None:
    """What it calculates; None where that is nothing, or cannot be read."""
    stored = getattr(lot, "life_cycle", None)
    try:
        return plan_from_data(stored.data) if stored is not None else None
    except UnreadableTender:
        return None


def devices_of(lot: Lot, plan: Plan | None) -> Quantity | None:
    """All devices that its calculation counts; None where it has none, or buys several groups of products.

    A calculation does not say to which group a device belongs.
    """
    if plan is None or len(groups_of(lot)) != 1:
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
