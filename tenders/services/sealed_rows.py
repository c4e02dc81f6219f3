"""The sealed rows of a lot, held against the log: nothing was added, changed or taken away unseen."""

import json
from collections.abc import Iterator

from procurement.audit.models import Event
from procurement.language import Text
from procurement.vault.errors import VaultError
from tenders.models import Lot, SealedBid, SealedFile, SealedPrices
from tenders.services.phases import Refused
from tenders.services.receipts import fingerprint

_GONE = Text(
    nl="Inschrijving {receipt} staat in het logboek, maar niet meer in de kluis. Er is niets geopend.",
    en="Bid {receipt} is in the log, but no longer in the vault. Nothing was opened.",
)
_CHANGED = Text(
    nl="Inschrijving {receipt} is niet meer wat is verzegeld. Er is niets geopend. "
    "Zet een goede reservekopie terug en vraag uw beheerder om onderzoek.",
    en="Bid {receipt} is no longer what was sealed. Nothing was opened. Restore a sound backup and ask "
    "your administrator to investigate.",
)
_CLOSED = Text(nl="Inschrijving {receipt} gaat niet open. {why}", en="Bid {receipt} cannot be opened. {why}")
_NOT_OPENED = Text(nl="{why} Er is niets geopend.", en="{why} Nothing was opened.")


def subject_of(lot: Lot) -> str:
    return f"{lot.tender.reference} / {lot.number}"


def cannot_be_read(bid: SealedBid, why: VaultError) -> VaultError:
    """The same, naming the receipt."""
    return VaultError(_CLOSED.format(receipt=bid.receipt, why=why.message))


def nothing_opened(why: VaultError) -> Refused:
    return Refused([_NOT_OPENED.format(why=why.message)])


def require_untouched_bids(lot: Lot) -> None:
    """Raises `Refused` naming every receipt of which row and log differ."""
    logged = {receipt: prints[-1] for receipt, prints in _logged(lot, "bids.sealed").items()}
    rows = {row.receipt: row for row in SealedBid.objects.filter(lot=lot)}
    reasons = [_GONE.format(receipt=receipt) for receipt in logged if receipt not in rows]
    for receipt, row in rows.items():
        if logged.get(receipt) != fingerprint(list(_ciphertexts(row))):
            reasons.append(_CHANGED.format(receipt=receipt))
    if reasons:
        raise Refused(reasons)


def _ciphertexts(row: SealedBid) -> Iterator[bytes]:
    yield bytes(row.content)
    for content in SealedFile.objects.filter(bid=row).order_by("pk").values_list("content", flat=True):
        yield bytes(content)


def require_untouched_prices(lot: Lot) -> None:
    """Raises `Refused` naming every receipt whose sealed prices, oldest first, are not those of the log."""
    logged, stored = _logged(lot, "bids.price_sealed"), _stored_prices(lot)
    reasons = [
        _CHANGED.format(receipt=receipt)
        for receipt in sorted(logged.keys() | stored.keys())
        if logged.get(receipt) != stored.get(receipt)
    ]
    if reasons:
        raise Refused(reasons)


def _stored_prices(lot: Lot) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in SealedPrices.objects.filter(bid__lot=lot).select_related("bid").order_by("pk"):
        found.setdefault(row.bid.receipt, []).append(fingerprint([bytes(row.content)]))
    return found


def _logged(lot: Lot, action: str) -> dict[str, list[str]]:
    """By receipt what was recorded under this action, in order."""
    events = Event.objects.filter(
        organisation=lot.tender.organisation_id, action=action, subject=subject_of(lot)
    )
    found: dict[str, list[str]] = {}
    for text in events.order_by("sequence").values_list("details", flat=True):
        details = json.loads(text)
        found.setdefault(details["receipt"], []).append(details["sha256"])
    return found
