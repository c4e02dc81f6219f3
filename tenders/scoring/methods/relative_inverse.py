"""F1: the best bid earns all points, the others in proportion."""

from collections.abc import Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.direction import best, lower_is_better
from tenders.scoring.method import Ratio, ScoringMethod, ShareOf, Symbol, Verdict
from tenders.scoring.model import Criterion, Kind
from tenders.scoring.shown import no_objection, offered, reference
from tenders.scoring.sources import (
    PIANOO_CASE_LAW,
    PRICE_MANUAL,
    RANK_REVERSAL,
    TRANSPARENCY,
    ZERO_BID,
    ZERO_PRICES,
)


def share_of(criterion: Criterion, column: Sequence[Decimal]) -> ShareOf:
    top = best(criterion, column)
    if lower_is_better(criterion):
        return lambda value: Ratio(top, value)
    return lambda value: Ratio(value, top)


def inputs(criterion: Criterion, column: Sequence[Decimal], value: Decimal) -> tuple[Symbol, ...]:
    symbol = "Pl" if lower_is_better(criterion) else "Ph"
    return (
        Symbol("P", offered(criterion), value),
        Symbol(symbol, reference(criterion), best(criterion, column)),
    )


def spreadsheet(criterion: Criterion, value: str, column: str) -> str:
    return f"MIN({column})/{value}" if lower_is_better(criterion) else f"{value}/MAX({column})"


METHOD = ScoringMethod(
    code="relative-inverse",
    title=Text(nl="Relatief ten opzichte van de beste", en="Relative to the best bid"),
    formula="Pl / P",
    higher_formula="P / Ph",
    words=Text(
        nl="De laagste waarde gedeeld door die van deze inschrijving; is hoger beter, dan de waarde van deze "
        "inschrijving gedeeld door de hoogste.",
        en="The lowest value divided by that of this bid; where higher is better, the value of this bid "
        "divided by the highest.",
    ),
    kinds=frozenset({Kind.PRICE, Kind.QUANTITY}),
    relative=True,
    above_zero=True,
    verdict=Verdict.WARNED,
    remark=Text(
        nl="Bekend en eenvoudig, maar de score hangt af van de andere inschrijvers: valt er een weg, dan kan "
        "de rangorde veranderen. Een prijs van 0 kan deze formule niet aan.",
        en="Well known and simple, but the score depends on the other bidders: when one drops out the "
        "ranking can change. This formula cannot take a price of 0.",
    ),
    basis=(TRANSPARENCY, PRICE_MANUAL, PIANOO_CASE_LAW, ZERO_PRICES, RANK_REVERSAL, ZERO_BID),
    check=no_objection,
    share_of=share_of,
    inputs=inputs,
    spreadsheet=spreadsheet,
)
