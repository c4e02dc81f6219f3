"""The sheet with what is published: weights, formulas, rules and choices. Other sheets look up here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from procurement.documents.formulas import cell, on_sheet
from procurement.documents.workbook import Cell, CellLike, Column, Name, Sheet, Style
from procurement.language import Text
from tenders.reports.annex.rules import tie_steps
from tenders.reports.annex.tree import worth_in_euros
from tenders.reports.matrix.choices import ChoiceTable, choices_of
from tenders.reports.matrix.grid import Grid, across, over_figures
from tenders.reports.matrix.names import CRITERIA
from tenders.reports.published import published_values
from tenders.reports.vocabulary import COMBINATIONS, KINDS, LOT, ROUNDED_AT, zero_price_words
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Criterion, Lot, Tender
from tenders.scoring.numbers import HUNDRED
from tenders.scoring.parameters import number
from tenders.scoring.stated import states_code

WIDTH = 8
_COLUMNS = (
    Column(34, Style.WRAPPED),
    Column(33, Style.WRAPPED),
    Column(17, Style.WRAPPED),
    Column(20, Style.WRAPPED),
    Column(25, Style.WRAPPED),
    Column(36, Style.WRAPPED),
    Column(12, Style.NUMBER),
    Column(14, Style.NUMBER),
)
_WORDS = (
    Text(nl="Code", en="Code"),
    Text(nl="Gunningscriterium", en="Award criterion"),
    Text(nl="Soort", en="Kind"),
    Text(nl="Methode", en="Method"),
    Text(nl="Formule voor het deel van de punten", en="Formula for the share of the points"),
    Text(nl="Vastgelegde waarden", en="Published values"),
)
_FIGURES = (
    Text(nl="Gewicht (%)", en="Weight (%)"),
    Text(nl="Minimumscore (%)", en="Minimum score (%)"),
)
_AWARD = Text(nl="Gunningsmethode", en="Award method")
_FIGURE = Text(nl="Uitkomst waarop wij rangschikken", en="Figure by which we rank")
_PER_PERCENT = Text(nl="Punten per procentpunt gewicht", en="Points per percentage point of weight")
_EUROS_PER_PERCENT = Text(nl="Euro per procentpunt gewicht", en="Euros per percentage point of weight")
_ROUNDING = Text(nl="Afronding", en="Rounding")
_TIES = Text(nl="Gelijke stand, in deze volgorde", en="Ties, in this order")
_ZERO = Text(nl="Prijs van € 0", en="A price of € 0")
_ASSESSORS = Text(nl="Meer beoordelaars", en="Several assessors")
_CHOICES = Text(nl="Keuzes bij ‘{title}’", en="Choices for ‘{title}’")
_CHOICE = Text(nl="Keuze", en="Choice")
_DESCRIPTION = Text(nl="Omschrijving", en="Description")
_CODE = Text(nl="Code", en="Code")
_DESCRIBED = 4  # columns B to E
_SHARE = Text(nl="Deel van de punten", en="Share of the points")
_NUMBERS = 7  # column G
_PUBLISHED = Text(nl="Criteria en regels", en="Criteria and rules")


@dataclass(frozen=True, slots=True)
class Lookups:
    """Where the other sheets of one lot find what is published."""

    per_percent: str
    weights: Mapping[str, str]
    choices: Mapping[str, ChoiceTable]


def criteria_sheet(tender: Tender, say: Wording) -> tuple[Sheet, tuple[Lookups, ...], tuple[Name, ...]]:
    grid = Grid()
    grid.title(f"{say(_PUBLISHED)} – {tender.title}")
    lookups = tuple(_lot(grid, lot, say) for lot in tender.lots)
    sheet = Sheet(
        title=say(CRITERIA), rows=grid.rows, columns=_COLUMNS, frozen="A2", landscape=True, protected=True
    )
    return sheet, lookups, tuple(_names(lookups))


def _names(lookups: tuple[Lookups, ...]) -> Iterator[Name]:
    for ordinal, each in enumerate(lookups, start=1):
        yield Name(f"per_procentpunt_{ordinal}", each.per_percent)


def _lot(grid: Grid, lot: Lot, say: Wording) -> Lookups:
    grid.blank()
    grid.section(say(LOT, code=lot.code, title=lot.title), WIDTH)
    per_percent = _rules(grid, lot, say)
    grid.blank()
    grid.headings(*(say(text) for text in _WORDS), *(over_figures(say(text)) for text in _FIGURES))
    weights = {node.code: _place(grid.add(*_node(lot, node, say)), say) for node in lot.nodes()}
    stated = [leaf for leaf in lot.leaves() if states_code(leaf)]
    return Lookups(per_percent, weights, {leaf.code: _choices(grid, leaf, say) for leaf in stated})


def _place(row: int, say: Wording) -> str:
    """A fixed reference to the column where the numbers that others look up stand."""
    return on_sheet(say(CRITERIA), cell(_NUMBERS, row, fixed_column=True, fixed_row=True))


def _rules(grid: Grid, lot: Lot, say: Wording) -> str:
    award = AWARDS[lot.award.method]
    _rule(grid, say(_AWARD), say(award.title))
    _rule(grid, say(_FIGURE), f"{award.formula} – {say(award.words)}")
    per_percent = _place(_per_percent(grid, lot, say), say)
    rounding = lot.award.rounding
    _rule(grid, say(_ROUNDING), say(ROUNDED_AT[rounding.at], places=str(rounding.places)))
    for place, step in enumerate(tie_steps(lot, say), start=1):
        _rule(grid, say(_TIES) if place == 1 else "", f"{place}. {step}")
    if lot.award.zero_price is not None:
        _rule(grid, say(_ZERO), zero_price_words(lot.award.zero_price, say))
    if lot.award.combination is not None:
        _rule(grid, say(_ASSESSORS), say(COMBINATIONS[lot.award.combination]))
    return per_percent


def _rule(grid: Grid, label: str, text: str) -> None:
    grid.add(Cell(label, style=Style.BOLD), *across(text, Style.WRAPPED, WIDTH - 1))


def _per_percent(grid: Grid, lot: Lot, say: Wording) -> int:
    if worth_in_euros(AWARDS[lot.award.method]):
        label, value = _EUROS_PER_PERCENT, number(lot.award.parameters, "value_per_percent")
    else:
        label, value = _PER_PERCENT, lot.award.points / HUNDRED
    between = ("" for _ in range(_NUMBERS - 2))
    return grid.add(Cell(say(label), style=Style.BOLD), *between, Cell(value, style=Style.NUMBER))


def _node(lot: Lot, node: Criterion, say: Wording) -> tuple[CellLike, ...]:
    weight = Cell(short(node.weight), style=Style.NUMBER)
    if node.children:
        return (Cell(node.code, style=Style.BOLD), Cell(node.title, style=Style.BOLD), "", "", "", "", weight)
    kind = say(KINDS[node.kind]) if node.kind else ""
    if not AWARDS[lot.award.method].scores(node):
        return (node.code, node.title, kind, "", "", "", weight)
    method = METHODS[node.method]
    values = "; ".join(published_values(node, say))
    formula = method.formula_for(node)
    return (node.code, node.title, kind, say(method.title), formula, values, weight, node.minimum)


def short(value: Decimal) -> Decimal:
    """10.0000 as 10, so that the general format shows no more than was published."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def _choices(grid: Grid, leaf: Criterion, say: Wording) -> ChoiceTable:
    grid.blank()
    grid.section(say(_CHOICES, title=leaf.title), WIDTH)
    described_as = across(say(_DESCRIPTION), Style.HEADING, _DESCRIBED)
    grid.headings(say(_CHOICE), *described_as, say(_CODE), over_figures(say(_SHARE)))
    described = {level.code: level.description for level in leaf.levels}
    first = grid.next
    for choice in choices_of(leaf, say):
        share = Cell(choice.share, style=Style.NUMBER)
        description = across(described.get(choice.code, ""), Style.WRAPPED, _DESCRIBED)
        grid.add(choice.label, *description, choice.code, share)
    return ChoiceTable(say(CRITERIA), first, grid.next - 1)
