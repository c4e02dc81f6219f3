"""Publishing: from here on the criteria and the rules are frozen."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.language import Text
from tenders.models import Publication, Tender
from tenders.services.frozen import is_published
from tenders.services.phases import Refused
from tenders.services.transitions import take_step

_NO_LOT = Text(
    nl="Deze aanbesteding heeft nog geen perceel. Voeg eerst een perceel toe.",
    en="This tender has no lot yet. Add a lot first.",
)
_PUBLISHED = Text(nl="Deze aanbesteding is al gepubliceerd.", en="This tender has been published already.")


@transaction.atomic
def publish(*, tender: Tender, at: datetime, actor: User) -> Publication:
    """Take the step `publish` for the whole tender. Raises `Refused` with everything in the way."""
    Tender.objects.select_for_update(no_key=True).get(pk=tender.pk)
    if is_published(tender):
        raise Refused([_PUBLISHED])
    lot = tender.lots.select_related("tender__organisation").order_by("number").first()
    if lot is None:
        raise Refused([_NO_LOT])
    take_step(lot=lot, code="publish", at=at, actor=actor)
    return tender.publications.get(version=1)
