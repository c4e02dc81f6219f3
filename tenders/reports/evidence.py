"""The register of evidence as a workbook: one row a piece and bid, so that each end date can be filtered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from procurement.documents.properties import Properties
from procurement.documents.workbook import Cell, CellLike, Column, Sheet, Style, Workbook
from procurement.language import Language, Text
from tenders.reports.wording import Wording

TITLE = Text(nl="Register van bewijsmiddelen", en="Register of evidence")
_SHEET = Text(nl="Bewijsmiddelen", en="Evidence")
_YES = Text(nl="ja", en="yes")
_NO = Text(nl="nee", en="no")

_COLUMNS: tuple[tuple[Text, Column], ...] = (
    (Text(nl="Leverancier", en="Supplier"), Column(26, Style.WRAPPED)),
    (Text(nl="Soort", en="Kind"), Column(24, Style.WRAPPED)),
    (Text(nl="Titel", en="Title"), Column(30, Style.WRAPPED)),
    (Text(nl="Nummer", en="Number"), Column(18, Style.WRAPPED)),
    (Text(nl="Instelling", en="Body"), Column(22, Style.WRAPPED)),
    (Text(nl="Geaccrediteerd", en="Accredited"), Column(14)),
    (Text(nl="Accreditatie", en="Accreditation"), Column(24, Style.WRAPPED)),
    (Text(nl="Norm en versie", en="Standard and version"), Column(24, Style.WRAPPED)),
    (Text(nl="Reikwijdte", en="Scope"), Column(40, Style.WRAPPED)),
    (Text(nl="Producten", en="Products"), Column(30, Style.WRAPPED)),
    (Text(nl="Waarde", en="Value"), Column(10, Style.NUMBER)),
    (Text(nl="Geldig vanaf", en="Valid from"), Column(13, Style.DATE)),
    (Text(nl="Geldig tot en met", en="Valid until"), Column(13, Style.DATE)),
    (Text(nl="Gelijkwaardig aan", en="Equivalent to"), Column(26, Style.WRAPPED)),
    (Text(nl="Waarom gelijkwaardig", en="Why equivalent"), Column(40, Style.WRAPPED)),
    (Text(nl="Gecontroleerd op", en="Checked on"), Column(13, Style.DATE)),
    (Text(nl="Laatste controle", en="Latest check"), Column(16)),
    (Text(nl="Bestanden", en="Files"), Column(10)),
    (Text(nl="Aanbesteding", en="Tender"), Column(18, Style.WRAPPED)),
    (Text(nl="Perceel", en="Lot"), Column(8)),
    (Text(nl="Inschrijving", en="Bid"), Column(12)),
    (Text(nl="Houdbaarheid", en="Shelf life"), Column(60, Style.WRAPPED)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """A bid that rests on the piece. `shelf_life`: one sentence for each day that is known."""

    tender: str
    lot: int
    bid: str
    shelf_life: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One piece of evidence as the register has it. `check`: the outcome of the newest check, in words."""

    supplier: str
    kind: str
    title: str
    number: str
    body: str
    accredited: bool
    accreditation: str
    standard: str
    scope: str
    products: tuple[str, ...]
    value: Decimal | None
    valid_from: date | None
    valid_until: date | None
    equivalent_of: str
    equivalence: str
    checked_on: date | None
    check: str
    files: int
    used: tuple[Used, ...]


def evidence_workbook(
    entries: Iterable[Entry], *, authority: str, made_at: datetime, language: Language
) -> Workbook:
    """`made_at` with its time zone. A piece without a bid has one row, with those cells empty."""
    say = Wording(language)
    sheet = Sheet(
        title=say(_SHEET),
        rows=tuple(_rows(entries, say)),
        columns=tuple(column for _heading, column in _COLUMNS),
        frozen="D2",
        title_rows=(1, 1),
        landscape=True,
    )
    return Workbook(
        title=f"{say(TITLE)} – {authority}",
        language=language,
        properties=Properties(author=authority, created=made_at, subject=say(TITLE)),
        sheets=(sheet,),
    )


def _rows(entries: Iterable[Entry], say: Wording) -> Iterator[tuple[CellLike, ...]]:
    yield tuple(Cell(say(heading), style=Style.HEADING) for heading, _column in _COLUMNS)
    for entry in entries:
        for used in entry.used or (None,):
            yield (*_piece(entry, say), *_use(used, say))


def _piece(entry: Entry, say: Wording) -> tuple[CellLike, ...]:
    return (
        entry.supplier,
        entry.kind,
        entry.title,
        entry.number,
        entry.body,
        say(_YES if entry.accredited else _NO),
        entry.accreditation,
        entry.standard,
        entry.scope,
        "\n".join(entry.products),
        entry.value,
        entry.valid_from,
        entry.valid_until,
        entry.equivalent_of,
        entry.equivalence,
        entry.checked_on,
        entry.check,
        entry.files,
    )


def _use(used: Used | None, say: Wording) -> tuple[CellLike, ...]:
    if used is None:
        return ("", None, "", "")
    return used.tender, used.lot, used.bid, "\n".join(say(each) for each in used.shelf_life)
