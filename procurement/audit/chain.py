"""The hash of an event, and where a chain of events breaks. Pure: works on an exported log as well."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What is hashed of one event; `at` in ISO 8601 with UTC offset."""

    sequence: int
    at: str
    actor: str
    action: str
    subject: str
    details: str
    previous_hash: str
    hash: str = ""


def link_hash(link: Link) -> str:
    """SHA-256 over the canonical JSON of everything but the hash itself."""
    content = [
        link.sequence,
        link.at,
        link.actor,
        link.action,
        link.subject,
        link.details,
        link.previous_hash,
    ]
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def first_break(links: Iterable[Link]) -> int | None:
    """The sequence number at which the chain no longer holds; None when it is whole.

    Rows cut off at the end leave a whole chain: only a head kept elsewhere shows that.
    """
    previous, expected = GENESIS, 1
    for link in links:
        whole = link.sequence == expected and link.previous_hash == previous and link.hash == link_hash(link)
        if not whole:
            return expected
        previous, expected = link.hash, expected + 1
    return None
