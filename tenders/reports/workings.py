"""How a figure came about, in words a bidder can check with a pocket calculator."""

from collections.abc import Iterator
from decimal import Decimal

from procurement.documents.compose import formula, paragraph
from procurement.documents.model import Block
from procurement.language import Text
from tenders.reports.annex.tree import shown_worth, worth_in_euros
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.explain import Working
from tenders.scoring.model import Lot, RoundAt

_SHOWN_PLACES = 6
_SHARE = Text(nl="deel = {filled} = {share}", en="share = {filled} = {share}")
_SHARE_ONLY = Text(nl="deel = {share}", en="share = {share}")
_POINTS = Text(
    nl="punten = {share} × {worth} = {exact}, afgerond {rounded}",
    en="points = {share} × {worth} = {exact}, rounded {rounded}",
)
_POINTS_EXACT = Text(nl="punten = {share} × {worth} = {exact}", en="points = {share} × {worth} = {exact}")
_VALUE = Text(
    nl="waarde = {share} × {worth} = {exact}, afgerond {rounded}",
    en="value = {share} × {worth} = {exact}, rounded {rounded}",
)
_VALUE_EXACT = Text(nl="waarde = {share} × {worth} = {exact}", en="value = {share} × {worth} = {exact}")
_TOTAL = Text(nl="{formula} = {filled} = {rounded}", en="{formula} = {filled} = {rounded}")
_IS = Text(nl="{filled} = {rounded}", en="{filled} = {rounded}")


def shown(value: Decimal, say: Wording) -> str:
    """All digits where they are few, else six decimals."""
    exponent = value.as_tuple().exponent
    long = isinstance(exponent, int) and -exponent > _SHOWN_PLACES
    return say.number(value, _SHOWN_PLACES if long else None)


def score_lines(lot: Lot, working: Working, say: Wording) -> Iterator[str]:
    """The share, and what it earns."""
    share = shown(working.share or Decimal(0), say)
    filled = say(working.filled)
    yield say(_SHARE_ONLY, share=share) if filled == share else say(_SHARE, filled=filled, share=share)
    worth = shown_worth(lot, working.worth or Decimal(0), say)
    yield say(
        _earned(lot, working),
        share=share,
        worth=worth,
        exact=shown(working.exact, say),
        rounded=shown(working.rounded, say),
    )


def _earned(lot: Lot, working: Working) -> Text:
    """Rounding is only mentioned where something was rounded."""
    unrounded = lot.award.rounding.at is RoundAt.TOTAL or working.exact == working.rounded
    if worth_in_euros(AWARDS[lot.award.method]):
        return _VALUE_EXACT if unrounded else _VALUE
    return _POINTS_EXACT if unrounded else _POINTS


def total_line(lot: Lot, working: Working, say: Wording) -> str:
    award = AWARDS[lot.award.method]
    rounded = say.euro(working.rounded) if award.in_euros else shown(working.rounded, say)
    filled = say(working.filled)
    if award.scores_price or filled == say(Text(nl=working.formula, en=working.formula)):
        return say(_IS, filled=filled, rounded=rounded)
    return say(_TOTAL, formula=working.formula, filled=filled, rounded=rounded)


def working_blocks(lot: Lot, working: Working, say: Wording) -> Iterator[Block]:
    for line in score_lines(lot, working, say):
        yield formula(line)
    for note in working.notes:
        yield paragraph(say(note))
