"""Which of the bids that were handed in counts: in time, and the newest of its bidder."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tenders.models import SealedBid
from tenders.procedure.deadlines import is_in_time
from tenders.services.bid_content import Content


class Verdict(StrEnum):
    COUNTS = "counts"
    LATE = "late"  # received after the deadline: set aside
    REPLACED = "replaced"  # a later bid of the same bidder counts
    WITHDRAWN = "withdrawn"  # never opened


@dataclass(frozen=True, slots=True)
class Unsealed:
    """A sealed bid with what was in it."""

    row: SealedBid
    content: Content


@dataclass(frozen=True, slots=True)
class Judged:
    unsealed: Unsealed
    verdict: Verdict
    is_chosen: bool  # the one bid that stands for its bidder


def sorted_out(bids: Iterable[Unsealed], deadline: datetime | None) -> list[Judged]:
    """Each bid with its verdict, in the order in which they were received."""
    rows = sorted(bids, key=_received)
    chosen = {_newest(group, deadline).row.pk for group in _by_bidder(rows)}
    return [Judged(each, _verdict(each, chosen, deadline), each.row.pk in chosen) for each in rows]


def _received(each: Unsealed) -> tuple[datetime, int]:
    return each.content.received_at, each.row.pk


def is_late(received_at: datetime, deadline: datetime | None) -> bool:
    return deadline is not None and not is_in_time(received_at, deadline)


def _newest(group: Sequence[Unsealed], deadline: datetime | None) -> Unsealed:
    """The last one in time, or the first of those that all came too late."""
    in_time = [each for each in group if not is_late(each.content.received_at, deadline)]
    return in_time[-1] if in_time else group[0]


def _verdict(each: Unsealed, chosen: set[int], deadline: datetime | None) -> Verdict:
    if is_late(each.content.received_at, deadline):
        return Verdict.LATE
    return Verdict.COUNTS if each.row.pk in chosen else Verdict.REPLACED


def _by_bidder(rows: Iterable[Unsealed]) -> list[list[Unsealed]]:
    groups: list[list[Unsealed]] = []
    for row in rows:
        known = next((group for group in groups if any(_same(each, row) for each in group)), None)
        if known is None:
            groups.append([row])
        else:
            known.append(row)
    return groups


def _same(one: Unsealed, other: Unsealed) -> bool:
    """The same number, or the same name where the numbers do not say otherwise."""
    numbers = {one.content.chamber_of_commerce, other.content.chamber_of_commerce} - {""}
    if one.content.chamber_of_commerce and other.content.chamber_of_commerce:
        return len(numbers) == 1
    return name_key(one.content.supplier) == name_key(other.content.supplier)


def name_key(name: str) -> str:
    """By what two spellings of a name are the same: accents composed, capitals and spaces apart."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def code_of(place: int) -> str:
    """The code of the bid at this place, from 0: A, B … Z, AA, AB …"""
    letter = chr(ord("A") + place % 26)
    return letter if place < 26 else code_of(place // 26 - 1) + letter
