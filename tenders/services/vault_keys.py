"""Replacing the key of the site, and destroying the keys of bids that may no longer be kept."""

from datetime import date, datetime

from django.db import transaction

from procurement.audit.log import record
from procurement.vault.keys import Wrapped
from tenders.models import DataKey, Lot, Tender
from tenders.services.phases import Refused
from tenders.services.retention import reasons_to_keep
from tenders.services.sealed_rows import subject_of
from tenders.services.vault import key_context, site_keys


def rotate_keys(*, at: datetime) -> int:
    """Seal every data key with the first key of the site; how many changed. Each key is a transaction of its
    own, so that a run that was broken off is simply started again. Raises `VaultError`.
    """
    first = site_keys().first_id
    keys = list(DataKey.objects.exclude(key_id=first).order_by("pk").values_list("pk", flat=True))
    return sum(_rotated(key, first, at) for key in keys)


@transaction.atomic
def _rotated(pk: int, first: str, at: datetime) -> bool:
    row = DataKey.objects.select_for_update().filter(pk=pk).exclude(key_id=first).first()
    if row is None:
        return False
    lot = Lot.objects.select_related("tender__organisation").get(pk=row.lot_id)
    keys, context, old = site_keys(), key_context(lot, row.vault), row.key_id
    wrapped = keys.wrap(keys.unwrap(Wrapped(bytes(row.wrapped), old), context), context)
    row.wrapped, row.key_id = wrapped.content, wrapped.key_id
    row.save()
    _record(lot, "vault.key_replaced", {"vault": row.vault}, at, old, row.key_id)
    return True


@transaction.atomic
def destroy_keys(*, tender: Tender, today: date, at: datetime) -> int:
    """Make the sealed bids of the tender unreadable for ever; how many keys went. Raises `Refused`."""
    Tender.objects.select_for_update(no_key=True).get(pk=tender.pk)
    reasons = reasons_to_keep(tender, on=today)
    if reasons:
        raise Refused(reasons)
    rows = list(DataKey.objects.select_for_update().filter(lot__tender=tender))
    for row in rows:
        lot = Lot.objects.select_related("tender__organisation").get(pk=row.lot_id)
        _record(lot, "vault.key_destroyed", {"vault": row.vault}, at, row.key_id, "")
    DataKey.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


def _record(lot: Lot, action: str, details: dict[str, object], at: datetime, before: str, after: str) -> None:
    """`before` and `after`: the name of the key of the site."""
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=None,
        action=action,
        subject=subject_of(lot),
        details=details,
        before=before,
        after=after,
    )
