"""All parts of one OpenDocument file: what it is, what it says about itself, its styles and its text."""

from collections.abc import Iterator

from procurement.documents.house import footer_of, header_of
from procurement.documents.model import Document
from procurement.documents.numbering import ANNEX_LABEL, outline
from procurement.documents.opendocument import OASIS, SPACES, VERSION, manifest, meta
from procurement.documents.package import LOCALE, XML, Part
from procurement.documents.provenance import clause_properties
from procurement.documents.writers.odt.body import Body
from procurement.documents.writers.odt.inline import Targets, inlines
from procurement.documents.writers.odt.styles import styles_xml

KIND = b"application/vnd.oasis.opendocument.text"

_NAMESPACES = f'{SPACES} xmlns:ooow="http://openoffice.org/2004/writer" {VERSION}'
_SEQUENCES = (
    '<text:sequence-decls><text:sequence-decl text:display-outline-level="0" text:name="Table"/>'
    "</text:sequence-decls>"
)

_SETTINGS = (
    f'{XML}<office:document-settings xmlns:office="{OASIS}:office:1.0" xmlns:config="{OASIS}:config:1.0"'
    f' xmlns:ooo="http://openoffice.org/2004/office" {VERSION}><office:settings>'
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
    yield "META-INF/manifest.xml", manifest(KIND)
    yield (
        "meta.xml",
        meta(document.title, document.language, document.properties, clause_properties(document.blocks)),
    )
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
