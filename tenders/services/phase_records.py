"""What the recorded steps of a lot tell about its past."""

from tenders.models import Lot, PhaseChange


def prices_were_opened(lot: Lot) -> bool:
    """Also where the lot went back to an earlier phase since: what is known stays known."""
    return PhaseChange.objects.filter(lot=lot, transition="open-prices").exists()
