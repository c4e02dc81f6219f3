"""What the rest of the program calls: is this file safe, and what stands in its sheets or its text."""

from collections.abc import Collection
from pathlib import Path

from procurement.incoming.apart.lines import Want, table_of
from procurement.incoming.apart.process import answers
from procurement.incoming.kinds import TABLES, Kind, naming, refuse_other_table
from procurement.incoming.limits import STANDARD, Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.sheets.values import Table
from procurement.incoming.text.lines import document_of
from procurement.incoming.text.values import TextDocument


def read_rows(
    source: bytes | Path, name: str = "", limits: Limits = STANDARD, kinds: Collection[Kind] = TABLES
) -> Table:
    """The sheets of a file of one of these kinds, sent under the file name `name`.

    The guard and the reader run in a process of their own. Raises `Refused`, and nothing else; nothing is
    written to disk.
    """
    content, name = _content(source, name, limits)
    try:
        refuse_other_table(name, kinds)
        with answers(content, name, limits, Want.CELLS) as lines:
            return table_of(lines)
    except Refused as refused:
        raise naming(refused, kinds) from None


def read_text(source: bytes | Path, name: str = "", limits: Limits = STANDARD) -> TextDocument:
    """The text of a .docx file with all changes accepted, and the changes and comments beside it.

    The guard and the reader run in a process of their own. Raises `Refused`, and nothing else.
    """
    content, name = _content(source, name, limits)
    with answers(content, name, limits, Want.TEXT) as lines:
        return document_of(lines)


def refuse_unsafe(source: bytes | Path, name: str = "", limits: Limits = STANDARD) -> None:
    """The guard alone, for a file that another reader is to open after it. Raises `Refused`."""
    content, name = _content(source, name, limits)
    with answers(content, name, limits, Want.NOTHING) as lines:
        table_of(lines)


def _content(source: bytes | Path, name: str, limits: Limits) -> tuple[bytes, str]:
    """At most one byte more than is allowed, which is enough to be refused."""
    if isinstance(source, bytes):
        return source[: limits.file_bytes + 1], name
    with source.open("rb") as stream:
        return stream.read(limits.file_bytes + 1), name or source.name
