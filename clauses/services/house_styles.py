"""Adding a house style, and choosing the one that contracts are written in."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext as _

from clauses.house_styles import chosen_version
from clauses.models import HouseStyleChoice, HouseStyleVersion
from procurement.audit.log import record
from procurement.documents.house_style.reading import read_house_style
from procurement.file_names import clean_name
from procurement.organisations.models import Organisation


class HouseStyleRefused(Exception):
    """Nothing changed; the message says why."""


def add_house_style(
    *, organisation: Organisation, content: bytes, name: str, at: datetime, actor: User
) -> HouseStyleVersion:
    """The next version; no contract is written in it yet. Raises `UnusableHouseStyle`, `HouseStyleRefused`.

    The file is tried before the transaction: that takes about half a second.
    """
    safe = clean_name(name)
    digest = read_house_style(content, safe).digest
    return _added(
        HouseStyleVersion(
            organisation=organisation,
            name=safe,
            content=content,
            digest=digest,
            uploaded_by=actor,
            uploaded_at=at,
        )
    )


@transaction.atomic
def _added(row: HouseStyleVersion) -> HouseStyleVersion:
    _hold(row.organisation)
    versions = HouseStyleVersion.objects.filter(organisation=row.organisation).order_by("-number")
    same = versions.filter(digest=row.digest).values_list("number", flat=True).first()
    if same is not None:
        raise HouseStyleRefused(_("Dit bestand is er al: versie %(number)s.") % {"number": same})
    row.number = (versions.values_list("number", flat=True).first() or 0) + 1
    row.save(force_insert=True)
    record(
        organisation=row.organisation,
        at=row.uploaded_at,
        actor=row.uploaded_by,
        action="house_style.added",
        subject=row.organisation.name,
        details={"version": row.number, "sha256": row.digest},
    )
    return row


@transaction.atomic
def choose_house_style(
    *, organisation: Organisation, version: HouseStyleVersion | None, at: datetime, actor: User
) -> HouseStyleChoice:
    """From now on contracts are written in `version`; in the style of the program without one.

    What is final keeps its file. Raises `HouseStyleRefused` when that is so already.
    """
    _hold(organisation)
    if version is not None and version.organisation_id != organisation.pk:
        raise HouseStyleRefused(_("Deze huisstijl hoort bij een andere organisatie."))
    before = chosen_version(organisation.pk)
    if (before[0] if before else None) == (version.pk if version else None):
        raise HouseStyleRefused(_("Contracten worden al zo geschreven."))
    choice = HouseStyleChoice.objects.create(
        organisation=organisation, version=version, chosen_by=actor, chosen_at=at
    )
    record(
        organisation=organisation,
        at=at,
        actor=actor,
        action="house_style.chosen",
        subject=organisation.name,
        details={"version": version.number if version else 0},
        before=before[1] if before else "",
        after=version.digest if version else "",
    )
    return choice


def _hold(organisation: Organisation) -> None:
    """One at a time for each organisation, so that numbers follow each other."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
