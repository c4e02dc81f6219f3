"""A Word text as a stream of paragraphs with all changes accepted; nothing is kept of the file itself.

What cannot be seen, by hand or by a style, reads as gone, and counts as gone.

A paragraph whose end was deleted runs on into the next one. Text boxes give paragraphs of their own.
"""

from collections.abc import Callable
from dataclasses import dataclass

from procurement.incoming.guard import Package
from procurement.incoming.limits import Limits
from procurement.incoming.text.numbers import read_lists
from procurement.incoming.text.part_reader import PartReader
from procurement.incoming.text.parts import text_parts
from procurement.incoming.text.remarks import read_comments, read_properties
from procurement.incoming.text.state import Changes, Counted, Give
from procurement.incoming.text.style_sheet import read_style_sheet
from procurement.incoming.text.values import TextChange, TextComment
from procurement.incoming.xml import parse


@dataclass(frozen=True, slots=True)
class Takers:
    """Who gets what is read, as it comes; changes and comments when all paragraphs are known."""

    paragraph: Give
    change: Callable[[TextChange], None]
    comment: Callable[[TextComment], None]
    property: Callable[[str, str], None]


def read_docx(package: Package, limits: Limits, takers: Takers) -> None:
    """Raises `Refused`."""
    counted, changes = Counted(limits, takers.paragraph), Changes(limits)
    sheet, lists = read_style_sheet(package), read_lists(package)
    hung: dict[str, int] = {}
    for name, part in text_parts(package):
        reader = PartReader(part, counted, changes, hung, sheet, lists)
        parse(package.bytes_of(name), name, reader, reader.listen)
    for change in changes.found:
        takers.change(change)
    read_comments(package, limits, hung, takers.comment)
    read_properties(package, limits, takers.property)
