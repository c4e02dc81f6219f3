"""From rows to values: the calculation of a lot and the figure of a criterion."""

from collections.abc import Iterable

from tenders.lifecycle.plan import Plan, read_plan
from tenders.lifecycle.statement import Figure, read_figure
from tenders.models import Criterion, LifecyclePlan, Lot
from tenders.scoring.files import UnreadableTender
from tenders.scoring.problem import Problem


def plans_of(lots: Iterable[Lot]) -> dict[int, Plan]:
    """By the key of the lot, of the lots that calculate something; one query.

    Raises `UnreadableTender` naming each place.
    """
    rows = LifecyclePlan.objects.filter(lot__in=list(lots)).select_related("lot").order_by("lot__number")
    problems: list[Problem] = []
    plans = {
        row.lot_id: read_plan(row.data, f"publication.lots.{row.lot.number}.life_cycle", problems)
        for row in rows
    }
    if problems:
        raise UnreadableTender(problems)
    return plans


def figure_of(row: Criterion) -> Figure | None:
    """None for a value that the bid states. Raises `UnreadableTender`."""
    problems: list[Problem] = []
    figure = read_figure(row.figure, f"criteria[{row.code}].figure", problems)
    if problems:
        raise UnreadableTender(problems)
    return figure
