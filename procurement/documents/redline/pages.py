"""The paper of the last pages, which belongs to no paragraph: upright in one text and wide in the other."""

from copy import deepcopy
from typing import Any

from lxml import etree

from procurement.documents.redline.marks import Marks, W
from procurement.documents.redline.tokens import canonical

_NOT_TRACKED = (f"{W}headerReference", f"{W}footerReference")


def mark_last_pages(old: Any, new: Any, marks: Marks) -> None:
    """Word tracks paper and margins. It does not track which header and footer stand on a page."""
    was, is_now = (document.find(f"{W}body/{W}sectPr") for document in (old, new))
    before, after = _paper(was), _paper(is_now)
    if canonical(before) != canonical(after):
        change = marks.element("sectPrChange")
        change.append(before)
        is_now.append(change)


def _paper(section: Any) -> Any:
    made = etree.Element(f"{W}sectPr")
    made.extend(deepcopy(child) for child in section if child.tag not in _NOT_TRACKED)
    return made
