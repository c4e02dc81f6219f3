"""F7: quality points for each euro; the highest ratio wins."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.scoring.award import AwardMethod, Cells, FigureOf, Standing
from tenders.scoring.award_checks import one_price, some_quality
from tenders.scoring.award_words import price_in, price_symbol, quality_symbol
from tenders.scoring.method import Parameter, Ratio, Symbol, Verdict
from tenders.scoring.model import Kind, Lot
from tenders.scoring.numbers import ZERO
from tenders.scoring.parameters import number
from tenders.scoring.problem import Problem
from tenders.scoring.shown import cell
from tenders.scoring.sources import AWARD, DIRECTIVE_AWARD, PRICE_MANUAL, TRANSPARENCY, ZERO_BID, ZERO_PRICES
from tenders.scoring.tree import placed

LARGEST_CONSTANT = Decimal(1_000_000_000)

_PRICE_WEIGHS = Text(
    nl="Bij de prijs-kwaliteitverhouding heeft de prijs geen gewicht. Zet het op 0 en verdeel 100% over de "
    "kwaliteit.",
    en="In a quality/price ratio the price has no weight. Set it to 0 and divide 100% over quality.",
)
_CONSTANT = Text(nl="het bekendgemaakte vaste getal", en="the published constant")


def check(lot: Lot) -> Sequence[Problem]:
    return (*one_price(lot), *some_quality(lot), *_weightless_price(lot))


def _weightless_price(lot: Lot) -> Iterator[Problem]:
    for place, node in placed(lot.criteria):
        if node.kind is Kind.PRICE and node.weight != ZERO:
            yield Problem(f"{place}.weight", _PRICE_WEIGHS)


def figure_of(lot: Lot, standings: Sequence[Standing]) -> FigureOf:
    constant = number(lot.award.parameters, "constant")

    def ratio(standing: Standing) -> Ratio:
        points, parts = standing.quality
        return Ratio(constant * points, price_in(standing) * parts)

    return ratio


def inputs(lot: Lot, standings: Sequence[Standing], standing: Standing) -> tuple[Symbol, ...]:
    constant = Symbol("X", _CONSTANT, number(lot.award.parameters, "constant"))
    return (constant, quality_symbol(standing), price_symbol(standing))


def spreadsheet(lot: Lot, cells: Cells) -> str:
    return f"{cell(number(lot.award.parameters, 'constant'))}*{cells.quality}/{cells.price}"


AWARD_METHOD = AwardMethod(
    code="quality-price-ratio",
    title=Text(nl="Prijs-kwaliteitverhouding", en="Quality/price ratio"),
    formula="X × Q / P",
    words=Text(
        nl="De kwaliteitspunten gedeeld door de prijs, maal een vast getal; de hoogste uitkomst wint.",
        en="The quality points divided by the price, times a constant; the highest outcome wins.",
    ),
    parameters=(
        Parameter(
            name="constant",
            symbol="X",
            title=Text(nl="Vast getal (X)", en="Constant (X)"),
            help=Text(
                nl="Alleen voor de leesbaarheid, bijvoorbeeld 10.000. Het verandert de rangorde niet, maar "
                "bepaalt wel hoeveel cijfers na afronding overblijven.",
                en="For readability only, for example 10,000. It does not change the order, but decides how "
                "many digits are left after rounding.",
            ),
            above=ZERO,
            maximum=LARGEST_CONSTANT,
        ),
    ),
    scores_price=False,
    scores_quality=True,
    lower_wins=False,
    in_euros=False,
    relative=False,
    above_zero=True,
    divides_quality=True,
    verdict=Verdict.ALLOWED,
    remark=Text(
        nl="Niemand beïnvloedt een ander. Hoe zwaar de prijs weegt is niet in te stellen; toets dat vooraf "
        "met voorbeelden.",
        en="No bid influences another. The weight of the price cannot be set; test that beforehand with "
        "examples.",
    ),
    basis=(AWARD, DIRECTIVE_AWARD, TRANSPARENCY, PRICE_MANUAL, ZERO_PRICES, ZERO_BID),
    check=check,
    figure_of=figure_of,
    inputs=inputs,
    spreadsheet=spreadsheet,
)
