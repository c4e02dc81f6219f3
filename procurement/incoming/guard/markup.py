"""Elements that start, fetch or embed something, in any part of an Office or OpenDocument file."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from procurement.incoming.codes import Code
from procurement.incoming.guard.formulas import fetches_in_calc, fetches_in_excel, is_lawful_field
from procurement.incoming.guard.links import leads_outside, refuse_unsafe_link
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.xml import Attributes, Switch, attribute

_REFUSED = {
    # Office
    "oleObject": Code.EMBEDDED_FILE,
    "OLEObject": Code.EMBEDDED_FILE,
    "objectEmbed": Code.EMBEDDED_FILE,
    "objectLink": Code.DATA_CONNECTION,
    "altChunk": Code.EMBEDDED_FILE,
    "subDoc": Code.OUTSIDE_SOURCE,
    "control": Code.ACTIVE_CONTROL,
    "ocx": Code.ACTIVE_CONTROL,
    "ddeLink": Code.DATA_CONNECTION,
    "oleLink": Code.DATA_CONNECTION,
    "externalBook": Code.DATA_CONNECTION,
    "externalReference": Code.DATA_CONNECTION,
    "mailMerge": Code.DATA_CONNECTION,
    "queryTable": Code.DATA_CONNECTION,
    "dbPr": Code.DATA_CONNECTION,
    "webPr": Code.DATA_CONNECTION,
    "olapPr": Code.DATA_CONNECTION,
    "DataBinding": Code.DATA_CONNECTION,
    # OpenDocument
    "encryption-data": Code.ENCRYPTED,
    "event-listener": Code.MACROS,
    "execute-macro": Code.MACROS,
    "object-ole": Code.EMBEDDED_FILE,
    "plugin": Code.ACTIVE_CONTROL,
    "applet": Code.ACTIVE_CONTROL,
    "floating-frame": Code.OUTSIDE_SOURCE,
    "dde-source": Code.DATA_CONNECTION,
    "dde-link": Code.DATA_CONNECTION,
    "dde-connection": Code.DATA_CONNECTION,
    "dde-connection-decl": Code.DATA_CONNECTION,
    "table-source": Code.DATA_CONNECTION,
    "cell-range-source": Code.DATA_CONNECTION,
    "database-source-sql": Code.DATA_CONNECTION,
    "database-source-table": Code.DATA_CONNECTION,
    "database-source-query": Code.DATA_CONNECTION,
    "connection-resource": Code.DATA_CONNECTION,
    # pictures as SVG
    "script": Code.SCRIPT,
    "foreignObject": Code.SCRIPT,
}
_NAMESPACE = 4  # elements that a declared namespace weighs: Expat keeps each, and no element tells of it
_FORMULAS = {"f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "instrText"}
_LINKS = {"a", "shape", "rect", "oval", "line", "group", "polyline", "roundrect", "arc", "curve"}


@dataclass(slots=True)
class Markup:
    """Watches all parts of one file; counts elements over the whole file and depth in each part."""

    limits: Limits
    place: str = ""
    elements: int = 0
    _depth: int = 0
    _heard: list[str] = field(default_factory=list)
    _field: str = ""  # the instruction of a Word field, which may be cut into several elements
    _switch: Switch | None = None

    def begin(self, place: str) -> None:
        self.place, self._depth, self._field = place, 0, ""

    def listen(self, switch: Switch) -> None:
        self._switch = switch

    def declare(self) -> None:
        self._count(_NAMESPACE)

    def _count(self, elements: int) -> None:
        self.elements += elements
        if self.elements > self.limits.xml_elements:
            raise self.too_many(self.place)

    def too_many(self, place: str) -> Refused:
        return Refused(Code.XML_TOO_LARGE, place, f"{self.limits.xml_elements:,}".replace(",", " "))

    def start(self, name: str, attributes: Attributes) -> None:
        self._count(1 + (len(attributes) >> 2))  # four attributes weigh as much as an element
        self._depth += 1
        if self._depth > self.limits.xml_depth:
            raise Refused(Code.XML_TOO_DEEP, self.place, str(self.limits.xml_depth))
        bare = name[name.rfind(" ") + 1 :]
        if bare in _REFUSED:
            raise Refused(_REFUSED[bare], self.place)
        if bare in _FORMULAS and self._switch:
            self._heard = []
            self._switch(self._heard.append)
        for key, value in attributes.items():
            if key.endswith(_WATCHED):
                self._attribute(bare, key[key.rfind(" ") + 1 :], value)
        if bare == "definedName":
            self._defined_name(attributes)
        elif bare == "fldChar":
            self._field_ends()

    def takes(self, elements: int) -> bool:
        """Count elements of which the like went by, if there is room for them."""
        if self.elements + elements > self.limits.xml_elements:
            return False
        self.elements += elements
        return True

    def refuse_fetching(self, formulas: Iterable[str]) -> None:
        if any(map(fetches_in_excel, formulas)):
            raise Refused(Code.ACTIVE_FIELD, self.place)

    def end(self, name: str) -> None:
        self._depth -= 1
        if not name.endswith(_ENDINGS):
            return
        bare = name[name.rfind(" ") + 1 :]
        if bare not in _FORMULAS or self._switch is None:
            return
        self._switch(None)
        text = "".join(self._heard)
        if bare == "instrText":
            self._field += text
        else:
            self.refuse_fetching((text,))

    def finish(self) -> None:
        self._field_ends()

    def _attribute(self, element: str, name: str, value: str) -> None:
        if name == "href":
            self._reference(element, value)
        elif name == "src" and leads_outside(value):
            raise Refused(Code.OUTSIDE_SOURCE, self.place)
        elif name == "macro" and value:
            raise Refused(Code.MACROS, self.place)
        elif (name == "instr" and not is_lawful_field(value)) or (
            name == "formula" and fetches_in_calc(value)
        ):
            raise Refused(Code.ACTIVE_FIELD, self.place)
        elif element == "cacheSource" and name == "type" and value != "worksheet":
            raise Refused(Code.DATA_CONNECTION, self.place)

    def _reference(self, element: str, target: str) -> None:
        if element in _LINKS:
            refuse_unsafe_link(target, self.place)
        elif leads_outside(target):
            raise Refused(Code.OUTSIDE_SOURCE, self.place)

    def _defined_name(self, attributes: Attributes) -> None:
        name = attribute(attributes, "name").lower().removeprefix("_xlnm.")
        is_code = any(
            attribute(attributes, flag) in ("1", "true") for flag in ("function", "vbProcedure", "xlm")
        )
        if is_code or name.startswith(("auto_open", "auto_close", "auto_activate")):
            raise Refused(Code.MACROS, self.place)

    def _field_ends(self) -> None:
        if not is_lawful_field(self._field):
            raise Refused(Code.ACTIVE_FIELD, self.place)
        self._field = ""


_ENDINGS = tuple(_FORMULAS)
_WATCHED = ("href", "src", "macro", "instr", "formula", "type")  # attributes
