"""Undoing the rejection of a bid that should not have fallen away: by two people, with the reason.

What the bid still lacks is looked at as if it took part: as long as the prices are sealed the jury can still
judge it; once they are known nothing of it can be filled in any more.
"""

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from tenders.assessment.panel import CellKey, JuryValue
from tenders.models import Bid, FallenBid, FirstSignature, Lot, Reinstatement
from tenders.procedure.phases import Phase
from tenders.procedure.transitions import TRANSITIONS
from tenders.services.agreed import open_cells
from tenders.services.facts.admission import missing_values, unjudged
from tenders.services.jury_values import jury_values
from tenders.services.panel import reopen_unfinished
from tenders.services.phase_records import prices_were_opened
from tenders.services.phases import Refused, phase_of, require_phase
from tenders.services.signatures import may_take
from tenders.services.sorting_out import is_late
from tenders.services.two_people import first_of_two, require_two_people

REINSTATING = (Phase.OPENING, Phase.ASSESSMENT, Phase.CONSENSUS, Phase.PRICE_OPENING, Phase.EVALUATION)
SCORED = (Phase.PRICE_OPENING, Phase.EVALUATION)  # nothing is filled in any more

JuryValues = Mapping[CellKey, JuryValue]

BACK = {
    "judge": TRANSITIONS["correct-admission"].title,
    "meet": TRANSITIONS["reopen-consensus"].title,
    "admit": TRANSITIONS["reopen-admission"].title,
    "correct": TRANSITIONS["correct-score-after-prices"].title,
}
_GO_BACK = {
    Phase.VERIFICATION: TRANSITIONS["rank-again"].title,
    Phase.AWARD: TRANSITIONS["withdraw-decision"].title,
    Phase.STANDSTILL: TRANSITIONS["withdraw-decision"].title,
}
_FIRST_BACK = Text(
    nl="Een inschrijving herstellen kan in deze fase niet. Ga eerst terug met ‘{title}’.",
    en="A bid cannot be reinstated in this phase. Go back with ‘{title}’ first.",
)
_NOT_YOURS = Text(
    nl="Alleen een inkoper, jurist of projectleider van deze organisatie doet dit.",
    en="Only an officer, lawyer or project lead of this organisation does this.",
)
_TAKES_PART = Text(nl="Inschrijving {bid} is niet vervallen.", en="Bid {bid} has not fallen away.")
_TOO_LATE = Text(
    nl="Inschrijving {bid} kwam te laat en is nooit gelezen. Zij kan niet worden hersteld.",
    en="Bid {bid} came too late and was never read. It cannot be reinstated.",
)
_WITHDREW = Text(
    nl="De inschrijver van {bid} trok zich zelf terug. Dat is geen afwijzing die u herstelt.",
    en="The bidder of {bid} withdrew. That is no rejection to be undone.",
)
_NO_REASON = Text(
    nl="Schrijf op waarom de afwijzing onterecht was. De reden staat in het proces-verbaal.",
    en="Write down why the rejection was wrong. The reason goes into the record.",
)
_SIGN_FIRST = Text(
    nl="Iemand anders tekent eerst, met de reden. Teken daarna binnen tien minuten als tweede.",
    en="Somebody else signs first, with the reason. Sign second within ten minutes after.",
)
_UNJUDGED = Text(
    nl="Van inschrijving {bid} is nog niet vastgelegd of zij aan de eisen voldoet. Dat kan alleen in de "
    "opening: ga eerst terug met ‘{judge}’.",
    en="It was not recorded yet whether bid {bid} meets the requirements. That can be done in the opening "
    "alone: go back with ‘{judge}’ first.",
)
_INCOMPLETE = Text(
    nl="De scores staan vast en inschrijving {bid} is niet volledig beoordeeld. Ga eerst terug: "
    "‘{meet}’ of ‘{admit}’.",
    en="The scores are locked and bid {bid} was not judged completely. Go back first: ‘{meet}’ or ‘{admit}’.",
)
_PRICES_KNOWN = Text(
    nl="De prijzen zijn geopend en inschrijving {bid} is niet volledig beoordeeld. Wie haar nu scoort, "
    "kent de prijzen. Herstellen kan dan niet: vraag een jurist, of beëindig dit perceel zonder gunning.",
    en="The prices were opened and bid {bid} was not judged completely. Who scores it now knows the prices. "
    "It cannot be reinstated then: ask a lawyer, or end this lot without an award.",
)
_PRICE_SEALED = Text(
    nl="De prijzen zijn geopend, maar die van inschrijving {bid} niet. Ga met twee personen terug met "
    "‘{correct}’, herstel de inschrijving in het consensusoverleg en open daarna haar prijs.",
    en="The prices were opened, but not that of bid {bid}. Go back by two people with ‘{correct}’, reinstate "
    "the bid in the consensus meeting and open its price after that.",
)


def may_reinstate(actor: User, lot: Lot) -> bool:
    """Those who may correct a score after the prices were opened, and who still work here."""
    step = TRANSITIONS["correct-score-after-prices"]
    return actor.is_active and may_take(actor, step, lot.tender.organisation)


