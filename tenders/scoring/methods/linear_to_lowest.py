"""F2: points fall in a straight line from the lowest value to n times the lowest value."""

from collections.abc import Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.direction import lower_is_better
from tenders.scoring.method import Parameter, Ratio, ScoringMethod, ShareOf, Symbol, Verdict
from tenders.scoring.model import Criterion, Kind
from tenders.scoring.numbers import ONE, ZERO
from tenders.scoring.parameters import number
from tenders.scoring.shown import cell, offered, reference
from tenders.scoring.sources import LINEAR_EXAMPLES, PIANOO_CASE_LAW, RANK_REVERSAL, TRANSPARENCY, ZERO_BID

_LOWER_ONLY = Text(
    nl="Deze methode werkt alleen als lager beter is. Kies een andere methode.",
    en="This method only works where lower is better. Choose another method.",
)
_MULTIPLE = Text(nl="het aantal keer de laagste waarde zonder punten", en="the multiple that earns no points")


def check(criterion: Criterion) -> Sequence[Text]:
    return () if lower_is_better(criterion) else (_LOWER_ONLY,)


def share_of(criterion: Criterion, column: Sequence[Decimal]) -> ShareOf:
    lowest, multiple = min(column), number(criterion.parameters, "multiple")
    end, span = multiple * lowest, (multiple - ONE) * lowest
    return lambda value: Ratio(max(ZERO, end - value), span)


def inputs(criterion: Criterion, column: Sequence[Decimal], value: Decimal) -> tuple[Symbol, ...]:
    return (
        Symbol("P", offered(criterion), value),
        Symbol("Pl", reference(criterion), min(column)),
        Symbol("n", _MULTIPLE, number(criterion.parameters, "multiple")),
    )


def spreadsheet(criterion: Criterion, value: str, column: str) -> str:
    multiple = number(criterion.parameters, "multiple")
    end = f"{cell(multiple)}*MIN({column})"
    # freed from binary noise, which a multiple just above 1 would make many times as large
    distance = f"ROUND({end}-{value},14-INT(LOG10({end})))"
    return f"MAX(0,{distance}/({cell(multiple - ONE)}*MIN({column})))"


METHOD = ScoringMethod(
    code="linear-to-lowest",
    title=Text(nl="Lineair ten opzichte van de laagste", en="Linear relative to the lowest"),
    formula="max(0; (n × Pl − P) / ((n − 1) × Pl))",
    words=Text(
        nl="De laagste krijgt alle punten; n keer de laagste of meer krijgt 0; daartussen een rechte lijn.",
        en="The lowest earns all points; n times the lowest or more earns 0; a straight line in between.",
    ),
    kinds=frozenset({Kind.PRICE, Kind.QUANTITY}),
    parameters=(
        Parameter(
            name="multiple",
            symbol="n",
            title=Text(nl="Aantal keer de laagste", en="Multiple of the lowest"),
            help=Text(
                nl="Bij dit aantal keer de laagste waarde zijn er geen punten meer. Twee is gebruikelijk.",
                en="At this multiple of the lowest value no points are left. Two is usual.",
            ),
            above=ONE,
        ),
    ),
    relative=True,
    above_zero=True,
    verdict=Verdict.WARNED,
    remark=Text(
        nl="Rechte lijn, dus goed uit te leggen. De score hangt af van de laagste inschrijver: valt die weg, "
        "dan veranderen alle scores.",
        en="A straight line, so easy to explain. The score depends on the lowest bidder: when that one drops "
        "out, all scores change.",
    ),
    basis=(TRANSPARENCY, LINEAR_EXAMPLES, PIANOO_CASE_LAW, RANK_REVERSAL, ZERO_BID),
    check=check,
    share_of=share_of,
    inputs=inputs,
    spreadsheet=spreadsheet,
)
