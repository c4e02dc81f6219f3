"""Which parts of a Word file hold text that people read."""

from procurement.incoming.guard import Package
from procurement.incoming.text.values import BODY, ENDNOTES, FOOTER, FOOTNOTES, HEADER

_PARTS = {"footnotes": FOOTNOTES, "endnotes": ENDNOTES, "header": HEADER, "footer": FOOTER}


def text_parts(package: Package) -> list[tuple[str, str]]:
    """The body, the notes below it, and what stands at the head and foot of its pages."""
    related = package.relationships.get(package.main, {}).values()
    others = [(full, part) for kind, part in _PARTS.items() for of, full in related if of == kind]
    return [(package.main, BODY), *others]
