"""Which of the bids that were handed in counts: in time, and the newest of its bidder."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tenders.models import SealedBid
from tenders.procedure.deadlines import has_passed, is_in_time
from tenders.services.bid_content import Content


class Verdict(StrEnum):
    COUNTS = "counts"
    LATE = "late"  # received after the deadline: set aside
    REPLACED = "replaced"  # a later bid of the same bidder counts
    UNSIGNED = "unsigned"  # registered after the deadline by one person: replaces nothing
    WITHDRAWN = "withdrawn"  # never opened


@dataclass(frozen=True, slots=True)
class Unsealed:
    """A sealed bid with what was in it. `replaces`: the sealed bid that two people let it replace."""

    row: SealedBid
    content: Content
    replaces: int | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    unsealed: Unsealed
    verdict: Verdict
    is_chosen: bool  # the one bid that stands for its bidder


def sorted_out(bids: Iterable[Unsealed], deadline: datetime | None) -> list[Judged]:
    """Each bid with its verdict, in the order in which they were received."""
    rows, found = sorted(bids, key=_received), list[Judged]()
    for group in _by_bidder(rows):
        chosen = _newest(group, deadline)
        found += [Judged(each, _verdict(each, chosen, deadline), each is chosen) for each in group]
    return sorted(found, key=lambda each: _received(each.unsealed))


def _received(each: Unsealed) -> tuple[datetime, int]:
    return each.content.received_at, each.row.pk


def is_late(received_at: datetime, deadline: datetime | None) -> bool:
    return deadline is not None and not is_in_time(received_at, deadline)


def is_registered_late(row: SealedBid, deadline: datetime | None) -> bool:
    """Typed over after the deadline, whenever it was received."""
    return deadline is not None and has_passed(deadline, row.sealed_at)


def _newest(group: Sequence[Unsealed], deadline: datetime | None) -> Unsealed:
    """The last one in time that may stand for its bidder, or the first of those that all came too late."""
    in_time = [each for each in group if not is_late(each.content.received_at, deadline)]
    standing = [each for each in in_time if _may_stand(each, in_time, deadline)]
    return standing[-1] if standing else group[0]


def _may_stand(each: Unsealed, in_time: Sequence[Unsealed], deadline: datetime | None) -> bool:
    """After the deadline nobody alone puts a bid in the place of one that was sealed before it."""
    keys = [other.row.pk for other in in_time]
    is_first = each.row.pk == min(keys)
    return is_first or not is_registered_late(each.row, deadline) or each.replaces in keys


def _verdict(each: Unsealed, chosen: Unsealed, deadline: datetime | None) -> Verdict:
    if is_late(each.content.received_at, deadline):
        return Verdict.LATE
    if each is chosen:
        return Verdict.COUNTS
    return Verdict.UNSIGNED if _received(each) > _received(chosen) else Verdict.REPLACED


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
