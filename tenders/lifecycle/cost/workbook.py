"""The comparison as a workbook with live formulas: change a parameter or a price and every cost follows.

Beside each formula stands the figure of the program, so that the two can be held against each other.
"""

from collections.abc import Iterator, Mapping, Sequence

from procurement.documents.properties import Properties
from procurement.documents.workbook import Cell, CellLike, Column, Sheet, Style, Workbook
from procurement.language import Language, Text
from tenders.lifecycle.cost.compare import LifeCycleCost
from tenders.lifecycle.cost.flow import Entry, price_of
from tenders.lifecycle.cost.parameter_sheet import ParameterSheet, parameter_sheet
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.working import as_decimal

TITLE = Text(nl="Levenscycluskosten", en="Life-cycle cost")
_COSTS = Text(nl="Kosten", en="Costs")
_OUTCOME = Text(nl="Uitkomst", en="Outcome")

# In this order, after the six columns that say what a row is; a row fills those of its own formula.
SYMBOLS = ("N", "P", "E", "y", "p", "m", "e", "c", "r", "L")
_FIRST_SYMBOL = 7
_FORMULA, _TODAY, _PAID, _REAL, _PRESENT = "Q", "R", "S", "T", "U"
_AS_CELLS = str.maketrans({"×": "*", "−": "-", " ": ""})

_HEADINGS = (
    Text(nl="Inschrijving", en="Bid"),
    Text(nl="Kostensoort", en="Kind of cost"),
    Text(nl="Wat", en="What"),
    Text(nl="t", en="t"),
    Text(nl="k", en="k"),
    Text(nl="g", en="g"),
    *(Text(nl=symbol, en=symbol) for symbol in SYMBOLS),
    Text(nl="Formule", en="Formula"),
    Text(nl="Prijspeil", en="Price level"),
    Text(nl="Nominaal", en="Nominal"),
    Text(nl="Reëel", en="Real"),
    Text(nl="Contante waarde", en="Present value"),
)
_TOTALS = (
    Text(nl="Inschrijving", en="Bid"),
    Text(nl="Vorm", en="Form"),
    Text(nl="Nominaal", en="Nominal"),
    Text(nl="Reëel", en="Real"),
    Text(nl="Contante waarde", en="Present value"),
    Text(nl="Telt als", en="Counts as"),
)


def cost_workbook(found: Sequence[LifeCycleCost], *, properties: Properties, language: Language) -> Workbook:
    """`found` is one comparison: at least one bid, all by the same method."""
    parameters = parameter_sheet(found[0].method, language)
    entries = [(cost.bid, entry) for cost in found for entry in cost.entries]
    costs = _COSTS.to(language)
    rows = [[Cell(text.to(language), style=Style.HEADING) for text in _HEADINGS]]
    for number, (bid, entry) in enumerate(entries, start=2):
        rows.append(list(_row(number, bid, entry, parameters, language)))
    return Workbook(
        title=TITLE.to(language),
        language=language,
        properties=properties,
        sheets=(
            _outcome(found, costs, len(rows), language),
            Sheet(title=costs, rows=rows, columns=_columns(), frozen="D2", title_rows=(1, 1), landscape=True),
            parameters.sheet,
        ),
    )


def _columns() -> tuple[Column, ...]:
    words = (Column(18), Column(24), Column(34))
    numbers = tuple(Column(10, Style.NUMBER) for _ in range(3 + len(SYMBOLS)))
    return (*words, *numbers, Column(18), *(Column(16, Style.NUMBER) for _ in range(4)))


def _row(
    number: int, bid: str, entry: Entry, parameters: ParameterSheet, language: Language
) -> Iterator[Cell]:
    flow = entry.flow
    growth = parameters.growth[price_of(parameters.method, flow.kind)]
    yield Cell(bid, style=Style.TEXT)
    yield Cell(flow.kind.label.to(language), style=Style.TEXT)
    yield Cell(flow.what.to(language), style=Style.TEXT)
    yield Cell(flow.moment, style=Style.NUMBER)
    yield Cell(flow.priced_at, style=Style.NUMBER)
    yield Cell(growth.value, growth.reference, Style.NUMBER)
    cells = _inputs(entry, parameters)
    yield from (cells.get(symbol, Cell(style=Style.NUMBER)) for symbol in SYMBOLS)
    yield Cell(flow.today.formula, style=Style.TEXT)
    yield _result(flow.today.exact, _expression(flow.today.formula, number))
    yield _result(entry.nominal.exact, f"{_TODAY}{number}*(1+F{number})^E{number}")
    yield _result(entry.real.exact, f"{_PAID}{number}/(1+{parameters.inflation})^D{number}")
    yield _result(entry.present.exact, f"{_PAID}{number}/(1+{parameters.rate})^D{number}")


def _inputs(entry: Entry, parameters: ParameterSheet) -> Mapping[str, Cell]:
    """What the tender publishes is read from its sheet; what the bid states can be changed here."""
    return {
        each.symbol: Cell(as_decimal(each.value), parameters.symbols[each.symbol], Style.NUMBER)
        if each.symbol in parameters.symbols
        else Cell(as_decimal(each.value), style=Style.INPUT_NUMBER)
        for each in entry.flow.today.inputs
    }


def _expression(formula: str, row: int) -> str:
    """Every symbol is one letter, so letter by letter will do."""
    first = ord("A") + _FIRST_SYMBOL - 1
    cells = {symbol: f"{chr(first + place)}{row}" for place, symbol in enumerate(SYMBOLS)}
    return "".join(cells.get(each, each) for each in formula.translate(_AS_CELLS))


def _result(amount: Quantity, formula: str) -> Cell:
    return Cell(as_decimal(amount), formula, Style.NUMBER_2)


def _outcome(found: Sequence[LifeCycleCost], costs: str, last: int, language: Language) -> Sheet:
    rows: list[Sequence[CellLike]] = [[Cell(text.to(language), style=Style.HEADING) for text in _TOTALS]]
    for number, cost in enumerate(found, start=2):
        sums = cost.sums
        bids = f"{costs}!$A$2:$A${last}"
        columns = zip((_PAID, _REAL, _PRESENT), (sums.nominal, sums.real, sums.present), strict=True)
        totals = [
            _result(total, f"SUMPRODUCT(--({bids}=A{number}),{costs}!${column}$2:${column}${last})")
            for column, total in columns
        ]
        rounded = Cell(cost.rounded, f"ROUND(E{number},{cost.method.places})", Style.TOTAL_2)
        rows.append([Cell(cost.bid, style=Style.TEXT), cost.form.to(language), *totals, rounded])
    columns_ = (Column(18), Column(20), *(Column(18, Style.NUMBER_2) for _ in range(4)))
    return Sheet(title=_OUTCOME.to(language), rows=rows, columns=columns_, frozen="A2", title_rows=(1, 1))
