"""The dossier as a zip of exactly one form, so that a change of any byte is seen and nothing can inflate.

Entries are stored, not compressed, in the order given, dated at zip's own epoch. Every zip program opens
it; we read back only what we would have written.
"""

import re
import struct
import zlib
from collections.abc import Iterable, Sequence

from tenders.dossier.faults import not_a_dossier

LARGEST = 400 * 1024 * 1024  # bytes of a dossier
MOST_ENTRIES = 20_000
PATH = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9]+)*(/[a-z0-9][a-z0-9_-]*(\.[a-z0-9]+)*){0,3}")

Entry = tuple[str, bytes]
"""The path of a file in the dossier, and its content."""

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION, _UNIX, _EPOCH = 20, 3 << 8, 0x21
_PLAIN_FILE = 0o100644 << 16


def pack(entries: Iterable[Entry]) -> bytes:
    files, directory, count = bytearray(), bytearray(), 0
    for path, content in entries:
        name, checksum, size = path.encode("ascii"), zlib.crc32(content), len(content)
        common = (0, 0, 0, _EPOCH, checksum, size, size, len(name), 0)
        directory += _CENTRAL.pack(
            b"PK\1\2", _UNIX | _VERSION, _VERSION, *common, 0, 0, 0, _PLAIN_FILE, len(files)
        )
        directory += name
        files += _LOCAL.pack(b"PK\3\4", _VERSION, *common) + name + content
        count += 1
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(files), 0)
    return bytes(files + directory + end)


def unpack(data: bytes) -> list[Entry]:
    """The files of a dossier, in order. Raises `Rejected` for anything that `pack` would not have made."""
    if len(data) > LARGEST:
        raise not_a_dossier()
    entries: list[Entry] = []
    place = 0
    while data[place : place + 4] == b"PK\3\4":
        path, content, place = _entry(data, place)
        entries.append((path, content))
        if len(entries) > MOST_ENTRIES:
            raise not_a_dossier()
    _refuse_odd(entries)
    if pack(entries) != data:
        raise not_a_dossier()
    return entries


def _entry(data: bytes, place: int) -> tuple[str, bytes, int]:
    try:
        *_, size, _unpacked, length, _extra = _LOCAL.unpack_from(data, place)
    except struct.error:
        raise not_a_dossier() from None
    start = place + _LOCAL.size
    end = start + length + size
    if end > len(data):
        raise not_a_dossier()
    path = data[start : start + length].decode("ascii", errors="replace")
    return path, data[start + length : end], end


def _refuse_odd(entries: Sequence[Entry]) -> None:
    """Names that a program could put elsewhere, and the same name twice."""
    paths = [path for path, _content in entries]
    odd = next((path for path in paths if not PATH.fullmatch(path)), None)
    if odd is not None or len(set(paths)) != len(paths):
        raise not_a_dossier()
