"""What people were doing when the power went: one action each, and the line that acknowledges it.

Every action first looks at what is stored, as a page does, so it can go on after any crash.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from procurement.organisations.models import Role
from tenders.models import ConsensusScore, IndividualScore, Lot, PhaseChange, SealedBid, Tender
from tenders.procedure.phases import Phase
from tenders.services.phases import phase_of
from tenders.services.scoring_alone import save_score
from tenders.services.sealing import seal_bid
from tenders.services.transitions import take_step
from tests import award, cast, meeting, panel, sealed

NEXT = {
    Phase.VERIFICATION: "decide-award",
    Phase.AWARD: "send-letters",
    Phase.STANDSTILL: "withdraw-decision",
    Phase.EVALUATION: "start-verification",
}
"""Round and round, so that there is always something to decide."""


@dataclass(frozen=True, slots=True)
class World:
    """The lots in which people are at work, all of one organisation and so in one log."""

    scored: Lot
    agreed: Lot
    decided: Lot
    sealed: Lot


def world() -> World:
    agreed = meeting.revealed(meeting.judged_lot(Lot.Combination.CONSENSUS))
    Tender.objects.filter(pk=agreed.tender_id).update(reference="T-agree")
    deciding = award.explained_lot(cast.tender(reference="T-decide"))
    award.verified(award.in_verification(award.in_evaluation(deciding)))
    sealing = cast.lot(cast.tender(reference="T-seal"))
    cast.published(sealing.tender, Phase.SUBMISSION)
    scored = panel.lot_in_assessment()
    panel.declares(panel.assessor(scored))
    return World(scored, agreed, deciding, sealing)


def score(of: World) -> str:
    who = of.scored.assessors.get()
    stored = IndividualScore.objects.filter(assessor=who).first()
    version = stored.version if stored else 0
    saved = save_score(
        assessor=who,
        bid=of.scored.bids.get(code="A"),
        criterion=panel.criterion(of.scored),
        value="goed",
        motivation=f"{version + 1}",
        seen_version=version,
        at=cast.NOW,
    )
    return f"{saved.version}"


def agree(of: World) -> str:
    seen = ConsensusScore.objects.filter(bid__lot=of.agreed).count()
    words = (meeting.WHY_A, meeting.WHY_B)[seen % 2]
    [made] = meeting.settle(of.agreed, seen=seen, A=("goed", f"{words} Dat zeggen wij voor het laatst."))
    return f"{made.number}"


def decide(of: World) -> str:
    """Decide, send the letters, take the decision back and begin again."""
    lot = Lot.objects.get(pk=of.decided.pk)
    code, officer = NEXT[phase_of(lot)], cast.person(Role.OFFICER)
    at = cast.NOW + timedelta(seconds=PhaseChange.objects.filter(lot=lot).count())
    [change] = take_step(lot=lot, code=code, at=at, actor=officer, reason="Daarom.")
    return f"{change.number} {change.transition}"


def seal(of: World) -> str:
    bid = sealed.new_bid(f"Leverancier {SealedBid.objects.count()}")
    return seal_bid(lot=of.sealed, bid=bid, at=cast.NOW, actor=cast.person(Role.OFFICER)).receipt


WORKERS: Mapping[str, Callable[[World], str]] = {
    "score": score,
    "agree": agree,
    "decide": decide,
    "seal": seal,
}
