"""The house look that every format of text document shares: colours, font, and the lines on each page."""

from collections.abc import Mapping

from procurement.documents.model import Content, Document, PageCount, PageNumber, Run
from procurement.language import Text

FONT = "Arial"
FALLBACK = "Liberation Sans"  # the free font of the same widths
TINT = "EAF0F2"  # also the background of emphasised table rows

COLOURS: Mapping[str, str] = {
    "ACCENT": "1F4E5F",
    "RULE": "B7C6CC",
    "TINT": TINT,
    "ATTENTION": "9A5B00",
    "ATTENTION_TINT": "FFF4E0",
    "OPEN_TINT": "FFF2A8",
    "INK": "222222",
    "FAINT": "595959",
}

_VERSION = Text(nl="versie", en="version")
_DIGEST = Text(nl="kenmerk", en="digest")
_PAGE = Text(nl="Pagina", en="Page")
_OF = Text(nl="van", en="of")


def header_of(document: Document) -> Content:
    """The document's own header, else its title and the tender."""
    tender = document.properties.tender
    house = (Run(f"{document.title}\t{tender}" if tender else document.title),)
    return document.header or house


def footer_of(document: Document) -> Content:
    """The document's own footer, else author, version, short digest and page x of y."""
    return document.footer or _house_footer(document)


def _house_footer(document: Document) -> Content:
    properties, language = document.properties, document.language
    version = f"{_VERSION.to(language)} {properties.version}" if properties.version else ""
    digest = f"{_DIGEST.to(language)} {properties.short_digest}" if properties.digest else ""
    known = " · ".join(text for text in (properties.author, version, properties.stamp[:10], digest) if text)
    page, of = _PAGE.to(language), _OF.to(language)
    return (Run(f"{known}\t{page} "), PageNumber(), Run(f" {of} "), PageCount())
