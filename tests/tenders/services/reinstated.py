"""A bid that fell and comes back: each step that leads there."""

from datetime import timedelta

from django.contrib.auth.models import User

from procurement.organisations.models import Role
from tenders.models import Bid, Lot, PhaseChange, Reinstatement
from tenders.procedure.phases import Phase
from tenders.services.falling_away import let_fall
from tenders.services.reinstating import reinstate, sign_reinstatement
from tests import cast, meeting

AT = cast.NOW + timedelta(hours=1)
MINUTE = timedelta(minutes=1)
WHY = "Het bewijs was wel bijgevoegd, in bijlage 4."


def in_evaluation() -> Lot:
    """A first, B second, both judged by the panel; C was knocked out."""
    lot = meeting.revealed(meeting.published(meeting.judged_lot("consensus")))
    meeting.settle(lot, A=("voldoende", meeting.WHY_A), B=("goed", meeting.WHY_B))
    return cast.in_phase(lot, Phase.EVALUATION)


def prices_opened(lot: Lot) -> Lot:
    """As the log of the steps says it."""
    PhaseChange.objects.create(
        lot=lot, number=99, transition="open-prices", source="price_opening", target="evaluation", at=cast.NOW
    )
    return lot


def bid_of(lot: Lot, code: str = "B") -> Bid:
    return Bid.objects.select_related("lot__tender__organisation").get(lot=lot, code=code)


def fallen(lot: Lot, code: str = "B", cause: str = "proof") -> Lot:
    let_fall(
        bid=bid_of(lot, code),
        cause=cause,
        reason="Bewijs ontbreekt.",
        at=cast.NOW,
        actor=cast.person(Role.OFFICER),
    )
    return lot


def signed(lot: Lot, code: str = "B", *, reason: str = WHY, role: Role = Role.LAWYER) -> None:
    sign_reinstatement(bid=bid_of(lot, code), reason=reason, at=AT, actor=cast.person(role))


def seconded(
    lot: Lot, code: str = "B", *, after: timedelta = MINUTE, ruling: str = "", actor: User | None = None
) -> Reinstatement:
    actor = actor or cast.person(Role.OFFICER)
    return reinstate(bid=bid_of(lot, code), ruling=ruling, at=AT + after, actor=actor)
