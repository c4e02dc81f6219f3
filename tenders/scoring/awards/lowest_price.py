"""Lowest price."""

from procurement.language import Text
from tenders.scoring import lowest
from tenders.scoring.award import AwardMethod
from tenders.scoring.method import Verdict
from tenders.scoring.sources import AWARD, DIRECTIVE_AWARD, REASON_FOR_LOWEST

AWARD_METHOD = AwardMethod(
    code="lowest-price",
    title=Text(nl="Laagste prijs", en="Lowest price"),
    formula="P",
    words=Text(nl="De laagste prijs wint.", en="The lowest price wins."),
    scores_price=False,
    scores_quality=False,
    lower_wins=True,
    in_euros=True,
    relative=False,
    verdict=Verdict.WARNED,
    remark=Text(
        nl="Vraagt een motivering in de aanbestedingsstukken en beloont geen duurzaamheid: zet die dan in "
        "de eisen.",
        en="Needs a reason in the tender documents and rewards no sustainability: put that in the "
        "requirements.",
    ),
    basis=(AWARD, REASON_FOR_LOWEST, DIRECTIVE_AWARD),
    check=lowest.check,
    figure_of=lowest.figure_of,
    inputs=lowest.inputs,
    spreadsheet=lowest.spreadsheet,
)
