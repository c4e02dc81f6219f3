"""How a figure came about, in words a bidder can check with a pocket calculator."""

from collections.abc import Iterator
from decimal import Decimal

from procurement.language import Text
from procurement.numbers import decimals
from tenders.reports.annex.tree import shown_worth, worth_in_euros
from tenders.reports.wording import Wording
from tenders.scoring.awards import AWARDS
from tenders.scoring.explain import Working
from tenders.scoring.model import Lot, RoundAt

_SHOWN_PLACES = 6
_SHARE = Text(nl="deel = {filled} {share}", en="share = {filled} {share}")
_SHARE_ONLY = Text(nl="deel {share}", en="share {share}")
_POINTS = Text(nl="punten", en="points")
_VALUE = Text(nl="waarde", en="value")
_EARNED = Text(nl="{what} = {share} × {worth} {exact}", en="{what} = {share} × {worth} {exact}")
_ROUNDED = Text(nl="{exact}, afgerond {rounded}", en="{exact}, rounded {rounded}")


def shown(value: Decimal, say: Wording) -> str:
    """All digits where they are few, else six decimals."""
    return say.number(value, _SHOWN_PLACES if _has_more_digits(value) else None)


def _equals(value: Decimal, say: Wording) -> str:
    """ "= 0,5", and "≈ 0,565833" where digits were left out."""
    return f"{'≈' if _has_more_digits(value) else '='} {shown(value, say)}"


def _has_more_digits(value: Decimal) -> bool:
    return decimals(value) > _SHOWN_PLACES


def score_lines(lot: Lot, working: Working, say: Wording) -> Iterator[str]:
    """The share, and what it earns. Rounding is only mentioned where something was rounded."""
    share = working.share or Decimal(0)
    filled = say(working.filled)
    words = _SHARE_ONLY if filled == shown(share, say) else _SHARE
    yield say(words, filled=filled, share=_equals(share, say))
    earned = say(
        _EARNED,
        what=_VALUE if worth_in_euros(AWARDS[lot.award.method]) else _POINTS,
        share=shown(share, say),
        worth=shown_worth(lot, working.worth or Decimal(0), say),
        exact=_equals(working.exact, say),
    )
    rounded = lot.award.rounding.at is RoundAt.CRITERION and working.exact != working.rounded
    yield say(_ROUNDED, exact=earned, rounded=shown(working.rounded, say)) if rounded else earned


def total_line(lot: Lot, working: Working, say: Wording) -> str:
    """The formula, filled in, the exact outcome where it was rounded, and the outcome that counts."""
    award = AWARDS[lot.award.method]
    filled = say(working.filled)
    known = award.scores_price or filled == working.formula
    parts = [filled] if known else [working.formula, filled]
    outcome = say.euro(working.rounded) if award.in_euros else shown(working.rounded, say)
    if working.exact == working.rounded:
        return " = ".join((*parts, outcome))
    exact = f"{' = '.join(parts)} {_equals(working.exact, say)}"
    return say(_ROUNDED, exact=exact, rounded=outcome)
