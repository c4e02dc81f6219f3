"""The panel of the example: who scores, what each gives alone, and what they agree on."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.contrib.auth.models import User

from tenders.example.model import Example
from tenders.models import Assessor, Bid, Lot
from tenders.scoring import model
from tenders.services.consensus import Agreement, agree, reveal
from tenders.services.jury import active_assessors, admitted_bids
from tenders.services.jury_values import jury_criteria
from tenders.services.minutes import Written, minutes_of, write_minutes
from tenders.services.panel import set_panel
from tenders.services.scoring_alone import Answer, declare, make_ready, save_score

MINUTES = (
    "Per criterium zijn eerst alle scores getoond. Waar zij verschilden lichtten de beoordelaars toe wat zij "
    "in de inschrijving lazen. Daarna is per inschrijving samen één niveau vastgesteld, met de motivering. "
    "Niemand had een belangenconflict en de prijzen waren nog dicht."
)


def appoint_panel(lot: Lot, assessors: Iterable[User], *, at: datetime, actor: User) -> None:
    """Everybody scores every criterion of the jury."""
    criteria = [criterion.pk for criterion in jury_criteria(lot)]
    set_panel(lot=lot, wanted={user.pk: criteria for user in assessors}, at=at, actor=actor)


def score_alone(
    lot: Lot, frozen: model.Lot, content: Example, assessors: Sequence[User], *, at: datetime
) -> None:
    """Each declares to have no conflict of interest, scores every bid and makes the scores final."""
    bids = admitted_bids(lot)
    for place, user in enumerate(assessors, 1):
        assessor = Assessor.objects.select_related("lot__tender__organisation").get(lot=lot, user=user)
        declare(assessor=assessor, answers={bid.pk: Answer(has_conflict=False) for bid in bids}, at=at)
        for bid in bids:
            _scored(assessor, place, bid, frozen, content, at)
        make_ready(assessor=assessor, at=at)


def _scored(
    assessor: Assessor, place: int, bid: Bid, frozen: model.Lot, content: Example, at: datetime
) -> None:
    offered = _offered(frozen, bid)
    for criterion in jury_criteria(assessor.lot):
        code = criterion.code
        own = content.opinion(lot=frozen.code, bid=bid.code, criterion=code, assessor=place)
        save_score(
            assessor=assessor,
            bid=bid,
            criterion=criterion,
            value=own.level if own else str(offered.values[code]),
            motivation=own.motivation if own else offered.motivations[code],
            seen_version=0,
            at=at,
        )


def agree_on_scores(lot: Lot, frozen: model.Lot, *, at: datetime, actor: User) -> None:
    """The meeting: criterion after criterion shown to all and settled."""
    for criterion in jury_criteria(lot):
        reveal(lot=lot, criterion=criterion, at=at, actor=actor)
        agreements = [
            Agreement(
                bid=bid,
                value=str(_offered(frozen, bid).values[criterion.code]),
                reason=_offered(frozen, bid).motivations[criterion.code],
                seen=0,
            )
            for bid in admitted_bids(lot)
        ]
        agree(lot=lot, criterion=criterion, agreements=agreements, at=at, actor=actor)


def take_minutes(lot: Lot, *, at: datetime, actor: User) -> None:
    """Everybody was there."""
    present = tuple(active_assessors(lot))
    minutes = Written(held_at=at, present=present, text=MINUTES, seen=minutes_of(lot).version)
    write_minutes(lot=lot, written=minutes, at=at, actor=actor)


def _offered(frozen: model.Lot, bid: Bid) -> model.Bid:
    return next(each for each in frozen.bids if each.code == bid.code)
