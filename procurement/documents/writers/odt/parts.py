"""All parts of one OpenDocument file: what it is, what it says about itself, its styles and its text."""

from collections.abc import Iterator

from procurement.documents.house import footer_of, header_of
from procurement.documents.model import Document
from procurement.documents.numbering import ANNEX_LABEL, outline
from procurement.documents.package import LOCALE, XML, Part
from procurement.documents.provenance import clause_properties
from procurement.documents.text import attribute, escaped
from procurement.documents.writers.odt.body import Body
from procurement.documents.writers.odt.inline import Targets, inlines
from procurement.documents.writers.odt.styles import styles_xml

KIND = b"application/vnd.oasis.opendocument.text"

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = (
    f'xmlns:office="{_OASIS}:office:1.0" xmlns:text="{_OASIS}:text:1.0" xmlns:table="{_OASIS}:table:1.0"'
    f' xmlns:style="{_OASIS}:style:1.0" xmlns:fo="{_OASIS}:xsl-fo-compatible:1.0"'
    f' xmlns:svg="{_OASIS}:svg-compatible:1.0" xmlns:meta="{_OASIS}:meta:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:ooow="http://openoffice.org/2004/writer" office:version="1.3"'
)
_PARTS = ("content.xml", "styles.xml", "meta.xml", "settings.xml")
_SEQUENCES = (
    '<text:sequence-decls><text:sequence-decl text:display-outline-level="0" text:name="Table"/>'
    "</text:sequence-decls>"
)

_SETTINGS = (
    f'{XML}<office:document-settings xmlns:office="{_OASIS}:office:1.0" xmlns:config="{_OASIS}:config:1.0"'
    ' xmlns:ooo="http://openoffice.org/2004/office" office:version="1.3"><office:settings>'
    '<config:config-item-set config:name="ooo:configuration-settings">'
    '<config:config-item config:name="AddParaTableSpacing" config:type="boolean">false</config:config-item>'
    "</config:config-item-set></office:settings></office:document-settings>"
).encode()
"""Of the spaces below and above two blocks the larger counts, as in Word."""


def parts(document: Document) -> Iterator[Part]:
    numbered = outline(document)
    targets = Targets(numbered.targets)
    body = Body(document, numbered, Targets(numbered.targets, footnotes=0))
    text = list(body.pieces())  # before the styles: the text says which it needs
    header, footer = (inlines(each, targets) for each in (header_of(document), footer_of(document)))
    yield "META-INF/manifest.xml", _manifest()
    yield "meta.xml", _meta(document)
    yield "settings.xml", _SETTINGS
    yield "styles.xml", _styles(document, header, footer)
    yield "content.xml", _content(body.styles.xml(), text)


def _styles(document: Document, header: str, footer: str) -> bytes:
    language = document.language
    annex = ANNEX_LABEL.to(language)
    return f"{XML}{styles_xml(_NAMESPACES, LOCALE[language], annex, header, footer)}".encode()


def _content(automatic: str, text: list[str]) -> Iterator[str]:
    yield (
        f"{XML}<office:document-content {_NAMESPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{_SEQUENCES}"
    )
    yield from text
    yield "</office:text></office:body></office:document-content>"


def _manifest() -> bytes:
    space = f"{_OASIS}:manifest:1.0"
    whole = (
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3"'
        f' manifest:media-type="{KIND.decode()}"/>'
    )
    each = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in _PARTS
    )
    return (
        f'{XML}<manifest:manifest xmlns:manifest="{space}" manifest:version="1.3">'
        f"{whole}{each}</manifest:manifest>"
    ).encode()


def _meta(document: Document) -> bytes:
    known = document.properties
    author = escaped(known.author)
    custom = "".join(
        f'<meta:user-defined meta:name="{attribute(name)}">{escaped(value)}</meta:user-defined>'
        for name, value in (*known.custom, *clause_properties(document.blocks))
    )
    return (
        f"{XML}<office:document-meta {_NAMESPACES}><office:meta>"
        f"<meta:generator>Tenderwijzer</meta:generator><dc:title>{escaped(document.title)}</dc:title>"
        f"<dc:subject>{escaped(known.subject)}</dc:subject>"
        f"<meta:keyword>{escaped(known.keywords)}</meta:keyword>"
        f"<meta:initial-creator>{author}</meta:initial-creator><dc:creator>{author}</dc:creator>"
        f"<meta:creation-date>{known.stamp}</meta:creation-date><dc:date>{known.stamp}</dc:date>"
        f"<dc:language>{LOCALE[document.language]}</dc:language>{custom}"
        "</office:meta></office:document-meta>"
    ).encode()
