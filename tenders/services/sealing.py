"""Putting a bid and its prices into the vaults, and taking a bid back before the deadline.

Nothing here reads another bid or answers with anything but the receipt: who already handed in, and how
many did, is known to nobody before the opening.
"""

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from procurement.audit.log import record
from procurement.language import Text
from procurement.vault.envelope import seal
from tenders.models import BidWithdrawal, Lot, SealedBid, SealedFile, SealedPrices
from tenders.procedure.deadlines import has_passed
from tenders.procedure.moments import moment_text
from tenders.procedure.phases import SEALED, Phase
from tenders.services.bid_content import NewFile, NewSealedBid, bid_as_bytes, prices_as_bytes
from tenders.services.calculation import Given, calculation_of
from tenders.services.offered import leaves_of, reasons_against_bid, reasons_against_prices
from tenders.services.phases import Refused, phase_of, require_phase
from tenders.services.receipts import as_receipt, fingerprint, new_receipt
from tenders.services.sealed_rows import subject_of
from tenders.services.vault import BIDS, PRICES, bid_context, file_context, key_for_sealing, prices_context

__all__ = [
    "NewFile",
    "NewSealedBid",
    "Withdrawn",
    "put_in_price_vault",
    "replace_bid",
    "require_fitting_prices",
    "require_price_in_time",
    "seal_bid",
    "seal_prices",
    "sealed_with",
    "withdraw_bid",
]

NOTHING: Mapping[str, object] = {}
SEALING = tuple(phase for phase in Phase if phase in SEALED)

_UNKNOWN_RECEIPT = Text(
    nl="Dit ontvangstnummer hoort niet bij een inschrijving op dit perceel. Controleer het nummer.",
    en="This receipt does not belong to a bid on this lot. Check the number.",
)
_TOO_LATE = Text(
    nl="Intrekken kon tot het uiterste tijdstip van inschrijving: {moment}.",
    en="A bid could be withdrawn until the deadline for bids: {moment}.",
)
_PRICE_TOO_LATE = Text(
    nl="Een prijs aanvullen of vervangen kon tot het uiterste tijdstip van inschrijving: {moment}. Ontbreekt "
    "de prijs? Na de opening leggen twee personen hem in de kluis, met de reden.",
    en="A price could be added or replaced until the deadline for bids: {moment}. Is the price missing? "
    "After the opening two people put it into the vault, with the reason.",
)
_BAD_REASON = Text(
    nl="Kies waarom de inschrijving vervalt uit de lijst.", en="Choose from the list why the bid lapses."
)


class Withdrawn(TextChoices):
    """Why a bid is taken back. A choice and no free text: a text could name the bidder."""

    BY_BIDDER = "by-bidder", _("de inschrijver trekt haar in")
    REPLACED = "replaced", _("de inschrijver dient een nieuwe in")
    MISTAKE = "mistake", _("zij was verkeerd geregistreerd")


@sensitive_variables()
@transaction.atomic
def seal_bid(*, lot: Lot, bid: NewSealedBid, at: datetime, actor: User) -> SealedBid:
    """Encrypt the bid and store it. Raises `Refused`.

    `received_at` decides whether it is in time: after the deadline officers still register what came in
    elsewhere, and a bid that was received too late is set aside at the opening.
    """
    require_phase(lot, *SEALING)
    reasons = reasons_against_bid(bid, lot, at=at)
    if reasons:
        raise Refused(reasons)
    row = _stored(lot, bid, at, actor)
    if bid.prices:
        put_in_price_vault(row, bid.prices, at, actor)
    return row


@sensitive_variables()
def _stored(lot: Lot, bid: NewSealedBid, at: datetime, actor: User) -> SealedBid:
    key = key_for_sealing(lot, BIDS)
    row = SealedBid(
        lot=lot, receipt=new_receipt(), sealed_at=at, sealed_by=actor, version=_version(lot, bid.received_at)
    )
    content = seal(key, bid_as_bytes(bid), bid_context(row))
    row.content = content
    row.save()
    files = [seal(key, each.content, file_context(row, place)) for place, each in enumerate(bid.files, 1)]
    for file in files:  # one by one: together they may be 100 MB
        SealedFile.objects.create(bid=row, content=file)
    knowingly = {"as_received": True} if bid.as_received else {}
    _record(row, "bids.sealed", {"sha256": fingerprint([content, *files]), **knowingly}, at, actor)
    return row


def _version(lot: Lot, received_at: datetime) -> int:
    """The version of the documents that bidders had when it was received."""
    known = lot.tender.publications.filter(made_at__lte=received_at)
    return known.order_by("-version").values_list("version", flat=True).first() or 1


