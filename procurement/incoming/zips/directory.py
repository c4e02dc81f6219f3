"""The directory at the end of a zip file: which entries there are and where."""

import struct
from dataclasses import dataclass

from procurement.incoming.codes import Code
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.zips.names import refuse_odd_name

_END = struct.Struct("<4s4H2LH")  # signature, disks, counts, size and offset of the directory, comment
_ENTRY = struct.Struct("<4s4B4HL2L5H2L")
_END_MARK, _ENTRY_MARK = b"PK\x05\x06", b"PK\x01\x02"
_LONGEST_ENTRY = 46 + 3 * 512  # bytes; names, extra fields and comments are far shorter in practice
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000  # password, strong encryption, hidden directory
_UTF8 = 0x0800
_TYPE_BITS, _REGULAR, _FOLDER = 0o170000, 0o100000, 0o040000  # of Unix permissions
_OTHER_NAME = 0x7075  # the extra field with a second name for the entry
_METHODS = (0, 8)  # stored, deflated
_WIDE = 0xFFFFFFFF  # "the real figure stands in a zip64 field"


@dataclass(frozen=True, slots=True)
class Entry:
    """As the directory describes it; sizes are claims until the entry is unpacked."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    checksum: int
    packed: int
    unpacked: int
    offset: int

    @property
    def is_folder(self) -> bool:
        return self.name.endswith("/")


def directory(content: bytes, limits: Limits) -> tuple[list[Entry], int]:
    """The entries in the order of their offset, and where the directory begins. Raises `Refused`."""
    start, size, count = _end(content)
    if count > limits.entries or size > limits.entries * _LONGEST_ENTRY:
        raise Refused(Code.TOO_MANY_ENTRIES, most=str(limits.entries))
    entries, at = [], start
    while at < start + size:
        entry, at = _entry(content, at, start + size)
        entries.append(entry)
        if len(entries) > count:
            raise Refused(Code.BROKEN_ZIP)
    if len(entries) != count:
        raise Refused(Code.BROKEN_ZIP)
    return sorted(entries, key=lambda entry: entry.offset), start


def _end(content: bytes) -> tuple[int, int, int]:
    """Offset and size of the directory and the number of entries. Nothing may follow, a comment neither."""
    at = content.rfind(_END_MARK)
    if at < 0 or at + _END.size > len(content):
        raise Refused(Code.BROKEN_ZIP)
    _, disk, first_disk, here, count, size, start, _comment = _END.unpack_from(content, at)
    if (
        disk
        or first_disk
        or here != count
        or start == _WIDE
        or content[at - 20 : at].startswith(b"PK\x06\x07")
    ):
        raise Refused(Code.UNSUPPORTED_ZIP)
    if at + _END.size != len(content):
        raise Refused(Code.HIDDEN_DATA)
    if start + size != at:
        raise Refused(Code.HIDDEN_DATA if start + size < at else Code.BROKEN_ZIP)
    return start, size, count


def _entry(content: bytes, at: int, end: int) -> tuple[Entry, int]:
    if at + _ENTRY.size > end:
        raise Refused(Code.BROKEN_ZIP)
    fields = _ENTRY.unpack_from(content, at)
    mark, _by, _system, _needs, _zero, flags, method, _time, _date, checksum, packed, unpacked = fields[:12]
    name_size, extra_size, comment_size, disk, _inner, outer, offset = fields[12:]
    name_at = at + _ENTRY.size
    after = name_at + name_size + extra_size + comment_size
    if mark != _ENTRY_MARK or after > end:
        raise Refused(Code.BROKEN_ZIP)
    raw_name = content[name_at : name_at + name_size]
    name = _decoded(raw_name, flags)
    refuse_odd_name(name)
    if flags & _ENCRYPTED:
        raise Refused(Code.ENCRYPTED, name)
    _refuse_odd_type(name, outer)
    _refuse_other_name(name, content[name_at + name_size : name_at + name_size + extra_size])
    if method not in _METHODS or disk or _WIDE in (packed, unpacked, offset):
        raise Refused(Code.UNSUPPORTED_ZIP, name)
    return Entry(name, raw_name, flags, method, checksum, packed, unpacked, offset), after


def _decoded(raw_name: bytes, flags: int) -> str:
    try:
        return raw_name.decode("utf-8" if flags & _UTF8 else "ascii")
    except UnicodeDecodeError:
        raise Refused(Code.ODD_PATH, raw_name.decode("cp437")) from None


def _refuse_odd_type(name: str, attributes: int) -> None:
    """Symbolic links, devices and pipes; programs that are not Unix leave these bits empty."""
    kind = attributes >> 16 & _TYPE_BITS
    if kind not in (0, _REGULAR, _FOLDER):
        raise Refused(Code.NOT_A_FILE, name)


def _refuse_other_name(name: str, extra: bytes) -> None:
    at = 0
    while at + 4 <= len(extra):
        field, size = struct.unpack_from("<2H", extra, at)
        if field == _OTHER_NAME:
            raise Refused(Code.ODD_PATH, name)
        at += 4 + size
