"""Who sits on a panel of a running tender, and which role would end the blindness of that seat."""

from django.contrib.auth.models import User

from procurement.language import Text
from procurement.organisations.models import Organisation, Role
from tenders.models import Assessor
from tenders.services.retention import OVER

_SEATED = Text(
    nl="Deze persoon beoordeelt inschrijvingen voor {tenders}. Met een andere rol ziet een beoordelaar namen "
    "en prijzen. Geef de rol als die aanbesteding klaar is, of laat de inkoper deze beoordelaar eerst "
    "terugtrekken.",
    en="This person assesses bids for {tenders}. With another role an assessor sees names and prices. Give "
    "the role when that tender is finished, or have the officer withdraw this assessor first.",
)


def seat_against_role(user: User, organisation: Organisation, role: Role) -> Text | None:
    """A role beside the one of assessor cannot go with a seat on a panel of a tender that runs there."""
    if role == Role.JUROR:
        return None
    seats = Assessor.objects.filter(user=user, is_active=True, lot__tender__organisation=organisation)
    running = seats.exclude(lot__procedure__phase__in=OVER)
    references = running.order_by("lot__tender__reference").values_list("lot__tender__reference", flat=True)
    found = list(references.distinct())
    return _SEATED.format(tenders=", ".join(found)) if found else None
