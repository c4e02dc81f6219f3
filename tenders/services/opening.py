"""What goes with the two openings: first the bids without their prices, later the prices.

All of it or nothing: when one ciphertext is not what was sealed, nothing is opened (`Refused`).
"""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import count

from django.db.models import F
from django.views.decorators.debug import sensitive_variables

from procurement.audit.log import record
from procurement.vault.envelope import Key, unseal
from procurement.vault.errors import VaultError
from tenders.models import Bid, BidValue, FallenBid, Lot, PhaseChange, SealedBid, Supplier
from tenders.procedure.moments import AMSTERDAM
from tenders.services.admitted import admitted_in
from tenders.services.bid_content import Content, prices_as_bytes, read_bid, read_prices
from tenders.services.fixed_values import fixed_prices
from tenders.services.offered import fits, is_number, is_stated, is_typed_price, leaves_of
from tenders.services.sealed_rows import (
    cannot_be_read,
    nothing_opened,
    require_untouched_bids,
    require_untouched_prices,
    subject_of,
)
from tenders.services.sorting_out import Judged, Unsealed, Verdict, code_of, name_key, sorted_out
from tenders.services.statements import state_amounts, state_answers
from tenders.services.vault import BIDS, PRICES, bid_context, key_of, prices_context


@sensitive_variables()
def open_bids(lot: Lot, change: PhaseChange) -> None:
    """Make the bids with their values. Prices stay sealed, requirements stay to be judged."""
    require_untouched_bids(lot)
    try:
        judged = sorted_out(unsealed_bids(lot), lot.tender.deadline)
    except VaultError as closed:
        raise nothing_opened(closed) from None
    bids = _bids(lot, judged)
    _values(lot, bids)
    counting = [(bid, each.unsealed.content.values) for bid, each in bids if each.verdict is Verdict.COUNTS]
    uncalculated = state_answers(lot, counting)
    late = [(bid, each) for bid, each in bids if each.verdict is Verdict.LATE]
    for bid, each in late:
        _set_aside(bid, each.unsealed.content.received_at, lot, change)
    _record_opening(lot, change, bids, judged, uncalculated)


def unsealed_bids(lot: Lot) -> list[Unsealed]:
    """Every sealed bid of the lot not withdrawn, decrypted. Raises `VaultError` naming the receipt."""
    found = SealedBid.objects.filter(lot=lot, withdrawal=None).annotate(
        replaces=F("late_replacement__earlier")
    )
    rows = list(found.select_related("lot__tender", "sealed_by"))
    if not rows:
        return []
    try:
        key = key_of(lot, BIDS)
    except VaultError as closed:
        raise cannot_be_read(rows[0], closed) from None
    return [Unsealed(row, _content(row, key), row.replaces) for row in rows]


def _content(row: SealedBid, key: Key) -> Content:
    try:
        return read_bid(unseal(key, bytes(row.content), bid_context(row)))
    except VaultError as closed:
        raise cannot_be_read(row, closed) from None


def _bids(lot: Lot, judged: Iterable[Judged]) -> list[tuple[Bid, Judged]]:
    """One bid per bidder, coded in order of receipt; also of who came too late: it gets a letter."""
    made: list[tuple[Bid, Judged]] = []
    for each in (each for each in judged if each.is_chosen):
        content = each.unsealed.content
        bid = Bid.objects.create(
            lot=lot,
            supplier=_supplier(lot, content),
            code=code_of(len(made)),
            received_at=content.received_at,
            sealed=each.unsealed.row,
        )
        made.append((bid, each))
    return made


def _supplier(lot: Lot, content: Content) -> Supplier:
    """The supplier in the register by its number or its name, else a new one."""
    number = content.chamber_of_commerce
    register = list(Supplier.objects.filter(organisation=lot.tender.organisation_id).order_by("pk"))
    taken = set(lot.bids.values_list("supplier", flat=True))
    free = [each for each in register if each.pk not in taken]
    namesakes = [each for each in free if name_key(each.name) == name_key(content.supplier)]
    known = [each for each in free if number and each.chamber_of_commerce == number]
    known += [each for each in namesakes if not (number and each.chamber_of_commerce)]
    if known:
        return known[0]
    name = _free_name(content.supplier, number, {each.name for each in register})
    return Supplier.objects.create(
        organisation=lot.tender.organisation, name=name, chamber_of_commerce=number
    )


def _free_name(name: str, number: str, taken: set[str]) -> str:
    """Two bidders with one name are told apart in the register."""
    if name not in taken:
        return name
    by_number = f"{name[:180]} (KvK {number})" if number else ""
    if by_number and by_number not in taken:
        return by_number
    return next(each for place in count(2) if (each := f"{name[:190]} ({place})") not in taken)


