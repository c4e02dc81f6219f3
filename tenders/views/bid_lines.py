"""The opened bids of a lot, each with how far its checks are, in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q

from tenders.models import Bid, Criterion, Lot, falls_of_bids
from tenders.services.made_on import held_at_closing
from tenders.services.offered import is_offered, leaves_of


@dataclass(frozen=True, slots=True)
class BidLine:
    bid: Bid
    pieces: int  # of evidence
    files: int
    judged: int
    unmet: int
    requirements: int
    scored: int
    values: int  # how many the bid itself has to state
    has_prices: bool  # the lot asks for a price
    price_sealed: bool
    price_opened: bool
    made_on: int | None  # version of the documents; None for a bid that never lay in the vault
    held: int  # the version at the deadline
    is_answered: bool  # somebody recorded whether a bid on an earlier version was confirmed
    confirmed_on: date | None

    @property
    def asks_confirmation(self) -> bool:
        """It was made on an earlier version and still takes part."""
        return self.made_on is not None and self.made_on < self.held and not self.fallen

    @property
    def fallen(self) -> str:
        """Why the bid was set aside or fell away; empty when it did not."""
        return fall.reason if (fall := self.bid.fallen) else ""


def lines_of(lot: Lot) -> list[BidLine]:
    leaves = leaves_of(lot)
    offered = [each.pk for each in leaves if is_offered(each)]
    prices = [each.pk for each in leaves if each.kind == Criterion.Kind.PRICE]
    counted = (
        lot.bids.select_related("supplier")
        .prefetch_related(falls_of_bids())
        .annotate(
            pieces=Count("evidence", distinct=True),
            files=Count("sealed__files", distinct=True),
            judged=Count("outcomes", distinct=True),
            unmet=Count("outcomes", filter=Q(outcomes__met=False), distinct=True),
            scored=Count("values", filter=Q(values__criterion__in=offered), distinct=True),
            sealed_prices=Count("sealed__prices", distinct=True),
            opened_prices=Count("values", filter=Q(values__criterion__in=prices), distinct=True),
            made_on=F("sealed__version"),
            answer=F("version_answer"),
            confirmed_on=F("version_answer__confirmed_on"),
        )
    )
    asked = (lot.requirements.count(), len(offered), len(prices), held_at_closing(lot))
    return [_line(row, *asked) for row in sorted(counted, key=_by_code)]


def _by_code(bid: Bid) -> tuple[int, str, int]:
    """A to Z before AA."""
    return len(bid.code), bid.code, bid.pk


def _line(row: Any, requirements: int, values: int, prices: int, held: int) -> BidLine:
    return BidLine(
        bid=row,
        pieces=row.pieces,
        files=row.files,
        judged=row.judged,
        unmet=row.unmet,
        requirements=requirements,
        scored=row.scored,
        values=values,
        has_prices=prices > 0,
        price_sealed=row.sealed_prices > 0,
        price_opened=prices > 0 and row.opened_prices == prices,
        made_on=row.made_on,
        held=held,
        is_answered=row.answer is not None,
        confirmed_on=row.confirmed_on,
    )
