"""The two vaults of a lot: their keys, and where each sealed thing belongs."""

from pathlib import Path

from django.conf import settings

from procurement.vault.envelope import Context, Key, new_key
from procurement.vault.errors import KEY_IS_GONE, WrongKey
from procurement.vault.keys import SiteKeys, Wrapped, make_key_file, read_key_file, read_keys
from tenders.models import DataKey, Lot, SealedBid

BIDS, PRICES = DataKey.Vault.BIDS, DataKey.Vault.PRICES
KEY = "key"


def site_keys() -> SiteKeys:
    """The keys of this site. On a site in development the key file is made on first use. Raises `BadKey`."""
    if settings.VAULT_KEYS:
        return read_keys(settings.VAULT_KEYS)
    file = Path(settings.VAULT_KEY_FILE)
    if settings.VAULT_KEY_IS_MADE and not file.exists():
        make_key_file(file)
    return read_key_file(file)


def key_context(lot: Lot, vault: str) -> Context:
    return _context(lot, vault, "", KEY)


def bid_context(bid: SealedBid) -> Context:
    return _context(bid.lot, BIDS, bid.receipt, "bid")


def file_context(bid: SealedBid, place: int) -> Context:
    return _context(bid.lot, BIDS, bid.receipt, f"file {place}")


def prices_context(bid: SealedBid) -> Context:
    return _context(bid.lot, PRICES, bid.receipt, "prices")


def _context(lot: Lot, vault: str, receipt: str, part: str) -> Context:
    return Context(
        organisation=lot.tender.organisation_id,
        tender=lot.tender_id,
        lot=lot.pk,
        vault=str(vault),
        receipt=receipt,
        part=part,
    )


def key_for_sealing(lot: Lot, vault: str) -> Key:
    """The data key of the vault, made with the first thing that goes in. The caller holds the lot."""
    if DataKey.objects.filter(lot=lot, vault=vault).exists():
        return key_of(lot, vault)
    key = new_key()
    wrapped = site_keys().wrap(key, key_context(lot, vault))
    DataKey.objects.create(lot=lot, vault=vault, wrapped=wrapped.content, key_id=wrapped.key_id)
    return key


def key_of(lot: Lot, vault: str) -> Key:
    """Raises `WrongKey` when the key is not there (any more) and `Tampered` when it was changed."""
    row = DataKey.objects.filter(lot=lot, vault=vault).first()
    if row is None:
        raise WrongKey(KEY_IS_GONE.format(key="-"))
    return site_keys().unwrap(Wrapped(bytes(row.wrapped), row.key_id), key_context(lot, vault))
