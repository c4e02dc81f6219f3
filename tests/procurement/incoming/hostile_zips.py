"""Containers that are broken, forged, or made to fill a disk."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO

from procurement.incoming import Code
from tests.procurement.incoming.packages import docx, ods, ods_number, ods_row, xlsx, xlsx_parts, zipped

Case = tuple[str, Callable[[], bytes], Code | None]
"""File name, how it is made, and the code of the refusal (None: it is read, safely)."""

MB = 1024 * 1024


def extra(name: str, body: str | bytes = "<a/>") -> bytes:
    return xlsx(changes={name: body})


def twice(first: str, second: str) -> bytes:
    stream = BytesIO(xlsx())
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr(first, "<a/>")
        package.writestr(second, "<b/>")
    return stream.getvalue()


def renamed(name: bytes) -> bytes:
    """An entry whose name is written afterwards, past what the standard library would change."""
    placeholder = b"n" * len(name)
    return extra(placeholder.decode() + ".xml").replace(placeholder, name)


def typed(mode: int) -> bytes:
    stream = BytesIO(xlsx())
    with zipfile.ZipFile(stream, "a") as package:
        entry = zipfile.ZipInfo("xl/link.xml")
        entry.create_system, entry.external_attr = 3, mode << 16
        package.writestr(entry, "/etc/passwd")
    return stream.getvalue()


def patched(content: bytes, mark: bytes, at: int, value: bytes) -> bytes:
    """`value` over the bytes `at` after the last `mark`."""
    start = content.rfind(mark) + at
    return content[:start] + value + content[start + len(value) :]


def end_patched(at: int, value: bytes) -> bytes:
    return patched(xlsx(), b"PK\x05\x06", at, value)


def central_patched(at: int, value: bytes) -> bytes:
    return patched(xlsx(), b"PK\x01\x02", at, value)


def flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]


def stored_and_damaged() -> bytes:
    content = zipped({**xlsx_parts(), "xl/media/x.png": b"picture"}, zipfile.ZIP_STORED)
    return content.replace(b"picture", b"painted", 1)


def with_gap() -> bytes:
    """Data between the entries and the directory, which every reader skips."""
    content = xlsx()
    end = content.rfind(b"PK\x05\x06")
    start = struct.unpack_from("<L", content, end + 16)[0]
    moved = content[:start] + b"hidden" * 10 + content[start:]
    return patched(moved, b"PK\x05\x06", 16, struct.pack("<L", start + 60))


def other_local_name() -> bytes:
    """One name where a streaming reader looks, another in the directory."""
    content = extra("xl/aaaa.xml")
    return content.replace(b"xl/aaaa.xml", b"xl/bbbb.xml", 1)


def shared_data() -> bytes:
    """Two entries of the directory that lead to the same data: a bomb that needs no nesting."""
    content = xlsx()
    end = content.rfind(b"PK\x05\x06")
    size, start = struct.unpack_from("<2L", content, end + 12)
    last = content.rfind(b"PK\x01\x02")
    again = content[last:end].replace(b"sheet1.xml", b"sheet2.xml")
    count = struct.unpack_from("<H", content, end + 10)[0] + 1
    closing = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, size + len(again), start, 0)
    return content[:end] + again + closing


def lying_size(real: int) -> bytes:
    """The directory and the header say that the sheet is a few bytes long."""
    content = xlsx(f"<row r='1'>{' ' * real}</row>")
    with zipfile.ZipFile(BytesIO(content)) as package:
        said = package.getinfo("xl/worksheets/sheet1.xml").file_size
    return content.replace(struct.pack("<L", said), struct.pack("<L", 100))


def many_entries(count: int) -> bytes:
    return zipped({**xlsx_parts(), **{f"xl/media/{number}.png": b"" for number in range(count)}})


def hidden_behind_deflate() -> bytes:
    """Bytes after the end of the compressed stream, within the size of the entry."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(b"<a/>") + packer.flush() + b"hidden"
    name = b"xl/extra.xml"
    sizes = struct.pack("<3L", zlib.crc32(b"<a/>"), len(packed), 4)
    content = xlsx()
    end = content.rfind(b"PK\x05\x06")
    size, start = struct.unpack_from("<2L", content, end + 12)
    count = struct.unpack_from("<H", content, end + 10)[0] + 1
    header = struct.pack("<2s3H", b"\x14\x00", 0, 8, 0) + b"\x21\x00" + sizes
    local = b"PK\x03\x04" + header + struct.pack("<2H", len(name), 0) + name + packed
    central = b"PK\x01\x02\x14\x00" + header + struct.pack("<5H2L", len(name), 0, 0, 0, 0, 0, start) + name
    closing = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, size + len(central), start + len(local), 0
    )
    return content[:start] + local + content[start:end] + central + closing


