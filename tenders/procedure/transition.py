"""What a transition is: from which phase to which, who may make it, and what stands in the way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from procurement.language import Text
from tenders.procedure.facts import Facts
from tenders.procedure.people import Role
from tenders.procedure.phases import Phase
from tenders.procedure.screens import Reason, reason_of

Guard = Callable[[Facts], Text | None]
"""Why the transition cannot be made now, as what is wrong and what to do; None when it can."""


class Scope(StrEnum):
    TENDER = "tender"  # moves every lot of the tender at once
    LOT = "lot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    code: str
    title: Text  # the words on the button
    about: Text  # what happens, and what can no longer be done afterwards
    sources: tuple[Phase, ...]
    target: Phase
    scope: Scope
    roles: tuple[Role, ...]
    people: int = 1  # 2: two different people, within ten minutes
    goes_back: bool = False
    needs_reason: bool = False
    bidders_read_reason: bool = False  # the reason goes word for word into a notice to every bidder
    has_own_page: bool = False  # confirmed on a page of its own, which asks more than this button could
    belongs: tuple[Guard, ...] = ()  # is it a step of this lot at all? If not, it is not offered either
    guards: tuple[Guard, ...] = ()
    basis: tuple[str, ...]  # codes of citations; no default: an unsourced transition cannot be built

    @property
    def leads_on(self) -> bool:
        """Towards the contract; ending without an award is no way on."""
        return not self.goes_back and self.target is not Phase.STOPPED

    def reasons(self, facts: Facts) -> Iterator[Reason]:
        """Everything that stands in the way, whoever asks."""
        guards = (*self.belongs, *self.guards)
        return (reason for guard in guards if (reason := reason_of(guard, facts)) is not None)

    def is_offered(self, facts: Facts) -> bool:
        return all(guard(facts) is None for guard in self.belongs)
