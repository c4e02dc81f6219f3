"""F11: a parabola between a published floor and ceiling: small differences near the best cost little."""

from collections.abc import Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.scoring import band
from tenders.scoring.direction import lower_is_better
from tenders.scoring.method import Ratio, ScoringMethod, ShareOf, Verdict
from tenders.scoring.model import Criterion, Kind
from tenders.scoring.shown import apart, cell
from tenders.scoring.sources import TRADE_PRACTICE, TRANSPARENCY


def share_of(criterion: Criterion, column: Sequence[Decimal]) -> ShareOf:
    distance = band.distance_from_worst(criterion)
    floor, ceiling = band.edges(criterion)
    width = ceiling - floor
    square = width * width

    def share(value: Decimal) -> Ratio:
        lost = width - distance(value)
        return Ratio(square - lost * lost, square)

    return share


def spreadsheet(criterion: Criterion, value: str, column: str) -> str:
    low, high = band.edges(criterion)
    ends = (value, cell(low)) if lower_is_better(criterion) else (cell(high), value)
    return f"1-MAX(0,MIN(1,{apart(*ends, max(abs(low), abs(high)))}/{cell(high - low)}))^2"


METHOD = ScoringMethod(
    code="quadratic",
    title=Text(nl="Kwadratisch binnen een vaste bandbreedte", en="Quadratic within a fixed band"),
    formula="1 − ((P − Pmin) / (Pmax − Pmin))²",
    higher_formula="1 − ((Pmax − P) / (Pmax − Pmin))²",
    words=Text(
        nl="Eén min het kwadraat van de afstand tot de beste waarde, als deel van de bekendgemaakte band.",
        en="One minus the square of the distance to the best value, as part of the published band.",
    ),
    kinds=frozenset({Kind.PRICE, Kind.QUANTITY}),
    parameters=band.PARAMETERS,
    relative=False,
    verdict=Verdict.ALLOWED,
    remark=Text(
        nl="Vermindert het belang van kleine verschillen bij de beste waarde en straft hoge waarden sterk.",
        en="Makes small differences near the best value matter less and punishes high values strongly.",
    ),
    basis=(TRANSPARENCY, TRADE_PRACTICE),
    check=band.check,
    share_of=share_of,
    inputs=band.inputs,
    spreadsheet=spreadsheet,
    excludes=band.excludes,
)
