"""Bids that were made on an earlier version of the documents: did the bidder confirm them for the last one?

The nota van inlichtingen that makes a new version asks who bid before to confirm or replace the bid before
the deadline. A bid that was not confirmed falls away, with the reason in its letter.
"""

from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction

from procurement.audit.log import record
from procurement.language import Text
from tenders.models import Bid, FallenBid, Lot, VersionAnswer
from tenders.procedure.phases import Phase
from tenders.procedure.standstill import sent_on
from tenders.reports.wording import Wording
from tenders.services.falling_away import let_fall
from tenders.services.made_on import held_at_closing, unanswered
from tenders.services.phases import Refused, require_phase
from tenders.services.published import newest_publication

_NOT_ASKED = Text(
    nl="Inschrijving {bid} is gedaan op de laatste versie of telt niet meer mee. Er is niets te "
    "beantwoorden.",
    en="Bid {bid} was made on the last version or no longer takes part. There is nothing to answer.",
)
_ANSWERED = Text(
    nl="Dit is voor inschrijving {bid} al vastgelegd. Klopt het niet, dan kan de inschrijving vervallen of "
    "worden hersteld, met een reden.",
    en="This was recorded for bid {bid} already. If it is wrong, the bid can fall away or be reinstated, "
    "with a reason.",
)
_NO_REASON = Text(
    nl="Schrijf op waaruit blijkt dat de inschrijver wel of niet heeft bevestigd.",
    en="Write down what shows that the bidder did or did not confirm.",
)
_WRONG_DAY = Text(
    nl="Een bevestiging telt van {first} (versie {version}) tot en met {last} (het uiterste tijdstip). Kies "
    "een dag daarin, of leg vast dat de inschrijver niet heeft bevestigd.",
    en="A confirmation counts from {first} (version {version}) to {last} (the deadline). Choose a day in "
    "between, or record that the bidder did not confirm.",
)
_FELL = (
    "Gedaan op versie {made} van de stukken; versie {held} gold bij de sluiting. De inschrijver heeft de "
    "inschrijving niet op tijd voor die versie bevestigd. {reason}"
)


@transaction.atomic
def answer_version(
    *, bid: Bid, is_confirmed: bool, confirmed_on: date | None, reason: str, at: datetime, actor: User
) -> VersionAnswer:
    """Record whether the bidder confirmed; without a confirmation the bid falls away. Raises `Refused`."""
    require_phase(bid.lot, Phase.OPENING)
    refusal = _refusal(bid, is_confirmed, confirmed_on, reason)
    if refusal is not None:
        raise Refused([refusal])
    row = VersionAnswer.objects.create(
        bid=bid,
        is_confirmed=is_confirmed,
        confirmed_on=confirmed_on if is_confirmed else None,
        reason=reason.strip(),
        at=at,
        made_by=actor,
    )
    _recorded(row)
    if not is_confirmed:
        _let_fall(row, actor)
    return row


def _refusal(bid: Bid, is_confirmed: bool, day: date | None, reason: str) -> Text | None:
    if VersionAnswer.objects.filter(bid=bid).exists():
        return _ANSWERED.format(bid=bid.code)
    if not unanswered(bid.lot).filter(pk=bid.pk).exists():
        return _NOT_ASKED.format(bid=bid.code)
    if not reason.strip():
        return _NO_REASON
    return _wrong_day(bid.lot, day) if is_confirmed else None


def _wrong_day(lot: Lot, day: date | None) -> Text | None:
    """A confirmation lies between the last version and the deadline, both days included (Dutch dates)."""
    newest, deadline = newest_publication(lot.tender), lot.tender.deadline
    assert deadline is not None, "bids were opened after it"
    first, last = sent_on(newest.made_at), sent_on(deadline)
    if day is not None and first <= day <= last:
        return None
    return _WRONG_DAY.format(first=_words(first), last=_words(last), version=str(newest.version))


def _words(day: date) -> Text:
    return Text(nl=Wording("nl").day(day), en=Wording("en").day(day))


def _made_on(bid: Bid) -> int:
    assert bid.sealed is not None, "only a bid from the vault has a version"
    return bid.sealed.version


def _let_fall(row: VersionAnswer, actor: User) -> None:
    bid = row.bid
    why = _FELL.format(made=_made_on(bid), held=held_at_closing(bid.lot), reason=row.reason)
    let_fall(bid=bid, cause=FallenBid.Cause.INVALID, reason=why, at=row.at, actor=actor)


def _recorded(row: VersionAnswer) -> None:
    lot = row.bid.lot
    record(
        organisation=lot.tender.organisation,
        at=row.at,
        actor=row.made_by,
        action="bid.version_answered",
        subject=f"{lot.tender.reference} / {lot.number} / {row.bid.code}",
        details={
            "made_on": _made_on(row.bid),
            "held": held_at_closing(lot),
            "confirmed": row.is_confirmed,
            "confirmed_on": row.confirmed_on.isoformat() if row.confirmed_on else None,
            "reason": row.reason,
        },
    )
