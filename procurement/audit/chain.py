"""The hash of an event, and where a chain of events breaks. Pure: works on an exported log as well.

Each event is hashed in two steps: its content, and that hash together with the hash of the event before
it. So the content of an event can be withheld from a copy of the log and the chain still be checked.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from procurement.audit.faults import BROKEN_LINK, CUT, OTHER_CONTENT, REWRITTEN, UNKNOWN_HEAD, WRONG_NUMBER
from procurement.language import Text

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What happened; `at` in ISO 8601 in UTC with microseconds, so that texts sort as moments do; `actor`
    the number of the user or nothing."""

    sequence: int
    at: str
    actor: str
    action: str
    subject: str
    details: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One event in the chain; without `content` it is withheld and only its place can be checked."""

    content: Content | None
    content_hash: str
    previous_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last event of a chain. Kept elsewhere, it shows that a tail was cut off or a chain rewritten."""

    sequence: int
    hash: str

    def __str__(self) -> str:
        return f"{self.sequence}:{self.hash}"


@dataclass(frozen=True, slots=True)
class Break:
    """The first event that no longer holds, and what is wrong with it."""

    sequence: int
    fault: Text


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of a chain found: where it ends, and where it breaks, if it does.

    `backwards`: the events dated before the one before them, which the order of the chain does not show.
    """

    head: Head
    broken: Break | None
    backwards: tuple[int, ...] = ()


def content_hash(content: Content) -> str:
    """SHA-256 over the canonical JSON of what happened."""
    return _sha256(
        [content.sequence, content.at, content.actor, content.action, content.subject, content.details]
    )


def link_hash(previous_hash: str, content_hash: str) -> str:
    """SHA-256 over the canonical JSON of the two hashes."""
    return _sha256([previous_hash, content_hash])


def linked(content: Content, previous_hash: str) -> Link:
    """The link that comes after the event with `previous_hash`."""
    digest = content_hash(content)
    return Link(
        content=content,
        content_hash=digest,
        previous_hash=previous_hash,
        hash=link_hash(previous_hash, digest),
    )


def verify(links: Iterable[Link], known: str = "") -> Verdict:
    """Check a chain from its first event; `known` is a head written down earlier, as `SEQ:HASH` or `HASH`.

    Rows cut off at the end leave a whole chain, and so does a chain rewritten from some event on: only a
    head kept elsewhere shows that. The hash before the first event is no head: every chain starts with it.
    """
    head, hashes, latest = Head(0, GENESIS), dict[int, str](), ""
    backwards: list[int] = []
    for link in links:
        fault = _fault(link, head)
        if fault is not None:
            return Verdict(head, Break(head.sequence + 1, fault), tuple(backwards))
        head = Head(head.sequence + 1, link.hash)
        if known:
            hashes[head.sequence] = link.hash
        if link.content is not None:
            if link.content.at < latest:
                backwards.append(head.sequence)
            latest = link.content.at
    return Verdict(head, _missing(known, hashes, head) if known else None, tuple(backwards))


def _fault(link: Link, last: Head) -> Text | None:
    if link.content is not None and link.content.sequence != last.sequence + 1:
        return WRONG_NUMBER.format(number=str(link.content.sequence))
    if link.content is not None and link.content_hash != content_hash(link.content):
        return OTHER_CONTENT
    if link.previous_hash != last.hash:
        return BROKEN_LINK
    return None if link.hash == link_hash(link.previous_hash, link.content_hash) else OTHER_CONTENT


def _missing(known: str, hashes: dict[int, str], head: Head) -> Break | None:
    """Is the head that was written down still in the chain?"""
    number, _, digest = "".join(known.lower().split()).rpartition(":")
    if not number:
        return None if digest in hashes.values() else Break(head.sequence, UNKNOWN_HEAD.format(hash=digest))
    sequence = int(number) if number.isascii() and number.isdigit() else -1
    if sequence > head.sequence:
        return Break(sequence, CUT.format(head=known, last=str(head.sequence)))
    return None if hashes.get(sequence) == digest else Break(sequence, REWRITTEN.format(head=known))


def _sha256(values: Sequence[str | int]) -> str:
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
