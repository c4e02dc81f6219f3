"""The zip package of an office file: its parts in order, reproducible, and the parts all formats share.

Parts carry no time of making (zip's own epoch, 1 January 1980), so the same tree gives the same bytes.
"""

import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

from procurement.documents.deflate import compressor
from procurement.documents.properties import Properties
from procurement.documents.text import escaped
from procurement.language import Language

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

LOCALE: Mapping[Language, str] = {"nl": "nl-NL", "en": "en-GB"}

_BLOCK = 256 * 1024  # characters given to the compressor at once; keeps memory flat for long parts

_CORE = (
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
    "http://www.w3.org/2001/XMLSchema-instance",
)
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANT_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # the fixed set in which Office keeps custom ones

Part = tuple[str, bytes | Iterable[str]]
"""A part's name and its bytes, or its text in pieces."""


def write_package(stream: IO[bytes], parts: Iterable[Part], *, kind: bytes = b"") -> None:
    """`kind`: what an OpenDocument file says it is, in its first part and not compressed."""
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        if kind:
            package.writestr(zipfile.ZipInfo("mimetype"), kind, zipfile.ZIP_STORED)
        for name, body in parts:
            with package.open(name, "w") as part:
                # zipfile knows zlib alone; a part that is being written keeps its compressor here.
                part._compressor = compressor()  # type: ignore[attr-defined]
                for block in (body,) if isinstance(body, bytes) else _blocks(body):
                    part.write(block)


def _blocks(pieces: Iterable[str]) -> Iterator[bytes]:
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= _BLOCK:
            yield "".join(waiting).encode()
            waiting.clear()
            size = 0
    yield "".join(waiting).encode()


def core_properties(title: str, language: Language, properties: Properties) -> bytes:
    core, dc, terms, xsi = _CORE
    stamp = properties.stamp
    author = escaped(properties.author)
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{core}" xmlns:dc="{dc}"'
        f' xmlns:dcterms="{terms}" xmlns:xsi="{xsi}">'
        f"<dc:title>{escaped(title)}</dc:title><dc:subject>{escaped(properties.subject)}</dc:subject>"
        f"<dc:creator>{author}</dc:creator><cp:keywords>{escaped(properties.keywords)}</cp:keywords>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        f"<dc:language>{LOCALE[language]}</dc:language></cp:coreProperties>"
    ).encode()


def extended_properties() -> bytes:
    return (
        f'{XML}<Properties xmlns="{_EXTENDED}"><Application>Tenderwijzer</Application></Properties>'.encode()
    )


def custom_properties(properties: Properties, more: Iterable[tuple[str, str]] = ()) -> bytes:
    entries = "".join(
        f'<property fmtid="{_USER_DEFINED}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate((*properties.custom, *more), start=2)
    )
    return f'{XML}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VARIANT_TYPES}">{entries}</Properties>'.encode()
