"""The comparison as a workbook with live formulas: change a parameter or a price and every cost follows.

All kinds of devices together, so that the total is the one that counts, also at the low, central and high
price of CO2e. Beside each formula stands the figure of the program, so that the two can be held against each
other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from procurement.documents.properties import Properties
from procurement.documents.workbook import Cell, CellLike, Column, Sheet, Style, Workbook
from procurement.language import Language, Text
from tenders.lifecycle.cost.basket import BasketCost
from tenders.lifecycle.cost.flow import Entry, price_of
from tenders.lifecycle.cost.method import Estimate
from tenders.lifecycle.cost.parameter_sheet import ParameterSheet, parameter_sheet
from tenders.lifecycle.quantity import Quantity
from tenders.lifecycle.working import as_decimal

TITLE = Text(nl="Levenscycluskosten", en="Life-cycle cost")
_COSTS = Text(nl="Kosten", en="Costs")
_OUTCOME = Text(nl="Uitkomst", en="Outcome")

# In this order, after the seven columns that say what a row is; a row fills those of its own formula.
_MEANINGS = {
    "N": Text(nl="N\naantal apparaten", en="N\nnumber of devices"),
    "P": Text(nl="P\nbedrag per apparaat", en="P\namount for a device"),
    "E": Text(nl="E\nenergie per jaar", en="E\nenergy a year"),
    "y": Text(nl="y\néén jaar", en="y\none year"),
    "p": Text(nl="p\nprijs van energie", en="p\nprice of energy"),
    "m": Text(nl="m\nCO2e per apparaat", en="m\nCO2e of a device"),
    "e": Text(nl="e\nCO2e van energie", en="e\nCO2e of energy"),
    "c": Text(nl="c\nprijs van CO2e", en="c\nprice of CO2e"),
    "r": Text(nl="r\nongebruikte jaren", en="r\nunused years"),
    "L": Text(nl="L\nlevensduur", en="L\nlifetime"),
}
SYMBOLS = tuple(_MEANINGS)
_FIRST_SYMBOL = 8
_TODAY, _PAID, _REAL, _PRESENT = "S", "T", "U", "V"
_AT_PRICE = {Estimate.LOW: "W", Estimate.CENTRAL: "X", Estimate.HIGH: "Y"}
_CARBON = "c"
_AS_CELLS = str.maketrans({"×": "*", "−": "-", " ": ""})

_HEADINGS = (
    Text(nl="Inschrijving", en="Bid"),
    Text(nl="Apparaat", en="Device"),
    Text(nl="Kostensoort", en="Kind of cost"),
    Text(nl="Wat", en="What"),
    Text(nl="t\njaren na de start", en="t\nyears since the start"),
    Text(nl="k\njaar waarvan de prijs geldt", en="k\nyear whose price holds"),
    Text(nl="g\nstijging van de prijs", en="g\nrise of the price"),
    *_MEANINGS.values(),
    Text(nl="Formule", en="Formula"),
    Text(nl="Prijspeil", en="Price level"),
    Text(nl="Nominaal", en="Nominal"),
    Text(nl="Reëel", en="Real"),
    Text(nl="Contante waarde", en="Present value"),
)
_PRICED = {
    Estimate.LOW: Text(nl="Bij lage prijs CO2e", en="At low price of CO2e"),
    Estimate.CENTRAL: Text(nl="Bij middelste prijs CO2e", en="At central price of CO2e"),
    Estimate.HIGH: Text(nl="Bij hoge prijs CO2e", en="At high price of CO2e"),
}
_TOTALS = (
    Text(nl="Inschrijving", en="Bid"),
    Text(nl="Vorm", en="Form"),
    Text(nl="Nominaal", en="Nominal"),
    Text(nl="Reëel", en="Real"),
    Text(nl="Contante waarde", en="Present value"),
    Text(nl="Telt als", en="Counts as"),
)
_NOT_COMPUTED = Text(nl="Niet berekend: {reasons}", en="Not computed: {reasons}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The bids of one calculation: their costs, also at the three prices of CO2e, and why others have none.

    `titles` by code of the kind of device; `estimates` by bid, empty without a price of CO2e; `missing` by
    bid the reasons. There is at least one cost.
    """

    costs: Sequence[BasketCost]
    titles: Mapping[str, str]
    estimates: Mapping[str, Mapping[Estimate, BasketCost]] = field(default_factory=dict)
    missing: Mapping[str, Sequence[Text]] = field(default_factory=dict)

    @property
    def devices(self) -> dict[str, tuple[str, Quantity]]:
        """By code of the kind its name and its number."""
        by_kind = self.costs[0].by_kind
        return {code: (self.titles[code], cost.method.devices) for code, cost in by_kind.items()}


