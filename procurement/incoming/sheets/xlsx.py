"""Excel: the sheets of a package that passed the guard, row by row, in the order of the workbook."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from procurement.incoming.codes import Code
from procurement.incoming.guard import Package
from procurement.incoming.limits import Limits
from procurement.incoming.refusals import Refused
from procurement.incoming.sheets.collecting import Counter, Rows, Take
from procurement.incoming.sheets.number_formats import Styles
from procurement.incoming.sheets.plain_rows import PlainRows
from procurement.incoming.sheets.xlsx_sheet import SheetReader
from procurement.incoming.sheets.xlsx_shown import bare_name
from procurement.incoming.sheets.xlsx_texts import SharedTexts
from procurement.incoming.sheets.xlsx_values import Workbook
from procurement.incoming.xml import Attributes, attribute, parse

BeginSheet = Callable[[str, bool], Take]
"""Gets the title and whether the sheet is hidden; gives what takes its rows."""


@dataclass(slots=True)
class _Contents:
    """Watches `workbook.xml`: title, identity and hidden or not of each sheet."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    from_1904: bool = False

    def start(self, name: str, attributes: Attributes) -> None:
        bare = bare_name(name)
        if bare == "workbookPr":
            self.from_1904 = attribute(attributes, "date1904") in ("1", "true")
        elif bare == "sheet":
            identity = next((value for key, value in attributes.items() if key.endswith(" id")), "")
            hidden = attribute(attributes, "state") not in ("", "visible")
            self.sheets.append((attribute(attributes, "name"), identity, hidden))

    def end(self, name: str) -> None:
        """Nothing is nested."""


def read_xlsx(package: Package, limits: Limits, begin: BeginSheet, *, carefully: bool = False) -> None:
    """Raises `Refused`. `carefully`: every row goes through the parser, which costs eight times as much and
    gives the same.
    """
    contents = _Contents()
    parse(package.bytes_of(package.main), package.main, contents)
    related = package.relationships.get(package.main, {})
    counter = Counter(limits)
    workbook = Workbook(_texts(package, related, limits), _dates(package, related), contents.from_1904)
    seen: set[str] = set()
    for title, identity, hidden in contents.sheets:
        counter.sheet()
        kind, part = related.get(identity, ("", ""))
        if kind == "chartsheet":
            continue
        if kind != "worksheet" or part in seen or not title:
            raise Refused(Code.MISSING_PART, title or part)
        seen.add(part)
        rows = Rows(title, counter, begin(title, hidden))
        reader = SheetReader(rows, workbook)
        past = None if carefully else partial(PlainRows, reader)
        package.parse(part, reader, reader.listen, past)
        rows.take.merged(reader.merged)


Related = dict[str, tuple[str, str]]


def _part(related: Related, wanted: str) -> str:
    found = [part for kind, part in related.values() if kind == wanted]
    if len(found) > 1:
        raise Refused(Code.DUPLICATE_ENTRY, wanted)
    return found[0] if found else ""


def _texts(package: Package, related: Related, limits: Limits) -> list[str]:
    part = _part(related, "sharedStrings")
    texts = SharedTexts(part, limits)
    if part:
        parse(package.bytes_of(part), part, texts, texts.listen)
    return texts.texts


def _dates(package: Package, related: Related) -> set[int]:
    part, styles = _part(related, "styles"), Styles()
    if part:
        parse(package.bytes_of(part), part, styles)
    return styles.dates
