"""Calculations that were stored: the newest of a lot, whether it still holds, and its ranking again."""

from tenders.models import Evaluation, Lot
from tenders.scoring.evaluate import evaluate
from tenders.scoring.files import UnreadableTender, from_json
from tenders.scoring.model import Tender as PublishedTender
from tenders.scoring.result import LotResult
from tenders.snapshots import digest, evaluation_input


def newest_evaluation(lot: Lot) -> Evaluation | None:
    return lot.evaluations.select_related("made_by").order_by("-number").first()


def is_current(lot: Lot, evaluation: Evaluation) -> bool:
    """Would a calculation now start from the same input?"""
    try:
        return digest(evaluation_input(lot)) == evaluation.digest
    except UnreadableTender:
        return False


def stored_tender(evaluation: Evaluation) -> PublishedTender:
    """The tender as it was when this evaluation was made."""
    return from_json(evaluation.snapshot)


def stored_result(evaluation: Evaluation) -> LotResult:
    """The ranking, calculated again from what was stored: years later it gives the same figures."""
    return evaluate(stored_tender(evaluation).lots[0])