def cost_workbook(found: Compared, *, properties: Properties, language: Language) -> Workbook:
    method = next(iter(found.costs[0].by_kind.values())).method
    parameters = parameter_sheet(method, found.devices, language)
    headings = [*_HEADINGS, *(_PRICED[each] for each in parameters.prices)]
    rows = [[Cell(text.to(language), style=Style.HEADING) for text in headings]]
    for number, (bid, code, entry, priced) in enumerate(_entries(found), start=2):
        words = (bid, found.titles[code], entry.flow.kind.label.to(language), entry.flow.what.to(language))
        looks = (Style.TEXT, Style.TEXT, Style.WRAPPED, Style.WRAPPED)
        cells = (Cell(word, style=look) for word, look in zip(words, looks, strict=True))
        rows.append([*cells, *_figures(number, entry, priced, parameters, parameters.devices[code])])
    costs = Sheet(
        title=_COSTS.to(language),
        rows=rows,
        columns=_columns(len(parameters.prices)),
        frozen="E2",
        title_rows=(1, 1),
        landscape=True,
    )
    return Workbook(
        title=TITLE.to(language),
        language=language,
        properties=properties,
        sheets=(_outcome(found, parameters, costs.title, len(rows), language), costs, parameters.sheet),
    )


def _entries(found: Compared) -> Iterator[tuple[str, str, Entry, Mapping[Estimate, Entry]]]:
    """The bid, the kind of device, an amount, and the same amount at each price of CO2e."""
    for cost in found.costs:
        at_price = found.estimates.get(cost.bid, {})
        for code, each in cost.by_kind.items():
            others = [at_price[estimate].by_kind[code].entries for estimate in at_price]
            for entry, *same in zip(each.entries, *others, strict=True):
                yield cost.bid, code, entry, dict(zip(at_price, same, strict=True))


def _columns(prices: int) -> tuple[Column, ...]:
    words = (Column(18), Column(24), Column(24, Style.WRAPPED), Column(34, Style.WRAPPED))
    numbers = tuple(Column(13, Style.NUMBER) for _ in range(3 + len(SYMBOLS)))
    return (*words, *numbers, Column(18), *(Column(16, Style.NUMBER) for _ in range(4 + prices)))


def _figures(
    number: int,
    entry: Entry,
    priced: Mapping[Estimate, Entry],
    parameters: ParameterSheet,
    devices: str,
) -> Iterator[Cell]:
    """`priced` is the same entry at each price of CO2e."""
    flow = entry.flow
    growth = parameters.growth[price_of(parameters.method, flow.kind)]
    yield Cell(flow.moment, style=Style.NUMBER)
    yield Cell(flow.priced_at, style=Style.NUMBER)
    yield Cell(growth.value, growth.reference, Style.NUMBER)
    cells = _inputs(entry, {**parameters.symbols, "N": devices})
    yield from (cells.get(symbol, Cell(style=Style.NUMBER)) for symbol in SYMBOLS)
    yield Cell(flow.today.formula, style=Style.TEXT)
    grown, discounted = f"*(1+G{number})^F{number}", f"/(1+{parameters.rate})^E{number}"
    yield _result(flow.today.exact, _expression(flow.today.formula, number))
    yield _result(entry.nominal.exact, f"{_TODAY}{number}{grown}")
    yield _result(entry.real.exact, f"{_PAID}{number}/(1+{parameters.inflation})^E{number}")
    yield _result(entry.present.exact, f"{_PAID}{number}{discounted}")
    for estimate, price in parameters.prices.items():
        today = _expression(flow.today.formula, number, {_CARBON: price})
        yield _result(priced[estimate].present.exact, f"({today}){grown}{discounted}")


