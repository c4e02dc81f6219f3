"""A price that follows its bid after the deadline, from another vault: by two people, and only once.

One person signs with the reason; another puts the price in within ten minutes. A bid that has a price
in the vault keeps it: after the deadline nothing of an offer is replaced.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from procurement.audit.log import record
from procurement.language import Text
from tenders.models import FirstSignature, LifecycleAnswer, Lot, SealedBid, SealedPrices
from tenders.procedure.phases import QUALITY, Phase
from tenders.procedure.transitions import TRANSITIONS
from tenders.services.phases import Refused, require_phase
from tenders.services.sealed_rows import subject_of
from tenders.services.sealing import put_in_price_vault, require_fitting_prices
from tenders.services.signatures import may_take
from tenders.services.two_people import first_of_two, require_two_people

LATE_PRICING = tuple(phase for phase in Phase if phase in QUALITY | {Phase.PRICE_OPENING})

_HAS_PRICE = Text(
    nl="Van deze inschrijving ligt de prijs in de kluis. Na het uiterste tijdstip wordt hij niet vervangen.",
    en="The price of this bid is in the vault. After the deadline it is not replaced.",
)
_NO_REASON = Text(
    nl="Schrijf op waarom de prijs na het uiterste tijdstip in de kluis komt, en waaruit blijkt dat hij op "
    "tijd is ingediend.",
    en="Write down why the price goes into the vault after the deadline, and what shows that it was "
    "handed in on time.",
)
_NOT_YOURS = Text(
    nl="Alleen een inkoper, jurist of projectleider van deze organisatie doet dit.",
    en="Only an officer, lawyer or project lead of this organisation does this.",
)
_SIGN_FIRST = Text(
    nl="Iemand anders tekent eerst, met de reden. Leg de prijs daarna binnen tien minuten in de kluis.",
    en="Somebody else signs first, with the reason. Put the price into the vault within ten minutes after.",
)


@dataclass(frozen=True, slots=True)
class LatePrice:
    """A price that went into the vault after the deadline; the record of the opening names each."""

    receipt: str
    at: datetime
    signed_by: User | None
    put_in_by: User | None
    reason: str


def may_sign(actor: User, lot: Lot) -> bool:
    """Those who may open the prices, and who still work here."""
    return actor.is_active and may_take(actor, TRANSITIONS["open-prices"], lot.tender.organisation)


@transaction.atomic
def sign_late_price(*, sealed: SealedBid, reason: str, at: datetime, actor: User) -> FirstSignature:
    """The first of two people allows a price after the deadline. Raises `Refused`."""
    _require_missing(sealed, actor)
    require_two_people(actor, None, at=at)
    if not reason.strip():
        raise Refused([_NO_REASON])
    signature = FirstSignature.objects.create(
        lot=sealed.lot, transition=_code(sealed), at=at, made_by=actor, reason=reason.strip()
    )
    record(
        organisation=sealed.lot.tender.organisation,
        at=at,
        actor=actor,
        action="bids.late_price_signed",
        subject=subject_of(sealed.lot),
        details={"receipt": sealed.receipt, "reason": signature.reason},
    )
    return signature


def waiting_for_price(sealed: SealedBid, *, at: datetime) -> FirstSignature | None:
    """The signature on which a price may still follow, of somebody who may still sign."""
    return first_of_two(sealed.lot_id, _code(sealed), at=at, may_sign=may_sign)


@sensitive_variables()
@transaction.atomic
def seal_late_price(
    *,
    sealed: SealedBid,
    prices: Mapping[str, str],
    at: datetime,
    actor: User,
    as_received: bool = False,
) -> SealedPrices:
    """The second person puts the prices of the bid into the vault. Raises `Refused`."""
    first = require_second_person(sealed=sealed, at=at, actor=actor)
    require_fitting_prices(sealed.lot, prices, answers=opened_answers(sealed), as_received=as_received)
    late: dict[str, object] = {"reason": first.reason, "people": [first.made_by_id, actor.pk]}
    if as_received:
        late["as_received"] = True
    return put_in_price_vault(sealed, prices, at, actor, late)


def require_second_person(*, sealed: SealedBid, at: datetime, actor: User) -> FirstSignature:
    """The signature of somebody else on which this person may act. Raises `Refused`."""
    _require_missing(sealed, actor)
    first = waiting_for_price(sealed, at=at)
    if first is None or first.made_by_id == actor.pk:
        raise Refused([_SIGN_FIRST])
    require_two_people(actor, first, at=at)
    return first


def opened_answers(sealed: SealedBid) -> dict[str, str]:
    """What the opened bid states for the calculation, amounts in euros left aside; by input."""
    rows = LifecycleAnswer.objects.filter(bid__sealed=sealed, is_price=False)
    return dict(rows.values_list("code", "value"))


def _require_missing(sealed: SealedBid, actor: User) -> None:
    require_phase(sealed.lot, *LATE_PRICING)
    if not may_sign(actor, sealed.lot):
        raise Refused([_NOT_YOURS])
    if sealed.prices.exists():
        raise Refused([_HAS_PRICE])


def _code(sealed: SealedBid) -> str:
    return f"late-price {sealed.receipt}"


def late_prices_of(lot: Lot) -> Iterator[LatePrice]:
    """Every price that was put into the vault on two signatures, oldest first."""
    signatures = FirstSignature.objects.filter(lot=lot, transition__startswith="late-price ")
    signed: dict[str, list[FirstSignature]] = {}
    for each in signatures.select_related("made_by").order_by("pk"):
        signed.setdefault(each.transition, []).append(each)
    rows = SealedPrices.objects.filter(bid__lot=lot).select_related("bid", "sealed_by").order_by("pk")
    for row in rows:
        before = [each for each in signed.get(_code(row.bid), []) if each.at <= row.sealed_at]
        if before:
            first = before[-1]
            yield LatePrice(row.bid.receipt, row.sealed_at, first.made_by, row.sealed_by, first.reason)
