"""The steps that can follow for a lot, each with everything that stands in its way, and how it came here."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.contrib.auth.models import User

from procurement.language import Text
from tenders.models import FirstSignature, Lot, PhaseChange
from tenders.procedure.guards import PEOPLE_WITHIN
from tenders.procedure.phases import ORDER, TITLES, Phase
from tenders.procedure.transition import Transition
from tenders.procedure.transitions import transitions_from
from tenders.services.confirming import needs_confirmation
from tenders.services.facts import facts_of
from tenders.services.phases import reasons_against
from tenders.services.signatures import may_take, waiting_signature

State = Literal["done", "current", "later", "skipped"]


@dataclass(frozen=True, slots=True)
class PossibleStep:
    """`first` is the signature that waits for a second person."""

    transition: Transition
    reasons: tuple[Text, ...]
    first: FirstSignature | None = None
    may_take: bool = True  # a role of this person takes the step

    @property
    def is_confirmed(self) -> bool:
        """A page shows first what it fixes."""
        return needs_confirmation(self.transition.code)

    @property
    def second_until(self) -> datetime | None:
        return self.first.at + PEOPLE_WITHIN if self.first else None


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """One phase in the list of a lot; `entered` is the newest step that led to it."""

    title: Text
    state: State
    entered: PhaseChange | None


def possible_steps(lot: Lot, *, at: datetime, actor: User) -> list[PossibleStep]:
    """The way forward first."""
    facts = facts_of(lot, at=at, actor=actor)
    return [
        PossibleStep(
            transition,
            tuple(reasons_against(lot, transition, at=at, actor=actor, facts=facts)),
            waiting_signature(lot, transition, at=at),
            may_take(actor, transition, lot.tender.organisation),
        )
        for transition in transitions_from(facts.phase)
        if transition.is_offered(facts)
    ]


def history_of(lot: Lot) -> list[PhaseChange]:
    """Every step of the lot, the oldest first."""
    return list(lot.phase_changes.select_related("made_by", "seconded_by").order_by("number"))


def phase_lines(now: Phase, history: list[PhaseChange]) -> list[PhaseLine]:
    """The phases in their order; the end without an award only where it came to that."""
    entered = {change.target: change for change in history}
    shown = [phase for phase in ORDER if phase is not Phase.STOPPED or now is Phase.STOPPED]
    return [PhaseLine(TITLES[each], _state(each, now, entered), entered.get(each)) for each in shown]


def _state(phase: Phase, now: Phase, entered: dict[str, PhaseChange]) -> State:
    if phase is now:
        return "current"
    if ORDER.index(phase) > ORDER.index(now):
        return "later"
    return "done" if phase in entered or phase is Phase.PREPARATION else "skipped"