def _inputs(entry: Entry, published: Mapping[str, str]) -> Mapping[str, Cell]:
    """What the tender publishes is read from its sheet; what the bid states can be changed here."""
    return {
        each.symbol: Cell(as_decimal(each.value), published[each.symbol], Style.NUMBER)
        if each.symbol in published
        else Cell(as_decimal(each.value), style=Style.INPUT_NUMBER)
        for each in entry.flow.today.inputs
    }


def _expression(formula: str, row: int, elsewhere: Mapping[str, str] | None = None) -> str:
    """Every symbol is one letter, so letter by letter will do; `elsewhere` gives cells of other sheets."""
    first = ord("A") + _FIRST_SYMBOL - 1
    cells = {symbol: f"{chr(first + place)}{row}" for place, symbol in enumerate(SYMBOLS)}
    cells |= elsewhere or {}
    return "".join(cells.get(each, each) for each in formula.translate(_AS_CELLS))


def _result(amount: Quantity, formula: str) -> Cell:
    return Cell(as_decimal(amount), formula, Style.NUMBER_2)


def _outcome(found: Compared, parameters: ParameterSheet, costs: str, last: int, language: Language) -> Sheet:
    headings = [*_TOTALS, *(_PRICED[each] for each in parameters.prices)]
    rows: list[Sequence[CellLike]] = [[Cell(text.to(language), style=Style.HEADING) for text in headings]]
    bids = f"{costs}!$A$2:$A${last}"
    for number, cost in enumerate(found.costs, start=2):

        def added(column: str, row: int = number) -> str:
            return f"SUMPRODUCT(--({bids}=A{row}),{costs}!${column}$2:${column}${last})"

        sums = (cost.sums.nominal, cost.sums.real, cost.sums.present)
        columns = zip((_PAID, _REAL, _PRESENT), sums, strict=True)
        totals = [_result(total, added(column)) for column, total in columns]
        rounded = Cell(cost.rounded, f"ROUND(E{number},{cost.places})", Style.TOTAL_2)
        at_price = [
            Cell(each.rounded, f"ROUND({added(_AT_PRICE[estimate])},{cost.places})", Style.NUMBER_2)
            for estimate, each in found.estimates.get(cost.bid, {}).items()
        ]
        rows.append(
            [Cell(cost.bid, style=Style.TEXT), _form(cost, found, language), *totals, rounded, *at_price]
        )
    for bid, reasons in found.missing.items():
        words = " ".join(reason.to(language) for reason in reasons)
        told = Cell(_NOT_COMPUTED.to(language).format(reasons=words), style=Style.TEXT)
        rows.append([Cell(bid, style=Style.TEXT), told])
    columns_ = (Column(18), Column(36), *(Column(18, Style.NUMBER_2) for _ in headings[2:]))
    return Sheet(title=_OUTCOME.to(language), rows=rows, columns=columns_, frozen="A2", title_rows=(1, 1))


def _form(cost: BasketCost, found: Compared, language: Language) -> str:
    """One form, or the form of each kind of device."""
    forms = {code: each.form.to(language) for code, each in cost.by_kind.items()}
    if len(set(forms.values())) == 1:
        return next(iter(forms.values()))
    return "; ".join(f"{found.titles[code]}: {form}" for code, form in forms.items())
