"""The award counts the level of the ladder that the bid promised: proof and sanction rest on that one."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.lifecycle.statement.ladder_check import level_number
from tenders.models import LifecycleAnswer, Lot
from tenders.scoring.awards.co2_ladder_discount import AWARD_METHOD
from tenders.scoring.model import Bid
from tenders.scoring.model import Lot as ScoredLot
from tenders.scoring.parameters import choice
from tenders.services.phases import Refused

PROMISED = "ladder:level"

_OTHER_LEVEL = Text(
    nl="Inschrijving {bid} beloofde niveau {promised} van de ladder en bij ‘{criterion}’ staat ‘{level}’. "
    "Er is niets berekend. De korting geldt voor het beloofde niveau: corrigeer de score.",
    en="Bid {bid} promised level {promised} of the ladder and ‘{criterion}’ has ‘{level}’. Nothing was "
    "calculated. The discount is for the promised level: correct the score.",
)


def promised_levels(lots: list[int]) -> dict[int, dict[str, int]]:
    """By key of the lot and code of the bid the level that it promised. One query."""
    found: dict[int, dict[str, int]] = {key: {} for key in lots}
    rows = LifecycleAnswer.objects.filter(bid__lot__in=lots, code=PROMISED)
    for lot, code, value in rows.values_list("bid__lot", "bid__code", "value"):
        found[lot][code] = int(value)
    return found


def require_promised_levels(lot: Lot, scored: ScoredLot) -> None:
    """Raises `Refused` naming each bid that would get the discount of another level than it promised.

    Bids that state no level, because nothing about the ladder was published, are not held against it.
    """
    if scored.award.method != AWARD_METHOD.code:
        return
    promised = promised_levels([lot.pk])[lot.pk]
    ladder = choice(scored.award.parameters, "ladder")
    taking_part = [each for each in scored.bids if not each.failed and not each.fallen]
    wrong = [
        _OTHER_LEVEL.format(bid=bid.code, promised=str(promised[bid.code]), criterion=ladder, level=level)
        for bid in taking_part
        if bid.code in promised
        for level in _counted(bid, ladder)
        if level_number(level) != promised[bid.code]
    ]
    if wrong:
        raise Refused(wrong)


def _counted(bid: Bid, ladder: str) -> Iterator[str]:
    """Of one judgement, or of each assessor; without any the evaluation says that it is missing."""
    value = bid.values.get(ladder, ())
    for each in value if isinstance(value, tuple) else (value,):
        yield str(each)
