"""The level of the ladder that the award counts is that which the bid promised."""

from collections.abc import Iterator

from procurement.language import Text
from tenders.lifecycle.statement.ladder_check import level_number
from tenders.models import Lot
from tenders.scoring.awards.co2_ladder_discount import AWARD_METHOD
from tenders.scoring.model import Bid
from tenders.scoring.model import Lot as ScoredLot
from tenders.scoring.parameters import choice
from tenders.services.phases import Refused
from tenders.services.promised_levels import contradicted, in_words

_OTHER_LEVEL = Text(
    nl="Inschrijving {bid} beloofde {promised} van de ladder en bij ‘{criterion}’ staat ‘{level}’. Er is "
    "niets berekend. De korting geldt voor het beloofde niveau: corrigeer de score.",
    en="Bid {bid} promised {promised} of the ladder and ‘{criterion}’ has ‘{level}’. Nothing was "
    "calculated. The discount is for the promised level: correct the score.",
)


def require_promised_levels(lot: Lot, scored: ScoredLot) -> None:
    """Raises `Refused` naming each bid that would get the discount of another level than it promised."""
    if scored.award.method != AWARD_METHOD.code:
        return
    ladder = choice(scored.award.parameters, "ladder")
    taking_part = [each for each in scored.bids if not each.failed and not each.fallen]
    counted = {each.code: tuple(_counted(each, ladder)) for each in taking_part}
    wrong = [
        _OTHER_LEVEL.format(bid=bid, promised=in_words(promised), criterion=ladder, level=level)
        for bid, promised in contradicted(lot, counted).items()
        for level in counted[bid]
        if level_number(level) != promised
    ]
    if wrong:
        raise Refused(wrong)


def _counted(bid: Bid, ladder: str) -> Iterator[str]:
    """Of one judgement, or of each assessor; without any the evaluation says that it is missing."""
    value = bid.values.get(ladder, ())
    for each in value if isinstance(value, tuple) else (value,):
        yield str(each)
