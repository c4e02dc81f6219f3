"""While the bids of a lot are sealed nobody reads one: nothing is there, and who tried stands in the log."""

from typing import NoReturn

from django.contrib.auth.models import User
from django.http import Http404, HttpRequest
from django.utils import timezone

from procurement.audit.attempts import mark_recorded, record_attempt
from tenders.models import Lot
from tenders.procedure.phases import SEALED
from tenders.services.phases import phase_of
from tenders.services.sealed_rows import subject_of


def refuse_reading(request: HttpRequest, lot: Lot) -> NoReturn:
    """A 404, whether or not there is such a bid; who tried stands in the log."""
    assert isinstance(request.user, User)
    mark_recorded(request)
    record_attempt(
        organisation=lot.tender.organisation,
        at=timezone.now(),
        actor=request.user,
        action="bids.read_refused",
        subject=subject_of(lot),
        details={"address": request.path[:200], "method": request.method},
    )
    raise Http404


def refuse_if_sealed(request: HttpRequest, pk: int) -> None:
    """Whoever asks, also from another organisation: as long as the bids are sealed, nothing is there."""
    lot = Lot.objects.select_related("tender__organisation").filter(pk=pk).first()
    if lot is not None and phase_of(lot) in SEALED:
        refuse_reading(request, lot)
