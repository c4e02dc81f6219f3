"""What happens to an account stands in the log of each organisation it belongs to, without the name."""

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.models import User

from procurement.audit.log import record
from procurement.organisations.models import Organisation


def record_about(
    account: User,
    *,
    action: str,
    at: datetime,
    actor: User | None,
    details: Mapping[str, object],
    before: object = None,
    after: object = None,
) -> None:
    for organisation in Organisation.objects.filter(memberships__user=account).distinct().order_by("pk"):
        record(
            organisation=organisation,
            at=at,
            actor=actor,
            action=f"account.{action}",
            subject=f"account {account.pk}",
            details=details,
            before=before,
            after=after,
        )