def _values(lot: Lot, bids: Iterable[tuple[Bid, Judged]]) -> None:
    """What the bids state for criteria that neither the jury nor the price vault fills.

    A value that no longer fits, because a nota van inlichtingen changed the criterion, is left out: it
    counts as missing until somebody looks.
    """
    offered = {each.code: each for each in leaves_of(lot) if is_stated(each)}
    BidValue.objects.bulk_create(
        BidValue(bid=bid, criterion=offered[code], value=value)
        for bid, each in bids
        if each.verdict is Verdict.COUNTS
        for code, value in each.unsealed.content.values.items()
        if code in offered and fits(value, offered[code])
    )


def _set_aside(bid: Bid, received_at: datetime, lot: Lot, change: PhaseChange) -> None:
    assert lot.tender.deadline is not None
    moments = {"received": _exactly(received_at), "deadline": _exactly(lot.tender.deadline)}
    FallenBid.objects.create(
        bid=bid,
        cause=FallenBid.Cause.INVALID,
        at=change.at,
        made_by=change.made_by,
        reason="Te laat ontvangen: {received}. Het uiterste tijdstip was {deadline}.".format(**moments),
    )


def _exactly(moment: datetime) -> str:
    """To the millisecond, in Dutch time: a bid can be too late by less than a second."""
    local = moment.astimezone(AMSTERDAM)
    return f"{local:%d-%m-%Y %H:%M:%S},{local.microsecond // 1000:03} uur"


def _record_opening(
    lot: Lot,
    change: PhaseChange,
    bids: Iterable[tuple[Bid, Judged]],
    judged: Iterable[Judged],
    uncalculated: Mapping[str, list[str]],
) -> None:
    verdicts = {
        verdict.value: [each.unsealed.row.receipt for each in judged if each.verdict is verdict]
        for verdict in Verdict
    }
    withdrawn = SealedBid.objects.filter(lot=lot).exclude(withdrawal=None).values_list("receipt", flat=True)
    opened = [[bid.code, bid.received_at.isoformat(), each.unsealed.row.receipt] for bid, each in bids]
    details = {**verdicts, Verdict.WITHDRAWN.value: sorted(withdrawn), "bids": opened}
    if uncalculated:
        details["uncalculated"] = uncalculated
    _record(lot, change, "bids.opened", details)


@sensitive_variables()
def open_prices(lot: Lot, change: PhaseChange) -> None:
    """Write the prices of the admitted bids; a price that was opened before stays as it is.

    The prices of bids that were set aside stay in the vault: nothing needs them.
    """
    require_untouched_prices(lot)
    criteria = {each.code: each for each in leaves_of(lot) if is_typed_price(each)}
    known = set(BidValue.objects.filter(bid__lot=lot).values_list("bid", "criterion"))
    admitted = admitted_in([lot.pk]).exclude(sealed=None)
    admitted = admitted.select_related("sealed__lot__tender").prefetch_related("sealed__prices")
    opened = [(bid, _prices(bid)) for bid in admitted.order_by("code")]
    BidValue.objects.bulk_create(
        BidValue(bid=bid, criterion=criteria[code], value=price)
        for bid, prices in opened
        for code, price in prices.items()
        if code in criteria and is_number(price) and (bid.pk, criteria[code].pk) not in known
    )
    uncalculated = state_amounts(lot, opened)
    digests = {bid.code: _digest(prices) for bid, prices in opened}
    details = {"sha256": digests, "fixed": fixed_prices(lot)}
    _record(lot, change, "prices.opened", details | ({"uncalculated": uncalculated} if uncalculated else {}))


def _prices(bid: Bid) -> dict[str, str]:
    """The newest sealed prices of the bid; none when there are none."""
    assert bid.sealed is not None
    sealed = list(bid.sealed.prices.all())
    if not sealed:
        return {}
    try:
        key = key_of(bid.sealed.lot, PRICES)
        return read_prices(unseal(key, bytes(sealed[-1].content), prices_context(bid.sealed)))
    except VaultError as closed:
        raise nothing_opened(cannot_be_read(bid.sealed, closed)) from None


def _digest(prices: Mapping[str, str]) -> str:
    return hashlib.sha256(prices_as_bytes(prices)).hexdigest()


def _record(lot: Lot, change: PhaseChange, action: str, details: Mapping[str, object]) -> None:
    record(
        organisation=lot.tender.organisation,
        at=change.at,
        actor=change.seconded_by or change.made_by,
        action=action,
        subject=subject_of(lot),
        details=details,
    )
