"""What opened bids hold, decrypted on demand: answers, files and what became of each receipt.

A bid that came too late is not read; neither is one that was replaced or withdrawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.views.decorators.debug import sensitive_variables

from procurement.vault.envelope import Key, unseal
from tenders.models import Bid, BidWithdrawal, Lot, PhaseChange, SealedBid, SealedFile
from tenders.services.bid_content import Content, read_bid
from tenders.services.opening import unsealed_bids
from tenders.services.sorting_out import Verdict, is_late, is_registered_late, sorted_out
from tenders.services.vault import BIDS, bid_context, file_context, key_of


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file of an opened bid. `size` in bytes."""

    pk: int  # of the SealedFile
    name: str
    criterion: str
    size: int


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one sealed bid. A withdrawn bid is never read, so it has no supplier."""

    number: str
    verdict: Verdict
    code: str = ""  # of the bid that it became
    supplier: str = ""
    received_at: datetime | None = None
    withdrawn_at: datetime | None = None
    registered_at: datetime | None = None
    registered_by: User | None = None
    is_registered_late: bool = False
    files: int = 0


@sensitive_variables()
def answers_of(lot: Lot) -> dict[int, dict[str, str]]:
    """By the key of the bid: the answer to each jury criterion, by its code."""
    return {bid.pk: dict(content.answers) for bid, content in _contents(lot)}


@sensitive_variables()
def stated_values(bid: Bid) -> dict[str, str]:
    """What the bid itself stated, by code of the criterion, whatever was corrected since; no price.

    Without its answers for the calculation, which have a colon in their code.
    """
    stated = (pair for _, content in _contents(bid.lot, bid) for pair in content.values.items())
    return {code: value for code, value in stated if ":" not in code}


def files_of(lot: Lot) -> dict[int, list[OpenedFile]]:
    """By the key of the bid: its files, in the order in which they were handed in."""
    kept: dict[int, list[int]] = {}
    rows = SealedFile.objects.filter(bid__opened__lot=lot).order_by("pk")
    for bid, file in rows.values_list("bid__opened", "pk"):
        kept.setdefault(bid, []).append(file)
    return {bid.pk: _files(content, kept.get(bid.pk, [])) for bid, content in _contents(lot)}


def _files(content: Content, keys: list[int]) -> list[OpenedFile]:
    return [
        OpenedFile(pk, entry.name, entry.criterion, entry.size)
        for pk, entry in zip(keys, content.files, strict=True)
    ]


@sensitive_variables()
def file_content(pk: int) -> tuple[OpenedFile, bytes]:
    """One file of an opened bid. Raises `SealedFile.DoesNotExist` for any other and `VaultError`."""
    row = SealedFile.objects.select_related("bid__opened__lot__tender").get(pk=pk, bid__opened__isnull=False)
    bid = row.bid.opened
    if is_late(bid.received_at, bid.lot.tender.deadline):
        raise SealedFile.DoesNotExist
    files = files_of(bid.lot)[bid.pk]
    place = [each.pk for each in files].index(pk) + 1
    content = unseal(key_of(bid.lot, BIDS), bytes(row.content), file_context(row.bid, place))
    return files[place - 1], content


def receipts_of(lot: Lot) -> list[Receipt]:
    """Every bid that was handed in and what became of it; nothing before the opening. Raises `VaultError`."""
    if not PhaseChange.objects.filter(lot=lot, transition="open-bids").exists():
        return []  # sealed still, or for ever when the lot was ended before the opening
    codes = dict(Bid.objects.filter(lot=lot).values_list("sealed", "code"))
    read = [
        Receipt(
            number=each.unsealed.row.receipt,
            verdict=each.verdict,
            code=codes.get(each.unsealed.row.pk, ""),
            supplier=each.unsealed.content.supplier,
            received_at=each.unsealed.content.received_at,
            files=len(each.unsealed.content.files),
            registered_at=each.unsealed.row.sealed_at,
            registered_by=each.unsealed.row.sealed_by,
            is_registered_late=is_registered_late(each.unsealed.row, lot.tender.deadline),
        )
        for each in sorted_out(unsealed_bids(lot), lot.tender.deadline)
    ]
    return [*read, *_withdrawn(lot)]


def _withdrawn(lot: Lot) -> Iterator[Receipt]:
    for row in BidWithdrawal.objects.filter(bid__lot=lot).select_related("bid").order_by("pk"):
        yield Receipt(number=row.bid.receipt, verdict=Verdict.WITHDRAWN, withdrawn_at=row.at)


def _contents(lot: Lot, only: Bid | None = None) -> Iterator[tuple[Bid, Content]]:
    bids = Bid.objects.filter(lot=lot, sealed__isnull=False).select_related("sealed").order_by("code", "pk")
    if only is not None:
        bids = bids.filter(pk=only.pk)
    in_time = [bid for bid in bids if not is_late(bid.received_at, lot.tender.deadline)]
    key = key_of(lot, BIDS) if in_time else None
    for bid in in_time:
        assert key is not None
        assert bid.sealed is not None
        yield bid, _content(lot, bid.sealed, key)


def _content(lot: Lot, row: SealedBid, key: Key) -> Content:
    row.lot = lot  # its tender is known already
    return read_bid(unseal(key, bytes(row.content), bid_context(row)))
