"""Reasons for deviations, as officers write them."""

from procurement.organisations.models import Role
from tenders.models import LegalReason, Tender
from tests import cast


def reasons(tender: Tender, count: int = 1, text: str = "Vervanging.", quote: str = "20% < 25%") -> None:
    for number in range(count):
        LegalReason.objects.create(
            tender=tender,
            rule="L56",
            place="lots[0].criteria",
            quote=quote if count == 1 else f"{number}% < 25%",
            text=text,
            given_at=cast.PUBLISHED_AT,
            given_by=cast.person(Role.LAWYER, tender.organisation.name),
        )
