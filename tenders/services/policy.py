"""Recording the own weight policy of an organisation. It is no law: a lot below it has to be explained.

A lawyer records it, who also records why a lot deviates; an officer would set the bar of his own tender.
It holds from a later day on, so that no tender that was published is judged by another minimum afterwards.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.utils import timezone

from procurement.audit.log import record
from procurement.language import Text
from procurement.numbers import plain
from procurement.organisations.access import has_role
from procurement.organisations.models import Organisation, Role
from tenders.models import WeightPolicy
from tenders.services.phases import Refused

_NO_LAWYER = Text(
    nl="Alleen een jurist van deze organisatie legt het minimum vast.",
    en="Only a lawyer of this organisation records the minimum.",
)
_TOO_EARLY = Text(
    nl="Een minimum geldt op zijn vroegst vanaf morgen. Zo verandert niets aan wat al is gepubliceerd.",
    en="A minimum holds from tomorrow at the earliest. So nothing changes about what was published already.",
)
_NOT_DECIDED = Text(
    nl="De datum van het besluit ligt in de toekomst. Leg het minimum vast als er besloten is.",
    en="The date of the decision lies in the future. Record the minimum once it is decided.",
)
_NO_PERCENTAGE = Text(
    nl="Het minimum is een percentage van 0 tot en met 100.", en="The minimum is a percentage from 0 to 100."
)
_NO_SOURCE = Text(
    nl="Schrijf wie dit besloot en waar het besluit staat.",
    en="Write who decided this and where the decision can be found.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """`least` as a percentage of a lot; `reference` says where the decision can be found."""

    least: Decimal
    valid_from: date
    decided_on: date
    decided_by: str
    reference: str


def may_state(user: User | AnonymousUser, organisation: Organisation) -> bool:
    """Who runs the site has no policy."""
    return not user.is_superuser and has_role(user, organisation, Role.LAWYER)


@transaction.atomic
def state_policy(*, organisation: Organisation, stated: Stated, at: datetime, actor: User) -> WeightPolicy:
    """A new row beside all earlier ones. Raises `Refused` with every reason."""
    reasons = _against(organisation, stated, timezone.localtime(at).date(), actor)
    if reasons:
        raise Refused(reasons)
    earlier = WeightPolicy.objects.filter(organisation=organisation).order_by("-valid_from", "-pk").first()
    row = WeightPolicy.objects.create(
        organisation=organisation, stated_at=at, stated_by=actor, **asdict(stated)
    )
    record(
        organisation=organisation,
        at=at,
        actor=actor,
        action="weight_policy.stated",
        subject=stated.reference[:200],
        details={},
        before="" if earlier is None else _told(earlier),
        after=_told(stated),
    )
    return row


def _told(policy: Stated | WeightPolicy) -> dict[str, str]:
    return {
        "least": plain(policy.least),
        "valid_from": policy.valid_from.isoformat(),
        "decided_on": policy.decided_on.isoformat(),
        "decided_by": policy.decided_by,
        "reference": policy.reference,
    }


def _against(organisation: Organisation, stated: Stated, today: date, actor: User) -> list[Text]:
    found = (
        (not may_state(actor, organisation), _NO_LAWYER),
        (stated.valid_from <= today, _TOO_EARLY),
        (stated.decided_on > today, _NOT_DECIDED),
        (not 0 <= stated.least <= 100, _NO_PERCENTAGE),
        (not (stated.decided_by.strip() and stated.reference.strip()), _NO_SOURCE),
    )
    return [reason for is_so, reason in found if is_so]