def compound(*, encrypted: bool) -> bytes:
    inside = "EncryptedPackage".encode("utf-16-le") if encrypted else b"Workbook"
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + inside + bytes(600)


ZIPS: dict[str, Case] = {
    "empty file": ("a.xlsx", lambda: b"", Code.EMPTY),
    "too large": ("a.xlsx", lambda: b"PK\x03\x04" + bytes(10 * MB), Code.FILE_TOO_LARGE),
    "no zip": ("a.xlsx", lambda: b"hello" * 100, Code.WRONG_TYPE),
    "a pdf": ("a.docx", lambda: b"%PDF-1.7\n" + bytes(500), Code.WRONG_TYPE),
    "a program": ("a.xlsx", lambda: b"MZ" + bytes(500), Code.WRONG_TYPE),
    "web page as workbook": ("a.xlsx", lambda: b"<html><table/></html>", Code.WRONG_TYPE),
    "unknown ending": ("a.exe", xlsx, Code.UNKNOWN_TYPE),
    "no ending": ("xlsx", lambda: b"PK\x03\x04", Code.BROKEN_ZIP),
    "macro ending": ("a.xlsm", xlsx, Code.MACROS),
    "macro template": ("a.DOTM", docx, Code.MACROS),
    "word as excel": ("a.xlsx", docx, Code.WRONG_TYPE),
    "excel as word": ("a.docx", xlsx, Code.WRONG_TYPE),
    "template as document": ("a.dotx", docx, Code.WRONG_TYPE),
    "excel as ods": ("a.ods", xlsx, Code.WRONG_TYPE),
    "ods as excel": ("a.xlsx", lambda: ods(ods_row(ods_number("1"))), Code.WRONG_TYPE),
    "password": ("a.xlsx", lambda: compound(encrypted=True), Code.ENCRYPTED),
    "old excel": ("a.xlsx", lambda: compound(encrypted=False), Code.OLD_FORMAT),
    "old word as csv": ("a.csv", lambda: compound(encrypted=False), Code.OLD_FORMAT),
    "zip as csv": ("a.csv", xlsx, Code.WRONG_TYPE),
    "cut off": ("a.xlsx", lambda: xlsx()[:-30], Code.BROKEN_ZIP),
    "first half": ("a.xlsx", lambda: xlsx()[:400], Code.BROKEN_ZIP),
    "only a head": ("a.xlsx", lambda: b"PK\x03\x04", Code.BROKEN_ZIP),
    "only an end": ("a.xlsx", lambda: b"PK\x05\x06" + bytes(18), Code.HIDDEN_DATA),
    "data before": ("a.xlsx", lambda: b"#!/bin/sh\n" + xlsx(), Code.HIDDEN_DATA),
    "data after": ("a.xlsx", lambda: xlsx() + b"hidden", Code.HIDDEN_DATA),
    "comment": ("a.xlsx", lambda: end_patched(20, b"\x06\x00") + b"hidden", Code.HIDDEN_DATA),
    "two archives": ("a.xlsx", lambda: xlsx() + xlsx(), Code.HIDDEN_DATA),
    "gap": ("a.xlsx", with_gap, Code.HIDDEN_DATA),
    "behind deflate": ("a.xlsx", hidden_behind_deflate, Code.HIDDEN_DATA),
    "count too low": ("a.xlsx", lambda: end_patched(8, b"\x01\x00\x01\x00"), Code.BROKEN_ZIP),
    "count too high": ("a.xlsx", lambda: end_patched(8, b"\x09\x00\x09\x00"), Code.BROKEN_ZIP),
    "two disks": ("a.xlsx", lambda: end_patched(4, b"\x01\x00"), Code.UNSUPPORTED_ZIP),
    "directory beyond": ("a.xlsx", lambda: end_patched(16, b"\xff\xff\xff\x7f"), Code.BROKEN_ZIP),
    "zip64": ("a.xlsx", lambda: end_patched(16, b"\xff\xff\xff\xff"), Code.UNSUPPORTED_ZIP),
    "encrypted entry": ("a.xlsx", lambda: central_patched(8, b"\x01\x00"), Code.ENCRYPTED),
    "other compression": ("a.xlsx", lambda: zipped(xlsx_parts(), zipfile.ZIP_BZIP2), Code.UNSUPPORTED_ZIP),
    "lzma": ("a.xlsx", lambda: zipped(xlsx_parts(), zipfile.ZIP_LZMA), Code.UNSUPPORTED_ZIP),
    "method differs": ("a.xlsx", lambda: central_patched(10, b"\x00\x00"), Code.DUPLICATE_ENTRY),
    "checksum": ("a.xlsx", lambda: central_patched(16, b"\x00\x00\x00\x00"), Code.DUPLICATE_ENTRY),
    "stored and flipped": ("a.xlsx", stored_and_damaged, Code.CHECKSUM),
    "damaged": ("a.xlsx", lambda: flipped(xlsx(), 60), Code.BROKEN_ZIP),
    "other local name": ("a.xlsx", other_local_name, Code.DUPLICATE_ENTRY),
    "shared data": ("a.xlsx", shared_data, Code.DUPLICATE_ENTRY),
    "offset of another": ("a.xlsx", lambda: central_patched(42, bytes(4)), Code.DUPLICATE_ENTRY),
    "entry beyond": ("a.xlsx", lambda: central_patched(42, b"\xff\xff\xff\x7f"), Code.HIDDEN_DATA),
    "climbing": ("a.xlsx", lambda: extra("../../etc/cron.d/x.xml"), Code.ODD_PATH),
    "climbing inside": ("a.xlsx", lambda: extra("xl/../../x.xml"), Code.ODD_PATH),
    "absolute": ("a.xlsx", lambda: extra("/etc/passwd.xml"), Code.ODD_PATH),
    "drive": ("a.xlsx", lambda: extra("C:/x.xml"), Code.ODD_PATH),
    "backslash": ("a.xlsx", lambda: renamed(b"..\\..\\x"), Code.ODD_PATH),
    "NUL": ("a.xlsx", lambda: renamed(b"xl/a\x00b"), Code.ODD_PATH),
    "turned direction": ("a.xlsx", lambda: extra("xl/\u202elmx.xml"), Code.ODD_PATH),
    "no UTF-8": ("a.xlsx", lambda: renamed(b"xl/\xff\xfe"), Code.ODD_PATH),
    "double slash": ("a.xlsx", lambda: extra("xl//x.xml"), Code.ODD_PATH),
    "dot": ("a.xlsx", lambda: extra("xl/./x.xml"), Code.ODD_PATH),
    "trailing space": ("a.xlsx", lambda: extra("xl/x.xml "), Code.ODD_PATH),
    "long name": ("a.xlsx", lambda: extra("x" * 300 + ".xml"), Code.ODD_PATH),
    "longest name": ("a.xlsx", lambda: extra("x" * 60_000 + ".xml"), Code.ODD_PATH),
    "entry twice": ("a.xlsx", lambda: twice("xl/a.xml", "xl/a.xml"), Code.DUPLICATE_ENTRY),
    "capitals": ("a.xlsx", lambda: twice("xl/a.xml", "XL/A.xml"), Code.DUPLICATE_ENTRY),
    "accents": ("a.xlsx", lambda: twice("xl/\u00e9.xml", "xl/e\u0301.xml"), Code.DUPLICATE_ENTRY),
    "folder and file": ("a.xlsx", lambda: twice("xl/a", "xl/a/"), Code.DUPLICATE_ENTRY),
    "full folder": ("a.xlsx", lambda: extra("xl/folder/", "text"), Code.HIDDEN_DATA),
    "symbolic link": ("a.xlsx", lambda: typed(stat.S_IFLNK | 0o777), Code.NOT_A_FILE),
    "device": ("a.xlsx", lambda: typed(stat.S_IFBLK | 0o777), Code.NOT_A_FILE),
    "pipe": ("a.xlsx", lambda: typed(stat.S_IFIFO | 0o777), Code.NOT_A_FILE),
    "2,001 entries": ("a.xlsx", lambda: many_entries(2_001), Code.TOO_MANY_ENTRIES),
    "60,000 entries": ("a.xlsx", lambda: many_entries(60_000), Code.TOO_MANY_ENTRIES),
    "zero bomb": ("a.xlsx", lambda: extra("xl/media/x.png", bytes(19 * MB)), Code.TOO_COMPRESSED),
    "large entry": ("a.xlsx", lambda: lying_size(25 * MB), Code.TOO_COMPRESSED),
    "lying size": ("a.xlsx", lambda: lying_size(50_000), Code.CHECKSUM),
    "zip in zip": ("a.xlsx", lambda: extra("xl/media/x.png", xlsx()), Code.EMBEDDED_FILE),
    "no parts": ("a.xlsx", lambda: zipped({"x.xml": "<a/>"}), Code.WRONG_TYPE),
}
