"""The relationships of Office files: which part uses which other part, or something outside."""

import posixpath
from dataclasses import dataclass, field

from procurement.incoming.codes import Code
from procurement.incoming.guard.links import leads_outside, refuse_unsafe_link
from procurement.incoming.refusals import Refused
from procurement.incoming.xml import Attributes, attribute, local

_ACTIVE = {
    "vbaproject": Code.MACROS,
    "wordvbadata": Code.MACROS,
    "xlmacrosheet": Code.MACROS,
    "xlintlmacrosheet": Code.MACROS,
    "dialogsheet": Code.MACROS,
    "extensibility": Code.MACROS,
    "keymapcustomizations": Code.MACROS,
    "attachedtoolbars": Code.MACROS,
    "control": Code.ACTIVE_CONTROL,
    "activexcontrolbinary": Code.ACTIVE_CONTROL,
    "webextension": Code.ACTIVE_CONTROL,
    "webextensiontaskpanes": Code.ACTIVE_CONTROL,
    "oleobject": Code.EMBEDDED_FILE,
    "package": Code.EMBEDDED_FILE,
    "afchunk": Code.EMBEDDED_FILE,
    "subdocument": Code.OUTSIDE_SOURCE,
    "externallink": Code.DATA_CONNECTION,
    "externallinkpath": Code.DATA_CONNECTION,
    "connections": Code.DATA_CONNECTION,
    "querytable": Code.DATA_CONNECTION,
    "xmlmaps": Code.DATA_CONNECTION,
    "mailmergesource": Code.DATA_CONNECTION,
    "mailmergeheadersource": Code.DATA_CONNECTION,
    "mailmergerecipientdata": Code.DATA_CONNECTION,
}
_HYPERLINKS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/hyperlink",
)


@dataclass(slots=True)
class Relationships:
    """Reads one `.rels` part; `targets` gives kind and full name by identity."""

    place: str
    targets: dict[str, tuple[str, str]] = field(default_factory=dict)

    def start(self, name: str, attributes: Attributes) -> None:
        if local(name) == "Relationship":
            self._relationship(attributes)

    def end(self, name: str) -> None:
        """Nothing is nested."""

    def _relationship(self, attributes: Attributes) -> None:
        kind, target = attribute(attributes, "Type").strip(), attribute(attributes, "Target").strip()
        last = kind.rpartition("/")[2]
        if last.lower() in _ACTIVE:
            raise Refused(_ACTIVE[last.lower()], self.place)
        if attribute(attributes, "TargetMode").strip().lower() == "external":
            if kind not in _HYPERLINKS:
                raise Refused(Code.OUTSIDE_SOURCE, self.place)
            refuse_unsafe_link(target, self.place)
            return
        if kind in _HYPERLINKS and target.startswith("#"):
            return
        identity = attribute(attributes, "Id")
        if identity in self.targets:
            raise Refused(Code.DUPLICATE_ENTRY, self.place)
        self.targets[identity] = (last, self._full(target))

    def _full(self, target: str) -> str:
        """The target as a name in the container: relative to the part that the relationships are of."""
        if "\\" in target or leads_outside(target.removeprefix("/")):
            raise Refused(Code.OUTSIDE_SOURCE, self.place)
        folder = posixpath.dirname(posixpath.dirname(self.place))
        joined = target if target.startswith("/") else f"/{folder}/{target}"
        depth = 0
        for part in joined.split("/"):
            depth += {"..": -1, "": 0, ".": 0}.get(part, 1)
            if depth < 0:
                raise Refused(Code.ODD_PATH, self.place)
        return posixpath.normpath(joined).lstrip("/")
