"""The one table of transitions. Stepper, button, error and log read this list."""

from procurement.registry import Registry
from tenders.procedure.back import BACK
from tenders.procedure.forward import FORWARD
from tenders.procedure.phases import Phase
from tenders.procedure.transition import Transition

TRANSITIONS: Registry[Transition] = Registry(FORWARD + BACK)


def transitions_from(phase: Phase) -> tuple[Transition, ...]:
    """What can follow on this phase, the way forward first."""
    return tuple(each for each in TRANSITIONS if phase in each.sources)
