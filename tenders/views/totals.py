"""The totals as they would be now, from what is saved; shown while scoring, stored nowhere."""

from decimal import Decimal
from typing import NamedTuple

from tenders.models import Lot
from tenders.scoring.evaluate import evaluate
from tenders.scoring.files import UnreadableTender
from tenders.scoring.problem import NotEvaluable
from tenders.snapshots import lot_snapshot


class TotalNow(NamedTuple):
    total: Decimal
    rank: int


def totals_now(lot: Lot) -> dict[str, TotalNow]:
    """By bid code; empty as long as something is missing, because a half total would mislead."""
    try:
        result = evaluate(lot_snapshot(lot).lots[0])
    except (NotEvaluable, UnreadableTender):
        return {}
    return {found.bid.code: TotalNow(found.total, found.rank) for found in result.ranking}
