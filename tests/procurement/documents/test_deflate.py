"""What compresses the parts of a file, with ISA-L and without it."""

import zlib
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from zipfile import ZipFile

import pytest

from procurement.documents.deflate import compressor, library
from procurement.documents.package import write_package

TEXT = "".join(f"<w:p>Artikel {number}</w:p>" for number in range(50_000))
LIBRARIES = [name for name in ("zlib", "isal.isal_zlib") if find_spec(name.partition(".")[0])]


def deflated(content: bytes, name: str = "") -> bytes:
    made = compressor(import_module(name)) if name else compressor()
    return made.compress(content) + made.flush()


def test_without_the_extra_it_is_zlib():
    assert library("is_not_installed.at_all") is zlib


@pytest.mark.parametrize("name", LIBRARIES)
def test_what_any_of_them_writes_reads_back(name):
    content = TEXT.encode()

    packed = deflated(content, name)

    assert zlib.decompress(packed, -15) == content
    assert len(packed) < len(content) / 5


def test_each_part_of_a_package_is_written_by_it():
    stream = BytesIO()
    write_package(stream, [("a.xml", TEXT.encode()), ("b.xml", [TEXT[:9], TEXT[9:]])])

    with ZipFile(stream) as package:
        found = [(part.compress_size, package.read(part)) for part in package.infolist()]

    expected = (len(deflated(TEXT.encode())), TEXT.encode())
    assert found[0] == expected
    assert found[1][1] == expected[1]
