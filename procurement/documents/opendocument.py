"""What every OpenDocument file shares: its list of parts, what it says about itself, words in a paragraph."""

import re
from collections.abc import Iterable

from procurement.documents.package import LOCALE, XML
from procurement.documents.properties import Properties
from procurement.documents.text import attribute, escaped
from procurement.language import Language

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = (
    f'xmlns:office="{OASIS}:office:1.0" xmlns:text="{OASIS}:text:1.0" xmlns:table="{OASIS}:table:1.0"'
    f' xmlns:style="{OASIS}:style:1.0" xmlns:fo="{OASIS}:xsl-fo-compatible:1.0"'
    f' xmlns:svg="{OASIS}:svg-compatible:1.0" xmlns:meta="{OASIS}:meta:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
VERSION = 'office:version="1.3"'
BREAK = "<text:line-break/>"

_PARTS = ("content.xml", "styles.xml", "meta.xml", "settings.xml")
_KEPT_SPACES = re.compile("^ +| +$| {2,}|(?<=\n) +| +(?=\n)|(?<=\t) +| +(?=\t)")


def words(text: str) -> str:
    """Text in a paragraph. OpenDocument folds white space: what must stay becomes an element of its own."""
    kept = _KEPT_SPACES.sub(_kept, escaped(text))
    return kept.replace("\n", BREAK).replace("\t", "<text:tab/>")


def _kept(found: re.Match[str]) -> str:
    return f'<text:s text:c="{len(found[0])}"/>'


def manifest(kind: bytes) -> bytes:
    space = f"{OASIS}:manifest:1.0"
    whole = (
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3"'
        f' manifest:media-type="{kind.decode()}"/>'
    )
    each = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in _PARTS
    )
    return (
        f'{XML}<manifest:manifest xmlns:manifest="{space}" manifest:version="1.3">'
        f"{whole}{each}</manifest:manifest>"
    ).encode()


def meta(title: str, language: Language, known: Properties, more: Iterable[tuple[str, str]] = ()) -> bytes:
    author = escaped(known.author)
    custom = "".join(
        f'<meta:user-defined meta:name="{attribute(name)}">{escaped(value)}</meta:user-defined>'
        for name, value in (*known.custom, *more)
    )
    return (
        f"{XML}<office:document-meta {SPACES} {VERSION}><office:meta>"
        f"<meta:generator>Tenderwijzer</meta:generator><dc:title>{escaped(title)}</dc:title>"
        f"<dc:subject>{escaped(known.subject)}</dc:subject>"
        f"<meta:keyword>{escaped(known.keywords)}</meta:keyword>"
        f"<meta:initial-creator>{author}</meta:initial-creator><dc:creator>{author}</dc:creator>"
        f"<meta:creation-date>{known.stamp}</meta:creation-date><dc:date>{known.stamp}</dc:date>"
        f"<dc:language>{LOCALE[language]}</dc:language>{custom}"
        "</office:meta></office:document-meta>"
    ).encode()
