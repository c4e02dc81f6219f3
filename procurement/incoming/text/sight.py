"""Whether the words of a run are seen, by its own look, its styles and what stands behind it."""

from dataclasses import dataclass, field

from procurement.incoming.text.looks import is_unseen, said, shade
from procurement.incoming.text.style_sheet import Style, StyleSheet
from procurement.incoming.xml import Attributes, attribute

_PROPERTIES = ("pPr", "rPr", "tcPr", "tblPr")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class _Paragraph:
    style: str = ""
    behind: str = ""
    letters: str = ""
    run: dict[str, str] | None = None  # what the open run says itself


@dataclass(slots=True)
class _Table:
    style: str = ""
    behind: str = ""
    cell: str = ""


@dataclass(slots=True)
class Sight:
    """Follows one part element by element; knows the paragraph, run and table that are open."""

    sheet: StyleSheet
    _paragraphs: list[_Paragraph] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)
    _within: list[str] = field(default_factory=list)
    _known: tuple[bool, bool] | None = None  # of the open run

    def start(self, bare: str, attributes: Attributes) -> None:
        if bare in _PROPERTIES:
            self._within.append(bare)
        elif self._within:
            self._property(bare, attributes)
        elif bare == "p":
            self._paragraphs.append(_Paragraph())
        elif bare == "r" and self._paragraphs:
            self._known = None
            self._paragraphs[-1].run, self._paragraphs[-1].letters = {}, ""
        elif bare == "tbl":
            self._tables.append(_Table())
        elif bare == "tc" and self._tables:
            self._tables[-1].cell = ""

    def _property(self, bare: str, attributes: Attributes) -> None:
        of = self._within[0] if len(self._within) == 1 else ""
        if of == "rPr" and self._paragraphs and self._paragraphs[-1].run is not None:
            self._of_run(self._paragraphs[-1], self._paragraphs[-1].run, bare, attributes)
        elif of == "pPr" and self._paragraphs:
            if bare == "pStyle":
                self._paragraphs[-1].style = attribute(attributes, "val")
            elif bare == "shd":
                self._paragraphs[-1].behind = shade(attributes)
        elif of == "tblPr" and self._tables and bare == "tblStyle":
            self._tables[-1].style = attribute(attributes, "val")
        elif of == "tblPr" and self._tables and bare == "shd":
            self._tables[-1].behind = shade(attributes)
        elif of == "tcPr" and self._tables and bare == "shd":
            self._tables[-1].cell = shade(attributes)

    def _of_run(self, at: _Paragraph, run: dict[str, str], bare: str, attributes: Attributes) -> None:
        if bare == "rStyle":
            at.letters = attribute(attributes, "val")
        else:
            run.update(said(bare, attributes))

    def end(self, bare: str) -> None:
        if bare in _PROPERTIES and self._within:
            self._within.pop()
        elif bare == "p" and self._paragraphs:
            self._paragraphs.pop()
            self._known = None
        elif bare == "r" and self._paragraphs:
            self._paragraphs[-1].run = None
            self._known = None
        elif bare == "tbl" and self._tables:
            self._tables.pop()

    @property
    def is_unseen(self) -> bool:
        return self._judged()[0]

    def written(self, text: str) -> str:
        """The text with raised figures as such: 10 with a raised 6 is no 106."""
        return text.translate(_RAISED) if self._judged()[1] else text

    def _judged(self) -> tuple[bool, bool]:
        if self._known is None:
            self._known = self._judge()
        return self._known

    def _judge(self) -> tuple[bool, bool]:
        """Whether it is not seen, and whether it is raised."""
        if not self._paragraphs:
            return False, False
        at = self._paragraphs[-1]
        table, table_style = self._around()
        paragraph = self.sheet.of(at.style, "paragraph")
        look = self.sheet.look(table_style, paragraph, self.sheet.of(at.letters, "character"), at.run or {})
        behind = at.behind or paragraph.behind or self.sheet.document.behind or table
        return is_unseen(look, behind), look.get("vertAlign") == "superscript"

    def _around(self) -> tuple[str, Style]:
        """What stands behind the cell that is open, and the style of its table."""
        if not self._tables:
            return "", Style()
        here = self._tables[-1]
        style = self.sheet.of(here.style, "table")
        return here.cell or here.behind or style.behind, style
