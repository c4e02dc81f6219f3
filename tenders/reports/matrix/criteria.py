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
from tenders.reports.matrix.grid import Grid
from tenders.reports.matrix.names import CRITERIA
from tenders.reports.published import published_values
from tenders.reports.vocabulary import COMBINATIONS, KINDS, LOT, ROUNDED_AT, ZERO_PRICES
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.methods import METHODS
from tenders.scoring.model import Criterion, Lot, Tender
from tenders.scoring.numbers import HUNDRED
from tenders.scoring.parameters import number
from tenders.scoring.stated import states_code

WIDTH = 8
_COLUMNS = (
    Column(30, Style.WRAPPED),
    Column(44, Style.WRAPPED),
    Column(12, Style.NUMBER),
    Column(22, Style.WRAPPED),
    Column(26, Style.WRAPPED),
    Column(30, Style.WRAPPED),
    Column(44, Style.WRAPPED),
    Column(14, Style.NUMBER),
)
_HEADINGS = (
    Text(nl="Code", en="Code"),
    Text(nl="Gunningscriterium", en="Award criterion"),
    Text(nl="Gewicht (%)", en="Weight (%)"),
    Text(nl="Soort", en="Kind"),
    Text(nl="Methode", en="Method"),
    Text(nl="Formule voor het deel van de punten", en="Formula for the share of the points"),
    Text(nl="Vastgelegde waarden", en="Published values"),
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
_CHOICE_HEADINGS = (
    Text(nl="Keuze", en="Choice"),
    Text(nl="Code", en="Code"),
    Text(nl="Deel van de punten", en="Share of the points"),
    Text(nl="Omschrijving", en="Description"),
)
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
    grid.headings(*(say(text) for text in _HEADINGS))
    weights = {node.code: _place(grid.add(*_node(lot, node, say)), say) for node in lot.nodes()}
    stated = [leaf for leaf in lot.leaves() if states_code(leaf)]
    return Lookups(per_percent, weights, {leaf.code: _choices(grid, leaf, say) for leaf in stated})


def _place(row: int, say: Wording) -> str:
    """A fixed reference to column C, where every number on this sheet stands."""
    return on_sheet(say(CRITERIA), cell(3, row, fixed_column=True, fixed_row=True))


def _rules(grid: Grid, lot: Lot, say: Wording) -> str:
    award = AWARDS[lot.award.method]
    grid.add(_label(say(_AWARD)), say(award.title))
    grid.add(_label(say(_FIGURE)), f"{award.formula} – {say(award.words)}")
    per_percent = _place(grid.add(*_per_percent(lot, say)), say)
    rounding = lot.award.rounding
    grid.add(_label(say(_ROUNDING)), say(ROUNDED_AT[rounding.at], places=str(rounding.places)))
    for place, step in enumerate(tie_steps(lot, say), start=1):
        grid.add(_label(say(_TIES) if place == 1 else ""), f"{place}. {step}")
    if lot.award.zero_price is not None:
        amount = lot.award.zero_price.amount
        words = say(
            ZERO_PRICES[lot.award.zero_price.rule], amount=say.euro(amount) if amount is not None else ""
        )
        grid.add(_label(say(_ZERO)), words)
    if lot.award.combination is not None:
        grid.add(_label(say(_ASSESSORS)), say(COMBINATIONS[lot.award.combination]))
    return per_percent


def _label(text: str) -> Cell:
    return Cell(text, style=Style.BOLD)


def _per_percent(lot: Lot, say: Wording) -> tuple[CellLike, ...]:
    if worth_in_euros(AWARDS[lot.award.method]):
        value = number(lot.award.parameters, "value_per_percent")
        return (_label(say(_EUROS_PER_PERCENT)), "", Cell(value, style=Style.NUMBER))
    return (_label(say(_PER_PERCENT)), "", Cell(lot.award.points / HUNDRED, style=Style.NUMBER))


def _node(lot: Lot, node: Criterion, say: Wording) -> tuple[CellLike, ...]:
    weight = Cell(_short(node.weight), style=Style.NUMBER)
    if node.children:
        return (Cell(node.code, style=Style.BOLD), Cell(node.title, style=Style.BOLD), weight)
    kind = say(KINDS[node.kind]) if node.kind else ""
    if not AWARDS[lot.award.method].scores(node):
        return (node.code, node.title, weight, kind)
    method = METHODS[node.method]
    values = "; ".join(published_values(node, say))
    return (
        node.code,
        node.title,
        weight,
        kind,
        say(method.title),
        method.formula_for(node),
        values,
        node.minimum,
    )


def _short(value: Decimal) -> Decimal:
    """10.0000 as 10, so that the general format shows no more than was published."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def _choices(grid: Grid, leaf: Criterion, say: Wording) -> ChoiceTable:
    grid.blank()
    grid.section(say(_CHOICES, title=leaf.title), WIDTH)
    grid.headings(*(say(text) for text in _CHOICE_HEADINGS))
    described = {level.code: level.description for level in leaf.levels}
    first = grid.next
    for choice in choices_of(leaf, say):
        grid.add(
            choice.label, choice.code, Cell(choice.share, style=Style.NUMBER), described.get(choice.code, "")
        )
    return ChoiceTable(say(CRITERIA), first, grid.next - 1)