@sensitive_variables()
@transaction.atomic
def seal_prices(
    *,
    sealed: SealedBid,
    prices: Mapping[str, str],
    at: datetime,
    actor: User,
    as_received: bool = False,
) -> SealedPrices:
    """Put all prices of a bid into the price vault; the newest count, the others stay. Raises `Refused`.

    What the bid states besides lies in its vault, so amounts for a calculation are held against each other.
    Until the deadline alone; a price that comes later goes by `tenders.services.late_prices`.
    """
    require_phase(sealed.lot, *SEALING)
    require_price_in_time(sealed.lot, at)
    require_fitting_prices(sealed.lot, prices, answers=None, as_received=as_received)
    return put_in_price_vault(sealed, prices, at, actor, {"as_received": True} if as_received else NOTHING)


def require_price_in_time(lot: Lot, at: datetime) -> None:
    """Raises `Refused` after the deadline: a later price goes by `tenders.services.late_prices`."""
    _require_before_deadline(lot, at, _PRICE_TOO_LATE)


def _require_before_deadline(lot: Lot, at: datetime, otherwise: Text) -> None:
    deadline = lot.tender.deadline
    if deadline is not None and has_passed(deadline, at):
        raise Refused([otherwise.format(moment=moment_text(deadline))])


@sensitive_variables()
def require_fitting_prices(
    lot: Lot, prices: Mapping[str, str], *, answers: Given | None, as_received: bool
) -> None:
    """Raises `Refused` for prices that the lot does not ask for, and for amounts that are not all there.

    `answers`: what the bid states besides; None while that is sealed.
    """
    calculation = calculation_of(lot)
    reasons = list(reasons_against_prices(prices, leaves_of(lot), calculation))
    if not reasons and not as_received:
        reasons = [each.message for each in calculation.wrong_amounts(prices, answers)]
    if reasons:
        raise Refused(reasons)


@sensitive_variables()
def put_in_price_vault(
    sealed: SealedBid,
    prices: Mapping[str, str],
    at: datetime,
    actor: User,
    why: Mapping[str, object] = NOTHING,
) -> SealedPrices:
    """Encrypt and store; whether it may is the caller's to judge. `why` goes into the log."""
    key = key_for_sealing(sealed.lot, PRICES)
    content = seal(key, prices_as_bytes(prices), prices_context(sealed))
    row = SealedPrices.objects.create(bid=sealed, sealed_at=at, sealed_by=actor, content=content)
    details = {"sha256": fingerprint([content]), "phase": phase_of(sealed.lot).value, **why}
    _record(sealed, "bids.price_sealed", details, at, actor)
    return row


def sealed_with(lot: Lot, receipt: str) -> SealedBid:
    """The bid with this receipt, as somebody typed it. Raises `Refused` for one that is not there."""
    bids = SealedBid.objects.select_related("lot__tender__organisation")
    bid = bids.filter(lot=lot, receipt=as_receipt(receipt), withdrawal=None).first()
    if bid is None:
        raise Refused([_UNKNOWN_RECEIPT])
    return bid


@transaction.atomic
def withdraw_bid(*, lot: Lot, receipt: str, reason: str, at: datetime, actor: User) -> BidWithdrawal:
    """Take a sealed bid back before the deadline; it will never be opened. Raises `Refused`."""
    require_phase(lot, *SEALING)
    _require_before_deadline(lot, at, _TOO_LATE)
    if reason not in Withdrawn.values:
        raise Refused([_BAD_REASON])
    bid = sealed_with(lot, receipt)
    withdrawal = BidWithdrawal.objects.create(bid=bid, at=at, made_by=actor, reason=reason)
    _record(bid, "bids.withdrawn", {"reason": reason}, at, actor, before="sealed", after="withdrawn")
    return withdrawal


@sensitive_variables()
@transaction.atomic
def replace_bid(*, lot: Lot, receipt: str, bid: NewSealedBid, at: datetime, actor: User) -> SealedBid:
    """A new bid in the place of an earlier one, both or neither. Raises `Refused`."""
    withdraw_bid(lot=lot, receipt=receipt, reason=Withdrawn.REPLACED, at=at, actor=actor)
    return seal_bid(lot=lot, bid=bid, at=at, actor=actor)


def _record(
    bid: SealedBid,
    action: str,
    details: Mapping[str, object],
    at: datetime,
    actor: User,
    *,
    before: str | None = None,
    after: str | None = None,
) -> None:
    record(
        organisation=bid.lot.tender.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=subject_of(bid.lot),
        details={"receipt": bid.receipt, **details},
        before=before,
        after=after,
    )
