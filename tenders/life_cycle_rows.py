"""From rows to values: the calculation of a lot and the figure of a criterion."""

from collections.abc import Iterable
from dataclasses import replace

from procurement.numbers import parse
from tenders.lifecycle.plan import Plan, read_plan
from tenders.lifecycle.statement import Figure, read_figure
from tenders.models import Criterion, LifecyclePlan, Lot
from tenders.models import PriceLine as PriceLineRow
from tenders.scoring.files import UnreadableTender
from tenders.scoring.price_lines import PriceLine
from tenders.scoring.problem import Problem


def plans_of(lots: Iterable[Lot]) -> dict[int, Plan]:
    """By the key of the lot, of the lots that calculate something or have a price sheet; two queries.

    Raises `UnreadableTender` naming each place.
    """
    known = list(lots)
    rows = LifecyclePlan.objects.filter(lot__in=known).select_related("lot").order_by("lot__number")
    problems: list[Problem] = []
    plans = {
        row.lot_id: read_plan(row.data, f"publication.lots.{row.lot.number}.life_cycle", problems)
        for row in rows
    }
    if problems:
        raise UnreadableTender(problems)
    lines = price_lines_of(known)  # they stand in rows of their own and nowhere else
    return {
        key: replace(plans.get(key, Plan()), price_lines=lines.get(key, ())) for key in {**plans, **lines}
    }


def price_lines_of(lots: Iterable[Lot]) -> dict[int, tuple[PriceLine, ...]]:
    """By the key of the lot, of the lots that have a price sheet; one query."""
    found: dict[int, tuple[PriceLine, ...]] = {}
    for row in PriceLineRow.objects.filter(lot__in=list(lots)).order_by("lot__number", "number"):
        found[row.lot_id] = (*found.get(row.lot_id, ()), _line(row))
    return found


def _line(row: PriceLineRow) -> PriceLine:
    return PriceLine(
        number=row.number,
        description=row.description,
        unit=row.unit,
        quantity=parse(row.quantity),
        group=row.group,
        maximum=parse(row.maximum) if row.maximum else None,
    )


def figure_of(row: Criterion) -> Figure | None:
    """None for a value that the bid states. Raises `UnreadableTender`."""
    problems: list[Problem] = []
    figure = read_figure(row.figure, f"criteria[{row.code}].figure", problems)
    if problems:
        raise UnreadableTender(problems)
    return figure
