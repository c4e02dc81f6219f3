"""`[Content_Types].xml`: what each part of an Office file says it is."""

from dataclasses import dataclass, field

from procurement.incoming.codes import Code
from procurement.incoming.refusals import Refused
from procurement.incoming.xml import Attributes, attribute

PLACE = "[Content_Types].xml"
_ACTIVE = {
    "macro": Code.MACROS,
    "vba": Code.MACROS,
    "dialogsheet": Code.MACROS,
    "activex": Code.ACTIVE_CONTROL,
    "webextension": Code.ACTIVE_CONTROL,
    "oleobject": Code.EMBEDDED_FILE,
    "externallink": Code.DATA_CONNECTION,
    "connections+xml": Code.DATA_CONNECTION,
    "querytable": Code.DATA_CONNECTION,
}


@dataclass(slots=True)
class ContentTypes:
    """`overrides`: full name of a part → its type."""

    overrides: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: Attributes) -> None:
        kind = attribute(attributes, "ContentType")
        for word, code in _ACTIVE.items():
            if word in kind.lower():
                raise Refused(code, PLACE)
        part = attribute(attributes, "PartName").lstrip("/")
        if part in self.overrides:
            raise Refused(Code.DUPLICATE_ENTRY, part)
        if part:
            self.overrides[part] = kind

    def end(self, name: str) -> None:
        """Nothing is nested."""
