"""F4: a straight line between a published floor and ceiling; no bid influences another."""

from collections.abc import Sequence
from decimal import Decimal

from procurement.language import Text
from tenders.scoring import band
from tenders.scoring.direction import lower_is_better
from tenders.scoring.method import Ratio, ScoringMethod, ShareOf, Verdict
from tenders.scoring.model import Criterion, Kind
from tenders.scoring.shown import apart, cell
from tenders.scoring.sources import PRICE_MANUAL, TRADE_PRACTICE, TRANSPARENCY


def share_of(criterion: Criterion, column: Sequence[Decimal]) -> ShareOf:
    distance = band.distance_from_worst(criterion)
    floor, ceiling = band.edges(criterion)
    width = ceiling - floor
    return lambda value: Ratio(distance(value), width)


def spreadsheet(criterion: Criterion, value: str, column: str) -> str:
    low, high = band.edges(criterion)
    ends = (cell(high), value) if lower_is_better(criterion) else (value, cell(low))
    return f"MAX(0,MIN(1,{apart(*ends, max(abs(low), abs(high)))}/{cell(high - low)}))"


METHOD = ScoringMethod(
    code="absolute-linear",
    title=Text(nl="Vaste bandbreedte (plafond en bodem)", en="Fixed band (ceiling and floor)"),
    formula="(Pmax − P) / (Pmax − Pmin)",
    higher_formula="(P − Pmin) / (Pmax − Pmin)",
    words=Text(
        nl="De afstand tot de grens met score nul, gedeeld door de breedte van de bekendgemaakte band.",
        en="The distance to the edge where the score is zero, divided by the width of the published band.",
    ),
    kinds=frozenset({Kind.PRICE, Kind.QUANTITY}),
    parameters=band.PARAMETERS,
    relative=False,
    verdict=Verdict.ALLOWED,
    remark=Text(
        nl="Elke inschrijver kan zijn eigen punten vooraf uitrekenen en niemand beïnvloedt een ander. Vraagt "
        "een goede raming van plafond en bodem.",
        en="Every bidder can work out the points beforehand and no bid influences another. Needs a sound "
        "estimate of ceiling and floor.",
    ),
    basis=(TRANSPARENCY, PRICE_MANUAL, TRADE_PRACTICE),
    check=band.check,
    share_of=share_of,
    inputs=band.inputs,
    spreadsheet=spreadsheet,
    excludes=band.excludes,
)
