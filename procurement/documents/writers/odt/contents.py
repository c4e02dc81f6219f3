"""The table of contents: an index that the program can make again, holding entries computed from the tree."""

from procurement.documents.model import TableOfContents
from procurement.documents.numbering import Entry
from procurement.documents.opendocument import words
from procurement.documents.text import attribute, escaped
from procurement.documents.writers.odt.automatic import AutomaticStyles
from procurement.documents.writers.odt.inline import page_of


def contents_xml(contents: TableOfContents, entries: tuple[Entry, ...], styles: AutomaticStyles) -> str:
    heading = styles.paragraph("TOCHeading")
    lines = "".join(_line(entry) for entry in entries if entry.level <= contents.levels)
    return (
        '<text:table-of-content text:name="Contents" text:protected="false">'
        f"{_source(contents)}<text:index-body>"
        f'<text:index-title text:name="ContentsTitle"><text:p text:style-name="{heading}">'
        f"{words(contents.title)}</text:p></text:index-title>{lines}"
        "</text:index-body></text:table-of-content>"
    )


def _source(contents: TableOfContents) -> str:
    levels = "".join(_template(level) for level in range(1, contents.levels + 1))
    return (
        f'<text:table-of-content-source text:outline-level="{contents.levels}">'
        '<text:index-title-template text:style-name="TOCHeading">'
        f"{escaped(contents.title)}</text:index-title-template>{levels}</text:table-of-content-source>"
    )


def _template(level: int) -> str:
    return (
        f'<text:table-of-content-entry-template text:outline-level="{level}" text:style-name="TOC{level}">'
        "<text:index-entry-link-start/><text:index-entry-chapter/><text:index-entry-tab-stop"
        ' style:type="left" style:position="10mm"/><text:index-entry-text/>'
        '<text:index-entry-tab-stop style:type="right"/><text:index-entry-page-number/>'
        "<text:index-entry-link-end/></text:table-of-content-entry-template>"
    )


def _line(entry: Entry) -> str:
    return (
        f'<text:p text:style-name="TOC{entry.level}">'
        f'<text:a xlink:type="simple" xlink:href="#{attribute(entry.anchor)}"'
        ' text:style-name="Contents" text:visited-style-name="Contents">'
        f"{words(entry.lead + entry.text)}<text:tab/>{page_of(entry.anchor)}</text:a></text:p>"
    )
