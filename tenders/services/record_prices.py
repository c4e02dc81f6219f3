"""What the record of an award says of prices: which looked low and what came of it, which came later."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.utils.timezone import localtime

from procurement.audit.models import Event
from procurement.language import Text
from tenders.models import Bid, Evaluation, Inquiry, Lot, NoInquiry, PhaseChange
from tenders.procedure.transitions import TRANSITIONS
from tenders.reports.record.model import Explanation, LaterPrice, LowBid, NotAsked
from tenders.scoring.files import UnreadableTender
from tenders.scoring.model import Lot as OfferedLot
from tenders.services.evaluations import stored_result
from tenders.services.late_prices import late_prices_of
from tenders.services.priced import columns_of
from tenders.services.record_course import OUTCOMES, named
from tenders.services.sealed_rows import subject_of
from tenders.snapshots import evaluation_input

_SIGNAL = Text(nl="{criterion}: {words}", en="{criterion}: {words}")


def low_bids(lot: Lot) -> Iterator[LowBid]:
    """Every bid with a signal, a question, or a reason why nothing was asked; in the order of the bids."""
    signalled, asked, left = _signals(lot), _asked(lot), _not_asked(lot)
    for bid in Bid.objects.filter(lot=lot).select_related("supplier").order_by("pk"):
        found = LowBid(
            bidder=bid.supplier.name,
            signals=tuple(signalled.get(bid.code, {}).values()),
            asked=tuple(asked.get(bid.pk, ())),
            not_asked=left.get(bid.pk),
        )
        if found.signals or found.asked or found.not_asked:
            yield found


def _signals(lot: Lot) -> dict[str, dict[str, Text]]:
    """By bid: with all prices as they were opened, and again in each calculation, each signal once."""
    found: dict[str, dict[str, Text]] = {}
    for offered in _offers(lot):
        for column in columns_of(offered, lot.estimated_value):
            for signal in (each for line in column.lines for each in line.signals):
                words = _SIGNAL.format(criterion=column.criterion.title, words=signal.words)
                found.setdefault(signal.bid, {})[words.nl] = words
    return found


def _offers(lot: Lot) -> Iterator[OfferedLot]:
    """A bid that fell away later, perhaps for its price, takes part in the first. No price here is sealed."""
    try:
        [offered] = evaluation_input(lot).lots
    except UnreadableTender:
        pass
    else:
        yield replace(offered, bids=tuple(replace(bid, fallen="") for bid in offered.bids))
    for evaluation in Evaluation.objects.filter(lot=lot).order_by("number"):
        yield stored_result(evaluation).lot


def _asked(lot: Lot) -> dict[int, list[Explanation]]:
    found: dict[int, list[Explanation]] = {}
    for row in Inquiry.objects.filter(bid__lot=lot).select_related("asked_by").order_by("pk"):
        explanation = Explanation(
            question=row.question,
            asked_at=localtime(row.asked_at),
            asked_by=named(row.asked_by),
            answer_by=row.answer_by,
            answer=row.answer,
            outcome=OUTCOMES[Inquiry.Outcome(row.outcome)] if row.outcome else None,
            is_rejected=row.is_rejected,
            reason=row.reason,
            judged_at=localtime(row.judged_at) if row.judged_at else None,
        )
        found.setdefault(row.bid_id, []).append(explanation)
    return found


def _not_asked(lot: Lot) -> dict[int, NotAsked]:
    rows = NoInquiry.objects.filter(bid__lot=lot).select_related("made_by")
    return {row.bid_id: NotAsked(localtime(row.at), named(row.made_by), row.reason) for row in rows}


def later_prices(lot: Lot) -> Iterator[LaterPrice]:
    """Prices that were put into the vault after the deadline, or opened after those of the others."""
    late, opened = {each.receipt: each for each in late_prices_of(lot)}, _first_opened(lot)
    first = min(opened.values(), default=None)
    for bid in Bid.objects.filter(lot=lot).select_related("supplier", "sealed").order_by("pk"):
        put_in = late.get(bid.sealed.receipt) if bid.sealed is not None else None
        at = opened.get(bid.code)
        is_later = first is not None and at is not None and at > first
        if put_in is not None or is_later:
            yield LaterPrice(
                bidder=bid.supplier.name,
                put_in_at=localtime(put_in.at) if put_in else None,
                people=(named(put_in.signed_by), named(put_in.put_in_by)) if put_in else (),
                reason=put_in.reason if put_in else _why_again(lot, at),
                opened_at=localtime(at) if at else None,
                others_at=localtime(first) if first and is_later else None,
            )


def _first_opened(lot: Lot) -> dict[str, datetime]:
    """By bid, when its price was opened; the log names the bids of each opening."""
    found: dict[str, datetime] = {}
    events = Event.objects.filter(
        organisation=lot.tender.organisation, action="prices.opened", subject=subject_of(lot)
    )
    for event in events.order_by("sequence"):
        for code in json.loads(event.details)["sha256"]:
            found.setdefault(code, event.at)
    return found


def _why_again(lot: Lot, at: datetime | None) -> str:
    """The reason of the last step back before this opening."""
    reasoned = PhaseChange.objects.filter(lot=lot, at__lte=at).exclude(reason="").order_by("-number")
    last = next((each for each in reasoned if not TRANSITIONS[each.transition].leads_on), None)
    return last.reason if last is not None else ""
