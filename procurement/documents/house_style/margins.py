"""Headers and footers with their pictures, as they stand on an ordinary page of the file."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from procurement.documents.house_style.names import R, r, w
from procurement.documents.house_style.opened import Opened, Relationship
from procurement.documents.house_style.value import PICTURES, Margin, Problem
from procurement.documents.text import attribute
from procurement.language import Text

_REFERENCES = {"header": "headerReference", "footer": "footerReference"}
_ENDS = {"header": "hdr", "footer": "ftr"}
_STYLED = ("pStyle", "rStyle", "tblStyle")
_OF_PEOPLE = ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange", "tblPrChange", "sectPrChange")
_NOTES = ("commentReference", "commentRangeStart", "footnoteReference", "endnoteReference")
_MOST_PICTURES = 2 * 1024 * 1024  # bytes, all together
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_FIRST_PAGE = Text(
    nl="De eerste bladzijde heeft in het bestand eigen kop- of voettekst. Wij nemen die niet over: "
    "elke bladzijde krijgt de gewone.",
    en="The first page has a header or footer of its own in the file. We do not take it over: every "
    "page gets the usual one.",
)
_EVEN_PAGES = Text(
    nl="De even bladzijden hebben in het bestand eigen kop- of voettekst. Wij nemen die niet over: "
    "elke bladzijde krijgt de gewone.",
    en="The even pages have a header or footer of their own in the file. We do not take it over: every "
    "page gets the usual one.",
)


@dataclass(slots=True)
class Margins:
    """Reads both; collects pictures, problems and remarks."""

    opened: Opened
    renamed: Mapping[str, str]
    media: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Text] = field(default_factory=list)

    def read(self, section: etree._Element, kind: str) -> Margin | None:
        name = self._part(section, kind)
        if not name:
            return None
        root = self.opened.tree(name)
        if root.tag != w(_ENDS[kind]):
            self._problem(
                name, "Dit deel is geen kop- of voettekst.", "This part is not a header or a footer."
            )
            return None
        self._refuse_remarks(name, root)
        for node in root.iter(*(w(tag) for tag in _STYLED)):
            node.set(w("val"), self.renamed.get(node.get(w("val"), ""), node.get(w("val"), "")))
        for numbers in list(root.iter(w("numPr"))):  # of numberings that stay behind
            numbers.getparent().remove(numbers)
        links = "".join(self._links(name, root))
        end = f"</{root.prefix}:{_ENDS[kind]}>" if root.prefix else f"</{_ENDS[kind]}>"
        if not len(root):
            return None
        text = etree.tostring(root, encoding="unicode")
        relationships = f'<Relationships xmlns="{_LINKS}">{links}</Relationships>' if links else ""
        return Margin(text.removesuffix(end), end, relationships.encode())

    def _refuse_remarks(self, name: str, root: etree._Element) -> None:
        """Every contract would carry them, with the name of their author."""
        if next(root.iter(*(w(tag) for tag in _OF_PEOPLE)), None) is not None:
            self._problem(
                name,
                "Hierin staan bijgehouden wijzigingen. Aanvaard of weiger ze in Word.",
                "It holds tracked changes. Accept or reject them in Word.",
            )
        if next(root.iter(*(w(tag) for tag in _NOTES)), None) is not None:
            self._problem(
                name,
                "Hierin staat een opmerking of een noot. Haal die weg.",
                "It holds a comment or a note. Remove it.",
            )

    def _part(self, section: etree._Element, kind: str) -> str:
        """Of an ordinary page, else of the first page."""
        found = {
            node.get(w("type"), "default"): node.get(r("id"), "")
            for node in section.iter(w(_REFERENCES[kind]))
        }
        identity = found.get("default") or found.get("first", "")
        if "first" in found and "default" in found:
            self._remark(_FIRST_PAGE)
        if "even" in found:
            self._remark(_EVEN_PAGES)
        targets = {each.identity: each.target for each in self.opened.relationships(self.opened.main)}
        name = targets.get(identity, "")
        return name if name in self.opened.parts else ""

    def _links(self, name: str, root: etree._Element) -> Iterator[str]:
        used = {
            value for node in root.iter() for key, value in node.attrib.items() if key.startswith(f"{{{R}}}")
        }
        for each in self.opened.relationships(name):
            if each.identity not in used:
                continue
            target = self._taken_over(name, each)
            mode = ' TargetMode="External"' if each.outside else ""
            yield (
                f'<Relationship Id="{attribute(each.identity)}" Type="{R}/{attribute(each.kind)}"'
                f' Target="{attribute(target)}"{mode}/>'
            )

    def _taken_over(self, name: str, link: Relationship) -> str:
        """The target as it will be called: an address, or a picture in a folder of its own."""
        if link.outside and link.kind == "hyperlink":
            return link.target
        ending = link.target.rpartition(".")[2].lower()
        if (
            link.kind != "image"
            or link.outside
            or ending not in PICTURES
            or link.target not in self.opened.parts
        ):
            self._problem(
                name,
                f"Hierin staat iets dat wij niet overnemen ({link.kind}). Haal het weg, of maak er een "
                "afbeelding van.",
                f"It holds something that we do not take over ({link.kind}). Remove it or make it a picture.",
            )
            return ""
        own = f"media/house-{posixpath.basename(link.target)}"
        self.media[f"word/{own}"] = self.opened.parts[link.target]
        if sum(map(len, self.media.values())) > _MOST_PICTURES:
            self._problem(
                link.target,
                "De afbeeldingen zijn samen groter dan 2 MB. Maak ze kleiner.",
                "The pictures are larger than 2 MB together. Make them smaller.",
            )
        return own

    def _problem(self, place: str, nl: str, en: str) -> None:
        problem = Problem(place, Text(nl=nl, en=en))
        if problem not in self.problems:
            self.problems.append(problem)

    def _remark(self, remark: Text) -> None:
        if remark not in self.remarks:
            self.remarks.append(remark)
