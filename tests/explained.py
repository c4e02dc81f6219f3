"""A draft that deviates from the own minimum, and says why."""

from datetime import timedelta
from decimal import Decimal

from procurement.organisations.models import Role
from tenders.models import Lot
from tenders.services.legal_reasons import About, give_reason
from tenders.services.policy import Stated, state_policy
from tests import cast


def deviating() -> Lot:
    """Below the minimum of the organisation, with two reasons of a lawyer of which the second counts."""
    lot, lawyer = cast.lot(), cast.person(Role.LAWYER)
    stated = Stated(
        least=Decimal(30),
        valid_from=cast.PUBLISHED_AT.date() + timedelta(days=1),
        decided_on=cast.PUBLISHED_AT.date(),
        decided_by="B&W",
        reference="2026/4",
    )
    state_policy(organisation=lot.tender.organisation, stated=stated, at=cast.PUBLISHED_AT, actor=lawyer)
    about = About("L56", "lots[0].criteria", "25% < 30%")
    for text in ("Vervanging.", "Alleen vervanging."):
        give_reason(tender=lot.tender, about=about, text=text, at=cast.NOW, actor=lawyer)
    return lot
