"""The table of contents: a field that Word brings up to date, holding entries computed from the tree.

Page numbers exist only once a program lays out the pages; until then the entries stand without."""

from procurement.documents.model import TableOfContents
from procurement.documents.numbering import Entry
from procurement.documents.writers.docx.bookmarks import Bookmarks
from procurement.documents.writers.docx.inline import words

_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'


def contents_xml(contents: TableOfContents, marks: Bookmarks) -> str:
    shown = [entry for entry in marks.entries if entry.level <= contents.levels]
    opening = _begin(f'TOC \\o "1-{contents.levels}" \\h \\z \\u')
    lines = [
        _line(entry, marks.name(entry), opening if index == 0 else "") for index, entry in enumerate(shown)
    ]
    if not lines:
        lines = [f"<w:p>{opening}"]
    title = f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r>{words(contents.title)}</w:r></w:p>'
    return f"{title}{'</w:p>'.join(lines)}{_END}</w:p>"


def _line(entry: Entry, bookmark: str, before: str) -> str:
    """One entry, its paragraph left open for what follows."""
    number = f"<w:r>{words(entry.lead)}</w:r>" if entry.number else ""
    page = _begin(f"PAGEREF {bookmark} \\h") + _END
    return (
        f'<w:p><w:pPr><w:pStyle w:val="TOC{entry.level}"/></w:pPr>{before}'
        f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{number}<w:r>{words(entry.text)}</w:r>'
        f"<w:r><w:tab/></w:r>{page}</w:hyperlink>"
    )


def _begin(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>{_SEPARATE}'
    )
