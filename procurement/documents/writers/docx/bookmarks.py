"""The bookmarks of one document: names Word accepts, around what references and the contents lead to."""

import re
from dataclasses import dataclass, field

from procurement.documents.numbering import Entry, Outline
from procurement.documents.writers.docx.inline import Mark, Marks

_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9_]")
_LONGEST = 32  # Word allows 40 characters; an ordinal that makes the name unique may follow


@dataclass(slots=True)
class Bookmarks:
    """`marks` by anchor, and the entries of the contents; counts both as they are written."""

    marks: Marks
    entries: tuple[Entry, ...]
    linked: bool
    written: int = 0
    _at: int = field(default=0)

    def around(self, anchor: str, inner: str) -> str:
        """The XML inside the bookmark of `anchor`; unchanged without an anchor."""
        if not anchor:
            return inner
        return self._bookmarked(self.marks.targets[anchor].bookmark, inner)

    def around_entry(self, inner: str) -> str:
        """The XML of the next heading or clause title inside its bookmark, if anything leads there."""
        entry = self.entries[self._at]
        self._at += 1
        if entry.anchor in self.marks.targets:
            return self.around(entry.anchor, inner)
        return self._bookmarked(entry.anchor, inner) if self.linked else inner

    def name(self, entry: Entry) -> str:
        mark = self.marks.targets.get(entry.anchor)
        return mark.bookmark if mark else entry.anchor

    def _bookmarked(self, name: str, inner: str) -> str:
        number = self.written
        self.written += 1
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{number}"/>'


def bookmarks(outline: Outline, locale: str, *, linked: bool) -> Bookmarks:
    """`linked`: a table of contents leads to every entry, so that each needs a bookmark."""
    targets: dict[str, Mark] = {}
    taken: set[str] = set()
    for ordinal, (anchor, target) in enumerate(outline.targets.items(), start=1):
        name = bookmark_name(anchor)
        if name.lower() in taken:  # Word does not tell capitals from small letters here
            name = f"{name}_{ordinal}"
        taken.add(name.lower())
        targets[anchor] = Mark(name, target)
    return Bookmarks(Marks(targets, locale, []), outline.entries, linked)


def bookmark_name(anchor: str) -> str:
    """A name Word accepts: a letter first, then letters, digits and underscores.

    It depends on the anchor alone, so that it is the same in every version of a contract.
    """
    return f"r_{_NOT_IN_A_NAME.sub('_', anchor)[:_LONGEST]}"
