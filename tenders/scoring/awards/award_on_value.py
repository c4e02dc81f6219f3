"""F6, gunnen op waarde: quality becomes a notional discount in euros; the lowest evaluation price wins.

One percentage point of weight is worth `value_per_percent` euros, so a criterion of 10% at € 2.000 a
point can earn a discount of at most € 20.000. A level with a negative share is a malus: a surcharge.
"""

from collections.abc import Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.award import AwardMethod, Cells, FigureOf, Standing
from tenders.scoring.award_checks import one_price, some_quality
from tenders.scoring.award_words import price_in, price_symbol
from tenders.scoring.method import Parameter, Ratio, Symbol, Verdict
from tenders.scoring.model import AwardRule, Criterion, Lot
from tenders.scoring.numbers import ZERO, value_of
from tenders.scoring.parameters import number
from tenders.scoring.problem import Problem
from tenders.scoring.sources import AWARD, DIRECTIVE_AWARD, PIANOO_METHODS, VALUE_MANUAL, WEIGHTS

_VALUE = Text(
    nl="de som van de waarden van de kwaliteit in euro's", en="the sum of the values of quality in euros"
)


def check(lot: Lot) -> Sequence[Problem]:
    return (*one_price(lot), *some_quality(lot))


def worth(award: AwardRule, criterion: Criterion) -> Decimal:
    """The euros for 100% of a criterion."""
    return criterion.weight * number(award.parameters, "value_per_percent")


def figure_of(lot: Lot, standings: Sequence[Standing]) -> FigureOf:
    def evaluation_price(standing: Standing) -> Ratio:
        value, parts = standing.quality
        return Ratio(price_in(standing) * parts - value, parts)

    return evaluation_price


def inputs(lot: Lot, standings: Sequence[Standing], standing: Standing) -> tuple[Symbol, ...]:
    return (price_symbol(standing), Symbol("ΣV", _VALUE, _in_euros(value_of(standing.quality))))


def _in_euros(value: Decimal) -> Decimal:
    """Whole euros without a stray decimal: 145.000 and not 145.000,0."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def spreadsheet(lot: Lot, cells: Cells) -> str:
    return f"{cells.price}-{cells.quality}"


AWARD_METHOD = AwardMethod(
    code="award-on-value",
    title=Text(nl="Gunnen op waarde", en="Award on value"),
    formula="P − ΣV",
    words=Text(
        nl="De prijs min de waarde van de kwaliteit in euro's; de laagste fictieve inschrijfsom wint.",
        en="The price minus the value of quality in euros; the lowest evaluation price wins.",
    ),
    parameters=(
        Parameter(
            name="value_per_percent",
            symbol="V",
            title=Text(nl="Waarde van één procentpunt", en="Value of one percentage point"),
            help=Text(
                nl="Hoeveel euro is één procentpunt van het gewicht u waard?",
                en="How many euros is one percentage point of weight worth to you?",
            ),
            above=ZERO,
        ),
    ),
    scores_price=False,
    scores_quality=True,
    lower_wins=True,
    in_euros=True,
    relative=False,
    allows_malus=True,
    verdict=Verdict.ALLOWED,
    remark=Text(
        nl="Iedere inschrijver ziet vooraf wat een verbetering in euro's waard is, en niemand beïnvloedt een "
        "ander. De betaalde prijs blijft de geboden prijs.",
        en="Every bidder sees beforehand what an improvement is worth in euros, and no bid influences "
        "another. The price paid stays the price offered.",
    ),
    basis=(AWARD, WEIGHTS, DIRECTIVE_AWARD, VALUE_MANUAL, PIANOO_METHODS),
    check=check,
    worth=worth,
    figure_of=figure_of,
    inputs=inputs,
    spreadsheet=spreadsheet,
)
