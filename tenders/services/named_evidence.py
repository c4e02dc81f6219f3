"""Which pieces of the register a bid names as the evidence of its declarations, and how those hold."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from tenders.models import Bid, Evidence
from tenders.scorecard.shelf_life import Held, TenderDays, shelf_life
from tenders.services.evidence_register import Asked, days_known, evidence_of

EVIDENCE = ".evidence"
"""Behind the code of every input that asks what a declaration rests on."""


@dataclass(frozen=True, slots=True)
class Piece:
    row: Evidence
    held: tuple[Held, ...]  # against the tender of the bid


@dataclass(frozen=True, slots=True)
class Named:
    """What a bid wrote as evidence; no pieces where no number of its supplier stands in it."""

    words: str
    pieces: tuple[Piece, ...]


def named_evidence(bid: Bid, given: Mapping[str, str], *, today: date) -> list[Named]:
    """Each text once, in the order of the answers; a fixed number of queries."""
    texts = list(dict.fromkeys(_texts(given)))
    if not texts:
        return []
    rows = _numbered(bid)
    days = days_known(bid.lot) if rows else TenderDays()
    pieces = [
        Piece(row, shelf_life(valid_from=row.valid_from, valid_until=row.valid_until, days=days, today=today))
        for row in rows
    ]
    return [Named(text, tuple(each for each in pieces if names(text, each.row.number))) for text in texts]


def _texts(given: Mapping[str, str]) -> Iterable[str]:
    return (text for code, text in given.items() if code.endswith(EVIDENCE) and text.strip())


def _numbered(bid: Bid) -> list[Evidence]:
    rows = evidence_of(bid.lot.tender.organisation, Asked(supplier=bid.supplier_id))
    return list(rows.exclude(number=""))


def names(text: str, number: str) -> bool:
    """Does this number stand in the text as a whole? "NL-14" does not stand in "NL-1401" or "NL-14/2"."""
    wanted, within = (" ".join(each.split()).casefold() for each in (number, text))
    return bool(wanted) and any(_stands_alone(within, wanted))


def _stands_alone(within: str, wanted: str) -> Iterator[bool]:
    """A stop or dash that ends the text or a word is no part of a number."""
    for found in re.finditer(re.escape(wanted), within):
        before, after = within[: found.start()], within[found.end() :]
        yield not re.search(r"\w[./\-]?$", before) and not re.match(r"[./\-]?\w", after)
