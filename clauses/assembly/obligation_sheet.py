"""The obligations of a contract as sheets: one row a date, and one row a KPI."""

from collections.abc import Sequence
from datetime import date

from clauses.assembly.assemble import Assembly
from clauses.assembly.duty import KIND_LABELS
from clauses.assembly.obligation import Obligation
from clauses.assembly.obligations import by_date
from clauses.assembly.target_cell import target_cell
from clauses.assembly.timing_words import DIRECTION_WORDS, OWNER, PARTY_WORDS, frequency, timing
from procurement.documents.numbering import letters
from procurement.documents.workbook import Cell, CellLike, Column, Sheet, Style
from procurement.language import Language, Text

_Columns = tuple[tuple[Text, Column], ...]
_TITLE = Text(nl="Afspraken", en="Obligations")
_KPIS = Text(nl="KPI's", en="KPIs")
_DATED: _Columns = (
    (Text(nl="Datum", en="Date"), Column(12, Style.DATE)),
    (Text(nl="Artikel", en="Article"), Column(8, Style.CENTRED)),
    (Text(nl="Soort", en="Kind"), Column(12, Style.WRAPPED)),
    (Text(nl="Afspraak", en="Obligation"), Column(34, Style.WRAPPED)),
    (Text(nl="Wie", en="Who"), Column(15, Style.WRAPPED)),
    (Text(nl="Wanneer", en="When"), Column(24, Style.WRAPPED)),
    (Text(nl="Richting", en="Direction"), Column(11, Style.WRAPPED)),
    (Text(nl="Norm", en="Target"), Column(12, Style.WRAPPED)),
    (Text(nl="Eenheid", en="Unit"), Column(20, Style.WRAPPED)),
    (Text(nl="Bewijs", en="Proof"), Column(30, Style.WRAPPED)),
    (Text(nl="Gevolg", en="Consequence"), Column(12, Style.WRAPPED)),
    (Text(nl="Let op dat het gebeurt", en="Sees to it"), Column(16, Style.WRAPPED)),
    (Text(nl="Tekst van de overeenkomst", en="Text of the contract"), Column(60, Style.WRAPPED)),
)
_MEASURED: _Columns = (
    (Text(nl="Artikel", en="Article"), Column(8, Style.CENTRED)),
    (Text(nl="KPI", en="KPI"), Column(34, Style.WRAPPED)),
    (Text(nl="Richting", en="Direction"), Column(11, Style.WRAPPED)),
    (Text(nl="Waarde", en="Value"), Column(12, Style.WRAPPED)),
    (Text(nl="Eenheid", en="Unit"), Column(24, Style.WRAPPED)),
    (Text(nl="Hoe vaak", en="How often"), Column(20, Style.WRAPPED)),
    (Text(nl="Eerste datum", en="First date"), Column(12, Style.DATE)),
    (Text(nl="Laatste datum", en="Last date"), Column(12, Style.DATE)),
    (Text(nl="Bewijs", en="Proof"), Column(30, Style.WRAPPED)),
    (Text(nl="Gevolg", en="Consequence"), Column(12, Style.WRAPPED)),
    (Text(nl="Gunningscriterium", en="Award criterion"), Column(24, Style.WRAPPED)),
    (Text(nl="In de woorden van de inschrijving", en="In the words of the bid"), Column(40, Style.WRAPPED)),
)
_ARTICLE = Text(nl="artikel {number}", en="article {number}")


def obligation_sheet(assembly: Assembly, due: Sequence[Obligation]) -> Sheet:
    """By date; what has no date stands at the end, once."""
    dated: list[tuple[date | None, Obligation]] = [*by_date(due)]
    dated += [(None, each) for each in due if not each.dates]
    return _sheet(_TITLE, _DATED, [_dated_row(assembly, *pair) for pair in dated], assembly, "E2", "D")


def kpi_sheet(assembly: Assembly, due: Sequence[Obligation]) -> Sheet:
    """One row a KPI, in the order of the contract."""
    rows = [_kpi_row(assembly, each) for each in due if each.measure is not None]
    return _sheet(_KPIS, _MEASURED, rows, assembly, "C2", "B")


def _sheet(
    title: Text,
    columns: _Columns,
    rows: Sequence[tuple[CellLike, ...]],
    assembly: Assembly,
    frozen: str,
    last_title_column: str,
) -> Sheet:
    heading = tuple(Cell(words.to(assembly.language), style=Style.HEADING) for words, _column in columns)
    return Sheet(
        title=title.to(assembly.language),
        rows=(heading, *rows),
        columns=tuple(column for _words, column in columns),
        frozen=frozen,
        title_rows=(1, 1),
        title_columns=("A", last_title_column),
        autofilter=f"A1:{letters(len(columns)).upper()}{len(rows) + 1}" if rows else "",
        landscape=True,
    )


def _dated_row(assembly: Assembly, day: date | None, due: Obligation) -> tuple[CellLike, ...]:
    language = assembly.language
    return (
        Cell(day) if day else Cell(),
        due.article,
        KIND_LABELS[due.kind].to(language),
        due.title,
        PARTY_WORDS[due.party].to(language),
        timing(due, language),
        *_norm(due, language),
        due.measure.proof if due.measure else "",
        consequence(assembly, due),
        OWNER.to(language),
        due.quote,
    )


def _kpi_row(assembly: Assembly, due: Obligation) -> tuple[CellLike, ...]:
    measure, promise, language = due.measure, due.promise, assembly.language
    assert measure is not None
    return (
        due.article,
        due.title,
        DIRECTION_WORDS[measure.direction].to(language),
        target_cell(measure.target, language),
        measure.unit,
        frequency(due, language),
        Cell(due.dates[0]) if due.dates else Cell(),
        Cell(due.dates[-1]) if due.dates else Cell(),
        measure.proof,
        consequence(assembly, due),
        f"{promise.criterion} {promise.title}" if promise else "",
        promise.quote if promise else "",
    )


def _norm(due: Obligation, language: Language) -> tuple[CellLike, CellLike, CellLike]:
    """Direction, value and unit; all empty for what is no KPI and while it is open."""
    if due.measure is None or not due.measure.target:
        return "", "", ""
    measure = due.measure
    return (
        DIRECTION_WORDS[measure.direction].to(language),
        target_cell(measure.target, language),
        measure.unit,
    )


def target(due: Obligation, language: str) -> str:
    """ "hoogstens 214,5 kg CO2-equivalent per stuk"; empty for what is no KPI and while it is open."""
    if due.measure is None or not due.measure.target:
        return ""
    value, unit = due.measure.target, due.measure.unit
    if unit.startswith("%"):
        value = value.removesuffix("%").rstrip()  # the unit says it already
    parts = (DIRECTION_WORDS[due.measure.direction].to(language), value, unit)
    return " ".join(part for part in parts if part)


def consequence(assembly: Assembly, due: Obligation) -> str:
    """The articles with bonus, malus or penalty, by number in this contract."""
    numbers = {block.anchor: str(number) for number, block in enumerate(assembly.blocks, start=1)}
    return ", ".join(
        _ARTICLE.to(assembly.language).format(number=numbers[anchor]) for anchor in due.consequences
    )
