"""What may lead outside: a link that a reader clicks, and nothing that a program follows by itself."""

import re

from procurement.incoming.codes import Code
from procurement.incoming.refusals import Refused

_SAFE = re.compile(r"(?:https?://|mailto:|#)", re.I)
_OUTSIDE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\|/)", re.I)


def is_safe_link(target: str) -> bool:
    """A link that somebody can click: to a website, an e-mail address or a place in the document."""
    return bool(_SAFE.match(target)) or not (_OUTSIDE.match(target) or "\\" in target)


def refuse_unsafe_link(target: str, place: str) -> None:
    if not is_safe_link(target):
        raise Refused(Code.UNSAFE_LINK, place)


def leads_outside(target: str) -> bool:
    """An address, a disk, a share or a path from the root; a picture written out as data does not."""
    return bool(_OUTSIDE.match(target)) and not target.lower().startswith("data:image/")
