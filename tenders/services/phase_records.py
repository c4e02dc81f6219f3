"""Where lots stand, and what their recorded steps tell about the past."""

from collections.abc import Sequence

from tenders.models import Lot, PhaseChange, Procedure
from tenders.procedure.phases import Phase


def phase_of(lot: Lot) -> Phase:
    """A lot without a row has not left the preparation."""
    phase = Procedure.objects.filter(lot=lot).values_list("phase", flat=True).first()
    return Phase(phase) if phase else Phase.PREPARATION


def phases_of(lots: Sequence[Lot]) -> dict[int, Phase]:
    """The phase of each lot by its key, in one query."""
    known = dict(Procedure.objects.filter(lot__in=lots).values_list("lot", "phase"))
    return {lot.pk: Phase(known.get(lot.pk, Phase.PREPARATION)) for lot in lots}


def prices_were_opened(lot: Lot) -> bool:
    """Also where the lot went back to an earlier phase since: what is known stays known."""
    return PhaseChange.objects.filter(lot=lot, transition="open-prices").exists()


def phase_reached(lot: Lot) -> Phase:
    """The phase of the lot; of a lot that was ended, the one in which it was ended."""
    phase = phase_of(lot)
    if phase is not Phase.STOPPED:
        return phase
    ended = PhaseChange.objects.filter(lot=lot, target=phase).order_by("-number")
    return Phase(ended.values_list("source", flat=True).first() or phase)
