"""What stands beside the text: comments, and the properties of the file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from procurement.incoming.codes import Code
from procurement.incoming.guard import Package
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.text.values import TextComment
from procurement.incoming.xml import Attributes, Switch, attribute, local, parse

_LONGEST = 2_000  # characters of a comment or a property
_MOST_PROPERTIES = 500
CREATED = "dcterms:created"


def read_comments(
    package: Package, limits: Limits, hung: Mapping[str, int], give: Callable[[TextComment], None]
) -> None:
    """`hung`: the paragraph of each comment by its number. Raises `Refused`."""
    for kind, name in package.relationships.get(package.main, {}).values():
        if kind == "comments":
            reader = _Texts("comment", ("t",), limits.changes)
            parse(package.bytes_of(name), name, reader, reader.listen)
            for attributes, text in reader.found:
                give(_comment(attributes, text, hung))


def _comment(attributes: Attributes, text: str, hung: Mapping[str, int]) -> TextComment:
    return TextComment(
        author=attribute(attributes, "author")[:_LONGEST],
        at=attribute(attributes, "date")[:_LONGEST],
        text=text,
        paragraph=hung.get(attribute(attributes, "id"), -1),
    )


def read_properties(package: Package, limits: Limits, give: Callable[[str, str], None]) -> None:
    """The custom properties, and the moment of making as `CREATED`. Raises `Refused`."""
    for kind, name in package.relationships.get("", {}).values():
        if kind == "core-properties":
            core = _Texts("coreProperties", ("created",), 1)
            parse(package.bytes_of(name), name, core, core.listen)
            for _, text in core.found:
                give(CREATED, text)
        if kind == "custom-properties":
            reader = _Texts("property", ("lpwstr", "lpstr", "i4", "bool", "filetime"), _MOST_PROPERTIES)
            parse(package.bytes_of(name), name, reader, reader.listen)
            for attributes, text in reader.found:
                give(attribute(attributes, "name")[:_LONGEST], text)


@dataclass(slots=True)
class _Texts:
    """The text within each element `around`; at most `most` of them."""

    around: str
    within: tuple[str, ...]
    most: int
    found: list[tuple[Attributes, str]] = field(default_factory=list)
    _open: Attributes | None = None
    _texts: list[str] = field(default_factory=list)
    _switch: Switch | None = None

    def listen(self, switch: Switch) -> None:
        self._switch = switch

    def start(self, name: str, attributes: Attributes) -> None:
        bare = local(name)
        if bare == self.around:
            if len(self.found) >= self.most:
                raise Refused(Code.XML_TOO_LARGE, self.around, str(self.most))
            self._open, self._texts = dict(attributes), []
        elif bare == "p" and self._texts:
            self._texts.append("\n")
        elif bare in self.within and self._open is not None and self._switch:
            self._switch(self._texts.append)

    def end(self, name: str) -> None:
        bare = local(name)
        if bare in self.within and self._switch:
            self._switch(None)
        elif bare == self.around and self._open is not None:
            self.found.append((self._open, "".join(self._texts)[:_LONGEST]))
            self._open = None
