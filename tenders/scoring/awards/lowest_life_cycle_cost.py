"""F14: the lowest life-cycle cost wins; the value of the price criterion is that cost."""

from procurement.language import Text
from tenders.scoring import lowest
from tenders.scoring.award import AwardMethod
from tenders.scoring.method import Verdict
from tenders.scoring.sources import AWARD, DIRECTIVE_AWARD, LIFE_CYCLE_COST, REASON_FOR_LOWEST

AWARD_METHOD = AwardMethod(
    code="lowest-life-cycle-cost",
    title=Text(nl="Laagste levenscycluskosten", en="Lowest life-cycle cost"),
    formula="P",
    words=Text(
        nl="De laagste kosten over de hele levensduur winnen, berekend met de bekendgemaakte methode.",
        en="The lowest cost over the whole life wins, worked out with the published method.",
    ),
    scores_price=False,
    scores_quality=False,
    lower_wins=True,
    in_euros=True,
    relative=False,
    verdict=Verdict.WARNED,
    remark=Text(
        nl="Vraagt een motivering en een bekendgemaakte rekenmethode met de gegevens die inschrijvers "
        "aanleveren. Tel milieukosten niet ook nog elders mee.",
        en="Needs a reason and a published method with the data that bidders supply. Do not count "
        "environmental costs elsewhere as well.",
    ),
    basis=(LIFE_CYCLE_COST, AWARD, REASON_FOR_LOWEST, DIRECTIVE_AWARD),
    check=lowest.check,
    figure_of=lowest.figure_of,
    inputs=lowest.inputs,
    spreadsheet=lowest.spreadsheet,
)
