"""The body of the HTML, block by block."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from procurement.documents.model import (
    Block,
    Clause,
    ClauseBlock,
    Content,
    Definitions,
    Document,
    Heading,
    Listing,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    ParagraphStyle,
    Point,
    Provision,
    SectionBreak,
    Table,
    TableOfContents,
)
from procurement.documents.numbering import Outline, letters, outline, roman
from procurement.documents.package import LOCALE
from procurement.documents.text import attribute
from procurement.documents.writers.html.inline import Lines, identity, words
from procurement.documents.writers.html.setting import Setting
from procurement.documents.writers.html.tables import table_html
from procurement.language import Text

_FOOTNOTES = Text(nl="Voetnoten", en="Footnotes")
_DEEPEST = 6


@dataclass(slots=True)
class Body:
    """What has been written so far that later blocks depend on."""

    document: Document
    setting: Setting
    outline: Outline
    lines: Lines
    entries: int = 0
    tables: int = 0
    clauses: int = 0
    provisions: int = 0
    levels: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, document: Document, setting: Setting) -> "Body":
        numbered = outline(document)
        anchors = (*numbered.targets, *(entry.anchor for entry in numbered.entries))
        unique = dict.fromkeys(anchors)
        ids = {
            anchor: identity(setting.prefix, anchor, ordinal)
            for ordinal, anchor in enumerate(unique, start=1)
        }
        return cls(document, setting, numbered, Lines(setting.prefix, numbered.targets, ids))

    def pieces(self) -> Iterator[str]:
        tag, locale = self.setting.landmark.value, LOCALE[self.document.language]
        yield f'<{tag} class="doc" lang="{locale}" aria-label="{attribute(self.document.title)}">'
        for block in self.document.blocks:
            yield self._block(block)
        yield self._footnotes()
        yield f"</{tag}>"

    def _block(self, block: Block) -> str:
        match block:
            case Clause():
                return self._clause(block)
            case Heading():
                return self._heading(block.level, block.content)
            case TableOfContents():
                return self._contents(block)
            case PageBreak() | SectionBreak():
                return ""
            case _:
                return self._text_block(block)

    def _text_block(self, block: ClauseBlock) -> str:
        match block:
            case Provision():
                return self._provision(block)
            case Paragraph():
                return self._paragraph(block)
            case Listing():
                return self._items(block.items, 0, "ol" if block.ordered else "ul")
            case Table():
                return self._table(block)
            case Note():
                return f'<p class="doc-note doc-note-{block.kind}">{self.lines.html(block.content)}</p>'
            case Definitions():
                return self._definitions(block)

    def _id(self, anchor: str) -> str:
        return f' id="{self.lines.ids[anchor]}"' if anchor else ""

    def _heading(self, level: int, content: Content) -> str:
        """The next heading or clause title of the outline; never more than one level below the last."""
        entry = self.outline.entries[self.entries]
        self.entries += 1
        tag = self._tag(level)
        number = f'<span class="doc-number">{words(entry.lead.strip())}</span> ' if entry.number else ""
        return f"<{tag}{self._id(entry.anchor)}>{number}{self.lines.html(content)}</{tag}>"

    def _tag(self, level: int) -> str:
        """A level that stands deeper than its place allows moves up, so that no level is left out."""
        while self.levels and self.levels[-1] >= level:
            self.levels.pop()
        self.levels.append(level)
        return f"h{min(self.setting.heading_level + len(self.levels), _DEEPEST)}"

    def _contents(self, contents: TableOfContents) -> str:
        lines = "".join(
            f'<li class="doc-contents-{entry.level}"><a href="#{self.lines.ids[entry.anchor]}">'
            f"{words(entry.lead + entry.text)}</a></li>"
            for entry in self.outline.entries
            if entry.level <= contents.levels
        )
        title = attribute(contents.title)
        head = f'<p class="doc-contents-title" aria-hidden="true">{words(contents.title)}</p>'
        return f'<nav class="doc-contents" aria-label="{title}">{head}<ul>{lines}</ul></nav>'

    def _paragraph(self, block: Paragraph) -> str:
        anchor, text = self._id(block.anchor), self.lines.html(block.content)
        if block.style is ParagraphStyle.TITLE:
            tag = f"h{self.setting.heading_level}"
            return f'<{tag} class="doc-title"{anchor}>{text}</{tag}>'
        look = block.style.value.replace(" ", "-")
        return f'<p class="doc-{look}"{anchor}>{text}</p>'

    def _items(self, items: Sequence[ListItem], level: int, tag: str) -> str:
        written, at = "", 0
        while at < len(items):
            own = ""
            if items[at].level <= level:
                own = self.lines.html(items[at].content)
                at += 1
            end = at
            while end < len(items) and items[end].level > level:
                end += 1
            deeper = self._items(items[at:end], level + 1, tag) if end > at else ""
            written += f"<li>{own}{deeper}</li>"
            at = end
        return f"<{tag}>{written}</{tag}>"

    def _table(self, table: Table) -> str:
        if table.caption:
            self.tables += 1
        number = self.tables if table.caption else 0
        return table_html(table, self.lines, self._id(table.anchor), number, self.document.language)

    def _definitions(self, block: Definitions) -> str:
        items = "".join(
            f"<dt{self._id(each.anchor)}>{words(each.term)}</dt><dd>{self.lines.html(each.meaning)}</dd>"
            for each in block.items
        )
        return f'<dl class="doc-definitions">{items}</dl>'

    def _clause(self, clause: Clause) -> str:
        self.clauses += 1
        self.provisions = 0
        title = self._heading(clause.outline, clause.title)
        body = "".join(
            [
                self._provision(block)
                if type(block) is Provision  # nearly every one
                else self._text_block(block)
                for block in clause.body
            ]
        )
        source = attribute(f"{clause.code}@{clause.version}")
        return f'<section class="doc-clause" data-clause="{source}">{title}{body}</section>'

    def _provision(self, provision: Provision) -> str:
        self.provisions += 1
        number = f'<span class="doc-number">{self.clauses}.{self.provisions}</span>'
        text = self.lines.html(provision.content)
        points = self._points(provision.points, 0) if provision.points else ""
        return f'<div class="doc-provision"{self._id(provision.anchor)}><p>{number} {text}</p>{points}</div>'

    def _points(self, points: tuple[Point, ...], depth: int) -> str:
        items = "".join(
            [
                f'<li{self._id(each.anchor)}><span class="doc-number">'
                f"({roman(ordinal) if depth else letters(ordinal)})</span> {self.lines.html(each.content)}"
                f"{self._points(each.points, depth + 1) if each.points else ''}</li>"
                for ordinal, each in enumerate(points, start=1)
            ]
        )
        return f'<ul class="doc-points">{items}</ul>'

    def _footnotes(self) -> str:
        if not self.lines.footnotes:
            return ""
        name = _FOOTNOTES.to(self.document.language)
        notes = "".join(self.lines.footnotes)
        opening = f'<section class="doc-footnotes" role="doc-endnotes" aria-label="{name}">'
        return f"{opening}<ol>{notes}</ol></section>"
