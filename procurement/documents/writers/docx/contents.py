"""The table of contents: a field that Word brings up to date, holding entries computed from the tree.

Page numbers exist only once a program lays out the pages; until then the entries stand without, and without a
leader that would lead to nothing. Word works them out when it opens the file. LibreOffice takes what stands
in a contents field as it is, until it is told to update the index.
"""

from collections.abc import Iterator

from procurement.documents.model import TableOfContents
from procurement.documents.numbering import Entry
from procurement.documents.writers.docx.bookmarks import Bookmarks
from procurement.documents.writers.docx.inline import words

_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'


def contents_pieces(contents: TableOfContents, marks: Bookmarks) -> Iterator[str]:
    """The XML entry by entry. Each leaves its paragraph open; the next one closes it, or the end does."""
    yield f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r>{words(contents.title)}</w:r></w:p>'
    opening = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve">'
        f' TOC \\o "1-{contents.levels}" \\h \\z \\u </w:instrText></w:r>{_SEPARATE}'
    )
    is_first = True
    for entry in marks.entries:
        if entry.level <= contents.levels:
            line = _line(entry, marks.name(entry))
            yield line.replace("</w:pPr>", f"</w:pPr>{opening}", 1) if is_first else f"</w:p>{line}"
            is_first = False
    yield f"<w:p>{opening}{_END}</w:p>" if is_first else f"{_END}</w:p>"


def _line(entry: Entry, bookmark: str) -> str:
    """One entry, its paragraph left open for what follows."""
    lead = entry.lead
    number = f"<w:t>{entry.number}</w:t><w:tab/>" if lead.endswith("\t") else words(lead) if lead else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="TOC{entry.level}"/></w:pPr><w:hyperlink w:anchor="{bookmark}">'
        f"<w:r>{number}{words(entry.text)}<w:tab/></w:r>"
        f'<w:fldSimple w:instr=" PAGEREF {bookmark} \\h " w:dirty="true"/></w:hyperlink>'
    )
