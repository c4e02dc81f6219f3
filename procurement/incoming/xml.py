"""XML as a stream of events: no document types, no entities, no odd character sets, nothing built in memory.

Expat from the standard library is enough once every declaration is refused, so no other parser is needed.
"""

from collections.abc import Callable, Iterable
from typing import Any, Protocol
from xml.parsers import expat

from procurement.incoming.codes import Code
from procurement.incoming.refusals import Refused

Attributes = dict[str, str]
_CHARACTER_SETS = ("utf-8", "utf8", "utf-16", "us-ascii", "ascii")
_LONGEST_TOKEN = 1024 * 1024  # bytes; Expat scans an unfinished tag again at every block
_LONGEST_NAMESPACE = 256  # characters; Expat copies it into every name of an element
_OUT_OF_MEMORY = 1  # XML_ERROR_NO_MEMORY
_WRONG_ENCODING = (18, 19)  # unknown encoding, encoding other than declared


class Watcher(Protocol):
    """Names are "namespace local", or "local" where there is no namespace."""

    def start(self, name: str, attributes: Attributes) -> None: ...

    def end(self, name: str) -> None: ...


def parse(
    blocks: Iterable[bytes],
    place: str,
    watcher: Watcher,
    listen: "Listen | None" = None,
    declared: Callable[[], None] | None = None,
) -> None:
    """Give every element of `blocks` to `watcher`. Raises `Refused`.

    `listen` gets a switch with which the watcher turns the reading of texts on and off: most of a file
    is not listened to, and that makes it fast. `declared` is called for every namespace, which no element
    or attribute tells of.
    """
    parser = _strict_parser(place)
    parser.StartNamespaceDeclHandler = _no_long_namespace(place, declared)
    parser.StartElementHandler = watcher.start
    parser.EndElementHandler = watcher.end
    if listen is not None:
        listen(lambda hear: setattr(parser, "CharacterDataHandler", hear))
    fed = 0
    try:
        for block in blocks:
            parser.Parse(block, False)
            fed += len(block)
            if fed - parser.CurrentByteIndex > _LONGEST_TOKEN:
                raise Refused(Code.XML_TOO_LARGE, place, "1 MB")
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise _refusal(error, place) from None


Hear = Callable[[str], None]
Switch = Callable[[Hear | None], None]
Listen = Callable[[Switch], None]


def _strict_parser(place: str) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse_declaration(*_: Any) -> Any:
        raise Refused(Code.DOCTYPE, place)

    def check_character_set(_version: str, encoding: str | None, _alone: int) -> None:
        if encoding and encoding.lower() not in _CHARACTER_SETS:
            raise Refused(Code.ENCODING, place)

    def refuse_style_sheet(target: str, _data: str) -> None:
        if target.lower() == "xml-stylesheet":
            raise Refused(Code.OUTSIDE_SOURCE, place)

    parser.StartDoctypeDeclHandler = refuse_declaration
    parser.EntityDeclHandler = refuse_declaration
    parser.ExternalEntityRefHandler = refuse_declaration
    parser.XmlDeclHandler = check_character_set
    parser.ProcessingInstructionHandler = refuse_style_sheet
    return parser


def _no_long_namespace(
    place: str, declared: Callable[[], None] | None
) -> Callable[[str | None, str | None], None]:
    def declare(prefix: str | None, namespace: str | None) -> None:
        if max(len(prefix or ""), len(namespace or "")) > _LONGEST_NAMESPACE:
            raise Refused(Code.XML_TOO_LARGE, place, str(_LONGEST_NAMESPACE))
        if declared is not None:
            declared()

    return declare


def _refusal(error: expat.ExpatError, place: str) -> Refused:
    if error.code == _OUT_OF_MEMORY:
        return Refused(Code.TOO_HEAVY, place)
    return Refused(Code.ENCODING if error.code in _WRONG_ENCODING else Code.BROKEN_XML, place)


def local(name: str) -> str:
    """The name without its namespace."""
    return name[name.rfind(" ") + 1 :]


def attribute(attributes: Attributes, wanted: str) -> str:
    """The attribute of this local name in any namespace; "" if there is none."""
    for name, value in attributes.items():
        if local(name) == wanted:
            return value
    return ""
