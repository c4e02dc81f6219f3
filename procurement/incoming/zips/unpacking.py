"""Unpacking entry by entry: real bytes are counted, and unpacking stops at the limit."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from procurement.incoming.codes import Code
from procurement.incoming.limits import Limits, megabytes
from procurement.incoming.refusals import Refused
from procurement.incoming.zips.directory import Entry, directory
from procurement.incoming.zips.names import refuse_twice

_LOCAL = struct.Struct("<4s5H3L2H")
_LOCAL_MARK, _DESCRIPTOR_MARK = b"PK\x03\x04", b"PK\x07\x08"
_SIZES_FOLLOW = 0x0008
_BLOCK = 64 * 1024  # bytes unpacked at a time
_PIECE = 16 * 1024  # bytes given to the unpacker at a time


@dataclass(slots=True)
class Container:
    """The entries of one zip file. `bytes_of` may be called more than once for an entry."""

    content: bytes
    limits: Limits
    entries: dict[str, Entry] = field(default_factory=dict)
    _starts: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        listed, end = directory(self.content, self.limits)
        refuse_twice([entry.name for entry in listed])
        at = 0
        for entry in listed:
            at = self._placed(entry, at)
        if at != end:
            raise Refused(Code.HIDDEN_DATA)

    def _placed(self, entry: Entry, at: int) -> int:
        """Note where the data of `entry` begin, which must stand at `at`; where the next entry must."""
        if entry.offset != at:
            code = Code.HIDDEN_DATA if entry.offset > at else Code.DUPLICATE_ENTRY  # a gap, or an overlap
            raise Refused(code, entry.name)
        if at + _LOCAL.size > len(self.content):
            raise Refused(Code.BROKEN_ZIP, entry.name)
        mark, _needs, flags, method, _time, _date, crc, packed, unpacked, name_size, extra_size = (
            _LOCAL.unpack_from(self.content, at)
        )
        name_at = at + _LOCAL.size
        start = name_at + name_size + extra_size
        if mark != _LOCAL_MARK or start + entry.packed > len(self.content):
            raise Refused(Code.BROKEN_ZIP, entry.name)
        says_the_same = (
            self.content[name_at : name_at + name_size] == entry.raw_name
            and (flags, method) == (entry.flags, entry.method)
            and (
                flags & _SIZES_FOLLOW
                or (crc, packed, unpacked) == (entry.checksum, entry.packed, entry.unpacked)
            )
        )
        if not says_the_same:
            raise Refused(Code.DUPLICATE_ENTRY, entry.name)
        self.entries[entry.name], self._starts[entry.name] = entry, start
        end: int = start + entry.packed
        return end + self._descriptor(entry, end)

    def _descriptor(self, entry: Entry, at: int) -> int:
        """How many bytes of sizes follow the data: with or without a mark, in 32 or 64 bits."""
        if not entry.flags & _SIZES_FOLLOW:
            return 0
        for mark in (_DESCRIPTOR_MARK, b""):
            for sizes in ("<3L", "<L2Q"):
                said = mark + struct.pack(sizes, entry.checksum, entry.packed, entry.unpacked)
                if self.content.startswith(said, at):
                    return len(said)
        raise Refused(Code.BROKEN_ZIP, entry.name)

    def bytes_of(self, name: str) -> Iterator[bytes]:
        """The unpacked bytes in blocks. Raises `Refused` when there are too many, or they are damaged."""
        entry = self.entries[name]
        checksum, size = 0, 0
        for block in self._unpacked(entry):
            checksum, size = zlib.crc32(block, checksum), size + len(block)
            self._refuse_bomb(entry, size)
            yield block
        if (checksum, size) != (entry.checksum, entry.unpacked):
            raise Refused(Code.CHECKSUM, name)

    def _unpacked(self, entry: Entry) -> Iterator[bytes]:
        start = self._starts[entry.name]
        packed = memoryview(self.content)[start : start + entry.packed]
        if entry.method == 0:
            yield from (bytes(packed[at : at + _BLOCK]) for at in range(0, len(packed), _BLOCK))
            return
        try:
            yield from _inflated(packed, entry.name)
        except zlib.error:
            raise Refused(Code.BROKEN_ZIP, entry.name) from None

    def _refuse_bomb(self, entry: Entry, size: int) -> None:
        limits = self.limits
        if size > limits.entry_bytes:
            raise Refused(Code.ENTRY_TOO_LARGE, entry.name, megabytes(limits.entry_bytes))
        if size > limits.ratio_from and size > limits.ratio * entry.packed:
            raise Refused(Code.TOO_COMPRESSED, entry.name, str(limits.ratio))


def _inflated(packed: memoryview, name: str) -> Iterator[bytes]:
    """Fed piece by piece: what a piece leaves over is copied at every call."""
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    for at in range(0, len(packed), _PIECE):
        waiting: bytes | memoryview = packed[at : at + _PIECE]
        while waiting and not unpacker.eof:
            yield unpacker.decompress(waiting, _BLOCK)
            waiting = unpacker.unconsumed_tail
        if unpacker.eof and (unpacker.unused_data or at + _PIECE < len(packed)):
            raise Refused(Code.HIDDEN_DATA, name)
    while not unpacker.eof:
        block = unpacker.decompress(b"", _BLOCK)
        if not block:
            raise Refused(Code.BROKEN_ZIP, name)
        yield block
