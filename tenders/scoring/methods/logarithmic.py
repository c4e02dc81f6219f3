"""F5: every doubling of the price costs the same number of points.

The one share that is not a quotient of published numbers: both logarithms are taken to 50 digits and
their quotient to 40 decimals, before the published rounding.
"""

from collections.abc import Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.direction import lower_is_better
from tenders.scoring.method import (
    Parameter,
    ParameterKind,
    ScoringMethod,
    ShareOf,
    Symbol,
    Verdict,
)
from tenders.scoring.model import Criterion, Kind
from tenders.scoring.numbers import ONE, ZERO, logarithm, quotient, to_root_digits, whole
from tenders.scoring.parameters import choice, number
from tenders.scoring.shown import cell, offered, reference
from tenders.scoring.sources import PIANOO_CASE_LAW, PRICE_MANUAL, RANK_REVERSAL, TRANSPARENCY, ZERO_BID

TO_ZERO = "to_zero"
KEEP = "keep"
LEAST_BASE = Decimal("1.01")  # closer to 1 the logarithm of A is nearly 0 and the outcome without bound

_LOWER_ONLY = Text(
    nl="Deze methode werkt alleen als lager beter is. Kies een andere methode.",
    en="This method only works where lower is better. Choose another method.",
)
_BASE = Text(nl="het aantal keer de laagste waarde zonder punten", en="the multiple that earns no points")


def check(criterion: Criterion) -> Sequence[Text]:
    return () if lower_is_better(criterion) else (_LOWER_ONLY,)


def share_of(criterion: Criterion, column: Sequence[Decimal]) -> ShareOf:
    lowest, scale = min(column), logarithm(number(criterion.parameters, "base"))
    floored = choice(criterion.parameters, "negative") == TO_ZERO

    def share(value: Decimal) -> Decimal:
        lost = to_root_digits(logarithm(quotient(value, lowest)), scale)
        return max(ZERO, ONE - lost) if floored else ONE - lost

    return lambda value: whole(share(value))


def below_zero(criterion: Criterion) -> bool:
    return choice(criterion.parameters, "negative") == KEEP


def inputs(criterion: Criterion, column: Sequence[Decimal], value: Decimal) -> tuple[Symbol, ...]:
    return (
        Symbol("P", offered(criterion), value),
        Symbol("Pl", reference(criterion), min(column)),
        Symbol("A", _BASE, number(criterion.parameters, "base")),
    )


def spreadsheet(criterion: Criterion, value: str, column: str) -> str:
    share = f"1-LN({value}/MIN({column}))/LN({cell(number(criterion.parameters, 'base'))})"
    return f"MAX(0,{share})" if choice(criterion.parameters, "negative") == TO_ZERO else share


METHOD = ScoringMethod(
    code="logarithmic",
    title=Text(nl="Logaritmisch", en="Logarithmic"),
    formula="1 − log(P / Pl) / log(A)",
    words=Text(
        nl="Elke verdubbeling kost even veel punten; bij A keer de laagste zijn de punten op.",
        en="Every doubling costs the same points; at A times the lowest no points are left.",
    ),
    kinds=frozenset({Kind.PRICE, Kind.QUANTITY}),
    parameters=(
        Parameter(
            name="base",
            symbol="A",
            title=Text(nl="Aantal keer de laagste (A)", en="Multiple of the lowest (A)"),
            help=Text(
                nl="Bij A keer de laagste waarde zijn er geen punten meer. Gebruikelijk: 1,5, 2 of 3.",
                en="At A times the lowest value no points are left. Usual: 1.5, 2 or 3.",
            ),
            minimum=LEAST_BASE,
        ),
        Parameter(
            name="negative",
            symbol="",
            title=Text(nl="Onder nul", en="Below zero"),
            help=Text(
                nl="Boven A keer de laagste wordt de uitkomst negatief. Wat gebeurt er dan?",
                en="Above A times the lowest the outcome is negative. What happens then?",
            ),
            kind=ParameterKind.CHOICE,
            choices=(
                (TO_ZERO, Text(nl="telt als 0 punten", en="counts as 0 points")),
                (KEEP, Text(nl="telt als negatieve punten", en="counts as negative points")),
            ),
        ),
    ),
    relative=True,
    above_zero=True,
    verdict=Verdict.WARNED,
    remark=Text(
        nl="De onderlinge verschillen hangen niet af van de laagste, zolang niets op nul wordt afgekapt. "
        "Lastig na te rekenen zonder rekenmachine. De uitkomst wordt op 40 decimalen bepaald.",
        en="Differences between bids do not depend on the lowest as long as nothing is cut off at zero. "
        "Hard to check by hand. The outcome is taken to 40 decimals.",
    ),
    basis=(TRANSPARENCY, PRICE_MANUAL, PIANOO_CASE_LAW, RANK_REVERSAL, ZERO_BID),
    check=check,
    share_of=share_of,
    inputs=inputs,
    spreadsheet=spreadsheet,
    below_zero=below_zero,
)
