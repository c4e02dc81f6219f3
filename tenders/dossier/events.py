"""The log in a dossier: a whole chain, in which what is not about this tender is withheld."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from procurement.audit.chain import Head, Link, verify
from procurement.audit.lines import UnreadableLine, links_in
from tenders.dossier.faults import BROKEN_CHAIN, NOT_A_DOSSIER, OTHER_HEAD, Rejected
from tenders.dossier.manifest import EVENTS
from tenders.dossier.reading import Dossier

DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Told:
    """An event about this tender."""

    sequence: int
    at: str
    action: str
    subject: str
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Log:
    head: Head
    told: tuple[Told, ...]

    def with_action(self, *actions: str) -> Iterator[Told]:
        return (event for event in self.told if event.action in actions)

    def digests(self) -> set[str]:
        """Every SHA-256 that an event names."""
        return {digest for event in self.told for digest in _digests(event.details)}


def log_of(dossier: Dossier, known: str = "") -> Log:
    """Raises `Rejected` at the first event that does not hold; `known`: see `chain.verify`."""
    links = _links(dossier.file(EVENTS).content)
    for expected in (dossier.about.head, known):
        verdict = verify(links, expected)
        if verdict.broken is not None:
            number, fault = str(verdict.broken.sequence), verdict.broken.fault
            raise Rejected(EVENTS, BROKEN_CHAIN.format(number=number, fault=fault))
    if str(verdict.head) != dossier.about.head:
        raise Rejected(EVENTS, OTHER_HEAD)
    return Log(verdict.head, tuple(_told(links)))


def _links(content: bytes) -> list[Link]:
    try:
        return list(links_in(content.decode()))
    except UnreadableLine as line:
        raise Rejected(EVENTS, BROKEN_CHAIN.format(number=str(line.sequence), fault=NOT_A_DOSSIER)) from None
    except UnicodeDecodeError:
        raise Rejected(EVENTS, NOT_A_DOSSIER) from None


def _told(links: list[Link]) -> Iterator[Told]:
    for content in (link.content for link in links):
        if content is not None:
            details = _details(content.details)
            yield Told(content.sequence, content.at, content.action, content.subject, details)


def _details(text: str) -> Mapping[str, Any]:
    try:
        details = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return details if isinstance(details, dict) else {}


def _digests(value: object) -> Iterator[str]:
    if isinstance(value, str) and DIGEST.fullmatch(value):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _digests(each)
    elif isinstance(value, list):
        for each in value:
            yield from _digests(each)
