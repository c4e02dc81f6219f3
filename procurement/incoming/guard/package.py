"""One look at a whole file: container, parts, markup, and whether it is what its name says."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from procurement.incoming.codes import Code
from procurement.incoming.guard.content_types import PLACE as CONTENT_TYPES
from procurement.incoming.guard.content_types import ContentTypes
from procurement.incoming.guard.markup import Markup
from procurement.incoming.guard.parts import is_xml, refuse_active_part, refuse_other_file
from procurement.incoming.guard.relationships import Relationships
from procurement.incoming.kinds import (
    OFFICE_OPEN,
    OPEN_DOCUMENT,
    Kind,
    kind_of,
    refuse_other_container,
)
from procurement.incoming.limits import STANDARD, Limits, megabytes
from procurement.incoming.refusals import Refused
from procurement.incoming.xml import parse
from procurement.incoming.zips.unpacking import Container

_ROOT = "_rels/.rels"
_LONGEST_KIND = 200  # bytes of the `mimetype` of OpenDocument


@dataclass(slots=True)
class Package:
    """A file that passed. `relationships`: of a part by its full name, identity → (kind, full name)."""

    kind: Kind
    container: Container | None = None
    main: str = ""
    relationships: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)

    def bytes_of(self, name: str) -> Iterator[bytes]:
        """The unpacked part. Raises `Refused` if there is none."""
        if self.container is None or name not in self.container.entries:
            raise Refused(Code.MISSING_PART, name)
        return self.container.bytes_of(name)


def examine(content: bytes, name: str, limits: Limits = STANDARD) -> Package:
    """Look at all of `content`, sent under the file name `name`. Raises `Refused`, and nothing else."""
    kind = kind_of(name)
    if not content:
        raise Refused(Code.EMPTY)
    if len(content) > limits.file_bytes:
        raise Refused(Code.FILE_TOO_LARGE, most=megabytes(limits.file_bytes))
    refuse_other_container(content, kind)
    if kind is Kind.CSV:
        return Package(kind)
    package = Package(kind, Container(content, limits))
    _examine_parts(package, limits)
    _refuse_other_kind(package)
    return package


def _examine_parts(package: Package, limits: Limits) -> None:
    container = package.container
    assert container is not None
    markup, total = Markup(limits), 0
    for name, entry in container.entries.items():
        refuse_active_part(name)
        total += entry.unpacked
        if total > limits.total_bytes:
            raise Refused(Code.TOTAL_TOO_LARGE, most=megabytes(limits.total_bytes))
        if entry.is_folder and entry.unpacked:
            raise Refused(Code.HIDDEN_DATA, name)
        _examine_part(package, name, markup)


def _examine_part(package: Package, name: str, markup: Markup) -> None:
    """Every part is unpacked to its end, so that its size and checksum are known to be true."""
    blocks = package.bytes_of(name)
    start = next(blocks, b"")
    refuse_other_file(name, start)
    if not start or not is_xml(name, start):
        for _ in blocks:
            pass
        return
    markup.begin(name)
    parse(chain((start,), blocks), name, markup, markup.listen, markup.declare)
    markup.finish()
    if name.lower().endswith(".rels"):
        relationships = Relationships(name)
        parse(package.bytes_of(name), name, relationships)
        package.relationships[_owner(name)] = relationships.targets


def _owner(name: str) -> str:
    """xl/_rels/workbook.xml.rels → xl/workbook.xml; those of the container itself → ""."""
    folder, _, last = name.rpartition("/")
    above = folder.rpartition("/")[0]
    return f"{above}/{last}".strip("/").removesuffix(".rels")


def _refuse_other_kind(package: Package) -> None:
    container = package.container
    assert container is not None
    found = _office(package) if CONTENT_TYPES in container.entries else _open_document(package)
    if found is not package.kind:
        raise Refused(Code.WRONG_TYPE, most=f".{package.kind}")


def _office(package: Package) -> Kind | None:
    """The one part that the container points to as its main part, by the type that it has."""
    types = ContentTypes()
    parse(package.bytes_of(CONTENT_TYPES), CONTENT_TYPES, types)
    mains = [full for kind, full in package.relationships.get("", {}).values() if kind == "officeDocument"]
    if not mains:
        raise Refused(Code.MISSING_PART, _ROOT)
    if len(mains) > 1 or sum(kind in OFFICE_OPEN for kind in types.overrides.values()) > 1:
        raise Refused(Code.DUPLICATE_ENTRY, _ROOT)
    package.main = mains[0]
    package.bytes_of(package.main)
    return OFFICE_OPEN.get(types.overrides.get(package.main, ""))


def _open_document(package: Package) -> Kind | None:
    container = package.container
    assert container is not None
    if "mimetype" not in container.entries or container.entries["mimetype"].unpacked > _LONGEST_KIND:
        return None
    package.main = "content.xml"
    package.bytes_of(package.main)
    said = b"".join(package.bytes_of("mimetype")).decode("ascii", "replace")
    return OPEN_DOCUMENT.get(said)
