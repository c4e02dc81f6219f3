"""The targets of an organisation for circular buying. As with the weight policy a lawyer records them."""

from dataclasses import asdict, dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from procurement.numbers import plain
from procurement.organisations.models import Organisation
from tenders.models import OrganisationTarget
from tenders.services.phases import Refused
from tenders.services.policy import may_state

FIRST_YEAR, LAST_YEAR = 2020, 2100

_NO_LAWYER = Text(
    nl="Alleen een jurist van deze organisatie legt een doel vast.",
    en="Only a lawyer of this organisation records a target.",
)
_NO_PERCENTAGE = Text(
    nl="Het doel is een percentage van 0 tot en met 100.", en="The target is a percentage from 0 to 100."
)
_NO_DEVICES = Text(
    nl="Vul in hoeveel apparaten dat jaar worden gekocht: 1 of meer.",
    en="Fill in how many devices are bought that year: 1 or more.",
)
_NO_YEAR = Text(nl="Vul een jaar in van 2020 tot en met 2100.", en="Fill in a year from 2020 to 2100.")
_NO_SOURCE = Text(nl="Schrijf waar het besluit staat.", en="Write where the decision can be found.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """`least` as a percentage of the devices; `planned`: all devices of the category bought that year."""

    category: str
    year: int
    indicator: str
    least: Decimal
    planned: int
    reference: str


def targets_of(organisation: Organisation) -> list[OrganisationTarget]:
    """Everything that it ever stated, the newest first."""
    rows = OrganisationTarget.objects.filter(organisation=organisation).select_related("stated_by")
    return list(rows.order_by("-pk"))


def counting(rows: list[OrganisationTarget]) -> list[OrganisationTarget]:
    """Of `targets_of`, the row that counts for each year, category and indicator, the latest year first."""
    newest: dict[tuple[int, str, str], OrganisationTarget] = {}
    for row in rows:
        newest.setdefault((row.year, row.category, row.indicator), row)
    return sorted(newest.values(), key=lambda row: (-row.year, row.category, row.indicator))


@transaction.atomic
def state_target(
    *, organisation: Organisation, stated: Stated, at: datetime, actor: User
) -> OrganisationTarget:
    """A new row beside all earlier ones. Raises `Refused` with every reason."""
    reasons = _against(organisation, stated, actor)
    if reasons:
        raise Refused(reasons)
    known = {"category": stated.category, "year": stated.year, "indicator": stated.indicator}
    earlier = OrganisationTarget.objects.filter(organisation=organisation, **known).order_by("-pk").first()
    row = OrganisationTarget.objects.create(
        organisation=organisation, stated_at=at, stated_by=actor, **asdict(stated)
    )
    record(
        organisation=organisation,
        at=at,
        actor=actor,
        action="target.stated",
        subject=stated.reference[:200],
        details=known,
        before="" if earlier is None else _told(earlier),
        after=_told(stated),
    )
    return row


def _told(target: Stated | OrganisationTarget) -> dict[str, Any]:
    return {"least": plain(target.least), "planned": target.planned, "reference": target.reference}


def _against(organisation: Organisation, stated: Stated, actor: User) -> list[Text]:
    found = (
        (not may_state(actor, organisation), _NO_LAWYER),
        (not 0 <= stated.least <= 100, _NO_PERCENTAGE),
        (stated.planned < 1, _NO_DEVICES),
        (not FIRST_YEAR <= stated.year <= LAST_YEAR, _NO_YEAR),
        (not stated.reference.strip(), _NO_SOURCE),
    )
    return [reason for is_so, reason in found if is_so]