@transaction.atomic
def sign_reinstatement(*, bid: Bid, reason: str, at: datetime, actor: User) -> FirstSignature:
    """The first of two people, with the reason. Raises `Refused`, also for what stands in the way later."""
    fall = _require_reinstatable(bid, actor)
    require_two_people(actor, None, at=at)
    if not reason.strip():
        raise Refused([_NO_REASON])
    _try(fall, at, actor)
    signature = FirstSignature.objects.create(
        lot=bid.lot, transition=_code(fall), at=at, made_by=actor, reason=reason.strip()
    )
    _record(bid, "bid.reinstatement_signed", {"reason": signature.reason}, at, actor, after="fallen")
    return signature


@transaction.atomic
def reinstate(*, bid: Bid, ruling: str, at: datetime, actor: User) -> Reinstatement:
    """The second of two people: the bid takes part again. `ruling`: of a court, or empty. Raises `Refused`.

    In the individual assessment whoever was ready goes on, with one bid more.
    """
    fall = _require_reinstatable(bid, actor)
    first = waiting_for_second(fall, at=at)
    if first is None or first.made_by_id == actor.pk:
        raise Refused([_SIGN_FIRST])
    require_two_people(actor, first, at=at)
    before = jury_values(bid.lot)
    row = Reinstatement.objects.create(
        fallen=fall,
        made_by=first.made_by,
        seconded_by=actor,
        reason=first.reason,
        ruling=ruling.strip(),
        at=at,
    )
    _require_complete(bid, before)
    if phase_of(bid.lot) is Phase.ASSESSMENT:
        reopen_unfinished(bid.lot, {"reinstated": bid.code}, at=at, actor=actor)
    people = [first.made_by_id, actor.pk]
    details: dict[str, object] = {"reason": row.reason, "ruling": row.ruling, "people": people}
    _record(bid, "bid.reinstated", details, at, actor, after="admitted")
    return row


def waiting_for_second(fall: FallenBid, *, at: datetime) -> FirstSignature | None:
    """The signature on which the second may follow, of somebody who may still sign."""
    return first_of_two(fall.bid.lot_id, _code(fall), at=at, may_sign=may_reinstate)


def _require_reinstatable(bid: Bid, actor: User) -> FallenBid:
    """Holds the lot. Raises `Refused`."""
    back = _GO_BACK.get(phase_of(bid.lot))
    if back is not None:
        raise Refused([_FIRST_BACK.format(title=back)])
    require_phase(bid.lot, *REINSTATING)
    if not may_reinstate(actor, bid.lot):
        raise Refused([_NOT_YOURS])
    fall = FallenBid.objects.filter(bid=bid, reinstatement=None).select_related("bid__lot__tender").first()
    if fall is None:
        raise Refused([_TAKES_PART.format(bid=bid.code)])
    if is_late(bid.received_at, bid.lot.tender.deadline):
        raise Refused([_TOO_LATE.format(bid=bid.code)])
    if fall.cause == FallenBid.Cause.WITHDRAWN:
        raise Refused([_WITHDREW.format(bid=bid.code)])
    return fall


def _require_complete(bid: Bid, before: JuryValues) -> None:
    """Nothing that cannot be filled in any more is missing, now that the bid takes part. Raises `Refused`.

    `before`: what the panel gave each bid while this one did not.
    """
    missing = _missing(bid, before)
    if missing is not None:
        raise Refused([missing.format(bid=bid.code, **BACK)])


def _missing(bid: Bid, before: JuryValues) -> Text | None:
    lot, phase, known = bid.lot, phase_of(bid.lot), prices_were_opened(bid.lot)
    if phase is not Phase.OPENING and unjudged(lot):
        return _PRICES_KNOWN if known else _UNJUDGED
    if phase not in SCORED and not known:
        return None
    is_open = any(cell.bid == bid for cell in open_cells(lot))
    if missing_values(lot) or is_open or _changes_others(bid, before):
        return _PRICES_KNOWN if known else _INCOMPLETE
    return _PRICE_SEALED if phase is Phase.EVALUATION and _lacks_price(bid) else None


def _changes_others(bid: Bid, before: JuryValues) -> bool:
    """Where each assessor has a value of their own, who did not score this bid would no longer count."""
    after = jury_values(bid.lot)
    return any(after.get(cell) != value for cell, value in before.items() if cell[0] != bid.pk)


def _lacks_price(bid: Bid) -> bool:
    prices = bid.lot.criteria.filter(kind="price", children=None)
    return bid.values.filter(criterion__in=prices).count() < prices.count()


def _try(fall: FallenBid, at: datetime, actor: User) -> None:
    """What would stand in the way of the second person is told to the first. Leaves nothing behind."""
    before, point = jury_values(fall.bid.lot), transaction.savepoint()
    try:
        Reinstatement.objects.create(fallen=fall, made_by=actor, at=at)
        _require_complete(fall.bid, before)
    finally:
        transaction.savepoint_rollback(point)


def _code(fall: FallenBid) -> str:
    return f"reinstate {fall.pk}"


def _record(
    bid: Bid, action: str, details: dict[str, object], at: datetime, actor: User, *, after: str
) -> None:
    lot = bid.lot
    record(
        organisation=lot.tender.organisation,
        at=at,
        actor=actor,
        action=action,
        subject=f"{lot.tender.reference} / {lot.number} / {bid.code}",
        details=details,
        before="fallen",
        after=after,
    )
