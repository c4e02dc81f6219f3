"""Deciding to award a lot: once, on a calculation that is up to date and can be explained to who lost."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from procurement.audit.log import record
from tenders.models import AwardDecision, Evaluation, Lot
from tenders.scoring.files import UnreadableTender
from tenders.scoring.model import Kind
from tenders.scoring.result import LotResult
from tenders.services.decided import hold_undecided
from tenders.services.evaluate import stored_result
from tenders.snapshots import digest, evaluation_input


class NotAwardable(Exception):
    """The decision cannot be taken yet; `reasons` says all of what stands in the way."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = tuple(reasons)


@transaction.atomic
def decide_award(*, lot: Lot, at: datetime, actor: User) -> AwardDecision:
    """Award the lot to the bid that stands alone at rank 1 of the newest calculation.

    Raises `DecidedLot` when that was done before, and `NotAwardable`.
    """
    hold_undecided(lot)
    evaluation = lot.evaluations.order_by("-number").first()
    result = stored_result(evaluation) if evaluation else None
    current = evaluation is not None and is_current(lot, evaluation)
    reasons = reasons_to_wait(deadline=lot.tender.deadline, result=result, current=current, at=at)
    if evaluation is None or result is None or result.winner is None or reasons:
        raise NotAwardable(reasons)
    winner = result.winner.bid.code
    decision = AwardDecision.objects.create(
        lot=lot, evaluation=evaluation, winner=winner, decided_at=at, made_by=actor
    )
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action="lot.awarded",
        subject=f"{lot.tender.reference} / {lot.number}",
        details={"number": evaluation.number, "sha256": evaluation.digest, "winner": winner},
    )
    return decision


def reasons_to_wait(
    *, deadline: datetime | None, result: LotResult | None, current: bool, at: datetime
) -> list[str]:
    """All that stands in the way of the decision, as sentences; `current`: see `is_current`."""
    reasons = list(_before_deadline(deadline, at))
    if result is None:
        return [*reasons, _("Er is nog geen rangorde berekend. Bereken de rangorde eerst.")]
    if not current:
        reasons.append(_("De gegevens zijn veranderd na de berekening. Bereken de rangorde opnieuw."))
    return [*reasons, *_without_winner(result), *_without_motivation(result)]


def is_current(lot: Lot, evaluation: Evaluation) -> bool:
    """Would a calculation now start from the same input?"""
    try:
        return digest(evaluation_input(lot)) == evaluation.digest
    except UnreadableTender:
        return False


def _before_deadline(deadline: datetime | None, at: datetime) -> Iterator[str]:
    if deadline is not None and at < deadline:
        moment = date_format(localtime(deadline), "j F Y H:i")
        yield _("Gunnen kan pas na de uiterste datum van inschrijving: %(moment)s.") % {"moment": moment}


def _without_winner(result: LotResult) -> Iterator[str]:
    if not result.ranking:
        yield _("Er is geen geldige inschrijving over. Dit perceel kan niet worden gegund.")
    elif result.winner is None:
        first = ", ".join(each.bid.code for each in result.ranking if each.rank == 1)
        text = _("Op plaats 1 staan gelijk: %(bids)s. Beslis eerst over de gelijke stand.")
        yield text % {"bids": first}


def _without_motivation(result: LotResult) -> Iterator[str]:
    """A judgement without its reason cannot be explained to the bidder who lost."""
    text = _("De motivering bij %(criterion)s ontbreekt voor %(bids)s. Schrijf die op en bereken opnieuw.")
    for leaf in result.lot.leaves():
        silent = [each.bid for each in result.ranking if not each.bid.motivations.get(leaf.code, "").strip()]
        if leaf.kind is Kind.SCALE and silent:
            yield text % {"criterion": leaf.title, "bids": ", ".join(sorted(bid.code for bid in silent))}
