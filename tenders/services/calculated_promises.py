"""What bids promise about a target for circular buying in the published calculation of their lot."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import prod

from tenders.lifecycle.circularity.indicator import Indicator
from tenders.lifecycle.not_computable import NotComputable
from tenders.lifecycle.plan import Plan
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.statement.parts import circularity_from
from tenders.lifecycle.unit import NUMBER
from tenders.models import LifecycleAnswer, OrganisationTarget
from tenders.services.admitted import admitted_in

PLACES = 4  # of a percentage, as targets have
HUNDRED = Fraction(100)

STATED: Mapping[str, frozenset[Indicator]] = {
    OrganisationTarget.Indicator.REFURBISHED_SHARE: frozenset({Indicator.REFURBISHED}),
    OrganisationTarget.Indicator.TAKE_BACK: frozenset({Indicator.TAKE_BACK}),
    OrganisationTarget.Indicator.SECOND_LIFE: frozenset({Indicator.TAKE_BACK, Indicator.SECOND_LIFE}),
}
"""What a bid states about each target. The second life is stated of the devices that are taken back, so of
all devices it is the part of a part."""

Offered = Mapping[tuple[int, str], Sequence[tuple[str, Decimal]]]


def asked_by(plan: Plan | None) -> frozenset[str]:
    """The targets about which every bid under this plan states its share."""
    parts = plan.circularity.parts if plan is not None and plan.circularity is not None else ()
    indicators = {part.indicator for part in parts}
    return frozenset(target for target, needed in STATED.items() if needed <= indicators)


def promised_in(plans: Mapping[int, Plan]) -> Offered:
    """By key of the lot and target each bid that takes part, by code, with the percentage that it promises.

    A statement that earns no score promises nothing. One query, however many lots.
    """
    found: defaultdict[tuple[int, str], list[tuple[str, Decimal]]] = defaultdict(list)
    for (lot, code), given in _answers([key for key, plan in plans.items() if asked_by(plan)]).items():
        try:
            score = circularity_from(plans[lot], code, given)
        except NotComputable:
            continue
        values = {each.part.indicator: each.value.amount for each in score.parts}
        for target in asked_by(plans[lot]):
            found[lot, target].append((code, _percentage(values[each] for each in STATED[target])))
    return found


def _answers(lots: Collection[int]) -> dict[tuple[int, str], dict[str, str]]:
    found: defaultdict[tuple[int, str], dict[str, str]] = defaultdict(dict)
    rows = LifecycleAnswer.objects.filter(bid__in=admitted_in(lots), is_price=False).order_by("bid__code")
    for lot, bid, code, value in rows.values_list("bid__lot", "bid__code", "code", "value"):
        found[lot, bid][code] = value
    return found


def _percentage(parts: Iterable[Fraction]) -> Decimal:
    return Quantity(prod(parts, start=HUNDRED), NUMBER).rounded(PLACES)
