"""The clauses of a contract as a sheet: number, text as it will read, origin, KPI with its target."""

from collections.abc import Iterator

from clauses.assembly.assemble import Assembly, KpiLine
from clauses.assembly.clause import RUNG_LABELS, THEMES, LibraryClause
from clauses.assembly.target_cell import target_cell
from procurement.citations import cite
from procurement.documents import model
from procurement.documents.numbering import letters
from procurement.documents.workbook import Cell, CellLike, Column, Sheet, Style
from procurement.language import Language, Text

TITLE = Text(nl="Clausules", en="Clauses")
TITLE_COLUMN, TEXT_COLUMN, CODE_COLUMN, VERSION_COLUMN = 2, 3, 11, 12
_OPEN = Text(nl="open", en="open")
_COLUMNS: tuple[tuple[Text, Column], ...] = (
    (Text(nl="Artikel", en="Article"), Column(8, Style.CENTRED)),
    (Text(nl="Titel", en="Title"), Column(26, Style.WRAPPED)),
    (Text(nl="Tekst", en="Text"), Column(86, Style.WRAPPED)),
    (Text(nl="Thema", en="Theme"), Column(20, Style.WRAPPED)),
    (Text(nl="Trede", en="Rung"), Column(14, Style.WRAPPED)),
    (Text(nl="KPI", en="KPI"), Column(26, Style.WRAPPED)),
    (Text(nl="Waarde", en="Target"), Column(12, Style.WRAPPED)),
    (Text(nl="Eenheid", en="Unit"), Column(20, Style.WRAPPED)),
    (Text(nl="Nog in te vullen", en="Still to fill in"), Column(26, Style.WRAPPED)),
    (Text(nl="Grondslag", en="Legal basis"), Column(40, Style.WRAPPED)),
    (Text(nl="Clausule", en="Clause"), Column(22, Style.WRAPPED)),
    (Text(nl="Versie", en="Version"), Column(8, Style.CENTRED)),
    (Text(nl="SHA-256", en="SHA-256"), Column(22, Style.WRAPPED)),
)


def clause_sheet(assembly: Assembly) -> Sheet:
    """One row a clause, in the order of the contract; every text stays text."""
    return Sheet(
        title=TITLE.to(assembly.language),
        rows=tuple(_rows(assembly)),
        columns=tuple(column for _heading, column in _COLUMNS),
        frozen="C2",
        title_rows=(1, 1),
        title_columns=("A", "B"),
        autofilter=f"A1:{letters(len(_COLUMNS)).upper()}{len(assembly.clauses) + 1}"
        if assembly.clauses
        else "",
        landscape=True,
    )


def _rows(assembly: Assembly) -> Iterator[tuple[CellLike, ...]]:
    yield tuple(Cell(heading.to(assembly.language), style=Style.HEADING) for heading, _column in _COLUMNS)
    numbers = {block.anchor: str(number) for number, block in enumerate(assembly.blocks, start=1)}
    kpis = {line.clause: line for line in assembly.kpis}
    for clause, block in zip(assembly.clauses, assembly.blocks, strict=True):
        yield (*_reading(clause, block, numbers, assembly), *_origin(clause, kpis.get(clause.code), assembly))


def _reading(
    clause: LibraryClause, block: model.Clause, numbers: dict[str, str], assembly: Assembly
) -> tuple[CellLike, ...]:
    return (
        int(numbers[block.anchor]),
        model.plain(block.title),
        "\n".join(_lines(block, numbers)),
        THEMES[clause.theme].label.to(assembly.language),
        RUNG_LABELS[clause.rung].to(assembly.language),
    )


def _origin(clause: LibraryClause, kpi: KpiLine | None, assembly: Assembly) -> tuple[CellLike, ...]:
    language = assembly.language
    blanks = [each.variable.label for each in assembly.open_variables if each.clause == clause.code]
    return (
        kpi.title if kpi else "",
        target_cell(_target(clause, kpi, language), language),
        kpi.unit if kpi else "",
        "; ".join(label.to(language) for label in blanks),
        "; ".join(cite(code).stated.to(language) for code in clause.basis),
        clause.code,
        clause.version,
        clause.digest,
    )


def _target(clause: LibraryClause, kpi: KpiLine | None, language: Language) -> str:
    """Empty where no blank holds the value: then it stands in the text of the clause, and is not open."""
    if kpi is None or kpi.target:
        return kpi.target if kpi else ""
    return _OPEN.to(language) if clause.kpi and clause.kpi.variable else ""


def _lines(block: model.Clause, numbers: dict[str, str]) -> Iterator[str]:
    provisions = [part for part in block.body if isinstance(part, model.Provision)]
    for ordinal, provision in enumerate(provisions, start=1):
        yield f"{numbers[block.anchor]}.{ordinal} {_words(provision.content, numbers)}"
        for place, point in enumerate(provision.points, start=1):
            yield f"({letters(place)}) {_words(point.content, numbers)}"


def _words(content: model.Content, numbers: dict[str, str]) -> str:
    return "".join(
        numbers[inline.anchor] if isinstance(inline, model.Reference) else model.plain((inline,))
        for inline in content
    )
