"""A log as text, one event a line, in exactly one form: what differs by one byte is seen. Pure."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace

from procurement.audit.chain import Break, Content, Link, Verdict, content_hash, verify
from procurement.audit.faults import UNREADABLE

TEXTS = ("at", "actor", "action", "subject", "details")


class UnreadableLine(ValueError):
    """`sequence` is the number of the line, from 1."""

    def __init__(self, sequence: int) -> None:
        super().__init__(f"line {sequence}")
        self.sequence = sequence


def line_of(link: Link) -> str:
    """Canonical JSON. A withheld event shows the hash of its content in the place of the content."""
    told = (
        {"content_sha256": link.content_hash} if link.content is None else {"content": asdict(link.content)}
    )
    data = {**told, "hash": link.hash, "previous_hash": link.previous_hash}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def withheld(link: Link) -> Link:
    """The same event without what happened."""
    return replace(link, content=None)


def text_of(links: Iterable[Link]) -> str:
    return "".join(line_of(link) + "\n" for link in links)


def links_in(text: str) -> Iterator[Link]:
    """The events of an exported log. Raises `UnreadableLine` at the first that is not one."""
    lines = text.split("\n")
    for number, line in enumerate(lines[:-1], 1):
        yield _link(line, number)
    if lines[-1]:
        raise UnreadableLine(len(lines))


def verify_text(text: str, known: str = "") -> Verdict:
    """Check an exported log, in which nothing may be withheld; see `chain.verify`."""
    read: list[Link] = []
    try:
        for link in links_in(text):
            if link.content is None:
                raise UnreadableLine(len(read) + 1)
            read.append(link)
    except UnreadableLine as unreadable:
        before = verify(read)
        return before if before.broken else Verdict(before.head, Break(unreadable.sequence, UNREADABLE))
    return verify(read, known)


def _link(line: str, number: int) -> Link:
    try:
        data = json.loads(line)
        link = _from_data(data)
        same = line_of(link) == line
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise UnreadableLine(number) from None
    if not same:
        raise UnreadableLine(number)
    return link


def _from_data(data: dict[str, object]) -> Link:
    content = data.get("content")
    told = _content(content) if isinstance(content, dict) else None
    digest = str(data["content_sha256"]) if told is None else content_hash(told)
    return Link(
        content=told,
        content_hash=digest,
        previous_hash=str(data["previous_hash"]),
        hash=str(data["hash"]),
    )


def _content(data: dict[str, object]) -> Content:
    sequence = data["sequence"]
    if type(sequence) is not int:
        raise TypeError(sequence)
    texts = {name: str(data[name]) for name in TEXTS}
    return Content(sequence=sequence, **texts)
