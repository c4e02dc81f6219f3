"""The comply-or-explain register as values, and as a sheet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from procurement.documents.properties import Properties
from procurement.documents.workbook import Cell, CellLike, Column, Sheet, Style, Workbook
from procurement.language import Language, Text
from procurement.law import Citation
from tenders.reports.legal import all_cited
from tenders.reports.wording import Wording

TITLE = Text(nl="Register van afwijkingen", en="Register of deviations")
LAWYER = Text(nl="jurist", en="lawyer")
_STOOD = Text(nl="laatste reden", en="latest reason")
_REPLACED = Text(nl="vervangen", en="replaced")
_TAKEN_BACK = Text(nl="teruggenomen", en="taken back")
STATES = {"stands": _STOOD, "replaced": _REPLACED, "taken_back": _TAKEN_BACK}

_COLUMNS: tuple[tuple[Text, Column], ...] = (
    (Text(nl="Aanbesteding", en="Tender"), Column(18, Style.WRAPPED)),
    (Text(nl="Titel", en="Title"), Column(28, Style.WRAPPED)),
    (Text(nl="Regel", en="Rule"), Column(8)),
    (Text(nl="Waar de regel over gaat", en="What the rule is about"), Column(34, Style.WRAPPED)),
    (Text(nl="Grondslag", en="Legal basis"), Column(34, Style.WRAPPED)),
    (Text(nl="Plaats", en="Place"), Column(34, Style.WRAPPED)),
    (Text(nl="Wat er staat", en="What it says"), Column(46, Style.WRAPPED)),
    (Text(nl="Reden", en="Reason"), Column(60, Style.WRAPPED)),
    (Text(nl="Door", en="By"), Column(20, Style.WRAPPED)),
    (Text(nl="Rol", en="Role"), Column(10)),
    (Text(nl="Gegeven op", en="Given on"), Column(13, Style.DATE)),
    (Text(nl="Stand", en="State"), Column(14)),
    (Text(nl="Vervangen of teruggenomen op", en="Replaced or taken back on"), Column(16, Style.DATE)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One reason of a lawyer. `state` is a code of `STATES`; days are local."""

    tender: str
    tender_title: str
    rule: str
    title: Text
    basis: tuple[Citation, ...]
    place: Text
    quote: str
    reason: str
    given_by: str
    given_on: date
    state: str
    ended_on: date | None


def register_workbook(
    entries: Iterable[Entry], *, authority: str, made_at: datetime, language: Language
) -> Workbook:
    """`made_at` with its time zone."""
    say = Wording(language)
    return Workbook(
        title=f"{say(TITLE)} – {authority}",
        language=language,
        properties=Properties(author=authority, created=made_at, subject=say(TITLE)),
        sheets=(register_sheet(entries, say),),
    )


def register_sheet(entries: Iterable[Entry], say: Wording) -> Sheet:
    """One row a reason, in the order given; every text stays text."""
    return Sheet(
        title=say(Text(nl="Afwijkingen", en="Deviations")),
        rows=tuple(_rows(entries, say)),
        columns=tuple(column for _heading, column in _COLUMNS),
        frozen="B2",
        title_rows=(1, 1),
        landscape=True,
    )


def _rows(entries: Iterable[Entry], say: Wording) -> Iterator[tuple[CellLike, ...]]:
    yield tuple(Cell(say(heading), style=Style.HEADING) for heading, _column in _COLUMNS)
    for each in entries:
        yield (
            each.tender,
            each.tender_title,
            each.rule,
            say(each.title),
            all_cited(each.basis, say),
            say(each.place),
            each.quote,
            each.reason,
            each.given_by,
            say(LAWYER),
            each.given_on,
            say(STATES[each.state]),
            each.ended_on,
        )
