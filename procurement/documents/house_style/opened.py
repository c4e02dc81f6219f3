"""The parts of a Word file that has passed the guard, found through its relationships."""

import posixpath
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from procurement.documents.house_style.names import RELATIONSHIPS

_MAIN = "officeDocument"
_STRICT = {"resolve_entities": False, "no_network": True, "remove_comments": True, "remove_pis": True}


@dataclass(frozen=True, slots=True)
class Relationship:
    """`kind` is the last word of its type; `target` a full part name, or an address where `outside`."""

    identity: str
    kind: str
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """All parts by name. The guard has counted them, and refused document types and what leads outside."""

    parts: dict[str, bytes]

    @classmethod
    def of(cls, content: bytes) -> "Opened":
        with ZipFile(BytesIO(content)) as package:
            return cls({name.lstrip("/"): package.read(name) for name in package.namelist()})

    @property
    def main(self) -> str:
        return next(each.target for each in self.relationships("") if each.kind == _MAIN)

    def tree(self, name: str) -> etree._Element:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
        )
        return etree.fromstring(self.parts[name], parser)

    def relationships(self, name: str) -> tuple[Relationship, ...]:
        """Of the part `name`; "" for the file itself."""
        folder, _, last = name.rpartition("/")
        part = posixpath.join(folder, "_rels", f"{last}.rels")
        if part not in self.parts:
            return ()
        return tuple(
            _relationship(node, folder) for node in self.tree(part).iter(f"{{{RELATIONSHIPS}}}Relationship")
        )

    def target(self, kind: str) -> str:
        """The part that the main part uses as `kind`; "" if there is none."""
        found = (
            each.target for each in self.relationships(self.main) if each.kind == kind and not each.outside
        )
        return next((name for name in found if name in self.parts), "")


def _relationship(node: etree._Element, folder: str) -> Relationship:
    target, outside = node.get("Target", ""), node.get("TargetMode", "") == "External"
    if not outside:
        joined = target if target.startswith("/") else f"/{folder}/{target}"
        target = posixpath.normpath(joined).lstrip("/")
    return Relationship(node.get("Id", ""), node.get("Type", "").rpartition("/")[2], target, outside)
