"""One look at a whole file: container, parts, markup, and whether it is what its name says."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain

from procurement.incoming.codes import Code
from procurement.incoming.guard.beside import Beside
from procurement.incoming.guard.content_types import PLACE as CONTENT_TYPES
from procurement.incoming.guard.content_types import ContentTypes
from procurement.incoming.guard.counting import SHORTEST, has_more
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
from procurement.incoming.xml import Listen, Watcher, parse
from procurement.incoming.zips.unpacking import Container

_ROOT = "_rels/.rels"
_LONGEST_KIND = 200  # bytes of the `mimetype` of OpenDocument


Past = Callable[[Markup], Callable[[Iterable[bytes]], Iterator[bytes]]]
"""Gets the guard; gives what leaves out, of the bytes of a part, that which need not be parsed."""


@dataclass(slots=True)
class Package:
    """A file that passed, but for the parts that wait until their cells are read: the guard then sees them
    in the same pass. `relationships`: of a part by its full name, identity → (kind, full name).
    """

    kind: Kind
    container: Container | None = None
    main: str = ""
    relationships: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    guard: Markup = field(default_factory=lambda: Markup(STANDARD))
    waiting: set[str] = field(default_factory=set)

    def bytes_of(self, name: str) -> Iterator[bytes]:
        """The unpacked part. Raises `Refused` if there is none."""
        if self.container is None or name not in self.container.entries:
            raise Refused(Code.MISSING_PART, name)
        return self.container.bytes_of(name)

    def parse(
        self, name: str, reader: Watcher, listen: Listen | None = None, past: Past | None = None
    ) -> None:
        """Give a part to a reader. Raises `Refused`: what the guard refuses, in any part, goes before what
        the reader refuses.
        """
        blocks = self.bytes_of(name)
        if name not in self.waiting:
            parse(blocks, name, reader, listen)
            return
        self.waiting.remove(name)
        self._refuse_many(name)
        before = self.guard.elements
        try:
            self._parse_beside(name, blocks, reader, listen, past)
        except Refused as refused:
            if refused.refusal.code is not Code.XML_TOO_LARGE:  # which the guard alone says
                self.guard.elements = before
                self.waiting.add(name)
                self.examine_waiting()
            raise

    def _parse_beside(
        self, name: str, blocks: Iterator[bytes], reader: Watcher, listen: Listen | None, past: Past | None
    ) -> None:
        start = next(blocks, b"")
        refuse_other_file(name, start)
        blocks = chain((start,), blocks)
        self.guard.begin(name)
        both = Beside(self.guard, reader, self.guard.listen, *([listen] if listen else []))
        parse(past(self.guard)(blocks) if past else blocks, name, both, both.listen, self.guard.declare)
        self.guard.finish()

    def _refuse_many(self, name: str) -> None:
        """Counted before they are parsed, which for a part with cells the reader has to pay for as well."""
        assert self.container is not None
        most = self.guard.limits.xml_elements
        if self.container.entries[name].unpacked <= most * SHORTEST:
            return
        is_more = False
        with suppress(Refused):  # the parser will come to what else is wrong
            is_more = has_more(self.bytes_of(name), most)
        if is_more:
            raise self.guard.too_many(name)

    def examine_waiting(self) -> None:
        """Nothing, or nobody but a reader that is not there, asked for these parts. Raises `Refused`."""
        for name in sorted(self.waiting):
            _examine_part(self, name)
        self.waiting.clear()


def examine(content: bytes, name: str, limits: Limits = STANDARD) -> Package:
    """Look at all of `content`, sent under the file name `name`, but for the worksheets, which wait.

    Raises `Refused`, and nothing else.
    """
    kind = kind_of(name)
    if not content:
        raise Refused(Code.EMPTY)
    if len(content) > limits.file_bytes:
        raise Refused(Code.FILE_TOO_LARGE, most=megabytes(limits.file_bytes))
    refuse_other_container(content, kind)
    if kind is Kind.CSV:
        return Package(kind)
    package = Package(kind, Container(content, limits), guard=Markup(limits))
    _examine_parts(package, limits)
    _refuse_other_kind(package)
    return package


def _examine_parts(package: Package, limits: Limits) -> None:
    """First what says how the parts belong together."""
    names = _names(package, limits)
    first = [name for name in names if name == CONTENT_TYPES or name.lower().endswith(".rels")]
    for name in first:
        _examine_part(package, name)
    package.waiting = _with_cells(package).intersection(names).difference(first)
    for name in names:
        if name not in first and name not in package.waiting:
            _examine_part(package, name)


def _names(package: Package, limits: Limits) -> list[str]:
    container, total = package.container, 0
    assert container is not None
    for name, entry in container.entries.items():
        refuse_active_part(name)
        total += entry.unpacked
        if total > limits.total_bytes:
            raise Refused(Code.TOTAL_TOO_LARGE, most=megabytes(limits.total_bytes))
        if entry.is_folder and entry.unpacked:
            raise Refused(Code.HIDDEN_DATA, name)
    return list(container.entries)


def _with_cells(package: Package) -> set[str]:
    related = (part for targets in package.relationships.values() for part in targets.values())
    return {name for kind, name in related if kind == "worksheet"} if package.kind is Kind.XLSX else set()


def _examine_part(package: Package, name: str) -> None:
    """Every part is unpacked to its end, so that its size and checksum are known to be true."""
    blocks, guard = package.bytes_of(name), package.guard
    start = next(blocks, b"")
    refuse_other_file(name, start)
    if not start or not is_xml(name, start):
        for _ in blocks:
            pass
        return
    guard.begin(name)
    parse(chain((start,), blocks), name, guard, guard.listen, guard.declare)
    guard.finish()
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
